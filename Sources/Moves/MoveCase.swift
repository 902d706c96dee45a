public import Workspace

/// A move with its history, and what may be done next; the rules that both kinds share.
///
/// Source: `docs/methods.md`, "Moves".
public struct MoveCase: Sendable, Hashable {
    /// The move as its history leaves it.
    public let move: Move
    /// Its history, oldest first.
    public let events: [MoveEvent]

    /// Joins a move and its history.
    public init(_ move: Move, events: [MoveEvent]) {
        self.move = move
        self.events = events
    }

    /// What one decider wrote before seeing anything; nil when nothing.
    public func firstView(of decider: MoveActor) -> MoveEvent? {
        events.last { $0.act == .viewed && $0.actor == decider }
    }

    /// True when state and items were shown to the decider after the first view.
    public func wasShown(to decider: MoveActor) -> Bool {
        guard let view = firstView(of: decider) else { return false }
        return events.contains { $0.act == .shown && $0.actor == decider && $0.position > view.position }
    }

    /// The decision; nil while there is none.
    public var decision: MoveEvent? { events.last { $0.act == .decided } }

    /// True when the person asked for the move or agreed to it.
    public var hasAgreement: Bool {
        events.contains { ($0.act == .proposed || $0.act == .agreed) && $0.actor == .person(move.person) }
    }

    /// The case after one more step.
    public func after(_ event: MoveEvent) -> MoveCase {
        var move = move
        let events = events + [event]
        move.state = MoveState(after: events) ?? move.state
        if event.act == .decided, event.outcome == .granted { move.day = event.day }
        return MoveCase(move, events: events)
    }

    /// Takes the move back; nothing changed, and nothing is held against anybody.
    ///
    /// Errors: `MoveError.notFrom`.
    public func withdraw(by actor: MoveActor, words: String, now: Int64) throws(MoveError) -> MoveEvent {
        try requireOpen(.withdrawn)
        return event(.withdrawn, by: actor, now: now, words: words)
    }

    func requireOpen(_ act: MoveAct) throws(MoveError) {
        guard move.state == .proposed else { throw .notFrom(state: move.state, act: act) }
    }

    func requireOther(_ decider: MoveActor) throws(MoveError) {
        if decider == .person(move.person) { throw .ownCase }
    }

    func event(
        _ act: MoveAct,
        by actor: MoveActor,
        now: Int64,
        outcome: MoveOutcome? = nil,
        words: String = "",
        rules: [String] = [],
        day: CivilDate? = nil,
        seen: String = ""
    ) -> MoveEvent {
        MoveEvent(
            position: (events.last?.position ?? 0) + 1,
            act: act,
            actor: actor,
            moment: now,
            outcome: outcome,
            words: words,
            rules: rules,
            day: day,
            seen: seen
        )
    }

    /// Refusals are written to the person: rules, a day, and kind words.
    func refusal(
        rules: [UnmetRule],
        recheck: CivilDate,
        words: String,
        by actor: MoveActor,
        now: Int64
    ) throws(MoveError) -> MoveEvent {
        let own = rules.compactMap { if case .own(let words) = $0 { words } else { nil } }
        let today = CivilDate(microseconds: now)
        let rules = rules.map { Self.oneLine($0.words) }.filter { !$0.isEmpty }
        guard !rules.isEmpty else { throw .noRule }
        let window = CivilDate(days: today.days + 1)...CivilDate(days: today.days + 366)
        guard window.contains(recheck) else {
            throw .badRecheck(recheck, from: window.lowerBound, to: window.upperBound)
        }
        guard Sentences.count(words) >= 1 else { throw .tooFewSentences(given: 0, needed: 1) }
        let found = MoveWording.found(in: ([words] + own).joined(separator: ". "))
        guard found.isEmpty else { throw .wording(found) }
        return event(.decided, by: actor, now: now, outcome: .refused, words: words, rules: rules, day: recheck)
    }

    static func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Where a proposal may begin: somebody who works here, has a level, and has no open move.
    static func requireReady(_ person: Person, moves: [Move]) throws(MoveError) -> Int {
        guard person.active else { throw .left(person: person.name) }
        guard let level = person.level else { throw .noLevel(person: person.name) }
        if let open = moves.first(where: { $0.person == person.id && $0.state == .proposed }) {
            throw .stillOpen(open.id)
        }
        return level
    }
}
