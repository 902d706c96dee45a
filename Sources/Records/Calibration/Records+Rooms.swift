import Store
public import Workspace

extension Records {
    /// Opens a room with its drafts, each sealed; a room of this name gets new drafts and keeps its answers.
    ///
    /// Shape: a draft is a text that only the caller understands. Errors: `VaultError.wrongKey`; nothing is changed then.
    public func open(
        _ room: RoomRow,
        drafts: [PersonID: String],
        vault: Vault,
        by actor: String
    ) async throws {
        let workspace = workspace
        let drafts = drafts.sorted { $0.key < $1.key }
        try await database.write { connection in
            let sealing = RoomSealing(workspace: workspace, vault: vault, connection: connection)
            try sealing.checkKey()
            try connection.run(
                """
                INSERT INTO calibration_room (workspace_id, room, opened, opened_by, first_day, last_day)
                VALUES (\(workspace.text), \(room.name), \(room.opened), \(actor), \(room.from.days), \(room.to.days))
                ON CONFLICT (workspace_id, room) DO UPDATE SET
                    first_day = excluded.first_day, last_day = excluded.last_day, closed = NULL
                """
            )
            try sealing.clear(room.name)
            try sealing.put(drafts, room: room.name)
            try connection.note(
                "room opened",
                on: room.name,
                by: actor,
                detail: "\(drafts.count) drafts, sealed",
                at: room.opened,
                in: workspace
            )
        }
    }

    /// Every room, the newest first.
    public func rooms() async throws -> [RoomRow] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT room, opened, first_day, last_day, closed FROM calibration_room
                WHERE workspace_id = \(workspace.text) ORDER BY opened DESC, room
                """
            ).map {
                RoomRow(
                    name: try $0.text("room"),
                    opened: try $0.integer("opened"),
                    from: CivilDate(days: Int(try $0.integer("first_day"))),
                    to: CivilDate(days: Int(try $0.integer("last_day"))),
                    closed: try $0.optionalInteger("closed")
                )
            }
        }
    }

    /// A room's drafts.
    ///
    /// Errors: `VaultError.wrongKey`, `VaultError.damaged`.
    public func drafts(of room: String, vault: Vault) async throws -> [PersonID: String] {
        let workspace = workspace
        return try await database.read {
            try RoomSealing(workspace: workspace, vault: vault, connection: $0).drafts(of: room)
        }
    }

    /// Closes a room: its drafts are deleted, its answers stay.
    public func close(room: String, by actor: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let gone = try connection.run(
                "DELETE FROM calibration_draft WHERE workspace_id = \(workspace.text) AND room = \(room)"
            )
            try connection.run(
                """
                UPDATE calibration_room SET closed = \(now)
                WHERE workspace_id = \(workspace.text) AND room = \(room) AND closed IS NULL
                """
            )
            try connection.note(
                "room closed",
                on: room,
                by: actor,
                detail: "\(gone) drafts deleted",
                at: now,
                in: workspace
            )
        }
    }

    /// Keeps what a room said of a cue, in the place of an earlier answer; its words are sealed.
    public func keep(_ answer: RoomAnswer, vault: Vault) async throws {
        let workspace = workspace
        try await database.write { connection in
            let sealing = RoomSealing(workspace: workspace, vault: vault, connection: connection)
            try sealing.checkKey()
            let sealed = try vault.seal(answer.words ?? "", at: sealing.place(answer: answer.cue, room: answer.room))
            try connection.run(
                """
                INSERT INTO calibration_answer (workspace_id, room, cue_id, family, outcome, actor, moment, key_id, sealed)
                VALUES (\(workspace.text), \(answer.room), \(answer.cue), \(answer.family), \(answer.outcome),
                    \(answer.actor), \(answer.moment), \(vault.keyID), \(sealed))
                ON CONFLICT (workspace_id, room, cue_id) DO UPDATE SET
                    outcome = excluded.outcome, actor = excluded.actor, moment = excluded.moment,
                    key_id = excluded.key_id, sealed = excluded.sealed
                """
            )
            try connection.note(
                "cue answered",
                on: "\(answer.room) \(answer.cue)",
                by: answer.actor,
                detail: answer.outcome,
                at: answer.moment,
                in: workspace
            )
        }
    }

    /// Every room's answers, in the order in which they were given; words only with a key.
    public func roomAnswers(vault: Vault?) async throws -> [RoomAnswer] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT room, cue_id, family, outcome, actor, moment, key_id, sealed FROM calibration_answer
                WHERE workspace_id = \(workspace.text) ORDER BY moment, room, cue_id
                """
            ).map { row in
                let (room, cue) = (try row.text("room"), try row.text("cue_id"))
                let words = try vault.map { vault in
                    let sealing = RoomSealing(workspace: workspace, vault: vault, connection: connection)
                    return try sealing.text(of: row, at: sealing.place(answer: cue, room: room))
                }
                return RoomAnswer(
                    room: room,
                    cue: cue,
                    family: try row.text("family"),
                    outcome: try row.text("outcome"),
                    words: words,
                    actor: try row.text("actor"),
                    moment: try row.integer("moment")
                )
            }
        }
    }

    /// Lets a family of cues begin anew from now on.
    public func switchOn(family: String, by actor: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO calibration_family (workspace_id, family, switched_on)
                VALUES (\(workspace.text), \(family), \(now))
                ON CONFLICT (workspace_id, family) DO UPDATE SET switched_on = excluded.switched_on
                """
            )
            try connection.note("family switched on", on: family, by: actor, at: now, in: workspace)
        }
    }

    /// When each family was last switched on by hand, microseconds since 1970 UTC.
    public func familiesSwitchedOn() async throws -> [String: Int64] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                "SELECT family, switched_on FROM calibration_family WHERE workspace_id = \(workspace.text)"
            )
            return Dictionary(
                try rows.map { (try $0.text("family"), try $0.integer("switched_on")) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }
}
