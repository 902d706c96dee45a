import Evidence
import Store
import Workspace

extension Records {
    /// For how long each kind is kept.
    public func retention() async throws -> [RetentionLimit] {
        let workspace = workspace
        return try await database.read { try Retention.limits(on: $0, workspace: workspace) }
    }

    /// Sets for how long a kind is kept; nil for no limit.
    ///
    /// Errors: ``RetentionError``.
    public func keep(_ kind: RetentionKind, days: Int?, by actor: String, now: Int64) async throws {
        if let days, days < kind.shortest { throw RetentionError.tooShort(kind, shortest: kind.shortest) }
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO retention_limit (workspace_id, kind, days)
                VALUES (\(workspace.text), \(kind.rawValue), \(days.map { Int64($0) }))
                ON CONFLICT (workspace_id, kind) DO UPDATE SET days = excluded.days
                """
            )
            let detail = days.map { "\($0) days" } ?? "no limit"
            try connection.note("retention set", on: kind.rawValue, by: actor, detail: detail, at: now, in: workspace)
        }
    }

    /// Writes the pages of everything that retention touches anew, so that what went is in none of them.
    public func scrub() async throws {
        try await database.scrub(tables: ErasureRule.all.filter { !$0.rule.isPlain }.map(\.table) + ["audit"])
    }

    /// Lets everything go whose time is over, and writes one line into the audit for each kind of which something went.
    ///
    /// Shape: a kind a transaction; run twice on a day, the second finds nothing. A preview takes it back.
    public func letGo(isPreview: Bool = false, now: Int64) async throws -> [RetentionDone] {
        var done: [RetentionDone] = []
        for limit in try await retention() {
            guard let days = limit.days else { continue }
            let one = RetentionDone(
                kind: limit.kind,
                count: try await letGo(limit.kind, before: now - Int64(days) * 86_400_000_000, isPreview, now: now),
                before: now - Int64(days) * 86_400_000_000
            )
            if one.count > 0 { done.append(one) }
        }
        return done
    }

    private func letGo(_ kind: RetentionKind, before: Int64, _ isPreview: Bool, now: Int64) async throws -> Int {
        let workspace = workspace
        do {
            return try await database.write { connection in
                let retention = Retention(workspace: workspace, connection: connection, before: before, now: now)
                let count = try retention.letGo(kind)
                if isPreview { throw Preview(count: count) }
                guard count > 0 else { return 0 }
                try connection.note(
                    Retention.act,
                    on: kind.rawValue,
                    by: "crosstie",
                    detail: "\(count) from before \(CivilDate(microseconds: before))",
                    at: now,
                    in: workspace
                )
                return count
            }
        } catch let preview as Preview {
            return preview.count
        }
    }

    private struct Preview: Error { let count: Int }
}

/// One kind of things on their way out, in one transaction.
private struct Retention {
    static let act = "kept to retention"
    let workspace: WorkspaceID
    let connection: any Connection
    let before: Int64
    let now: Int64

    static func limits(on connection: any Connection, workspace: WorkspaceID) throws -> [RetentionLimit] {
        var set: [String: Int?] = [:]
        for row in try connection.rows("SELECT kind, days FROM retention_limit WHERE workspace_id = \(workspace.text)")
        {
            set[try row.text("kind")] = .some(try row.optionalInteger("days").map { Int($0) })
        }
        return RetentionKind.allCases.map { kind in
            guard let days = set[kind.rawValue] else {
                return RetentionLimit(kind: kind, days: kind.standard, isSet: false)
            }
            return RetentionLimit(kind: kind, days: days, isSet: true)
        }
    }

    func letGo(_ kind: RetentionKind) throws -> Int {
        switch kind {
        case .evidence: try evidence()
        case .messages: try messages()
        case .reviews: try reviews()
        case .answers:
            try connection.run(
                """
                UPDATE colleague_request SET words = NULL
                WHERE workspace_id = \(workspace.text) AND answered < \(before) AND words IS NOT NULL AND words <> ''
                """
            )
        case .feedback: try delete("feedback_request", "sent < \(before) AND entry_id IS NULL")
        case .notes: try delete("private_note", "moment < \(before)")
        case .meetings:
            try delete("one_on_one", "day < \(Int64(CivilDate(microseconds: before).days))")
                + delete("agreed_action", "closed < \(before)")
                + delete("found_meeting", "starts < \(before)")
        case .receipts: try delete("look", "moment < \(before)")
        case .cues: try delete("cue", "opened < \(before)") + delete("support_signal", "opened < \(before)")
        case .rewordings: try rewordings()
        case .sessions:
            try delete("session", "used < \(before) OR begun < \(before)")
                + delete("sign_in_link", "expires < \(before)")
        case .inbox: try delete("slack_inbox", "done < \(before)")
        case .outbox:
            try delete("slack_outbox", "moment < \(before) AND state IN ('sent', 'dropped', 'failed')")
        case .programs: try delete("program_answer", "begun < \(before)")
        case .deliveries: try delete("delivery", "moment < \(before)")
        }
    }

    private func delete(_ table: SQL, _ condition: SQL) throws -> Int {
        try connection.run("DELETE FROM \(table) WHERE workspace_id = \(workspace.text) AND (\(condition))")
    }

    private func messages() throws -> Int {
        try connection.run(
            """
            UPDATE message SET author = NULL, deleted = \(true), marks = 0, named = ''
            WHERE workspace_id = \(workspace.text) AND posted < \(before)
                AND (author IS NOT NULL OR NOT deleted OR marks <> 0 OR named <> '')
            """
        )
    }

    private func rewordings() throws -> Int {
        try connection.run(
            """
            DELETE FROM rewording_source WHERE workspace_id = \(workspace.text) AND rewording_id IN (
                SELECT rewording_id FROM rewording WHERE workspace_id = \(workspace.text) AND moment < \(before)
            )
            """
        )
        return try delete("rewording", "moment < \(before)")
    }

    /// Evidence goes with the words that were built on it; the audit is told what is left of what came in together.
    private func evidence() throws -> Int {
        let rows = try connection.rows(
            """
            SELECT entry_id, captured_in FROM evidence WHERE workspace_id = \(workspace.text) AND posted < \(before)
            """
        )
        guard !rows.isEmpty else { return 0 }
        let places = try Set(rows.map { try $0.integer("captured_in") }).sorted()
        // What did not fit before is not made to fit now.
        let sound = try places.filter { try digest(at: $0) == (try remembered(at: $0)) }
        for row in rows {
            let entry = EntryID(try row.text("entry_id"))
            try ReviewSealing.forget(entry, now: now, workspace: workspace, on: connection)
            try RewordingSources.forget(entry, workspace: workspace, on: connection)
        }
        let count = try delete("evidence", "posted < \(before)")
        // What a message was is let go of with it, so that reading the same export again does not bring it back.
        try connection.run(
            """
            UPDATE message SET author = NULL, deleted = \(true), marks = 0, named = ''
            WHERE workspace_id = \(workspace.text) AND posted < \(before)
            """
        )
        var audit = try AuditChain(workspace: workspace, on: connection)
        for place in sound {
            append(Restatement.captured + " \(place)", try digest(at: place) ?? "", to: &audit)
        }
        try audit.flush(on: connection)
        return count
    }

    private func append(_ object: String, _ detail: String, to audit: inout AuditChain) {
        audit.append(
            .init(actor: "crosstie", name: AuditChain.restated, object: object, detail: detail),
            at: now
        )
    }

    /// The digest over what came in at a place and is still there; nil where nothing is.
    private func digest(at place: Int64) throws -> String? {
        let rows = try connection.rows(
            """
            SELECT entry_id, captured_as FROM evidence
            WHERE workspace_id = \(workspace.text) AND captured_in = \(place)
            """
        )
        guard !rows.isEmpty else { return nil }
        return EvidenceRow.digest(
            ofCaptured: try rows.map { (id: try $0.text("entry_id"), content: try $0.text("captured_as")) }
        )
    }

    /// The digest that the audit has of it.
    private func remembered(at place: Int64) throws -> String? {
        let later = try connection.rows(
            """
            SELECT detail FROM audit WHERE workspace_id = \(workspace.text) AND act = \(AuditChain.restated)
                AND object = \(Restatement.captured + " \(place)") ORDER BY position DESC LIMIT 1
            """
        ).first
        let first = try connection.rows(
            "SELECT detail FROM audit WHERE workspace_id = \(workspace.text) AND position = \(place)"
        ).first
        return try (later ?? first)?.text("detail")
    }

    private func reviews() throws -> Int {
        let ids = try connection.rows(
            """
            SELECT review_id FROM review
            WHERE workspace_id = \(workspace.text) AND state = 'sealed' AND sealed_at < \(before)
            """
        ).map { try $0.text("review_id") }
        var audit = try AuditChain(workspace: workspace, on: connection)
        for id in ids {
            let versions = try connection.rows(
                "SELECT version FROM review_version WHERE workspace_id = \(workspace.text) AND review_id = \(id)"
            )
            for version in versions {
                append(Restatement.review + " \(id) \(try version.integer("version"))", "", to: &audit)
            }
            append(Restatement.review + " \(id) seal", "", to: &audit)
            for table in ["review_seal", "review_words", "review_version", "review"] as [SQL] {
                _ = try delete(table, "review_id = \(id)")
            }
        }
        try audit.flush(on: connection)
        return ids.count
    }
}
