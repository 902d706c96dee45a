/// A statement with its values: text comes from literals only, everything else is bound.
///
/// Shape: `"SELECT … WHERE author = \(author)"` is text and one bound value; a plain `String` can only ever be a value.
/// Source: `docs/dialect.md` names what may be written, so that one text serves both engines.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// Text and places for values, in turn.
    private(set) var pieces: [Piece]
    /// Values in the order in which they stand in the text.
    private(set) var values: [SQLValue]

    /// A stretch of a statement.
    enum Piece: Sendable, Hashable {
        case text(String)
        case value
        /// `count` rows of `width` values each, in brackets; kept as numbers, since there may be thousands of values.
        case rows(count: Int, width: Int)
    }

    /// A statement without values.
    public init(stringLiteral value: String) {
        pieces = [.text(value)]
        values = []
    }

    /// A statement with bound values.
    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
        values = stringInterpolation.values
    }

    /// A statement about tables and columns that only the catalogue names; `names` must come from there, quoted.
    init(names: String) {
        pieces = [.text(names)]
        values = []
    }

    /// The text with `$1`, `$2` … in the place of values.
    public var text: String {
        joined { index, text in
            text += "$"
            text += String(index + 1)
        }
    }

    /// Whether the values stand where columns tell their types, so that the types need not be told: rows that are put in.
    var isPlacedByColumns: Bool {
        guard case .text(let first)? = pieces.first else { return false }
        return ["INSERT", "UPDATE"].contains { first.hasPrefix($0) }
            && pieces.contains { if case .rows = $0 { true } else { false } }
    }

    /// The text with `?` in the place of values: SQLite looks names of parameters up one by one, which is slow for many.
    var textWithoutNumbers: String { joined { _, text in text += "?" } }

    private func joined(_ mark: (Int, inout String) -> Void) -> String {
        var text = ""
        text.reserveCapacity(pieces.count * 24 + values.count * 3)
        var index = 0
        for piece in pieces {
            switch piece {
            case .text(let literal): text += literal
            case .value:
                mark(index, &text)
                index += 1
            case .rows(let count, let width):
                for row in 0..<count {
                    text += row > 0 ? ", (" : "("
                    for column in 0..<width {
                        if column > 0 { text += "," }
                        mark(index, &text)
                        index += 1
                    }
                    text += ")"
                }
            }
        }
        return text
    }

    /// Collects text and values of a literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []
        fileprivate var values: [SQLValue] = []

        /// Starts an empty statement.
        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
            values.reserveCapacity(interpolationCount)
        }

        /// Takes text over as it is.
        public mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }

        /// Binds one value.
        public mutating func appendInterpolation(_ value: some SQLBindable) { bind(value.sqlValue) }

        /// Binds one value or NULL.
        public mutating func appendInterpolation(_ value: (some SQLBindable)?) { bind(value?.sqlValue ?? .null) }

        /// Puts another statement's text and values here.
        public mutating func appendInterpolation(_ fragment: SQL) {
            pieces.append(contentsOf: fragment.pieces)
            values.append(contentsOf: fragment.values)
        }

        /// Binds a list for `IN`; an empty one becomes NULL, which matches nothing on both engines.
        public mutating func appendInterpolation(list: [some SQLBindable]) {
            guard !list.isEmpty else { return appendLiteral("(NULL)") }
            appendLiteral("(")
            for (index, value) in list.enumerated() {
                if index > 0 { appendLiteral(", ") }
                bind(value.sqlValue)
            }
            appendLiteral(")")
        }

        /// Binds many rows for `VALUES`; there must be at least one, and all must be equally wide.
        public mutating func appendInterpolation(rows: some Collection<[SQLValue]>) {
            guard let width = rows.first?.count else { return appendLiteral("(NULL)") }
            pieces.append(.rows(count: rows.count, width: width))
            values.reserveCapacity(values.count + rows.count * width)
            for row in rows { values.append(contentsOf: row) }
        }

        private mutating func bind(_ value: SQLValue) {
            values.append(value)
            pieces.append(.value)
        }
    }
}

/// One value as both engines know it.
public enum SQLValue: Sendable, Hashable {
    /// Nothing.
    case null
    /// A whole number; also a boolean and a time in microseconds.
    case integer(Int64)
    /// A real number.
    case real(Double)
    /// Text without U+0000.
    case text(String)
    /// Bytes.
    case bytes([UInt8])
    /// A boolean.
    case boolean(Bool)
}

/// Something that can be bound to a statement.
public protocol SQLBindable {
    /// The value to bind.
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
    /// Itself.
    public var sqlValue: SQLValue { self }
}
extension String: SQLBindable {
    /// As text.
    public var sqlValue: SQLValue { .text(self) }
}
extension Int64: SQLBindable {
    /// As a whole number.
    public var sqlValue: SQLValue { .integer(self) }
}
extension Int: SQLBindable {
    /// As a whole number.
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}
extension Double: SQLBindable {
    /// As a real number.
    public var sqlValue: SQLValue { .real(self) }
}
extension Bool: SQLBindable {
    /// As a boolean.
    public var sqlValue: SQLValue { .boolean(self) }
}
extension [UInt8]: SQLBindable {
    /// As bytes.
    public var sqlValue: SQLValue { .bytes(self) }
}
extension Optional where Wrapped: SQLBindable {
    /// The value or NULL.
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
