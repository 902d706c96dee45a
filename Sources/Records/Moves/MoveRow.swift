import Store
import Workspace

/// The tables `move` and `move_event`, both ways.
enum MoveRow {
    static func moves(
        on connection: any Connection,
        workspace: WorkspaceID,
        where condition: SQL = ""
    ) throws -> [Move] {
        try connection.rows(
            "SELECT * FROM move WHERE workspace_id = \(workspace.text) \(condition) ORDER BY begun, move_id"
        ).map(move)
    }

    static func events(
        on connection: any Connection,
        workspace: WorkspaceID,
        where condition: SQL = ""
    ) throws -> [(move: MoveID, event: MoveEvent)] {
        try connection.rows(
            "SELECT * FROM move_event WHERE workspace_id = \(workspace.text) \(condition) ORDER BY move_id, position"
        ).map { (MoveID(try $0.text("move_id")), try event($0)) }
    }

    static func values(of move: Move, workspace: WorkspaceID) -> [SQLValue] {
        [
            .text(workspace.text), .text(move.id.text), .text(move.person.text), .text(move.kind.rawValue),
            .text(move.from.track.rawValue), move.from.level.sqlValue, .text(move.to.track.rawValue),
            move.to.level.sqlValue, .text(move.state.rawValue), .integer(move.begun), (move.day?.days).sqlValue,
            (move.returns?.text).sqlValue, .text(move.ladder),
        ]
    }

    static func values(of event: MoveEvent, move: MoveID, workspace: WorkspaceID) -> [SQLValue] {
        [
            .text(workspace.text), .text(move.text), .integer(Int64(event.position)), .text(event.act.rawValue),
            .text(event.actor.description), .integer(event.moment), (event.outcome?.rawValue).sqlValue,
            .text(event.words), .text(event.rules.joined(separator: "\n")), (event.day?.days).sqlValue,
            .text(event.seen),
        ]
    }

    /// What the audit remembers of a step; with the first step of a move, also what the move is.
    static func digest(of event: MoveEvent, in move: Move) -> String {
        var fields = [
            event.act.rawValue, event.actor.description, String(event.moment), event.outcome?.rawValue ?? "",
            event.words, event.rules.joined(separator: "\n"), event.day?.description ?? "", event.seen,
        ]
        if event.position == 1 {
            fields += [
                move.person.text, move.kind.rawValue, move.from.track.rawValue, move.from.level.map(String.init) ?? "",
                move.to.track.rawValue, move.to.level.map(String.init) ?? "", move.returns?.text ?? "", move.ladder,
            ]
        }
        return Digest.hexadecimal(Digest.sha256(fields: fields).prefix(16))
    }

    /// How the audit names a step.
    static func object(_ move: MoveID, _ position: Int) -> String { "\(move.text) step \(position)" }
    /// How the audit names an act; all begin alike.
    static func act(_ act: MoveAct) -> String { auditPrefix + act.rawValue }
    static let auditPrefix = "move "

    private static func move(_ row: SQLRow) throws -> Move {
        Move(
            id: MoveID(try row.text("move_id")),
            person: PersonID(try row.text("person_id")),
            kind: try word("kind", in: row, MoveKind.init(rawValue:)),
            from: Standing(
                try word("from_track", in: row, Track.init(rawValue:)),
                try row.optionalInteger("from_level").map { Int($0) }
            ),
            to: Standing(
                try word("to_track", in: row, Track.init(rawValue:)),
                try row.optionalInteger("to_level").map { Int($0) }
            ),
            state: try word("state", in: row, MoveState.init(rawValue:)),
            begun: try row.integer("begun"),
            day: try row.optionalInteger("day").map { CivilDate(days: Int($0)) },
            returns: try row.optionalText("returns").map { MoveID($0) },
            ladder: try row.text("ladder")
        )
    }

    private static func event(_ row: SQLRow) throws -> MoveEvent {
        let outcome = try row.optionalText("outcome")
        return MoveEvent(
            position: Int(try row.integer("position")),
            act: try word("act", in: row, MoveAct.init(rawValue:)),
            actor: MoveActor(try row.text("actor")),
            moment: try row.integer("moment"),
            outcome: try outcome.map { text in
                guard let outcome = MoveOutcome(rawValue: text) else {
                    throw RecordError.unknownWord(column: "outcome", word: text)
                }
                return outcome
            },
            words: try row.text("words"),
            rules: try row.text("rules").split(separator: "\n").map(String.init),
            day: try row.optionalInteger("day").map { CivilDate(days: Int($0)) },
            seen: try row.text("seen")
        )
    }

    private static func word<Word>(_ column: String, in row: SQLRow, _ known: (String) -> Word?) throws -> Word {
        let text = try row.text(column)
        guard let word = known(text) else { throw RecordError.unknownWord(column: column, word: text) }
        return word
    }
}
