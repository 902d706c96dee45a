/// Schemas of documents, read from the types that write them, so that none can say what another does not.
///
/// Shape: a type's properties are the schema's; an optional one need not be there; an enumeration of words lists its words.
/// Source: JSON Schema 2020-12.
public struct SchemaBook: Sendable {
    /// Schemas of documents by name.
    public private(set) var schemas: [String: JSON] = [:]
    /// The fields of documents in the order in which they are declared, by name.
    public private(set) var fields: [String: [String]] = [:]

    /// An empty book.
    public init() {}

    /// The schema of a type: whole for a plain value, by reference for a document, which is then in the book.
    ///
    /// Errors: `SchemaFault` for a type that cannot be read so.
    public mutating func schema(of type: any Decodable.Type) throws -> JSON {
        if let plain = Self.plain(type) { return plain }
        if let list = type as? any ListShape.Type {
            return ["type": "array", "items": try schema(of: list.element)]
        }
        if let map = type as? any MapShape.Type {
            return ["type": "object", "additionalProperties": try schema(of: map.value)]
        }
        let name = Self.name(of: type)
        let reference: JSON = ["$ref": .text("#/components/schemas/\(name)")]
        guard schemas[name] == nil else { return reference }
        if let told = type as? any SchemaTelling.Type {
            schemas[name] = told.schema
            return reference
        }
        // Set before its parts are read, so that a type that holds itself ends.
        schemas[name] = ["type": "object"]
        let probe = SchemaProbe()
        _ = try type.init(from: probe)
        var properties: [String: JSON] = [:]
        for field in probe.fields { properties[field.name] = try schema(of: field.type) }
        schemas[name] = [
            "type": "object",
            "properties": .object(properties),
            "required": .array(probe.fields.filter(\.isRequired).map { .text($0.name) }),
            "additionalProperties": false,
        ]
        fields[name] = probe.fields.map(\.name)
        return reference
    }

    /// Names of a document's fields, in the order in which they are declared; empty for what is no document.
    public mutating func columns(of type: any Decodable.Type) throws -> [String] {
        _ = try schema(of: type)
        return fields[Self.name(of: type)] ?? []
    }

    /// What a schema calls a type: `Clock.Gate` for `ClockAnswer.Gate`.
    public static func name(of type: any Decodable.Type) -> String {
        let parts = String(reflecting: type).split(separator: ".").map(String.init)
        return parts.dropFirst(parts.count > 1 ? 1 : 0)
            .map { $0.hasSuffix("Answer") && $0.count > 6 ? String($0.dropLast(6)) : $0 }
            .joined(separator: ".")
    }

    private static func plain(_ type: any Decodable.Type) -> JSON? {
        switch type {
        case is String.Type: return ["type": "string"]
        case is Bool.Type: return ["type": "boolean"]
        case is Int.Type, is Int64.Type: return ["type": "integer"]
        case is Double.Type: return ["type": "number"]
        case is JSON.Type: return [:]
        default:
            guard let words = type as? any WordShape.Type else { return nil }
            return ["type": "string", "enum": .array(words.words.map { .text($0) })]
        }
    }
}

/// A document whose schema is written by hand, since its type does not tell it.
public protocol SchemaTelling {
    /// The schema.
    static var schema: JSON { get }
}

/// Why a type has no schema.
public enum SchemaFault: Error, Sendable, Hashable {
    /// It is written in a way that cannot be read from its type.
    case unreadable(String)
}

/// A list of documents or values.
protocol ListShape {
    static var element: any Decodable.Type { get }
    static var none: Self { get }
}

extension Array: ListShape where Element: Decodable {
    static var element: any Decodable.Type { Element.self }
    static var none: [Element] { [] }
}

/// Values by name.
protocol MapShape {
    static var value: any Decodable.Type { get }
    static var none: Self { get }
}

extension Dictionary: MapShape where Key == String, Value: Decodable {
    static var value: any Decodable.Type { Value.self }
    static var none: [String: Value] { [:] }
}

/// One of some words.
public protocol WordShape: RawRepresentable, CaseIterable where RawValue == String {
    /// The words.
    static var words: [String] { get }
    /// Any of them.
    static var any: Self? { get }
}

extension WordShape {
    /// Every word, in the order in which they are declared.
    public static var words: [String] { allCases.map(\.rawValue) }
    /// The first word.
    public static var any: Self? { allCases.first }
}
