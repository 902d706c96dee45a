import Store
public import Workspace

/// That a cue was on somebody's week, and what came of it.
public struct CueRow: Sendable, Hashable {
    /// The key.
    public let id: String
    /// Whose week it was on.
    public let reader: PersonID
    /// Whom it concerns.
    public let person: PersonID
    /// What sort of thing.
    public let kind: String
    /// When it was first on the week, microseconds since 1970 UTC.
    public let opened: Int64
    /// What came of it; nil while nobody said.
    public let outcome: String?

    /// Joins its parts.
    public init(id: String, reader: PersonID, person: PersonID, kind: String, opened: Int64, outcome: String? = nil) {
        self.id = id
        self.reader = reader
        self.person = person
        self.kind = kind
        self.opened = opened
        self.outcome = outcome
    }
}

extension Records {
    /// Keeps that cues are on a week; once kept, the first moment stands.
    public func open(_ cues: [CueRow]) async throws {
        guard !cues.isEmpty else { return }
        let workspace = workspace
        try await database.write { connection in
            let rows: [[SQLValue]] = cues.map {
                [
                    .text(workspace.text), .text($0.id), .text($0.reader.text), .text($0.person.text), .text($0.kind),
                    .integer($0.opened),
                ]
            }
            try connection.run(
                """
                INSERT INTO cue (workspace_id, cue_id, reader, person_id, kind, opened) VALUES \(rows: rows)
                ON CONFLICT (workspace_id, cue_id) DO NOTHING
                """
            )
        }
    }

    /// Keeps what came of a cue; the first outcome stands.
    ///
    /// - Returns: false when there is no such cue on the reader's weeks, or it was closed before.
    public func close(
        cue id: String,
        of reader: PersonID,
        _ outcome: String,
        by actor: String,
        now: Int64
    ) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            let changed = try connection.run(
                """
                UPDATE cue SET outcome = \(outcome), closed = \(now)
                WHERE workspace_id = \(workspace.text) AND cue_id = \(id) AND reader = \(reader.text)
                    AND outcome IS NULL
                """
            )
            guard changed > 0 else { return false }
            try connection.note("cue closed", on: id, by: actor, detail: outcome, at: now, in: workspace)
            return true
        }
    }

    /// Every cue that was on somebody's weeks, the newest first.
    public func cues(of reader: PersonID) async throws -> [CueRow] {
        try await cues(where: "reader = \(reader.text)")
    }

    /// The cue under a key; nil when there is none.
    public func cue(_ id: String) async throws -> CueRow? { try await cues(where: "cue_id = \(id)").first }

    private func cues(where condition: SQL) async throws -> [CueRow] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT cue_id, reader, person_id, kind, opened, outcome FROM cue
                WHERE workspace_id = \(workspace.text) AND \(condition) ORDER BY opened DESC, cue_id
                """
            ).map {
                CueRow(
                    id: try $0.text("cue_id"),
                    reader: PersonID(try $0.text("reader")),
                    person: PersonID(try $0.text("person_id")),
                    kind: try $0.text("kind"),
                    opened: try $0.integer("opened"),
                    outcome: try $0.optionalText("outcome")
                )
            }
        }
    }
}
