public import Feeds

/// One thing that could stand in a brief.
public struct NewsItem: Sendable, Hashable, Identifiable {
    /// What tells it from all others: source and its own id.
    public var id: String
    /// Where it is from.
    public var source: NewsSource
    /// Its own headline.
    public var title: String
    /// What its source says of it, as plain text.
    public var text: String
    /// Where it can be read in full.
    public var link: String?
    /// When it came out, in microseconds since 1970.
    public var published: Int64
    /// What sort of thing it is.
    public var sort: Sort
    /// What its source files it under.
    public var filed: [String]
    /// How many people spoke of it, where the source says so; used by no ranking, only to compare with.
    public var points: Int

    /// Makes an item.
    public init(
        id: String,
        source: NewsSource,
        title: String,
        text: String,
        link: String?,
        published: Int64,
        sort: Sort? = nil,
        filed: [String] = [],
        points: Int = 0
    ) {
        self.id = id
        self.source = source
        self.title = title
        self.text = text
        self.link = link
        self.published = published
        self.sort = sort ?? source.sort
        self.filed = filed
        self.points = points
    }

    /// An item of a feed; nil when it has neither words nor link, or says no time and was never `seen` before.
    ///
    /// - Parameters:
    ///   - item: what the feed says
    ///   - source: whose feed it is
    ///   - seen: when it was first met; counts where the feed says no time, or one that is still to come
    public init?(_ item: FeedItem, of source: NewsSource, seen: Int64) {
        let words =
            item.content.count > item.summary.count * 3
            ? item.content : (item.summary.isEmpty ? item.content : item.summary)
        let title = item.title.isEmpty ? Excerpt.cut(words, words: 14) : item.title
        guard !title.isEmpty, let link = item.link, WebLink.isWeb(link) else { return nil }
        self.init(
            id: source.id + "\u{1F}" + item.id,
            source: source,
            title: title,
            text: String(words.prefix(4_000)),
            link: link,
            published: min(item.moment ?? seen, seen),
            filed: item.categories
        )
    }

    /// What sort of thing an item is; sorts age differently.
    public enum Sort: String, Sendable, Hashable, CaseIterable, Codable {
        /// Something happened.
        case news
        /// A new version.
        case release
        /// People talk about something.
        case discussion
        /// Somebody thought something through.
        case essay
        /// Somebody found something out.
        case research
        /// A decision of this company.
        case decision
        /// What an incident here taught.
        case lesson
        /// Thanks from here that are worth repeating.
        case thanks

        /// Hours in which its worth halves.
        public var halfLifeHours: Double {
            switch self {
            case .news: 18
            case .release, .discussion, .decision, .lesson, .thanks: 36
            case .essay, .research: 96
            }
        }

        /// True for what comes from inside the company.
        public var isInside: Bool { self == .decision || self == .lesson || self == .thanks }
    }
}

/// Where items come from.
public struct NewsSource: Sendable, Hashable, Codable {
    /// Its id: the feed's address, or `inside`.
    public var id: String
    /// What it is called.
    public var name: String
    /// How near it is to what it tells.
    public var tier: Tier
    /// What its items are, unless they say otherwise.
    public var sort: NewsItem.Sort
    /// Topics that all of its items have to do with.
    public var topics: [String]

    /// Names a source.
    public init(id: String, name: String, tier: Tier, sort: NewsItem.Sort = .news, topics: [String] = []) {
        self.id = id
        self.name = name
        self.tier = tier
        self.sort = sort
        self.topics = topics
    }

    /// This company's own public channels.
    public static let inside = NewsSource(id: "inside", name: "From inside", tier: .primary, sort: .decision)

    /// How near a source is to what it tells.
    public enum Tier: String, Sendable, Hashable, CaseIterable, Codable {
        /// Whoever did it says so.
        case primary
        /// An outlet with a name to lose.
        case outlet
        /// Anybody.
        case forum

        /// Prior trust.
        public var trust: Double {
            switch self {
            case .primary: 0.9
            case .outlet: 0.7
            case .forum: 0.4
            }
        }
        /// Nearest first.
        var rank: Int { self == .primary ? 0 : self == .outlet ? 1 : 2 }
    }
}
