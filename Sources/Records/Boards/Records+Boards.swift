import Store
public import Workspace

extension Records {
    /// Keeps a new board.
    public func convene(_ board: BoardRow) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO board (workspace_id, board_id, name, columns, first_day, last_day, convened, convener)
                VALUES (\(workspace.text), \(board.id), \(board.name), \(board.columns.joined(separator: " ")),
                    \(board.from.days), \(board.to.days), \(board.convened), \(board.convener?.text ?? ""))
                """
            )
            for (table, people) in [("board_seat", board.seats), ("board_case", board.cases)] as [(SQL, [PersonID])] {
                for batch in people.batches(of: 200) {
                    let rows = batch.map { [SQLValue.text(workspace.text), .text(board.id), .text($0.text)] }
                    try connection.run("INSERT INTO \(table) (workspace_id, board_id, person_id) VALUES \(rows: rows)")
                }
            }
            let detail = "\(board.seats.count) calibrators, \(board.cases.count) cases"
            try connection.note(
                "board convened",
                on: "board \(board.id)",
                by: board.convener?.text ?? "console",
                detail: detail,
                at: board.convened,
                in: workspace
            )
        }
    }

    /// Every board, the newest first.
    public func boards() async throws -> [BoardRow] {
        let workspace = workspace
        return try await database.read { connection in
            let people = { (table: SQL) throws -> [String: [PersonID]] in
                let rows = try connection.rows(
                    """
                    SELECT board_id, person_id FROM \(table)
                    WHERE workspace_id = \(workspace.text) ORDER BY board_id, person_id
                    """
                )
                return try rows.reduce(into: [:]) {
                    $0[try $1.text("board_id"), default: []].append(PersonID(try $1.text("person_id")))
                }
            }
            let (seats, cases) = (try people("board_seat"), try people("board_case"))
            return try connection.rows(
                "SELECT * FROM board WHERE workspace_id = \(workspace.text) ORDER BY convened DESC, board_id"
            ).map { row in
                let (id, convener) = (try row.text("board_id"), try row.text("convener"))
                return BoardRow(
                    id: id,
                    name: try row.text("name"),
                    columns: try row.text("columns").split(separator: " ").map(String.init),
                    from: CivilDate(days: Int(try row.integer("first_day"))),
                    to: CivilDate(days: Int(try row.integer("last_day"))),
                    convened: try row.integer("convened"),
                    convener: convener.isEmpty ? nil : PersonID(convener),
                    seats: seats[id] ?? [],
                    cases: cases[id] ?? [],
                    locked: try row.optionalInteger("locked"),
                    seal: try row.optionalText("seal")
                )
            }
        }
    }

    /// Everything that was said on a board, in the order in which it was said.
    ///
    /// Errors: `VaultError.wrongKey`, `VaultError.damaged`.
    public func words(of board: String, vault: Vault) async throws -> [BoardWord] {
        let workspace = workspace
        return try await database.read {
            try BoardSealing(workspace: workspace, vault: vault, connection: $0).words(of: board)
        }
    }

    /// What was said about one person on a board.
    public func words(of board: String, about person: PersonID, vault: Vault) async throws -> [BoardWord] {
        let workspace = workspace
        return try await database.read {
            try BoardSealing(workspace: workspace, vault: vault, connection: $0).words(of: board, about: person)
        }
    }

    /// How many cases of each board have an outcome; boards with none are left out.
    ///
    /// Nothing that was said is opened.
    public func decidedCases() async throws -> [String: Int] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT board_id, count(DISTINCT person_id) AS cases FROM board_word
                WHERE workspace_id = \(workspace.text) AND sort = 'decision' GROUP BY board_id
                """
            ).reduce(into: [:]) { $0[try $1.text("board_id")] = Int(try $1.integer("cases")) }
        }
    }

    /// The cases on which somebody has voted, by board; nothing that was said is opened.
    public func ownVotes(of calibrator: PersonID) async throws -> [String: Set<PersonID>] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT board_id, person_id FROM board_word
                WHERE workspace_id = \(workspace.text) AND author = \(calibrator.text) AND sort = 'vote'
                """
            ).reduce(into: [:]) {
                $0[try $1.text("board_id"), default: []].insert(PersonID(try $1.text("person_id")))
            }
        }
    }

    /// Keeps something said on a board that is open; false when its record is locked.
    public func keep(_ word: BoardWord, on board: String, vault: Vault) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            let sealing = BoardSealing(workspace: workspace, vault: vault, connection: connection)
            try sealing.checkKey()
            guard try sealing.isOpen(board) else { return false }
            try sealing.put(word, on: board)
            try connection.note(
                "board \(word.sort.rawValue)",
                on: "board \(board)",
                by: word.author.text,
                detail: Digest.hexadecimal(BoardSealing.digest([word])),
                at: word.moment,
                in: workspace
            )
            return true
        }
    }

    /// Locks a board's record; what was said until now is digested into the audit.
    ///
    /// - Returns: the digest; nil when the record was locked before.
    public func lock(board: String, vault: Vault, by actor: String, now: Int64) async throws -> String? {
        let workspace = workspace
        return try await database.write { connection in
            let sealing = BoardSealing(workspace: workspace, vault: vault, connection: connection)
            guard try sealing.isOpen(board) else { return nil }
            let seal = Digest.hexadecimal(BoardSealing.digest(try sealing.words(of: board)))
            try connection.run(
                """
                UPDATE board SET locked = \(now), seal = \(seal)
                WHERE workspace_id = \(workspace.text) AND board_id = \(board)
                """
            )
            try connection.note("board locked", on: "board \(board)", by: actor, detail: seal, at: now, in: workspace)
            return seal
        }
    }

    /// The digest of what was said, to hold a locked record against.
    public func seal(of words: [BoardWord]) -> String { Digest.hexadecimal(BoardSealing.digest(words)) }
}
