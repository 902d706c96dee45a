/// What two people keep of their 1:1s: actions that both see, and notes that the reader alone sees.
public struct TalkPanel: Sendable, Hashable {
    /// Where its forms are sent.
    public let action: Link
    /// The other of the two.
    public let other: String
    /// What is open, the soonest first.
    public let open: [OpenAction]
    /// What was closed lately.
    public let closed: [ClosedAction]
    /// Who can take something on.
    public let owners: [Owner]
    /// The reader's own notes, the newest first.
    public let notes: [NoteLine]
    /// False where no key is there to seal notes with.
    public let keepsNotes: Bool
    /// The day and hour that are set, in words; nil where none is.
    public let plan: Words?
    /// Weekdays to choose from.
    public let weekdays: [Choice]
    /// Every how many weeks, to choose from.
    public let rhythms: [Choice]
    /// The hour in the form.
    public let hour: String
    /// The zone in the form.
    public let zone: String
    /// The day of the last 1:1 that was noted.
    public let last: DayMark?
    /// Today, for the form.
    public let today: DayMark
    /// What was written into the form for actions and could not be taken.
    public let typedAction: String
    /// What was written into the form for notes and could not be taken.
    public let typedNote: String

    /// Joins its parts.
    public init(
        action: Link,
        other: String,
        open: [OpenAction] = [],
        closed: [ClosedAction] = [],
        owners: [Owner],
        notes: [NoteLine] = [],
        keepsNotes: Bool = true,
        plan: Words? = nil,
        weekdays: [Choice],
        rhythms: [Choice],
        hour: String = "10:00",
        zone: String = "UTC",
        last: DayMark? = nil,
        today: DayMark,
        typedAction: String = "",
        typedNote: String = ""
    ) {
        self.action = action
        self.other = other
        self.open = open
        self.closed = closed
        self.owners = owners
        self.notes = notes
        self.keepsNotes = keepsNotes
        self.plan = plan
        self.weekdays = weekdays
        self.rhythms = rhythms
        self.hour = hour
        self.zone = zone
        self.last = last
        self.today = today
        self.typedAction = typedAction
        self.typedNote = typedNote
    }

    /// One of the two.
    public struct Owner: Sendable, Hashable {
        /// The key.
        public let id: String
        /// The name; `I` for the reader.
        public let name: Words

        /// Joins its parts.
        public init(id: String, name: Words) {
            self.id = id
            self.name = name
        }
    }

    /// One of several things to choose.
    public struct Choice: Sendable, Hashable {
        /// What is sent.
        public let value: String
        /// What is read.
        public let name: Words
        /// True for the one that is set.
        public let isChosen: Bool

        /// Joins its parts.
        public init(value: String, name: Words, isChosen: Bool = false) {
            self.value = value
            self.name = name
            self.isChosen = isChosen
        }
    }
}

/// Something agreed and not closed.
public struct OpenAction: Sendable, Hashable {
    /// The key.
    public let id: String
    /// What was agreed.
    public let action: String
    /// Who does it.
    public let owner: Words
    /// When it was agreed.
    public let agreed: DayMark
    /// By when.
    public let due: DayMark?
    /// True when that day is over.
    public let isLate: Bool
    /// How often it was carried over, in words; nil for never.
    public let carried: Words?

    /// Joins its parts.
    public init(
        id: String,
        action: String,
        owner: Words,
        agreed: DayMark,
        due: DayMark? = nil,
        isLate: Bool = false,
        carried: Words? = nil
    ) {
        self.id = id
        self.action = action
        self.owner = owner
        self.agreed = agreed
        self.due = due
        self.isLate = isLate
        self.carried = carried
    }
}

/// Something agreed and closed.
public struct ClosedAction: Sendable, Hashable {
    /// What was agreed.
    public let action: String
    /// Who did it.
    public let owner: Words
    /// `done` or `dropped`.
    public let outcome: Words
    /// When it was closed.
    public let day: DayMark

    /// Joins its parts.
    public init(action: String, owner: Words, outcome: Words, day: DayMark) {
        self.action = action
        self.owner = owner
        self.outcome = outcome
        self.day = day
    }
}

/// A private note.
public struct NoteLine: Sendable, Hashable {
    /// The key.
    public let id: String
    /// When it was written.
    public let day: DayMark
    /// The words.
    public let words: String

    /// Joins its parts.
    public init(id: String, day: DayMark, words: String) {
        self.id = id
        self.day = day
        self.words = words
    }
}
