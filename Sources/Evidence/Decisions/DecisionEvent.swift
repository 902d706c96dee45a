/// What can be done about a decision.
public enum DecisionAct: String, Sendable, Hashable, CaseIterable, Codable {
    /// Somebody entered it by hand.
    case entered
    /// A decider or their manager confirmed what the reader found.
    case confirmed
    /// A decider or their manager said that what the reader found is no decision.
    case dismissed
    /// What is written about it was completed or put right.
    case described
    /// Somebody wrote down their own dissent.
    case dissented
    /// Somebody looked at it again and said what became of it.
    case checked
    /// A check was taken back: it was written by mistake.
    case retracted
    /// Later talk was looked at and does not change the decision.
    case setAside = "set-aside"
    /// It was taken out of the ledger: entered by mistake.
    case withdrawn

    /// True for acts that say what the decision is.
    public var carriesContent: Bool {
        self == .entered || self == .confirmed || self == .dismissed || self == .described
    }
}

/// One step in a decision's history; steps are only ever added.
public struct DecisionEvent: Sendable, Hashable {
    /// Its place in the history, from 1.
    public let position: Int
    /// What was done.
    public let act: DecisionAct
    /// Who did it.
    public let actor: LedgerActor
    /// When, microseconds since 1970 UTC.
    public let moment: Int64
    /// Which check it was; nil for a check between them, and for other acts.
    public let checkpoint: DecisionCheckpoint?
    /// What the check found; only for `checked`.
    public let outcome: DecisionOutcome?
    /// The actor's own words: a dissent, a reason.
    public let words: String
    /// The step that it is about; only for `retracted`.
    public let about: Int?
    /// Later talk that it rests on or sets aside.
    public let entries: [EntryID]
    /// What the decision is from now on; only for acts that carry content.
    public let content: DecisionContent?

    /// Joins what is kept of a step.
    public init(
        position: Int,
        act: DecisionAct,
        actor: LedgerActor,
        moment: Int64,
        checkpoint: DecisionCheckpoint? = nil,
        outcome: DecisionOutcome? = nil,
        words: String = "",
        about: Int? = nil,
        entries: [EntryID] = [],
        content: DecisionContent? = nil
    ) {
        self.position = position
        self.act = act
        self.actor = actor
        self.moment = moment
        self.checkpoint = checkpoint
        self.outcome = outcome
        self.words = words
        self.about = about
        self.entries = entries
        self.content = content
    }
}

/// A decision as its history leaves it.
public struct DecisionRecord: Sendable, Hashable, Identifiable {
    /// The key.
    public let id: DecisionID
    /// Its history, oldest first.
    public let events: [DecisionEvent]
    /// What it is.
    public let content: DecisionContent
    /// Where it stands.
    public let state: DecisionState

    /// Folds a history; nil for one that does not begin with a beginning.
    public init?(_ id: DecisionID, events: [DecisionEvent]) {
        guard let first = events.first, first.act == .entered || first.act == .confirmed || first.act == .dismissed,
            let content = events.last(where: { $0.act.carriesContent && $0.content != nil })?.content
        else { return nil }
        self.id = id
        self.events = events
        self.content = content
        if events.contains(where: { $0.act == .withdrawn }) {
            state = .withdrawn
        } else if first.act == .dismissed {
            state = .dismissed
        } else {
            state = Self.state(after: Self.checks(in: events))
        }
    }

    /// Checks that were not taken back, oldest first.
    public var checks: [DecisionEvent] { Self.checks(in: events) }

    /// Everybody's dissent, oldest first.
    public var dissents: [DecisionEvent] { events.filter { $0.act == .dissented } }

    /// Talk that was looked at already: what it rests on, what a check rested on, what was set aside.
    public var known: Set<EntryID> { Set(content.entries + events.flatMap(\.entries)) }

    private static func checks(in events: [DecisionEvent]) -> [DecisionEvent] {
        let retracted = Set(events.filter { $0.act == .retracted }.compactMap(\.about))
        return events.filter { $0.act == .checked && !retracted.contains($0.position) }
    }

    /// Once amended, a decision that “stands” stands as amended.
    private static func state(after checks: [DecisionEvent]) -> DecisionState {
        var state = DecisionState.stands
        for outcome in checks.compactMap(\.outcome) where !(outcome == .stands && state == .amended) {
            state = outcome.state
        }
        return state
    }
}
