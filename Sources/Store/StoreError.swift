/// What went wrong with the database.
public struct StoreError: Error, Sendable, Hashable {
    /// What sort of trouble, for those who must choose.
    public let kind: Kind
    /// The engine's own words, without any bound value.
    public let detail: String
    /// The statement's text, without any bound value.
    public let sql: String?

    /// Joins kind, words and statement.
    public init(_ kind: Kind, _ detail: String, sql: String? = nil) {
        self.kind = kind
        self.detail = detail
        self.sql = sql
    }

    /// What sort of trouble.
    public enum Kind: Sendable, Hashable {
        /// A row breaks a rule of the schema.
        case conflict
        /// Another process holds the database; try again.
        case busy
        /// An answer has not the shape that was asked for.
        case badColumn
        /// The database cannot be reached or opened.
        case unavailable
        /// The file or its folder may not be written.
        case readOnly
        /// There is no room left on the disk.
        case full
        /// The file is not a database of ours, or it is damaged.
        case damaged
        /// A newer version of the program wrote it; its steps are not all known here.
        case newer
        /// A statement took longer than it may.
        case tooSlow
        /// The line broke while a transaction was being kept: it may have been kept, or not.
        case outcomeUnknown
        /// The database is set up otherwise than Crosstie needs it, or holds what it should not.
        case unsuitable
        /// Anything else.
        case failed
    }
}
