import Growth
import Ladder
public import Moves
import Records
public import Workspace

/// One move as a viewer may see it.
public struct MoveView: Sendable {
    /// Whose.
    public let person: Person
    /// The move.
    public let move: Move
    /// Its history as far as the viewer may see it; a first view is its decider's own until there is a decision.
    public let events: [MoveEvent]
    /// What to read to the person where it was refused for now.
    public let letter: RefusalLetter?
    /// The pack of a level-up; nil for a decider who has yet to write an outcome down, and for other kinds.
    public let pack: LevelUpPack?
    /// True for a decider who has to write an outcome down before anything is shown.
    public let needsFirstView: Bool
    /// The last day of settling after a change of track.
    public let settlingUntil: CivilDate?
    /// The last day on which a change of track can be taken back.
    public let returnUntil: CivilDate?
}

extension Desk {
    /// A person's moves, oldest first.
    public func moves(of person: PersonID, for viewer: Access.Viewer) async throws -> [Move] {
        try await open(.moves, of: person, for: viewer).moves[person] ?? []
    }

    /// Everybody's moves that the viewer may see, oldest first.
    public func moves(for viewer: Access.Viewer) async throws -> [Move] {
        let picture = try await picture()
        return picture.moves.flatMap { person, moves in
            picture.access.allows(viewer, to: .moves, of: person) ? moves : []
        }.sorted { ($0.begun, $0.id) < ($1.begun, $1.id) }
    }

    /// One move; to a decider with a first view on record, state and items are shown, and that is written down.
    ///
    /// Errors: `MoveError.noSuchMove`; `DeskError.notAllowed`.
    public func move(_ id: MoveID, for viewer: Access.Viewer) async throws -> MoveView {
        let (record, picture) = try await record(id, .moves, for: viewer)
        guard let person = picture.people[record.move.person] else { throw DeskError.noSuchPerson(id.text) }
        var shown = record
        var pack: LevelUpPack?
        var needsFirstView = false
        if record.move.kind == .levelUp {
            let decides =
                record.move.state == .proposed && picture.access.allows(viewer, to: .decision, of: person.id)
            if decides, record.firstView(of: viewer.actor) == nil {
                needsFirstView = true
            } else {
                let whole = try await self.pack(of: record.move, person, picture)
                if decides, let whole {
                    let event = try LevelUpCase(record).show(whole, to: viewer.actor, now: try await now())
                    shown = record.after(event)
                    try await records.add(event, to: shown.move)
                }
                pack = whole
            }
        }
        let isDecided = shown.move.state != .proposed
        return MoveView(
            person: person,
            move: shown.move,
            events: shown.events.filter { isDecided || $0.act != .viewed || $0.actor == viewer.actor },
            letter: RefusalLetter(shown),
            pack: pack,
            needsFirstView: needsFirstView,
            settlingUntil: TrackSwitch.settlingUntil(shown.move, ladder: ladder),
            returnUntil: TrackSwitch.returnUntil(shown.move, ladder: ladder)
        )
    }

    /// Proposes a level-up; needs no vacancy and no season.
    ///
    /// Errors: as `LevelUpCase.propose`.
    public func proposeLevelUp(
        of id: PersonID,
        to level: Int? = nil,
        words: String = "",
        by viewer: Access.Viewer
    ) async throws -> Move {
        let picture = try await open(.moves, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let (ladder, moves, now) = (ladder, picture.moves[id] ?? [], try await now())
        return try await records.begin(moveOf: id) { key in
            let record = try LevelUpCase.propose(
                person,
                to: level,
                words: words,
                by: viewer.actor,
                ladder: ladder,
                moves: moves,
                id: key,
                now: now
            )
            return (record.move, record.events)
        }
    }

    /// Writes down a decider's outcome and two sentences, before state and items are shown.
    ///
    /// Errors: as `LevelUpCase.view`.
    public func giveFirstView(
        on id: MoveID,
        _ outcome: MoveOutcome,
        words: String,
        by viewer: Access.Viewer
    ) async throws {
        let (record, _) = try await record(id, .decision, for: viewer)
        let event = try LevelUpCase(record).view(outcome, words: words, by: viewer.actor, now: try await now())
        try await records.add(event, to: record.after(event).move)
    }

    /// Grants a level-up from a day on, today unless told.
    ///
    /// Errors: as `LevelUpCase.grant`.
    public func grant(
        _ id: MoveID,
        from day: CivilDate? = nil,
        words: String = "",
        by viewer: Access.Viewer
    ) async throws -> Move {
        let (record, picture) = try await record(id, .decision, for: viewer)
        let now = try await now()
        let event = try LevelUpCase(record).grant(
            from: day ?? CivilDate(microseconds: now),
            words: words,
            by: viewer.actor,
            now: now
        )
        return try await decide(event, record, picture)
    }

    /// Refuses a move for now: rules by the id of a gate or competency, or in own words; a day to look again; words to the
    /// person.
    ///
    /// Errors: as `LevelUpCase.refuse` and `TrackSwitch.refuse`.
    public func refuse(
        _ id: MoveID,
        rules: [String],
        recheck: CivilDate,
        words: String,
        by viewer: Access.Viewer
    ) async throws -> Move {
        let (record, picture) = try await record(id, .decision, for: viewer)
        let now = try await now()
        if record.move.kind == .trackSwitch {
            let event = try TrackSwitch(record).refuse(
                rules: rules.map { .own($0) },
                recheck: recheck,
                words: words,
                by: viewer.actor,
                now: now
            )
            return try await decide(event, record, picture)
        }
        let levelUp = try LevelUpCase(record)
        guard let person = picture.people[record.move.person],
            let pack = try await pack(of: record.move, person, picture)
        else { throw MoveError.noSuchMove(id.text) }
        let event = try levelUp.refuse(
            rules: try rules.map { try pack.rule($0) },
            recheck: recheck,
            words: words,
            by: viewer.actor,
            now: now
        )
        return try await decide(event, record, picture)
    }

    /// Takes a proposal back.
    ///
    /// Errors: `MoveError.notFrom`.
    public func withdraw(_ id: MoveID, words: String = "", by viewer: Access.Viewer) async throws -> Move {
        let (record, _) = try await record(id, .moves, for: viewer)
        let event = try record.withdraw(by: viewer.actor, words: words, now: try await now())
        let move = record.after(event).move
        try await records.add(event, to: move)
        return move
    }

    /// Fetches a move's history, rights asked.
    func record(
        _ id: MoveID,
        _ object: Access.Object,
        for viewer: Access.Viewer
    ) async throws -> (MoveCase, CompanyPicture) {
        guard let kept = try await records.move(id) else { throw MoveError.noSuchMove(id.text) }
        // One's own case is refused with its reason, not as something unknown.
        if object == .decision, viewer == .person(kept.move.person) { throw MoveError.ownCase }
        return (MoveCase(kept.move, events: kept.events), try await open(object, of: kept.move.person, for: viewer))
    }

    func decide(_ event: MoveEvent, _ record: MoveCase, _ picture: CompanyPicture) async throws -> Move {
        let move = record.after(event).move
        let title = picture.people[move.person].flatMap { self.title(for: $0, after: move) }
        try await records.add(event, to: move, title: title)
        return move
    }

    /// The ladder's title, for those whose present one is the ladder's, too.
    func title(for person: Person, after move: Move) -> String? {
        func title(_ standing: Standing) -> String? {
            standing.level.flatMap { ladder.role(standing.track == .ic ? .ic : .management, level: $0)?.title }
        }
        guard move.state == .granted, let present = title(move.from), person.title == present else { return nil }
        return title(move.to)
    }

    private func pack(of move: Move, _ person: Person, _ picture: CompanyPicture) async throws -> LevelUpPack? {
        guard let level = move.to.level, let from = move.from.level else { return nil }
        // After the decision the case stays what it was: read against the level that it was about.
        var before = person
        before.track = move.from.track
        before.level = from
        if move.state == .granted { before.levelSince = levelStart(of: person.id, before: move, picture) }
        let target = Target(track: move.to.track == .ic ? .ic : .management, level: level)
        guard let demand = TargetDemand(before, on: ladder, target: target) else { return nil }
        let entries = try await picture.entries(about: person.id)
        return LevelUpPack(
            before,
            reading: try await picture.reading(of: before, against: demand, entries: entries),
            entries: entries,
            ladder: ladder,
            since: levelStart(of: person.id, before: move, picture) ?? before.levelSince ?? before.started
        )
    }

    /// The day of the last change of level before a move.
    private func levelStart(of person: PersonID, before move: Move, _ picture: CompanyPicture) -> CivilDate? {
        (picture.moves[person] ?? []).last {
            $0.state.isInForce && $0.from.level != $0.to.level && $0.begun < move.begun
        }?.day
    }
}
