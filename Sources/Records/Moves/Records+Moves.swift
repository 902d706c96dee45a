import Store
public import Workspace

extension Records {
    /// Moves of one person or of everybody, oldest first.
    public func moves(of person: PersonID? = nil) async throws -> [Move] {
        let workspace = workspace
        return try await database.read { connection in
            let one: SQL = person.map { "AND person_id = \($0.text)" } ?? ""
            return try MoveRow.moves(on: connection, workspace: workspace, where: one)
        }
    }

    /// A move with its history; nil when there is none under this id.
    public func move(_ id: MoveID) async throws -> (move: Move, events: [MoveEvent])? {
        let workspace = workspace
        return try await database.read { connection in
            let one: SQL = "AND move_id = \(id.text)"
            guard let move = try MoveRow.moves(on: connection, workspace: workspace, where: one).first else {
                return nil
            }
            return (move, try MoveRow.events(on: connection, workspace: workspace, where: one).map(\.event))
        }
    }

    /// Everybody's histories, by move.
    public func moveEvents() async throws -> [MoveID: [MoveEvent]] {
        let workspace = workspace
        return try await database.read { connection in
            Dictionary(grouping: try MoveRow.events(on: connection, workspace: workspace), by: \.move)
                .mapValues { $0.map(\.event) }
        }
    }

    /// Begins a move with its first steps; its number in the person's history is given here.
    ///
    /// Shape: `title` is the new title on the door where the move is in force at once.
    @discardableResult
    public func begin(
        moveOf person: PersonID,
        title: String? = nil,
        _ make: @escaping @Sendable (MoveID) throws -> (move: Move, events: [MoveEvent])
    ) async throws -> Move {
        let workspace = workspace
        return try await database.write { connection in
            let earlier = try connection.rows(
                """
                SELECT count(*) AS moves FROM move
                WHERE workspace_id = \(workspace.text) AND person_id = \(person.text)
                """
            ).first?.integer("moves")
            let (move, events) = try make(MoveID(person, number: Int(earlier ?? 0) + 1))
            var commit = MoveCommit(workspace: workspace, connection: connection)
            try commit.insert([(move, events)])
            if move.state.isInForce { try commit.apply(move, title: title) }
            return move
        }
    }

    /// Adds one step to a move and keeps what it makes of it; where it is in force now, the person's standing follows.
    ///
    /// Errors: `StoreError.conflict` when somebody else added a step meanwhile; nothing is changed then.
    public func add(_ event: MoveEvent, to move: Move, title: String? = nil) async throws {
        let workspace = workspace
        try await database.write { connection in
            var commit = MoveCommit(workspace: workspace, connection: connection)
            try commit.add(event, to: move)
            if event.act == .decided, move.state.isInForce { try commit.apply(move, title: title) }
        }
    }
}

/// Moves on their way into the record.
struct MoveCommit {
    let workspace: WorkspaceID
    let connection: any Connection

    mutating func insert(_ moves: [(move: Move, events: [MoveEvent])]) throws {
        for batch in moves.batches(of: 100) {
            let rows = batch.map { MoveRow.values(of: $0.move, workspace: workspace) }
            try connection.run(
                """
                INSERT INTO move (workspace_id, move_id, person_id, kind, from_track, from_level, to_track, to_level,
                    state, begun, day, returns, ladder)
                VALUES \(rows: rows)
                """
            )
        }
        try insert(moves.flatMap { move, events in events.map { (move, $0) } })
    }

    mutating func add(_ event: MoveEvent, to move: Move) throws {
        try insert([(move, event)])
        try connection.run(
            """
            UPDATE move SET state = \(move.state.rawValue), day = \(move.day?.days)
            WHERE workspace_id = \(workspace.text) AND move_id = \(move.id.text)
            """
        )
    }

    /// Lets the person stand where a move leads to; the clock's first day changes with the level alone.
    func apply(_ move: Move, title: String?) throws {
        let since: SQL = move.from.level == move.to.level ? "level_since" : "\(move.day?.days)"
        try connection.run(
            """
            UPDATE person SET track = \(move.to.track.rawValue), level = \(move.to.level), level_since = \(since),
                title = coalesce(CAST(\(title) AS TEXT), title)
            WHERE workspace_id = \(workspace.text) AND person_id = \(move.person.text)
            """
        )
    }

    private func insert(_ events: [(move: Move, event: MoveEvent)]) throws {
        var audit = try AuditChain(workspace: workspace, on: connection)
        for batch in events.batches(of: 100) {
            try connection.run(
                """
                INSERT INTO move_event (workspace_id, move_id, position, act, actor, moment, outcome, words, rules, day,
                    seen)
                VALUES \(rows: batch.map { MoveRow.values(of: $0.event, move: $0.move.id, workspace: workspace) })
                """
            )
            for (move, event) in batch {
                audit.append(
                    .init(
                        actor: event.actor.description,
                        name: MoveRow.act(event.act),
                        object: MoveRow.object(move.id, event.position),
                        detail: MoveRow.digest(of: event, in: move)
                    ),
                    at: event.moment
                )
            }
        }
        try audit.flush(on: connection)
    }
}
