/// The form that an answer has to have; servers hold their model to it as far as they can.
public enum AnswerForm: Sendable, Hashable, Encodable {
    /// A JSON object.
    case object
    /// A JSON object with one list, under this key, of one object for each id: its `id`, its `text`, and nothing else.
    case rows(key: String, ids: [String])

    /// Writes what the interface calls `response_format`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .object: try container.encode("json_object", forKey: "type")
        case .rows(let key, let ids):
            try container.encode("json_schema", forKey: "type")
            var outer = container.nestedContainer(keyedBy: Key.self, forKey: "json_schema")
            try outer.encode(key, forKey: "name")
            try outer.encode(true, forKey: "strict")
            var schema = outer.nestedContainer(keyedBy: Key.self, forKey: "schema")
            try Self.object(&schema, [key])
            var properties = schema.nestedContainer(keyedBy: Key.self, forKey: "properties")
            var list = properties.nestedContainer(keyedBy: Key.self, forKey: Key(key))
            try list.encode("array", forKey: "type")
            try list.encode(ids.count, forKey: "minItems")
            try list.encode(ids.count, forKey: "maxItems")
            var item = list.nestedContainer(keyedBy: Key.self, forKey: "items")
            try Self.object(&item, ["id", "text"])
            var fields = item.nestedContainer(keyedBy: Key.self, forKey: "properties")
            var id = fields.nestedContainer(keyedBy: Key.self, forKey: "id")
            try id.encode("string", forKey: "type")
            try id.encode(ids, forKey: "enum")
            try fields.encode(["type": "string"], forKey: "text")
        }
    }

    private static func object(_ container: inout KeyedEncodingContainer<Key>, _ required: [String]) throws {
        try container.encode("object", forKey: "type")
        try container.encode(required, forKey: "required")
        try container.encode(false, forKey: "additionalProperties")
    }

    private struct Key: CodingKey, ExpressibleByStringLiteral {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ text: String) { stringValue = text }
        init(stringLiteral text: String) { stringValue = text }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
