public import Workspace

/// A token as it is kept: its secret is not.
///
/// Units: microseconds since 1970 UTC.
public struct TokenRow: Sendable, Hashable {
    /// The key by which its owner names it.
    public let id: String
    /// Whose it is.
    public let person: PersonID
    /// What its owner calls it.
    public let name: String
    /// What it may do, words with spaces between.
    public let scopes: String
    /// When it was made.
    public let created: Int64
    /// When it stops working.
    public let expires: Int64
    /// The last day on which it was used; nil where it never was.
    public let usedDay: CivilDate?

    /// Joins its parts.
    public init(
        id: String,
        person: PersonID,
        name: String,
        scopes: String,
        created: Int64,
        expires: Int64,
        usedDay: CivilDate? = nil
    ) {
        self.id = id
        self.person = person
        self.name = name
        self.scopes = scopes
        self.created = created
        self.expires = expires
        self.usedDay = usedDay
    }
}

/// What is known of a write that a program may have sent before.
public enum RepeatedWrite: Sendable, Hashable {
    /// It is new, and is kept from now on.
    case new
    /// The same was sent before; what was answered.
    case answered(status: Int, body: String)
    /// The same was sent before and is still at work.
    case atWork
    /// Something else was sent under this key.
    case other
}
