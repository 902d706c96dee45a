public import Ladder
public import Workspace

/// A level-up on its way: proposed at any time, without a vacancy; decided by somebody who wrote an outcome down first.
///
/// Independence: outcome and two sentences, then state and items, then the decision; all three stay on record.
/// Source: `docs/methods.md`, "Moves".
public struct LevelUpCase: Sendable, Hashable {
    /// The move and its history.
    public let record: MoveCase

    /// Takes a move that is a level-up.
    ///
    /// Errors: `MoveError.otherKind`.
    public init(_ record: MoveCase) throws(MoveError) {
        guard record.move.kind == .levelUp else { throw .otherKind(record.move.id, record.move.kind) }
        self.record = record
    }

    /// Proposes the next level of the person's own track.
    ///
    /// Shape: `level` is the level asked for, nil for the next one.
    /// Errors: `MoveError.noLevel`, `.topOfTrack`, `.notNext`, `.stillOpen`, `.left`, `.wording`.
    public static func propose(
        _ person: Person,
        to level: Int?,
        words: String,
        by actor: MoveActor,
        ladder: CareerLadder,
        moves: [Move],
        id: MoveID,
        now: Int64
    ) throws(MoveError) -> MoveCase {
        let present = try MoveCase.requireReady(person, moves: moves)
        let side: LadderTrack = person.track == .ic ? .ic : .management
        guard let next = ladder.nextLevel(after: present, on: side) else {
            throw .topOfTrack(track: person.track, level: present)
        }
        if let level, level != next { throw .notNext(asked: level, next: next) }
        let found = MoveWording.found(in: words)
        guard found.isEmpty else { throw .wording(found) }
        let move = Move(
            id: id,
            person: person.id,
            kind: .levelUp,
            from: Standing(person),
            to: Standing(person.track, next),
            begun: now,
            ladder: ladder.stamp
        )
        return MoveCase(move, events: [MoveEvent(position: 1, act: .proposed, actor: actor, moment: now, words: words)])
    }

    /// Writes down what a decider thinks before seeing state and items.
    ///
    /// Errors: `MoveError.ownCase`, `.notFrom`, `.viewGiven`, `.tooFewSentences`.
    public func view(
        _ outcome: MoveOutcome,
        words: String,
        by decider: MoveActor,
        now: Int64
    ) throws(MoveError) -> MoveEvent {
        try record.requireOther(decider)
        try record.requireOpen(.viewed)
        guard record.firstView(of: decider) == nil else { throw .viewGiven }
        let given = Sentences.count(words)
        guard given >= 2 else { throw .tooFewSentences(given: given, needed: 2) }
        return record.event(.viewed, by: decider, now: now, outcome: outcome, words: words)
    }

    /// Notes that state and items were shown to a decider.
    ///
    /// Errors: `MoveError.ownCase`, `.notFrom`, `.viewFirst`.
    public func show(_ pack: LevelUpPack, to decider: MoveActor, now: Int64) throws(MoveError) -> MoveEvent {
        try record.requireOther(decider)
        try record.requireOpen(.shown)
        guard record.firstView(of: decider) != nil else { throw .viewFirst }
        return record.event(.shown, by: decider, now: now, seen: pack.seen)
    }

    /// Decides that the person works at the next level from a day on.
    ///
    /// Shape: `words` is the reason where the outcome changed; may be empty otherwise.
    /// Errors: `MoveError.ownCase`, `.notFrom`, `.viewFirst`, `.lookFirst`, `.changeWithoutReason`, `.badDay`.
    public func grant(
        from day: CivilDate,
        words: String,
        by decider: MoveActor,
        now: Int64
    ) throws(MoveError) -> MoveEvent {
        try requireProtocol(.granted, words: words, by: decider)
        let today = CivilDate(microseconds: now)
        let first = CivilDate(days: CivilDate(microseconds: record.move.begun).days - 92)
        guard (first...today).contains(day) else { throw .badDay(day, from: first, to: today) }
        return record.event(.decided, by: decider, now: now, outcome: .granted, words: words, day: day)
    }

    /// Decides that it is not time yet, and tells the person what is missing and when it is looked at again.
    ///
    /// Shape: `words` go to the person.
    /// Errors: as `grant`, and `MoveError.noRule`, `.badRecheck`, `.tooFewSentences`, `.wording`.
    public func refuse(
        rules: [UnmetRule],
        recheck: CivilDate,
        words: String,
        by decider: MoveActor,
        now: Int64
    ) throws(MoveError) -> MoveEvent {
        try requireProtocol(.refused, words: words, by: decider)
        return try record.refusal(rules: rules, recheck: recheck, words: words, by: decider, now: now)
    }

    private func requireProtocol(_ outcome: MoveOutcome, words: String, by decider: MoveActor) throws(MoveError) {
        try record.requireOther(decider)
        try record.requireOpen(.decided)
        guard let before = record.firstView(of: decider)?.outcome else { throw .viewFirst }
        guard record.wasShown(to: decider) else { throw .lookFirst }
        if before != outcome, Sentences.count(words) == 0 { throw .changeWithoutReason(before: before) }
    }
}

/// One rule that is not met yet, and what would change it.
public enum UnmetRule: Sendable, Hashable {
    /// A gate of the clock; what is missing, in words.
    case gate(String)
    /// A competency whose stage the next level asks for; name, stage and the ladder's statement.
    case stage(name: String, stage: Int, statement: String)
    /// The decider's own words.
    case own(String)

    /// In words to the person.
    public var words: String {
        switch self {
        case .gate(let words): words
        case .stage(let name, let stage, let statement):
            "\(name): the level asks for stage \(stage), “\(statement)” Work like this, seen by others, would change it."
        case .own(let words): words
        }
    }
}
