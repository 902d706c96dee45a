public import Evidence
public import Workspace

/// What a person's evidence says about a target: all that a page or a terminal shows.
///
/// A state with its evidence and an interval, never a number for a person.
/// Source: `docs/methods.md`, "States of the clock".
public struct ClockReading: Sendable, Hashable {
    /// Whose work.
    public let person: PersonID
    /// The track that it is held against.
    public let track: Track
    /// The level that it is held against; nil at the top of the ladder.
    public let level: Int?
    /// The person's level today.
    public let presentLevel: Int
    /// The state to show; nil at the top of the ladder, where only competencies are looked at.
    public let state: LevelState?
    /// The state in words.
    public let headline: Statement
    /// What else has to be said with it, in order.
    public let explanation: [Statement]
    /// What the next state asks for, and what of it is missing.
    public let gates: [Gate]
    /// Expected share of next-level work; nil where too little was heard to say one.
    public let mean: Double?
    /// Where that share lies with a probability of 80 %; nil where too little was heard.
    public let interval: ShareInterval?
    /// The share from which evidence speaks for the target, as calibrated for the company.
    public let threshold: Double
    /// Stretches of time, the newest first.
    public let windows: [Window]
    /// Who was heard, by name.
    public let voices: [VoiceHeard]
    /// Without whom the reading would be least clear; empty where nobody carries it.
    public let carriers: [String]
    /// Each competency that the target asks for, in the ladder's order.
    public let competencies: [CompetencyReading]
    /// Where to grow, or what to ask about.
    public let edge: GrowthEdge
    /// Since when the state is shown; nil while nothing was heard.
    public let since: CivilDate?
    /// What was seen when the state was first shown; empty where silence made it.
    public let changedBy: [EntryID]
    /// Day of the newest item when nothing new came for a while; nil otherwise.
    public let noNewsSince: CivilDate?
    /// True in the first 90 days at a level.
    public let isSettlingIn: Bool
    /// True in the first half year after a change of track.
    public let isSettlingAfterMove: Bool
    /// True where so few people could have seen the work that this is no more than notes.
    public let isSmallCompany: Bool
    /// True when two and more see it clearly one way, and two and more the other.
    public let isContested: Bool
    /// Both sides, where the reading is contested.
    public let sides: Sides?
    /// How many items were said in confidence; no more is shown of them.
    public let confidentialItems: Int
    /// True when nothing forgotten would give another state.
    public let leansOnRecentMonths: Bool
    /// True when it is time to ask colleagues.
    public let requestDue: Bool
    /// Whom to ask.
    public let whomToAsk: [ClockInquiry.Candidate]
    /// What a plan of requests has to know; nil at the top of the ladder.
    public let requestNeed: RequestNeed?
    /// All entries behind it, the oldest first.
    public let entries: [EntryID]
    /// Entries that are no items, and why.
    public let leftOut: [EntryID: LedgerItems.Reason]

    /// Reads a person's ledger against a target.
    public init(_ inquiry: ClockInquiry, clock: LevelClock = LevelClock(), workWeights: WorkWeights = WorkWeights()) {
        let facts = ReadingFacts(inquiry, clock: clock, workWeights: workWeights)
        let demand = inquiry.demand
        person = inquiry.person.id
        track = demand.track
        level = demand.level
        presentLevel = demand.presentLevel
        state = facts.state
        headline = facts.headline
        explanation = facts.explanation
        gates = facts.gates
        mean = facts.saysShare ? facts.assessment.mean : nil
        interval = facts.saysShare ? facts.assessment.interval : nil
        threshold = clock.parameters.threshold
        windows = facts.windows
        voices = facts.voices
        carriers = facts.carriers
        competencies = facts.competencies
        edge = facts.edge
        since = facts.state == nil ? nil : facts.shown.since.map(ReadingFacts.date)
        changedBy = facts.state == nil ? [] : facts.changedBy
        noNewsSince = facts.noNewsSince
        isSettlingIn = inquiry.isSettlingIn
        isSettlingAfterMove = inquiry.isSettlingAfterMove
        isSmallCompany = inquiry.isSmall
        isContested = facts.assessment.isContested
        sides = facts.shownSides
        confidentialItems = facts.confidentialItems
        leansOnRecentMonths = facts.leansOnRecentMonths
        requestDue = facts.requestDue
        whomToAsk = facts.whomToAsk
        requestNeed = facts.requestNeed
        entries = facts.current.map(\.entry)
        leftOut = facts.leftOut
    }

    /// A sentence and the entries that it rests on.
    public struct Statement: Sendable, Hashable {
        /// The words.
        public let text: String
        /// What they rest on; empty for what follows from nothing that was said.
        public let entries: [EntryID]
    }

    /// One thing that a state asks for.
    public struct Gate: Sendable, Hashable {
        /// Which.
        public let kind: Kind
        /// True when it is there.
        public let isMet: Bool
        /// In words, with what is missing.
        public let words: String

        /// What a state can ask for.
        public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
            /// Enough was heard.
            case evidence
            /// From enough people.
            case observers
            /// It points clearly to the target.
            case clarity
            /// It does so without any one voice.
            case withoutAnyOne
            /// Enough teams saw it.
            case teams
            /// It lasted.
            case time
        }
    }

    /// A stretch of time and what was seen in it.
    public struct Window: Sendable, Hashable {
        /// Its first day.
        public let from: CivilDate
        /// Its last day.
        public let to: CivilDate
        /// Share of next-level work; nil where nothing was seen.
        public let share: Double?
        /// How many independent observations the evidence in it is worth.
        public let effectiveEvidence: Double
        /// What it says.
        public let vote: Vote
        /// What was seen in it.
        public let entries: [EntryID]

        /// What a window says.
        public enum Vote: String, Sendable, Hashable, CaseIterable, Codable {
            /// Nothing, or too little to be heard; this is neither for nor against.
            case silent
            /// More of the target's work than the threshold.
            case supports
            /// Some of it.
            case between
            /// Little of it.
            case against
        }
    }

    /// Somebody who was heard.
    public struct VoiceHeard: Sendable, Hashable {
        /// The name to show; people who report to the person stand together.
        public let name: String
        /// The team at the newest item.
        public let team: String?
        /// How many separate things the voice spoke to.
        public let moments: Int
        /// True for the person's manager.
        public let isManager: Bool
        /// The entries that it said, or lent its voice to.
        public let entries: [EntryID]
    }

    /// Two clear views of the same work.
    public struct Sides: Sendable, Hashable {
        /// Those who saw mostly the target's work.
        public let next: Side
        /// Those who saw mostly the present level's.
        public let present: Side

        /// One of them.
        public struct Side: Sendable, Hashable {
            /// The names to show.
            public let names: [String]
            /// What they said.
            public let entries: [EntryID]
        }
    }

    /// What the evidence says about one competency.
    public struct CompetencyReading: Sendable, Hashable, Identifiable {
        /// The competency's id in the ladder.
        public let id: String
        /// The name to show.
        public let name: String
        /// The stage that the present level asks for; nil where the present track does not have it.
        public let present: Int?
        /// The stage that the target asks for.
        public let target: Int
        /// True where the target asks for no more than the present level: evidence is shown, and counted neither way.
        public let isUnchanged: Bool
        /// How far the evidence leans.
        public let state: CompetencyState
        /// The state in words.
        public let words: String
        /// What it rests on, the oldest first.
        public let entries: [EntryID]
    }

    /// Where to grow, or what to ask about.
    public enum GrowthEdge: Sendable, Hashable {
        /// The competency with the least evidence for what the target asks beyond today, by id.
        case competency(String)
        /// Nothing can be said about any of them yet; worth asking about, by id.
        case askAbout([String])
        /// The target asks for nothing beyond today.
        case none
    }
}
