/// A revision of the Model Context Protocol.
///
/// Source: modelcontextprotocol.io, "Specification", by date.
public enum Revision: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The first: lines, tools.
    case november2024 = "2024-11-05"
    /// Streamable HTTP, annotations of tools, several messages at once.
    case march2025 = "2025-03-26"
    /// Structured answers, titles; one message at a time again.
    case june2025 = "2025-06-18"

    /// The newest that is spoken here.
    public static let newest = Revision.june2025

    /// What is spoken with somebody who asks for a revision: that one, or the newest that is known here.
    static func agreed(asked: String) -> Revision { Revision(rawValue: asked) ?? .newest }

    /// An older one comes before a newer one.
    public static func < (one: Revision, other: Revision) -> Bool { one.rawValue < other.rawValue }

    /// Several messages may come in one list.
    var hasBatches: Bool { self == .march2025 }
    /// Tools say that they only read.
    var hasAnnotations: Bool { self >= .march2025 }
    /// Tools have titles and tell the form of their answers, and answers carry them.
    var hasStructure: Bool { self >= .june2025 }
}
