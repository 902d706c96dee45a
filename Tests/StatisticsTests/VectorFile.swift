import Foundation
import Testing

/// A file of worked cases: inputs and what an independent implementation makes of them.
struct VectorFile {
    let tolerance: Double
    let cases: [Values]

    init(_ name: String, of folder: String = #filePath) throws {
        let url = URL(filePath: folder).deletingLastPathComponent().appending(path: "Vectors/\(name).json")
        // JSONDecoder, not JSONSerialization: the latter reads numbers by way of decimals and loses the last digit.
        let whole = try JSONDecoder().decode(Values.self, from: Data(contentsOf: url))
        tolerance = try whole["tolerance"].number()
        cases = try whole["cases"].list()
    }

    /// True when two numbers agree relatively or absolutely, whichever is larger.
    func agree(_ left: Double, _ right: Double) -> Bool {
        left == right || abs(left - right) <= tolerance * max(1, abs(left), abs(right))
    }
}

/// A JSON value that says in the test what is missing; numbers keep every digit.
enum Values: Decodable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([Values])
    case table([String: Values])

    init(from decoder: any Decoder) throws {
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

    subscript(key: String) -> Values {
        if case .table(let table) = self { table[key] ?? .null } else { .null }
    }

    var isNull: Bool { if case .null = self { true } else { false } }
    var isList: Bool { if case .list = self { true } else { false } }

    func number() throws -> Double {
        guard case .number(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    func whole() throws -> Int { Int(try number()) }
    func bool() throws -> Bool {
        guard case .bool(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    func text() throws -> String {
        guard case .text(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    func list() throws -> [Values] {
        guard case .list(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    func table() throws -> [String: Values] {
        guard case .table(let value) = self else { throw Unexpected(value: self) }
        return value
    }
    func numbers() throws -> [Double] { try list().map { try $0.number() } }

    struct Unexpected: Error { let value: Values }
}
