public import Workspace

/// A brief that is due for one reader, as plain words; where it comes from knows nothing of the ledger.
public struct DueBrief: Sendable, Hashable {
    /// Whose brief.
    public let reader: PersonID
    /// The same brief has the same name.
    public let key: String
    /// The first line.
    public let title: String
    /// What is in it.
    public let items: [Item]
    /// Where all of it is, a path of the site.
    public let path: String

    /// One piece of news.
    public struct Item: Sendable, Hashable {
        /// Its headline.
        public let title: String
        /// Why it is there, or what it says, in a sentence; empty where the headline says it.
        public let words: String
        /// Where it was found; nil where it has no address.
        public let address: String?

        /// Joins headline, words and address.
        public init(title: String, words: String = "", address: String? = nil) {
            self.title = title
            self.words = words
            self.address = address
        }
    }

    /// Joins the parts.
    public init(reader: PersonID, key: String, title: String, items: [Item], path: String = "/brief") {
        self.reader = reader
        self.key = key
        self.title = title
        self.items = items
        self.path = path
    }
}

/// Briefs that are due.
public protocol BriefSource: Sendable {
    /// Every reader whose brief is made and was not delivered yet.
    func dueBriefs(now: Int64) async throws -> [DueBrief]
    /// Keeps that a brief went out; false where somebody else sent it.
    func claim(_ brief: DueBrief, now: Int64) async throws -> Bool
}
