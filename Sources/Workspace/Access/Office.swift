/// A duty for the whole workspace that somebody was given on purpose; being an administrator gives none.
public enum Office: String, Sendable, Hashable, CaseIterable, Codable {
    /// Keeps pay and moves: sees pay, decides moves, runs audits; never about themselves.
    case peopleOperations = "people-operations"
    /// Speaks for those who work here: sees audits and groups, never one person's figures.
    case representative
}
