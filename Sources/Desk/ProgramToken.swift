public import Workspace

/// What a token may do.
public enum TokenScope: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
    /// Read what its owner may open.
    case read
    /// Do what its owner may do, as far as programs can.
    case write

    /// In the order in which they are declared.
    public static func < (left: TokenScope, right: TokenScope) -> Bool { left == .read && right == .write }
}

/// A name under which a person's own program asks, with that person's rights and never more.
public struct ProgramToken: Sendable, Hashable {
    /// How every secret begins, so that tools that look for secrets know it.
    public static let prefix = "ct_"
    /// The longest that one works, in days.
    public static let longestDays = 366
    /// How many one person has at once.
    public static let most = 20
    /// The longest name, in characters.
    public static let longestName = 60

    /// The key by which its owner names it.
    public let id: String
    /// Whose it is.
    public let person: PersonID
    /// What its owner calls it.
    public let name: String
    /// What it may do.
    public let scopes: Set<TokenScope>
    /// The day on which it was made.
    public let created: CivilDate
    /// The day on which it stops working.
    public let expires: CivilDate
    /// The last day on which it was used; nil where it never was.
    public let used: CivilDate?
    /// True when it works no more.
    public let isExpired: Bool
}

/// Why there is no token.
public enum TokenRefusal: Error, Sendable, Hashable {
    /// A token needs a name of one to so many characters.
    case badName(longest: Int)
    /// A token works from one to so many days.
    case badDays(longest: Int)
    /// The person has as many as one can have.
    case tooMany(Int)
    /// The person has no such token.
    case noSuchToken(String)
}
