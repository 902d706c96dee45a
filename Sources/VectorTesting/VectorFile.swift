private import Foundation

/// A file of worked cases: inputs and what an independent implementation makes of them.
public struct VectorFile {
    /// How far two numbers may lie apart, relatively or absolutely.
    public let tolerance: Double
    /// The cases.
    public let cases: [Values]

    /// Reads `Vectors/NAME.json` beside the calling file.
    public init(_ name: String, of folder: String = #filePath) throws {
        let url = URL(filePath: folder).deletingLastPathComponent().appending(path: "Vectors/\(name).json")
        // JSONDecoder, not JSONSerialization: the latter reads numbers by way of decimals and loses the last digit.
        let whole = try JSONDecoder().decode(Values.self, from: Data(contentsOf: url))
        tolerance = try whole["tolerance"].number()
        cases = try whole["cases"].list()
    }

    /// True when two numbers agree relatively or absolutely, whichever is larger.
    public func agree(_ left: Double, _ right: Double) -> Bool {
        left == right || abs(left - right) <= tolerance * max(1, abs(left), abs(right))
    }
}

/// A JSON value that says in the test what is missing; numbers keep every digit.
public enum Values: Decodable, Sendable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A number.
    case number(Double)
    /// A text.
    case text(String)
    /// A list.
    case list([Values])
    /// A table.
    case table([String: Values])

    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Values].self) {
            self = .list(value)
        } else {
            self = .table(try container.decode([String: Values].self))
        }
    }

    /// A member of a table; null where there is none.
    public subscript(key: String) -> Values {
        if case .table(let table) = self { table[key] ?? .null } else { .null }
    }

    /// True for null.
    public var isNull: Bool { if case .null = self { true } else { false } }
    /// True for a list.
    public var isList: Bool { if case .list = self { true } else { false } }

    /// The number, or an error that shows what stands there.
    public func number() throws -> Double {
        guard case .number(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    /// The number as a whole one.
    public func whole() throws -> Int { Int(try number()) }
    /// The truth value, or an error that shows what stands there.
    public func bool() throws -> Bool {
        guard case .bool(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    /// The text, or an error that shows what stands there.
    public func text() throws -> String {
        guard case .text(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    /// The list, or an error that shows what stands there.
    public func list() throws -> [Values] {
        guard case .list(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    /// The table, or an error that shows what stands there.
    public func table() throws -> [String: Values] {
        guard case .table(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    /// The list as numbers.
    public func numbers() throws -> [Double] { try list().map { try $0.number() } }

    /// Something else stood there.
    public struct Unexpected: Error {
        /// What stood there.
        public let value: Values
        /// Says what stood there.
        public init(value: Values) { self.value = value }
    }
}
