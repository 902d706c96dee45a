/// A JSON value as a tree, for small payloads whose shape is not known beforehand.
///
/// Shape: an object keeps the order of its fields; of equal names the first counts. Numbers that fit are integers.
public indirect enum WireValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// Any other number.
    case number(Double)
    /// A text.
    case text(String)
    /// A list.
    case list([WireValue])
    /// An object.
    case object([WireField])

    /// A field of an object; `null` for what is not there, so that a way through several objects needs no question.
    public subscript(_ name: String) -> WireValue {
        guard case .object(let fields) = self else { return .null }
        return fields.first { $0.name == name }?.value ?? .null
    }

    /// A text; nil for anything else.
    public var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// A text that is not empty.
    public var words: String? { string.flatMap { $0.isEmpty ? nil : $0 } }

    /// A whole number; nil for anything else.
    public var integer: Int64? {
        if case .integer(let number) = self { number } else { nil }
    }

    /// True for `true` alone.
    public var isTrue: Bool { self == .bool(true) }

    /// True for `null` and for what is not there.
    public var isNothing: Bool { self == .null }

    /// True for an object.
    public var isObject: Bool {
        if case .object = self { true } else { false }
    }

    /// The elements of a list; none for anything else.
    public var elements: [WireValue] {
        if case .list(let elements) = self { elements } else { [] }
    }

    /// The fields of an object; none for anything else.
    public var fields: [WireField] {
        if case .object(let fields) = self { fields } else { [] }
    }

    /// The same object with a field set; the field goes to the end where there was none.
    public func setting(_ name: String, to value: WireValue) -> WireValue {
        var fields = fields
        if let place = fields.firstIndex(where: { $0.name == name }) {
            fields[place] = WireField(name, value)
        } else {
            fields.append(WireField(name, value))
        }
        return .object(fields)
    }
}

/// One field of an object.
public struct WireField: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: WireValue

    /// Joins name and value.
    public init(_ name: String, _ value: WireValue) {
        self.name = name
        self.value = value
    }
}

extension WireValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// A list.
    public init(arrayLiteral elements: WireValue...) { self = .list(elements) }
    /// An object of the fields that are there; a nil value leaves its field out.
    public init(dictionaryLiteral elements: (String, WireValue?)...) {
        self = .object(elements.compactMap { name, value in value.map { WireField(name, $0) } })
    }
}
