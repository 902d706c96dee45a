public import Workspace

/// One day's brief, or what was found in earlier ones; it opens for its reader alone.
public struct BriefPage: Page {
    /// The template that draws it.
    public static let template = "brief"

    /// The day.
    public let day: DayMark
    /// True on the reader's own today.
    public let isToday: Bool
    /// How long it takes to read, as `A two-minute read`; nil where there is nothing to read.
    public let reading: String?
    /// The news, in the order in which they are worth reading.
    public let items: [BriefCard]
    /// Why there is nothing; nil where there is something.
    public let none: String?
    /// The brief before.
    public let earlier: Link?
    /// The brief after; nil on the reader's own today.
    public let later: Link?
    /// What was looked for; nil where nothing was.
    public let search: BriefSearch?
    /// The address of the page for others, where the reader made one for this day.
    public let shared: String?
    /// What could not be done.
    public let complaint: String?

    /// Joins its parts.
    public init(
        day: CivilDate,
        isToday: Bool,
        reading: String?,
        items: [BriefCard],
        none: String? = nil,
        earlier: CivilDate? = nil,
        later: CivilDate? = nil,
        search: BriefSearch? = nil,
        shared: String? = nil,
        complaint: String? = nil
    ) {
        self.day = DayMark(day)
        self.isToday = isToday
        self.reading = reading
        self.items = items
        self.none = none
        self.earlier = earlier.map(Link.brief(on:))
        self.later = later.map(Link.brief(on:))
        self.search = search
        self.shared = shared
        self.complaint = complaint
    }
}

/// One piece of news.
public struct BriefCard: Sendable, Hashable {
    /// Its id, for forms.
    public let id: String
    /// Its place on the page, for headings.
    public let number: Int
    /// Its headline, and where it stands.
    public let headline: BriefLink
    /// What happened, in its source's own sentences; nil where the source says no more than the headline.
    public let happened: String?
    /// Whose sentences they are.
    public let teller: String
    /// Why it matters to the reader.
    public let matters: String
    /// All sources of the story.
    public let sources: [BriefLink]
    /// True where an earlier brief told of the story.
    public let continues: Bool
    /// True where it comes from inside the company.
    public let isInside: Bool
    /// True where the reader said that it was useful.
    public let isUseful: Bool
    /// True where the reader said that it was not.
    public let isNotUseful: Bool
    /// Its topics.
    public let topics: [BriefTopic]

    /// Joins its parts; `answer` is nil where the reader said nothing of it.
    public init(
        id: String,
        number: Int,
        headline: BriefLink,
        happened: String?,
        teller: String,
        matters: String,
        sources: [BriefLink],
        continues: Bool,
        isInside: Bool,
        answer: Bool?,
        topics: [BriefTopic]
    ) {
        self.id = id
        self.number = number
        self.headline = headline
        self.happened = happened
        self.teller = teller
        self.matters = matters
        self.sources = sources
        self.continues = continues
        self.isInside = isInside
        isUseful = answer == true
        isNotUseful = answer == false
        self.topics = topics
    }
}

/// A name with the address where it can be read.
public struct BriefLink: Sendable, Hashable {
    /// What is read.
    public let name: String
    /// Where it stands; nil where it has no address.
    public let link: Link?

    /// Joins a name with an address from outside; one that is not safe to link to is left out.
    public init(name: String, address: String?) {
        self.name = name
        link = address.flatMap(Link.init)
    }
}

/// A topic as the reader has it.
public struct BriefTopic: Sendable, Hashable {
    /// Its id, for forms.
    public let id: String
    /// What it is called.
    public let name: String
    /// True where the reader follows it.
    public let isFollowed: Bool
    /// True where it never comes.
    public let isMuted: Bool

    /// Joins its parts.
    public init(id: String, name: String, isFollowed: Bool, isMuted: Bool) {
        self.id = id
        self.name = name
        self.isFollowed = isFollowed
        self.isMuted = isMuted
    }
}

/// What was found in the reader's own briefs.
public struct BriefSearch: Sendable, Hashable {
    /// The words.
    public let words: String
    /// What holds all of them, the newest first.
    public let hits: [Hit]

    /// One piece of news of an earlier day.
    public struct Hit: Sendable, Hashable {
        /// The day of its brief.
        public let day: DayMark
        /// That brief.
        public let brief: Link
        /// Its headline, and where it stands.
        public let headline: BriefLink

        /// Joins day and headline.
        public init(day: CivilDate, headline: BriefLink) {
            self.day = DayMark(day)
            brief = .brief(on: day)
            self.headline = headline
        }
    }

    /// Joins words and hits.
    public init(words: String, hits: [Hit]) {
        self.words = words
        self.hits = hits
    }
}

/// A brief for others: nothing in it tells whom it was made for.
public struct BriefSharePage: Page {
    /// The template that draws it.
    public static let template = "brief-share"

    /// The day.
    public let day: DayMark
    /// The news, in an order that says nothing of the reader.
    public let items: [BriefCard]

    /// Joins day and news.
    public init(day: CivilDate, items: [BriefCard]) {
        self.day = DayMark(day)
        self.items = items
    }
}
