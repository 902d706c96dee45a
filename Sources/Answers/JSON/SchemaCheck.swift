import Workspace

/// Holds a value against a schema.
///
/// Shape: understands `$ref`, `type`, `properties`, `required`, `additionalProperties`, `items`, `enum`, `const`, `minLength`,
/// `maxLength`, `minimum`, `maximum`, `maxItems`, `format: date` and `anyOf`; anything else in a schema is passed over.
/// Source: JSON Schema 2020-12; pointers as RFC 6901 writes them.
public struct SchemaCheck: Sendable {
    /// What is wrong, and where.
    public struct Fault: Sendable, Hashable {
        /// Where in the value, such as `/reason`; empty for the whole.
        public let pointer: String
        /// What is wrong there, in a sentence.
        public let words: String

        /// Joins place and words.
        public init(pointer: String, words: String) {
            self.pointer = pointer
            self.words = words
        }
    }

    private let schemas: [String: JSON]

    /// Knows the documents that schemas refer to.
    public init(_ schemas: [String: JSON] = [:]) { self.schemas = schemas }

    /// What is wrong with a value; empty where nothing is.
    public func faults(of value: JSON, against schema: JSON, at pointer: String = "") -> [Fault] {
        if let reference = schema["$ref"]?.text {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            guard let found = schemas[name] else {
                return [Fault(pointer: pointer, words: "There is no \(reference).")]
            }
            return faults(of: value, against: found, at: pointer)
        }
        if let choices = schema["anyOf"]?.array {
            let tried = choices.map { faults(of: value, against: $0, at: pointer) }
            return tried.contains(where: \.isEmpty) ? [] : tried.first ?? []
        }
        if let fault = typeFault(value, schema, pointer) { return [fault] }
        if let words = schema["enum"]?.array, !words.contains(value) {
            let list = words.compactMap(\.text).joined(separator: ", ")
            return [Fault(pointer: pointer, words: "It has to be one of these: \(list).")]
        }
        switch value {
        case .object(let fields): return objectFaults(fields, schema, pointer)
        case .array(let values): return arrayFaults(values, schema, pointer)
        case .text(let text): return textFaults(text, schema, pointer)
        case .integer(let number): return numberFaults(Double(number), schema, pointer)
        case .number(let number): return numberFaults(number, schema, pointer)
        case .bool, .null: return []
        }
    }

    private func typeFault(_ value: JSON, _ schema: JSON, _ pointer: String) -> Fault? {
        guard let asked = schema["type"] else { return nil }
        let allowed = asked.text.map { [$0] } ?? asked.array?.compactMap(\.text) ?? []
        let fits = allowed.contains { name in
            switch (name, value) {
            case ("object", .object), ("array", .array), ("string", .text), ("boolean", .bool), ("null", .null),
                ("integer", .integer), ("number", .integer), ("number", .number):
                true
            default: false
            }
        }
        return fits ? nil : Fault(pointer: pointer, words: "It has to be \(Self.words(allowed)).")
    }

    private func objectFaults(_ fields: [String: JSON], _ schema: JSON, _ pointer: String) -> [Fault] {
        let properties = schema["properties"]?.object ?? [:]
        var faults: [Fault] = []
        for name in schema["required"]?.array?.compactMap(\.text) ?? [] where fields[name] == nil {
            faults.append(Fault(pointer: "\(pointer)/\(Self.escaped(name))", words: "It is missing."))
        }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            let place = "\(pointer)/\(Self.escaped(name))"
            if let known = properties[name] {
                faults += self.faults(of: value, against: known, at: place)
            } else if case .bool(false)? = schema["additionalProperties"] {
                faults.append(Fault(pointer: place, words: "There is no such field."))
            } else if let others = schema["additionalProperties"], case .object = others {
                faults += self.faults(of: value, against: others, at: place)
            }
        }
        return faults
    }

    private func arrayFaults(_ values: [JSON], _ schema: JSON, _ pointer: String) -> [Fault] {
        if let most = schema["maxItems"]?.integer, values.count > most {
            return [Fault(pointer: pointer, words: "It holds at most \(most).")]
        }
        guard let items = schema["items"] else { return [] }
        return values.enumerated().flatMap { faults(of: $1, against: items, at: "\(pointer)/\($0)") }
    }

    private func textFaults(_ text: String, _ schema: JSON, _ pointer: String) -> [Fault] {
        let length = text.unicodeScalars.count
        if let least = schema["minLength"]?.integer, length < least {
            return [
                Fault(pointer: pointer, words: least == 1 ? "It is empty." : "It needs at least \(least) characters.")
            ]
        }
        if let most = schema["maxLength"]?.integer, length > most {
            return [Fault(pointer: pointer, words: "It has \(length) characters; at most \(most) are kept.")]
        }
        if schema["format"]?.text == "date", !Self.isDay(text) {
            return [Fault(pointer: pointer, words: "It has to be a day, such as 2026-06-30.")]
        }
        return []
    }

    private func numberFaults(_ number: Double, _ schema: JSON, _ pointer: String) -> [Fault] {
        if let least = schema["minimum"]?.integer, number < Double(least) {
            return [Fault(pointer: pointer, words: "It is at least \(least).")]
        }
        if let most = schema["maximum"]?.integer, number > Double(most) {
            return [Fault(pointer: pointer, words: "It is at most \(most).")]
        }
        return []
    }

    private static func words(_ types: [String]) -> String {
        types.map {
            switch $0 {
            case "object": "an object"
            case "array": "a list"
            case "string": "text"
            case "boolean": "true or false"
            case "integer": "a whole number"
            case "number": "a number"
            default: "null"
            }
        }.joined(separator: " or ")
    }

    private static func escaped(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    private static func isDay(_ text: String) -> Bool { text.utf8.count == 10 && CivilDate(text) != nil }
}
