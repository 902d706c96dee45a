import Store
public import Workspace

extension Records {
    /// Takes over a people file: everybody in it is kept, whoever is missing from it is marked as left.
    ///
    /// The same people again change nothing. A change of level or track leaves a move that says so; a file that has not
    /// heard yet of a decided move takes nothing back.
    @discardableResult
    public func replacePeople(_ people: [Person], ladder: String = "", now: Int64) async throws -> PeopleOutcome {
        let workspace = workspace
        let today = CivilDate(microseconds: now)
        return try await database.write { connection in
            let kept = try Self.people(workspace: workspace, on: connection)
            let moves = try MoveRow.moves(on: connection, workspace: workspace)
            let takeover = PeopleTakeover(file: people, kept: kept, moves: moves, today: today)
            guard Set(kept) != Set(takeover.people) else { return takeover.outcome }
            let rows = takeover.people.map { Self.row(of: $0, workspace: workspace) }
            try connection.run("UPDATE person SET active = \(false) WHERE workspace_id = \(workspace.text)")
            for batch in rows.batches(of: 100) {
                try connection.run(
                    """
                    INSERT INTO person (workspace_id, person_id, name, email, account_id, manager_id, team, track, level,
                        family, title, started, level_since, active)
                    VALUES \(rows: batch)
                    ON CONFLICT (workspace_id, person_id) DO UPDATE SET
                        name = excluded.name, email = excluded.email, account_id = excluded.account_id,
                        manager_id = excluded.manager_id, team = excluded.team, track = excluded.track,
                        level = excluded.level, family = excluded.family, title = excluded.title,
                        started = excluded.started, level_since = excluded.level_since, active = excluded.active
                    """
                )
            }
            var audit = try AuditChain(workspace: workspace, on: connection)
            let detail = Digest.hexadecimal(Digest.sha256(fields: rows.flatMap { $0.map(\.auditText) }))
            audit.append(
                .init(
                    actor: "operator",
                    name: "people file taken over",
                    object: "\(people.count) people",
                    detail: detail
                ),
                at: now
            )
            try audit.flush(on: connection)
            var commit = MoveCommit(workspace: workspace, connection: connection)
            try commit.insert(takeover.moves(ladder: ladder, now: now))
            return takeover.outcome
        }
    }

    /// Everybody, also those who left, by id.
    public func people() async throws -> [Person] {
        let workspace = workspace
        return try await database.read { try Self.people(workspace: workspace, on: $0) }
    }

    private static func people(workspace: WorkspaceID, on connection: any Connection) throws -> [Person] {
        try connection.rows(
            "SELECT * FROM person WHERE workspace_id = \(workspace.text) ORDER BY person_id"
        ).map(Person.init)
    }

    private static func row(of person: Person, workspace: WorkspaceID) -> [SQLValue] {
        [
            .text(workspace.text), .text(person.id.text), .text(person.name), person.email.sqlValue,
            (person.account?.text).sqlValue, (person.manager?.text).sqlValue, person.team.sqlValue,
            .text(person.track.rawValue), person.level.sqlValue, .text(person.family), person.title.sqlValue,
            (person.started?.days).sqlValue, (person.levelSince?.days).sqlValue, .boolean(person.active),
        ]
    }
}

extension Person {
    fileprivate init(_ row: SQLRow) throws {
        let word = try row.text("track")
        guard let track = Track(rawValue: word) else { throw RecordError.unknownWord(column: "track", word: word) }
        self.init(
            id: PersonID(try row.text("person_id")),
            name: try row.text("name"),
            email: try row.optionalText("email"),
            account: try row.optionalText("account_id").map { AccountID($0) },
            manager: try row.optionalText("manager_id").map { PersonID($0) },
            team: try row.optionalText("team"),
            track: track,
            level: try row.optionalInteger("level").map { Int($0) },
            family: try row.text("family"),
            title: try row.optionalText("title"),
            started: try row.optionalInteger("started").map { CivilDate(days: Int($0)) },
            levelSince: try row.optionalInteger("level_since").map { CivilDate(days: Int($0)) },
            active: try row.boolean("active")
        )
    }
}

extension SQLValue {
    /// The value as the audit's digest takes it.
    fileprivate var auditText: String {
        switch self {
        case .null: "-"
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): "\"" + text
        case .bytes(let bytes): Digest.hexadecimal(bytes)
        case .boolean(let answer): answer ? "true" : "false"
        }
    }
}
