/// Writes down what a type reads of itself, and gives it the least that it takes.
final class SchemaProbe: Decoder {
    struct Field {
        let name: String
        let type: any Decodable.Type
        let isRequired: Bool
    }

    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    var fields: [Field] = []

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Fields<Key>(probe: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw SchemaFault.unreadable("a list without names")
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        throw SchemaFault.unreadable("a single value")
    }

    /// The least value of a type.
    static func least<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value: Any? =
            switch type {
            case is String.Type: ""
            case is Bool.Type: false
            case is Int.Type: 0
            case is Int64.Type: Int64(0)
            case is Double.Type: 0.0
            case is JSON.Type: JSON.null
            case let list as any ListShape.Type: list.none
            case let map as any MapShape.Type: map.none
            case let words as any WordShape.Type: words.any
            default: nil
            }
        if let value = value as? Value { return value }
        return try Value(from: SchemaProbe())
    }

    private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let probe: SchemaProbe
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { [] }

        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) -> Bool { false }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            probe.fields.append(Field(name: key.stringValue, type: type, isRequired: true))
            return try SchemaProbe.least(type)
        }

        func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
            probe.fields.append(Field(name: key.stringValue, type: type, isRequired: false))
            return nil
        }

        func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { absent(type, key) }
        func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { absent(type, key) }
        func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { absent(type, key) }
        func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { absent(type, key) }
        func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { absent(type, key) }

        private func absent<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
            probe.fields.append(Field(name: key.stringValue, type: type, isRequired: false))
            return nil
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type,
            forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> { throw SchemaFault.unreadable(key.stringValue) }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            throw SchemaFault.unreadable(key.stringValue)
        }

        func superDecoder() throws -> any Decoder { throw SchemaFault.unreadable("a parent") }
        func superDecoder(forKey key: Key) throws -> any Decoder { throw SchemaFault.unreadable(key.stringValue) }
    }
}
