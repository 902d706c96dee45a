/// A name for one thing that cannot be mixed up with the name of another kind of thing.
///
/// Units: the text as its source wrote it; never parsed, compared byte by byte.
public protocol Identifier: Hashable, Comparable, Sendable, Codable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The identifier as its source wrote it.
    var text: String { get }
    /// Wraps the text of a source.
    init(_ text: String)
}

extension Identifier {
    /// The text itself.
    public var description: String { text }
    /// Wraps a literal, for tests and built-in identifiers.
    public init(stringLiteral value: String) { self.init(value) }
    /// Byte order, the same on every machine and in every database.
    public static func < (left: Self, right: Self) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
    /// Reads the bare text.
    public init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(String.self)) }
    /// Writes the bare text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// One company in one installation.
public struct WorkspaceID: Identifier {
    /// The identifier as its source wrote it.
    public let text: String
    /// Wraps the text of a source.
    public init(_ text: String) { self.text = text }
}

/// A person of the people file; its `id` column, or the Slack account where there is no people file.
public struct PersonID: Identifier {
    /// The identifier as its source wrote it.
    public let text: String
    /// Wraps the text of a source.
    public init(_ text: String) { self.text = text }
}

/// An account that speaks in a source: a Slack user id (`U…`, `W…`) or bot id (`B…`).
public struct AccountID: Identifier {
    /// The identifier as its source wrote it.
    public let text: String
    /// Wraps the text of a source.
    public init(_ text: String) { self.text = text }
}

/// A conversation of a source: a Slack channel id, or `folder:NAME` where an export lists none.
public struct ChannelID: Identifier {
    /// The identifier as its source wrote it.
    public let text: String
    /// Wraps the text of a source.
    public init(_ text: String) { self.text = text }
}
