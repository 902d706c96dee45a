public import Workspace

/// One message a week: at most five things worth doing, and the 1:1s of the week; nothing where there is nothing.
///
/// Source: `docs/methods.md`, "The weekly note".
public struct WeeklyNote: Sendable, Hashable {
    /// To whom it goes.
    public let reader: PersonID
    /// The reader's name.
    public let name: String
    /// The Monday of its week.
    public let monday: CivilDate
    /// At most five things.
    public let items: [Item]
    /// The 1:1s of the week, in order.
    public let meetings: [Item]

    /// The most things.
    public static let limit = 5

    /// One thing worth doing.
    public struct Item: Sendable, Hashable {
        /// What to do.
        public let title: String
        /// Why, in one sentence; empty where the title says it all.
        public let why: String
        /// Evidence behind it, as text keys.
        public let sources: [String]
        /// Where it opens, an address or a path; nil for none.
        public let link: String?
        /// By when; nil for any day of the week.
        public let due: CivilDate?

        /// Joins its parts.
        public init(title: String, why: String = "", sources: [String] = [], link: String? = nil, due: CivilDate? = nil)
        {
            self.title = title
            self.why = why
            self.sources = sources
            self.link = link
            self.due = due
        }
    }

    /// A note; nil when there is nothing to say.
    public init?(reader: PersonID, name: String, day: CivilDate, items: [Item], meetings: [Item] = []) {
        guard !items.isEmpty || !meetings.isEmpty else { return nil }
        self.reader = reader
        self.name = name
        monday = CivilDate(days: day.days - day.weekday + 1)
        self.items = Array(items.prefix(Self.limit))
        self.meetings = meetings
    }
}

/// When a note goes out: once a week, in the first hours of its week that are not quiet.
public struct WeeklyNotePlan: Sendable, Hashable {
    /// When the reader is left alone.
    public let quiet: QuietHours

    /// Knows the reader's hours.
    public init(quiet: QuietHours) { self.quiet = quiet }

    /// What to do now.
    public enum Step: Sendable, Hashable {
        /// Send it.
        case send
        /// Look again at this moment, microseconds since 1970 UTC.
        case wait(until: Int64)
        /// Nothing to say this week, or it was said.
        case nothing
    }

    /// Whether a note goes out now; `last` is when the reader got one before.
    ///
    /// Shape: a week goes from Monday to Sunday on the reader's wall. A note that could not go out by Friday evening does not go
    /// out at all: on Monday there is another.
    public func step(note: WeeklyNote?, last: Int64?, now: Int64) -> Step {
        note == nil ? .nothing : step(last: last, now: now)
    }

    /// The same for a note that is not composed yet.
    public func step(last: Int64?, now: Int64) -> Step {
        let week = Self.monday(quiet.clock.reading(at: now).day)
        if let last, Self.monday(quiet.clock.reading(at: last).day) == week { return .nothing }
        let open = quiet.end(from: now)
        if open == now { return .send }
        return Self.monday(quiet.clock.reading(at: open).day) == week ? .wait(until: open) : .nothing
    }

    private static func monday(_ day: CivilDate) -> Int { day.days - day.weekday + 1 }
}
