public import Briefing

/// What one reader stated and answered; nobody else ever sees it.
public struct ReadingNotebook: Sendable, Hashable, Codable {
    /// What the reader wants to be briefed for; nil before it was stated.
    public var profile: ReaderProfile?
    /// Feeds that the reader added.
    public var feeds: [NewsSource]
    /// What the reader said of items, by their ids.
    public var answers: [String: Answer]
    /// True when a page without personal data may be shared.
    public var shares: Bool
    /// Secrets of the addresses that the reader opened, by what they lead to; nil in notebooks from before there were any.
    public private(set) var doors: [String: String]?

    /// One answer.
    public struct Answer: Sendable, Hashable, Codable {
        /// The item's headline.
        public var headline: String
        /// The item's topics.
        public var topics: [String]
        /// Useful, or not.
        public var useful: Bool
        /// Gives an answer.
        public init(headline: String, topics: [String], useful: Bool) {
            self.headline = headline
            self.topics = topics
            self.useful = useful
        }
    }

    /// An empty notebook.
    public init(profile: ReaderProfile? = nil) {
        self.profile = profile
        feeds = []
        answers = [:]
        shares = false
    }

    /// The secret of an address that is open; nil where it is closed.
    public func secret(of door: ReadingDoor) -> String? { doors?[door.name] }

    mutating func keep(_ secret: String?, of door: ReadingDoor) {
        var all = doors ?? [:]
        all[door.name] = secret
        doors = all
    }

    /// The taste that follows from the answers, and from nothing else.
    public func taste(_ encoder: NewsEncoder) -> ReaderTaste {
        encoder.taste(answers.sorted { $0.key < $1.key }.map { ($0.value.headline, $0.value.topics, $0.value.useful) })
    }
}

/// A feed as it was last fetched.
public struct KeptFeed: Sendable, Hashable, Codable {
    /// Whose items they are.
    public var source: NewsSource
    /// Where to ask next time; another address after a lasting redirect.
    public var address: String
    /// What to ask with, so that an unchanged feed is not sent again.
    public var entityTag: String?
    /// The same by date.
    public var lastModified: String?
    /// Not before this moment, in microseconds since 1970.
    public var nextFetch: Int64
    /// How often in a row it failed.
    public var failures: Int
    /// True when the site said that it is gone for good.
    public var gone: Bool
    /// What went wrong last time, in words.
    public var problem: String?
    /// The newest items.
    public var items: [Item]

    /// An item as it is kept.
    public struct Item: Sendable, Hashable, Codable {
        /// The feed's own id.
        public var id: String
        /// Its headline.
        public var title: String
        /// The beginning of its text.
        public var text: String
        /// Where it stands.
        public var link: String
        /// When it came out, in microseconds since 1970.
        public var published: Int64
        /// What it is filed under.
        public var filed: [String]
    }

    /// A feed that was never fetched.
    public init(source: NewsSource) {
        self.source = source
        address = source.id
        nextFetch = 0
        failures = 0
        gone = false
        items = []
    }

    /// Takes in what a fetch brought; items that are known keep the moment at which they were first met.
    public mutating func keep(_ news: [NewsItem]) {
        let known = Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
        let fresh = news.map { item in
            Item(
                id: item.id,
                title: item.title,
                text: String(item.text.prefix(1_500)),
                link: item.link ?? "",
                published: min(item.published, known[item.id]?.published ?? item.published),
                filed: item.filed
            )
        }
        let ids = Set(fresh.map(\.id))
        items = Array(
            (fresh + items.filter { !ids.contains($0.id) }).sorted { $0.published > $1.published }.prefix(120)
        )
    }

    /// The kept items as news.
    public var news: [NewsItem] {
        items.map { item in
            NewsItem(
                id: item.id,
                source: source,
                title: item.title,
                text: item.text,
                link: item.link.isEmpty ? nil : item.link,
                published: item.published,
                filed: item.filed
            )
        }
    }
}
