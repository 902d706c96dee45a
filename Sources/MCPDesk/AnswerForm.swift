import Answers
import MCP

/// Documents of the program as the protocol writes them.
enum AnswerForm {
    /// The schema of a document, whole in itself: what it refers to stands in its `$defs`.
    static func schema(of type: any Decodable.Type) throws -> JSONValue {
        var book = SchemaBook()
        _ = try book.schema(of: type)
        let name = SchemaBook.name(of: type)
        var schema = (book.schemas[name].map(moved) ?? [:]).object ?? [:]
        let others = book.schemas.filter { $0.key != name }
        if !others.isEmpty { schema["$defs"] = .object(others.mapValues(moved)) }
        return .object(schema)
    }

    /// The same with references that stay inside the document.
    private static func moved(_ schema: JSON) -> JSONValue {
        switch schema {
        case .null: .null
        case .bool(let flag): .flag(flag)
        case .integer(let number): .whole(number)
        case .number(let number): .number("\(number)")
        case .text(let text): .text(text)
        case .array(let items): .list(items.map(moved))
        case .object(let fields):
            .object(
                fields.reduce(into: [:]) { moved, field in
                    if field.key == "$ref", let name = field.value.text?.split(separator: "/").last {
                        moved["$ref"] = .text("#/$defs/\(name)")
                    } else {
                        moved[field.key] = Self.moved(field.value)
                    }
                }
            )
        }
    }

    /// A document behind one sentence of the program's own.
    static func answer(_ lead: String, _ document: some Encodable) throws -> ToolAnswer {
        ToolAnswer(lead, try JSONValue(encoding: document))
    }
}
