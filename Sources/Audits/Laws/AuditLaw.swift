/// What a law says that bears on an audit: facts with their source and a day, not advice.
public struct AuditLaw: Sendable, Hashable, Codable, Identifiable {
    /// The key, such as `eu-2023-970`.
    public let id: String
    /// Its name.
    public let name: String
    /// Where it holds.
    public let place: String
    /// The facts, a sentence each.
    public let facts: [String]
    /// The number from which on it asks for something; nil where it names none.
    public let threshold: Double?
    /// Where the facts were read.
    public let sources: [String]
    /// The day as of which they were read, `YYYY-MM-DD`.
    public let asOf: String
    /// True where only reports about it were read, not its own text.
    public let isSecondHand: Bool
    /// Which audits it bears on.
    public let audits: [Audit]

    /// The law of an id.
    public static func named(_ id: String) -> AuditLaw? { all.first { $0.id == id } }

    /// The laws that bear on an audit.
    public static func bearing(on audit: Audit) -> [AuditLaw] { all.filter { $0.audits.contains(audit) } }
}
