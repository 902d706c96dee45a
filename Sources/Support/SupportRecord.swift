public import Evidence
public import Workspace

/// What the record holds that a person's support signals can be worked out from; plain moments, no words of others.
///
/// Shape: streams come in any order; moments after the present are ignored.
public struct SupportRecord: Sendable {
    /// Whom it is about.
    public var person: PersonID
    /// Weeks in which the person wrote anything at all; other weeks say nothing.
    public var present: Set<Week>
    /// What the person said to stand in the way of the work.
    public var blockers: [Blocker] = []
    /// The person's own questions to others.
    public var asks: [Question] = []
    /// What others said about the work, to the person's knowledge.
    public var heard: [Trace] = []
    /// What was asked of the person: questions, reviews, incidents.
    public var demands: [Trace] = []
    /// Hours of work outside the declared ones, one trace an hour; nil where no hours are declared.
    public var outside: [Int64]?
    /// Weeks of being on call, which say nothing about hours.
    public var onCall: Set<Week> = []
    /// Systems that call for this person alone.
    public var alone: [LoneSystem] = []
    /// Growth edges that were named in a 1:1.
    public var edges: [NamedEdge] = []

    /// Begins with nothing but presence.
    public init(person: PersonID, present: Set<Week>) {
        self.person = person
        self.present = present
    }

    /// Something that happened at a moment, and where it can be opened.
    public struct Trace: Sendable, Hashable {
        /// When, microseconds since 1970 UTC.
        public let moment: Int64
        /// The piece of evidence; nil where it is none.
        public let entry: EntryID?
        /// The message; nil where its address is unknown.
        public let link: String?

        /// Joins moment and sources.
        public init(moment: Int64, entry: EntryID? = nil, link: String? = nil) {
            self.moment = moment
            self.entry = entry
            self.link = link
        }
    }

    /// A blocker that the person named.
    public struct Blocker: Sendable, Hashable {
        /// What the person said.
        public let trace: Trace
        /// What joins words about one blocker: an episode, a thread.
        public let matter: String
        /// When somebody replied, or the person said that it was over; nil while neither happened.
        public let moved: Int64?

        /// Joins its parts.
        public init(_ trace: Trace, matter: String, moved: Int64?) {
            self.trace = trace
            self.matter = matter
            self.moved = moved
        }
    }

    /// A question to others.
    public struct Question: Sendable, Hashable {
        /// The question.
        public let trace: Trace
        /// When anybody replied; nil while nobody did.
        public let reply: Int64?

        /// Joins question and reply.
        public init(_ trace: Trace, reply: Int64?) {
            self.trace = trace
            self.reply = reply
        }
    }

    /// A system that calls for one person alone, as the go-to network found it.
    public struct LoneSystem: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// The day on which it was found.
        public let found: CivilDate
        /// Where it shows.
        public let sources: [Trace]

        /// Joins its parts.
        public init(name: String, found: CivilDate, sources: [Trace]) {
            self.name = name
            self.found = found
            self.sources = sources
        }
    }

    /// A growth edge that was named in a 1:1.
    public struct NamedEdge: Sendable, Hashable {
        /// The competency, as people call it.
        public let competency: String
        /// The day on which it was named.
        public let named: CivilDate
        /// The last day on which evidence spoke to it or somebody was asked; nil when that never happened since.
        public let lastNews: CivilDate?

        /// Joins its parts.
        public init(competency: String, named: CivilDate, lastNews: CivilDate?) {
            self.competency = competency
            self.named = named
            self.lastNews = lastNews
        }
    }
}

/// Which hours lie outside a person's own: from 20:00 to 7:00, and weekends.
public enum OutsideHours {
    /// True for a moment by the clock on the person's wall, in microseconds since 1970 there.
    public static func contains(_ local: Int64) -> Bool {
        let day = CivilDate(microseconds: local)
        let hour = (local - day.microseconds) / 3_600_000_000
        return day.weekday > 5 || hour < 7 || hour >= 20
    }
}
