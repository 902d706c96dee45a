public import Evidence
import Store
public import Workspace

/// A round about to be sent: the question, and whom to ask in which order.
public struct RoundDraft: Sendable, Hashable {
    /// What is asked.
    public let question: ColleagueQuestion
    /// Who is asked; whoever may not be asked now is left out when it is sent.
    public let colleagues: [PersonID]

    /// Joins question and colleagues.
    public init(question: ColleagueQuestion, colleagues: [PersonID]) {
        self.question = question
        self.colleagues = colleagues
    }
}

extension Records {
    /// Sends a round about a person; the limits are looked up in the same transaction, so that no two rounds break them.
    ///
    /// Shape: `name` is used where it cannot be sent; `make` drafts the round from who was asked how often.
    /// Errors: `RequestError.notDue`, `.nobodyToAsk`, and what `make` throws.
    @discardableResult
    public func send(
        roundAbout subject: PersonID,
        name: String,
        by sender: LedgerActor,
        now: Int64,
        _ make: @escaping @Sendable (RequestLoad) throws -> RoundDraft
    ) async throws -> SentRound {
        let workspace = workspace
        return try await database.write { connection in
            let load = try Self.load(about: subject, now: now, workspace: workspace, on: connection)
            guard RequestSchedule.isFree(last: load.last, now: now) else {
                throw RequestError.notDue(name: name, next: RequestSchedule.next(after: load.last))
            }
            let draft = try make(load)
            let asked = load.admitted(draft.colleagues.filter { $0 != subject })
            guard !asked.isEmpty else { throw RequestError.nobodyToAsk(name: name) }
            let number = try Self.lastNumber(about: subject, workspace: workspace, on: connection) + 1
            let id = RoundID(subject, number: number)
            let round = SentRound(
                id: id,
                subject: subject,
                question: draft.question,
                sent: now,
                sender: sender,
                requests: asked.enumerated().map { place, colleague in
                    ColleagueRequest(
                        id: RequestID(id, number: place + 1),
                        colleague: colleague,
                        expires: RequestSchedule.expiry(of: now)
                    )
                }
            )
            try Self.insert(round, number: number, workspace: workspace, on: connection)
            return round
        }
    }

    /// Rounds about a person, oldest first, with states as of a moment.
    public func rounds(about subject: PersonID, now: Int64) async throws -> [SentRound] {
        let workspace = workspace
        return try await database.read { connection in
            try RequestRow.rounds(
                on: connection,
                workspace: workspace,
                where: "subject = \(subject.text) AND sent <= \(now)",
                now: now
            )
        }
    }

    /// Rounds about everybody since a moment, oldest first.
    public func rounds(since: Int64, now: Int64) async throws -> [SentRound] {
        let workspace = workspace
        return try await database.read { connection in
            try RequestRow.rounds(
                on: connection,
                workspace: workspace,
                where: "sent BETWEEN \(since) AND \(now)",
                now: now
            )
        }
    }

    /// Rounds in which a colleague was asked, oldest first; of each only the colleague's own request.
    public func rounds(asking colleague: PersonID, now: Int64) async throws -> [SentRound] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT DISTINCT round_id FROM colleague_request
                WHERE workspace_id = \(workspace.text) AND colleague = \(colleague.text) AND sent <= \(now)
                ORDER BY round_id
                """
            )
            let ids = try rows.map { try $0.text("round_id") }
            return try RequestRow.rounds(
                on: connection,
                workspace: workspace,
                where: "round_id IN \(list: ids)",
                now: now
            ).map { round in
                SentRound(
                    id: round.id,
                    subject: round.subject,
                    question: round.question,
                    sent: round.sent,
                    sender: round.sender,
                    requests: round.requests.filter { $0.colleague == colleague }
                )
            }
        }
    }

    /// One request and whose work it is about; nil when there is none under this id.
    public func request(
        _ id: RequestID,
        now: Int64
    ) async throws -> (subject: PersonID, request: ColleagueRequest)? {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT * FROM colleague_request
                WHERE workspace_id = \(workspace.text) AND request_id = \(id.text)
                """
            ).first.map { (PersonID(try $0.text("subject")), try RequestRow.request($0, now: now)) }
        }
    }

    /// True when the workspace lets the schedule send requests by itself; off unless somebody turned it on.
    public func asksAutomatically() async throws -> Bool {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT automatic FROM request_setting WHERE workspace_id = \(workspace.text)"
            ).first?.boolean("automatic") ?? false
        }
    }

    /// Lets the schedule send requests by itself, or stops it.
    public func set(asksAutomatically automatic: Bool, by actor: LedgerActor, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO request_setting (workspace_id, automatic) VALUES (\(workspace.text), \(automatic))
                ON CONFLICT (workspace_id) DO UPDATE SET automatic = excluded.automatic
                """
            )
            try connection.note(
                "requests by schedule",
                on: workspace.text,
                by: actor.description,
                detail: automatic ? "on" : "off",
                at: now,
                in: workspace
            )
        }
    }

    private static func insert(
        _ round: SentRound,
        number: Int,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO request_round (workspace_id, round_id, subject, number, competency, competency_name,
                next_statement, present_statement, next_stage, present_stage, sent, sender)
            VALUES \(rows: [RequestRow.values(of: round, number: number, workspace: workspace)])
            """
        )
        let rows = round.requests.enumerated().map { place, request in
            RequestRow.values(of: request, position: place + 1, in: round, workspace: workspace)
        }
        try connection.run(
            """
            INSERT INTO colleague_request (workspace_id, request_id, round_id, position, subject, colleague,
                competency, next_stage, sent, expires)
            VALUES \(rows: rows)
            """
        )
        try connection.note(
            RequestRow.sent,
            on: round.id.text,
            by: round.sender.description,
            detail: RequestRow.digest(of: round),
            at: round.sent,
            in: workspace
        )
    }

    private static func lastNumber(
        about subject: PersonID,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws -> Int {
        let last = try connection.rows(
            """
            SELECT coalesce(max(number), 0) AS last FROM request_round
            WHERE workspace_id = \(workspace.text) AND subject = \(subject.text)
            """
        ).first?.integer("last")
        return Int(last ?? 0)
    }
}
