public import Evidence
import Store
public import Workspace

extension Records {
    /// Keeps what a colleague answered and shows it to its subject.
    ///
    /// Answers of people who report to the subject wait until four of them have answered, and are then shown together.
    /// Errors: `RequestError.noSuchRequest`, `.answered`, `.expired`.
    /// Shape: `voice` is the colleague with name and team of today, whom the request has to have been sent to; `words` may be
    /// empty; `isReport` says whether the colleague reports to the subject.
    @discardableResult
    public func answer(
        _ id: RequestID,
        voice: Voice,
        sight: ColleagueSight,
        words: String,
        isReport: Bool,
        now: Int64
    ) async throws -> ColleagueAnswer {
        let workspace = workspace
        return try await database.write { connection in
            let row = try connection.rows(
                """
                SELECT * FROM colleague_request
                WHERE workspace_id = \(workspace.text) AND request_id = \(id.text)
                    AND colleague = \(voice.person?.text ?? "")
                """
            ).first
            guard let row else { throw RequestError.noSuchRequest(id.text) }
            let request = try RequestRow.request(row, now: now)
            switch request.standing(at: now) {
            case .answered: throw RequestError.answered(id)
            case .expired: throw RequestError.expired(id, on: CivilDate(microseconds: request.expires))
            case .open: break
            }
            let subject = PersonID(try row.text("subject"))
            let answer = ColleagueAnswer(
                request: id,
                subject: subject,
                voice: voice,
                competency: try row.text("competency"),
                nextStage: Int(try row.integer("next_stage")),
                sight: sight,
                words: words,
                moment: now,
                state: isReport ? .captured : .shown,
                shownAt: isReport ? nil : now
            )
            try Self.keep(answer, isReport: isReport, workspace: workspace, on: connection)
            if isReport { try Self.showReports(about: subject, now: now, workspace: workspace, on: connection) }
            try connection.note(
                RequestRow.answered,
                on: id.text,
                by: voice.key,
                detail: RequestRow.digest(of: answer),
                at: now,
                in: workspace
            )
            return answer
        }
    }

    /// Answers about a person that the person can see, oldest first, with states as of a moment; withdrawn ones left out.
    public func answers(about subject: PersonID, now: Int64) async throws -> [ColleagueAnswer] {
        try await answers(where: "subject = \(subject.text)", now: now)
    }

    /// Answers about some people, by person, as `answers(about:now:)`.
    public func answers(about subjects: [PersonID], now: Int64) async throws -> [PersonID: [ColleagueAnswer]] {
        guard !subjects.isEmpty else { return [:] }
        return Dictionary(
            grouping: try await answers(where: "subject IN \(list: subjects.map(\.text))", now: now),
            by: \.subject
        )
    }

    /// Answers about everybody, by person, as `answers(about:now:)`.
    public func answersByPerson(now: Int64) async throws -> [PersonID: [ColleagueAnswer]] {
        Dictionary(grouping: try await answers(where: "answered IS NOT NULL", now: now), by: \.subject)
    }

    /// Does something about an answer and writes down who did it; a withdrawn one loses its words.
    ///
    /// Errors: `RequestError.noSuchAnswer`, `.notFrom`.
    public func perform(
        _ act: EvidenceAct,
        onAnswerTo id: RequestID,
        by actor: LedgerActor,
        reason: String = "",
        now: Int64
    ) async throws {
        let workspace = workspace
        try await database.write { connection in
            let row = try connection.rows(
                """
                SELECT * FROM colleague_request
                WHERE workspace_id = \(workspace.text) AND request_id = \(id.text)
                """
            ).first
            guard let answer = try row.flatMap({ try RequestRow.answer($0) })?.settled(at: now) else {
                throw RequestError.noSuchAnswer(id.text)
            }
            guard let state = answer.state.after(act) else {
                throw RequestError.notFrom(state: answer.state, act: act)
            }
            let settled = state == .settled ? answer.settledAt ?? now : answer.settledAt
            try connection.run(
                """
                UPDATE colleague_request SET state = \(state.rawValue), settled_at = \(settled),
                    words = \(state == .withdrawn ? "" : answer.words)
                WHERE workspace_id = \(workspace.text) AND request_id = \(id.text)
                """
            )
            try connection.note(
                "answer \(act.rawValue)",
                on: id.text,
                by: actor.description,
                detail: reason,
                at: now,
                in: workspace
            )
        }
    }

    private func answers(where condition: SQL, now: Int64) async throws -> [ColleagueAnswer] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT * FROM colleague_request
                WHERE workspace_id = \(workspace.text) AND \(condition) AND answered <= \(now)
                    AND state NOT IN ('captured', 'withdrawn')
                ORDER BY answered, request_id
                """
            ).compactMap { try RequestRow.answer($0)?.settled(at: now) }
        }
    }

    private static func keep(
        _ answer: ColleagueAnswer,
        isReport: Bool,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws {
        try connection.run(
            """
            UPDATE colleague_request SET answered = \(answer.moment), sight = \(answer.sight.rawValue),
                words = \(answer.words), voice_account = \(answer.voice.account.text),
                voice_name = \(answer.voice.name), voice_team = \(answer.voice.team), by_report = \(isReport),
                state = \(answer.state.rawValue), shown_at = \(answer.shownAt)
            WHERE workspace_id = \(workspace.text) AND request_id = \(answer.request.text)
            """
        )
    }

    /// Shows what reports answered once there are enough of them, so that nobody stands out.
    private static func showReports(
        about subject: PersonID,
        now: Int64,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws {
        let voices = try connection.rows(
            """
            SELECT count(DISTINCT colleague) AS voices FROM colleague_request
            WHERE workspace_id = \(workspace.text) AND subject = \(subject.text) AND by_report
                AND state = 'captured'
            """
        ).first?.integer("voices")
        guard Int(voices ?? 0) >= RequestSchedule.fewestReports else { return }
        try connection.run(
            """
            UPDATE colleague_request SET state = 'shown', shown_at = \(now)
            WHERE workspace_id = \(workspace.text) AND subject = \(subject.text) AND by_report
                AND state = 'captured'
            """
        )
    }
}
