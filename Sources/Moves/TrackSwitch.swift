public import Ladder
public import Workspace

/// A change of track: the same level, the same pay, with time to settle and a right to return.
///
/// Source: `docs/methods.md`, "Moves" and "Changing tracks".
public struct TrackSwitch: Sendable, Hashable {
    /// The move and its history.
    public let record: MoveCase

    /// Takes a move that is a change of track.
    ///
    /// Errors: `MoveError.otherKind`.
    public init(_ record: MoveCase) throws(MoveError) {
        guard record.move.kind == .trackSwitch else { throw .otherKind(record.move.id, record.move.kind) }
        self.record = record
    }

    /// What a change of track adds to somebody's pay: nothing, ever, in either direction.
    public var payDelta: Int64 { 0 }

    /// Proposes a change to the other track.
    ///
    /// Errors: `MoveError.noLevel`, `.sameTrack`, `.noCounterpart`, `.stillOpen`, `.left`, `.wording`.
    public static func propose(
        _ person: Person,
        to track: Track,
        words: String,
        by actor: MoveActor,
        ladder: CareerLadder,
        moves: [Move],
        id: MoveID,
        now: Int64
    ) throws(MoveError) -> MoveCase {
        let level = try MoveCase.requireReady(person, moves: moves)
        guard track != person.track else { throw .sameTrack(track) }
        try requireCounterpart(level, on: track, ladder: ladder)
        let found = MoveWording.found(in: words)
        guard found.isEmpty else { throw .wording(found) }
        let move = Move(
            id: id,
            person: person.id,
            kind: .trackSwitch,
            from: Standing(person),
            to: Standing(track, level),
            begun: now,
            ladder: ladder.stamp
        )
        return MoveCase(move, events: [MoveEvent(position: 1, act: .proposed, actor: actor, moment: now, words: words)])
    }

    /// The person agrees to a change that somebody else proposed.
    ///
    /// Errors: `MoveError.notFrom`.
    public func agree(now: Int64) throws(MoveError) -> MoveEvent {
        try record.requireOpen(.agreed)
        return record.event(.agreed, by: .person(record.move.person), now: now)
    }

    /// Puts the change in force from a day on.
    ///
    /// Errors: `MoveError.ownCase`, `.notFrom`, `.notAgreed`, `.badDay`, `.wording`.
    public func confirm(
        from day: CivilDate,
        words: String,
        by decider: MoveActor,
        now: Int64
    ) throws(MoveError) -> MoveEvent {
        try record.requireOther(decider)
        try record.requireOpen(.decided)
        guard record.hasAgreement else { throw .notAgreed(person: record.move.person.text) }
        let today = CivilDate(microseconds: now)
        let first = CivilDate(days: CivilDate(microseconds: record.move.begun).days - 92)
        guard (first...today).contains(day) else { throw .badDay(day, from: first, to: today) }
        let found = MoveWording.found(in: words)
        guard found.isEmpty else { throw .wording(found) }
        return record.event(.decided, by: decider, now: now, outcome: .granted, words: words, day: day)
    }

    /// Decides that it is not time yet; rules, a day and words to the person as with a level-up.
    ///
    /// Errors: `MoveError.ownCase`, `.notFrom`, `.noRule`, `.badRecheck`, `.tooFewSentences`, `.wording`.
    public func refuse(
        rules: [UnmetRule],
        recheck: CivilDate,
        words: String,
        by decider: MoveActor,
        now: Int64
    ) throws(MoveError) -> MoveEvent {
        try record.requireOther(decider)
        try record.requireOpen(.decided)
        return try record.refusal(rules: rules, recheck: recheck, words: words, by: decider, now: now)
    }

    /// The last day on which the change can be taken back; nil while it is not in force.
    public static func returnUntil(_ move: Move, ladder: CareerLadder) -> CivilDate? {
        guard move.changedTrack, move.from.level == move.to.level, move.returns == nil else { return nil }
        return move.day?.adding(months: ladder.rules.returnMonths)
    }

    /// The last day of settling; nil while the change is not in force.
    public static func settlingUntil(_ move: Move, ladder: CareerLadder) -> CivilDate? {
        guard move.changedTrack else { return nil }
        return move.day.map { CivilDate(days: $0.days + ladder.rules.settlingDays - 1) }
    }

    /// Takes a change of track back, at the present level and pay; the person needs nobody's leave for it.
    ///
    /// Errors: `MoveError.noReturn`, `.noCounterpart`, `.stillOpen`, `.left`.
    public static func returning(
        _ person: Person,
        from former: Move,
        by actor: MoveActor,
        ladder: CareerLadder,
        moves: [Move],
        id: MoveID,
        now: Int64
    ) throws(MoveError) -> MoveCase {
        let level = try MoveCase.requireReady(person, moves: moves)
        let latest = moves.last { $0.person == person.id && $0.changedTrack }
        guard latest?.id == former.id, person.track == former.to.track, let until = returnUntil(former, ladder: ladder)
        else { throw .noReturn(until: nil) }
        let today = CivilDate(microseconds: now)
        guard today <= until else { throw .noReturn(until: until) }
        try requireCounterpart(level, on: former.from.track, ladder: ladder)
        let move = Move(
            id: id,
            person: person.id,
            kind: .trackSwitch,
            from: Standing(person),
            to: Standing(former.from.track, level),
            begun: now,
            returns: former.id,
            ladder: ladder.stamp
        )
        let begun = MoveCase(move, events: [MoveEvent(position: 1, act: .proposed, actor: actor, moment: now)])
        return begun.after(begun.event(.decided, by: actor, now: now, outcome: .granted, day: today))
    }

    private static func requireCounterpart(_ level: Int, on track: Track, ladder: CareerLadder) throws(MoveError) {
        let side: LadderTrack = track == .ic ? .ic : .management
        guard ladder.role(side, level: level) != nil else {
            throw .noCounterpart(level: level, track: track, levels: ladder.levels(on: side))
        }
    }
}
