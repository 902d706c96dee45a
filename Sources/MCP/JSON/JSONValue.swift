/// A JSON value; numbers keep the digits that they came with.
public indirect enum JSONValue: Sendable, Hashable {
    /// Nothing.
    case null
    /// True or false.
    case flag(Bool)
    /// A number as it is written.
    case number(String)
    /// Text.
    case text(String)
    /// Values in order.
    case list([JSONValue])
    /// Values by name; written in the order of names.
    case object([String: JSONValue])

    /// A whole number.
    public static func whole(_ number: Int) -> JSONValue { .number(String(number)) }

    /// The text; nil for anything else.
    public var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The number, where it is whole and in reach; nil for anything else.
    public var whole: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }

    /// The values of a list; nil for anything else.
    public var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }

    /// The values of an object by name; nil for anything else.
    public var object: [String: JSONValue]? { if case .object(let object) = self { object } else { nil } }

    /// A value of an object by name; nil where there is none.
    public subscript(name: String) -> JSONValue? { object?[name] }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .whole(value) }
    /// Values in order.
    public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    /// Values by name; of a name that stands twice the last counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}
