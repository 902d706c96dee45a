public import Moves
import Records
public import Workspace

extension Desk {
    /// What a change of track would mean for a person.
    ///
    /// Errors: `MoveError.noLevel`, `.sameTrack`; a track without the level is said in the preview.
    public func switchPreview(
        of id: PersonID,
        to track: Track,
        for viewer: Access.Viewer
    ) async throws -> SwitchPreview {
        let picture = try await open(.moves, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        return try SwitchPreview(
            person,
            to: track,
            ladder: ladder,
            zone: try await records.roleFacts()[id]?.zone,
            entries: try await picture.entries(about: id),
            today: CivilDate(microseconds: picture.now)
        )
    }

    /// Proposes a change of track; from the person it is agreed to at once.
    ///
    /// Errors: as `TrackSwitch.propose`.
    public func proposeSwitch(
        of id: PersonID,
        to track: Track,
        words: String = "",
        by viewer: Access.Viewer
    ) async throws -> Move {
        let picture = try await open(.moves, of: id, for: viewer)
        guard let person = picture.people[id] else { throw DeskError.noSuchPerson(id.text) }
        let (ladder, moves, now) = (ladder, picture.moves[id] ?? [], try await now())
        return try await records.begin(moveOf: id) { key in
            let record = try TrackSwitch.propose(
                person,
                to: track,
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

    /// Confirms a change of track: the person agrees to it, somebody with the office puts it in force.
    ///
    /// Errors: as `TrackSwitch.agree` and `TrackSwitch.confirm`.
    public func confirmSwitch(
        _ id: MoveID,
        from day: CivilDate? = nil,
        words: String = "",
        by viewer: Access.Viewer
    ) async throws -> Move {
        let (record, picture) = try await record(id, .moves, for: viewer)
        let change = try TrackSwitch(record)
        let now = try await now()
        if viewer == .person(record.move.person) {
            let event = try change.agree(now: now)
            let move = record.after(event).move
            try await records.add(event, to: move)
            return move
        }
        guard picture.access.allows(viewer, to: .decision, of: record.move.person) else { throw DeskError.notAllowed }
        let event = try change.confirm(
            from: day ?? CivilDate(microseconds: now),
            words: words,
            by: viewer.actor,
            now: now
        )
        return try await decide(event, record, picture)
    }

    /// Takes a change of track back within the time that the ladder gives; level and pay stay as they are.
    ///
    /// Errors: as `TrackSwitch.returning`; `DeskError.notAllowed` for anybody but the person and people operations.
    public func returnFromSwitch(_ id: MoveID, by viewer: Access.Viewer) async throws -> Move {
        let (record, picture) = try await record(id, .moves, for: viewer)
        let owner = record.move.person
        let isOwn = viewer == .person(owner)
        guard isOwn || picture.access.allows(viewer, to: .decision, of: owner) else { throw DeskError.notAllowed }
        guard let person = picture.people[owner] else { throw DeskError.noSuchPerson(owner.text) }
        let (ladder, moves, now, former) = (ladder, picture.moves[owner] ?? [], try await now(), record.move)
        let returning: @Sendable (MoveID) throws -> MoveCase = { key in
            try TrackSwitch.returning(
                person,
                from: former,
                by: viewer.actor,
                ladder: ladder,
                moves: moves,
                id: key,
                now: now
            )
        }
        let title = title(for: person, after: try returning(id).move)
        return try await records.begin(moveOf: owner, title: title) { key in
            let record = try returning(key)
            return (record.move, record.events)
        }
    }

    /// The report over all changes of track: that nobody was paid less for one.
    ///
    /// Errors: `VaultError.noKey`, `VaultError.wrongKey`.
    public func switchReport(for viewer: Access.Viewer) async throws -> SwitchReport {
        let picture = try await open(.audits, for: viewer)
        let moves = picture.moves.values.flatMap(\.self).filter(\.changedTrack)
        let pay = try await records.payAroundMoves(
            moves,
            vault: try key(),
            seenBy: viewer,
            as: "report over changes of track",
            now: clock()
        )
        return SwitchReport(moves, pay: pay)
    }
}
