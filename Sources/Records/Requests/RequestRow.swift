import Evidence
import Store
import Workspace

/// The tables `request_round` and `colleague_request`, both ways.
enum RequestRow {
    static func rounds(
        on connection: any Connection,
        workspace: WorkspaceID,
        where condition: SQL,
        now: Int64
    ) throws -> [SentRound] {
        let rounds = try connection.rows(
            """
            SELECT * FROM request_round WHERE workspace_id = \(workspace.text) AND \(condition)
            ORDER BY sent, round_id
            """
        )
        var requests: [String: [ColleagueRequest]] = [:]
        for batch in try rounds.map({ try $0.text("round_id") }).batches(of: 400) {
            let rows = try connection.rows(
                """
                SELECT * FROM colleague_request
                WHERE workspace_id = \(workspace.text) AND round_id IN \(list: Array(batch))
                ORDER BY round_id, position
                """
            )
            for row in rows { requests[try row.text("round_id"), default: []].append(try request(row, now: now)) }
        }
        return try rounds.map { try round($0, requests: requests[try $0.text("round_id")] ?? []) }
    }

    static func values(of round: SentRound, number: Int, workspace: WorkspaceID) -> [SQLValue] {
        [
            .text(workspace.text), .text(round.id.text), .text(round.subject.text), .integer(Int64(number)),
            .text(round.question.competency), .text(round.question.name), .text(round.question.next),
            .text(round.question.present), .integer(Int64(round.question.nextStage)),
            .integer(Int64(round.question.presentStage)), .integer(round.sent), .text(round.sender.description),
        ]
    }

    static func values(
        of request: ColleagueRequest,
        position: Int,
        in round: SentRound,
        workspace: WorkspaceID
    ) -> [SQLValue] {
        [
            .text(workspace.text), .text(request.id.text), .text(round.id.text), .integer(Int64(position)),
            .text(round.subject.text), .text(request.colleague.text), .text(round.question.competency),
            .integer(Int64(round.question.nextStage)), .integer(round.sent), .integer(request.expires),
        ]
    }

    static func request(_ row: SQLRow, now: Int64) throws -> ColleagueRequest {
        ColleagueRequest(
            id: RequestID(try row.text("request_id")),
            colleague: PersonID(try row.text("colleague")),
            expires: try row.integer("expires"),
            answer: try answer(row)?.settled(at: now)
        )
    }

    /// The answer of a row; nil where there is none.
    static func answer(_ row: SQLRow) throws -> ColleagueAnswer? {
        guard let moment = try row.optionalInteger("answered") else { return nil }
        return ColleagueAnswer(
            request: RequestID(try row.text("request_id")),
            subject: PersonID(try row.text("subject")),
            voice: Voice(
                person: PersonID(try row.text("colleague")),
                account: AccountID(try row.optionalText("voice_account") ?? ""),
                name: try row.optionalText("voice_name") ?? "",
                team: try row.optionalText("voice_team")
            ),
            competency: try row.text("competency"),
            nextStage: Int(try row.integer("next_stage")),
            sight: try word("sight", in: row, ColleagueSight.init(rawValue:)),
            words: try row.optionalText("words") ?? "",
            moment: moment,
            state: try word("state", in: row, EvidenceState.init(rawValue:)),
            shownAt: try row.optionalInteger("shown_at"),
            settledAt: try row.optionalInteger("settled_at")
        )
    }

    /// What the audit remembers of a round.
    static func digest(of round: SentRound) -> String {
        let question = round.question
        let fields =
            [round.subject.text, question.competency, question.name, question.next, question.present]
            + round.requests.map(\.colleague.text)
        return Digest.hexadecimal(Digest.sha256(fields: fields).prefix(16))
    }

    /// What the audit remembers of an answer; its words may go later, its sight never changes.
    static func digest(of answer: ColleagueAnswer) -> String {
        let fields = [answer.request.text, answer.voice.key, answer.competency, answer.sight.rawValue]
        return Digest.hexadecimal(Digest.sha256(fields: fields).prefix(16))
    }

    /// Digests of all rounds and answers, by what the audit calls them.
    static func digests(on connection: any Connection, workspace: WorkspaceID) throws -> [String: String] {
        let rounds = try rounds(on: connection, workspace: workspace, where: "sent >= 0", now: .max)
        var found: [String: String] = [:]
        for round in rounds {
            found[round.id.text] = digest(of: round)
            for request in round.requests { found[request.id.text] = request.answer.map(digest) }
        }
        return found
    }

    /// How the audit names what is sent and what is answered.
    static let sent = "request sent"
    static let answered = "request answered"

    private static func round(_ row: SQLRow, requests: [ColleagueRequest]) throws -> SentRound {
        SentRound(
            id: RoundID(try row.text("round_id")),
            subject: PersonID(try row.text("subject")),
            question: ColleagueQuestion(
                competency: try row.text("competency"),
                name: try row.text("competency_name"),
                next: try row.text("next_statement"),
                present: try row.text("present_statement"),
                nextStage: Int(try row.integer("next_stage")),
                presentStage: Int(try row.integer("present_stage"))
            ),
            sent: try row.integer("sent"),
            sender: LedgerActor(try row.text("sender")),
            requests: requests
        )
    }

    private static func word<Word>(_ column: String, in row: SQLRow, _ known: (String) -> Word?) throws -> Word {
        let text = try row.text(column)
        guard let word = known(text) else { throw RecordError.unknownWord(column: column, word: text) }
        return word
    }
}
