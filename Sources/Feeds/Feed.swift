/// What a feed says of itself, and its items.
public struct Feed: Sendable, Hashable {
    /// How it was written.
    public var form: Form
    /// Its title, as plain text.
    public var title: String?
    /// The page that it belongs to.
    public var link: String?
    /// Its own address, where it states one.
    public var address: String?
    /// Its id, where it states one.
    public var id: String?
    /// What it is about, as plain text.
    public var summary: String?
    /// Language tag, as it states it.
    public var language: String?
    /// When it says it changed, in microseconds since 1970.
    public var updated: Int64?
    /// Where it says it has gone for good.
    public var movedTo: String?
    /// The items in the order of the feed; at most `FeedLimits.items`.
    public var items: [FeedItem]
    /// True when the document was not well formed, and was read as far as it goes.
    public var mended: Bool

    /// An empty feed.
    public init(form: Form) {
        self.form = form
        items = []
        mended = false
    }

    /// How a feed is written.
    public enum Form: String, Sendable, Hashable, CaseIterable, Codable {
        /// RSS 0.90, Netscape's first.
        case rss090
        /// RSS 0.91 and 0.92 and what counts itself below 1.
        case rss09x
        /// RSS 1.0, as RDF.
        case rss10
        /// RSS 2.0.
        case rss20
        /// Atom 0.3, from before the standard.
        case atom03
        /// Atom 1.0.
        case atom10
        /// JSON Feed.
        case json
    }
}

/// One item of a feed.
public struct FeedItem: Sendable, Hashable {
    /// What tells it from the feed's other items: its own id, else its link, else a hash of its words.
    public var id: String
    /// True when the feed itself gave the id.
    public var hasOwnID = false
    /// Its title, as plain text; empty where it has none.
    public var title = ""
    /// Where it stands, resolved.
    public var link: String?
    /// A page that it speaks of elsewhere, such as the original of a quoted item.
    public var via: String?
    /// The discussion of it.
    public var comments: String?
    /// When it was published, in microseconds since 1970; nil when it does not say, or not so that it can be told.
    public var published: Int64?
    /// When it was changed.
    public var updated: Int64?
    /// The short text, as plain text.
    public var summary = ""
    /// The whole text, as plain text.
    public var content = ""
    /// Who wrote it.
    public var authors: [String] = []
    /// What it is filed under.
    public var categories: [String] = []
    /// Files that come with it.
    public var enclosures: [Enclosure] = []

    /// An item without words.
    public init(id: String) { self.id = id }

    /// The moment to sort by: published, else changed.
    public var moment: Int64? { published ?? updated }

    /// A file that comes with an item.
    public struct Enclosure: Sendable, Hashable {
        /// Where it is.
        public var address: String
        /// Its media type.
        public var type: String?
        /// Bytes, where stated.
        public var bytes: Int?
        /// A file.
        public init(address: String, type: String? = nil, bytes: Int? = nil) {
            self.address = address
            self.type = type
            self.bytes = bytes
        }
    }
}

/// How much of a feed is read.
public struct FeedLimits: Sendable, Hashable {
    /// Bytes of the document.
    public var bytes = 12_000_000
    /// Items of a feed.
    public var items = 2_000
    /// Characters of a text.
    public var text = 40_000
    /// Bytes of one item's markup that are turned into text.
    public var markup = 400_000
    /// The usual limits.
    public init() {}
}
