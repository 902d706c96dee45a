/// What a reader wants to be briefed for; it opens for that reader alone.
public struct BriefSettingsPage: Page {
    /// The template that draws it.
    public static let template = "brief-settings"

    /// Roles, with the reader's own chosen.
    public let roles: [BriefChoice]
    /// Industries, with the reader's own chosen; the first stands for none.
    public let industries: [BriefChoice]
    /// Hours of the day.
    public let hours: [BriefChoice]
    /// How many items.
    public let lengths: [BriefChoice]
    /// The zone of the hour.
    public let zone: String
    /// Tools in daily use, with commas between.
    public let tools: String
    /// What the reader cares about, in own words.
    public let words: String
    /// Competencies that the reader can grow in.
    public let competencies: [BriefChoice]
    /// Topics, each followed, as it comes, or never.
    public let topics: [BriefTopic]
    /// Feeds that the brief is made from.
    public let feeds: [BriefFeed]
    /// The address of the reader's own feed, where one is open.
    public let own: String?
    /// What could not be done.
    public let complaint: String?
    /// What was done.
    public let done: String?

    /// Joins its parts.
    public init(
        roles: [BriefChoice],
        industries: [BriefChoice],
        hours: [BriefChoice],
        lengths: [BriefChoice],
        zone: String,
        tools: String,
        words: String,
        competencies: [BriefChoice],
        topics: [BriefTopic],
        feeds: [BriefFeed],
        own: String? = nil,
        complaint: String? = nil,
        done: String? = nil
    ) {
        self.roles = roles
        self.industries = industries
        self.hours = hours
        self.lengths = lengths
        self.zone = zone
        self.tools = tools
        self.words = words
        self.competencies = competencies
        self.topics = topics
        self.feeds = feeds
        self.own = own
        self.complaint = complaint
        self.done = done
    }
}

/// One of several to choose from.
public struct BriefChoice: Sendable, Hashable {
    /// What a form sends.
    public let value: String
    /// What is read.
    public let name: String
    /// True where it is chosen.
    public let isChosen: Bool

    /// Joins its parts.
    public init(value: String, name: String, isChosen: Bool) {
        self.value = value
        self.name = name
        self.isChosen = isChosen
    }
}

/// A feed that a brief is made from.
public struct BriefFeed: Sendable, Hashable {
    /// Its address.
    public let address: String
    /// What it is called.
    public let name: String
    /// How it came here: own, or from the starter list.
    public let origin: String
    /// What went wrong the last time; nil where nothing did.
    public let problem: String?
    /// True where the reader added it.
    public let isOwn: Bool
    /// True where it never comes.
    public let isMuted: Bool

    /// Joins its parts.
    public init(address: String, name: String, problem: String?, isOwn: Bool, isMuted: Bool) {
        self.address = address
        self.name = name
        origin = isOwn ? "added by you" : "from the starter list"
        self.problem = problem
        self.isOwn = isOwn
        self.isMuted = isMuted
    }
}
