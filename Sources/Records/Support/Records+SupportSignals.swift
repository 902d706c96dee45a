import Store
public import Workspace

/// That a support signal was opened, and what came of it; kinds and answers as the words of their module.
public struct SupportSignalRow: Sendable, Hashable {
    /// The key.
    public let id: String
    /// Whom it is about.
    public let person: PersonID
    /// What it is about.
    public let kind: String
    /// When the person could first see it, microseconds since 1970 UTC.
    public let opened: Int64
    /// What came of it; nil while nobody said.
    public let answer: String?

    /// Joins its parts.
    public init(id: String, person: PersonID, kind: String, opened: Int64, answer: String? = nil) {
        self.id = id
        self.person = person
        self.kind = kind
        self.opened = opened
        self.answer = answer
    }
}

/// What a person chose about support signals.
public struct SupportChoice: Sendable, Hashable {
    /// True when nothing is looked for.
    public var isOff: Bool
    /// The zone of the person's hours, such as `Europe/Berlin`; nil where none was given.
    public var zone: String?

    /// Joins the two; unless told, signals are on and no hours are known.
    public init(isOff: Bool = false, zone: String? = nil) {
        self.isOff = isOff
        self.zone = zone
    }
}

extension Records {
    /// Keeps that a signal was opened; once kept, the first moment stands.
    ///
    /// Shape: the audit hears that a signal was opened, and neither about whom nor about what.
    public func open(_ signal: SupportSignalRow, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let made = try connection.run(
                """
                INSERT INTO support_signal (workspace_id, signal_id, person_id, kind, opened)
                VALUES (\(workspace.text), \(signal.id), \(signal.person.text), \(signal.kind), \(signal.opened))
                ON CONFLICT (workspace_id, signal_id) DO NOTHING
                """
            )
            guard made > 0 else { return }
            try connection.note("support signal opened", on: signal.id, by: "crosstie", at: now, in: workspace)
        }
    }

    /// Keeps what came of an open signal; the first answer stands.
    ///
    /// - Returns: false when there is no such signal about the person, or somebody answered before.
    public func answer(
        supportSignal id: String,
        of person: PersonID,
        _ answer: String,
        by actor: String,
        now: Int64
    ) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            let changed = try connection.run(
                """
                UPDATE support_signal SET answer = \(answer), answered = \(now), answered_by = \(actor)
                WHERE workspace_id = \(workspace.text) AND signal_id = \(id) AND person_id = \(person.text)
                    AND answer IS NULL
                """
            )
            guard changed > 0 else { return false }
            try connection.note("support signal answered", on: id, by: actor, detail: answer, at: now, in: workspace)
            return true
        }
    }

    /// Every signal about a person that was ever opened, the newest first.
    public func supportSignals(of person: PersonID) async throws -> [SupportSignalRow] {
        try await supportSignals(where: "person_id = \(person.text)")
    }

    /// The signal under a key; nil when there is none.
    public func supportSignal(_ id: String) async throws -> SupportSignalRow? {
        try await supportSignals(where: "signal_id = \(id)").first
    }

    private func supportSignals(where condition: SQL) async throws -> [SupportSignalRow] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT signal_id, person_id, kind, opened, answer FROM support_signal
                WHERE workspace_id = \(workspace.text) AND \(condition) ORDER BY opened DESC, signal_id
                """
            ).map {
                SupportSignalRow(
                    id: try $0.text("signal_id"),
                    person: PersonID(try $0.text("person_id")),
                    kind: try $0.text("kind"),
                    opened: try $0.integer("opened"),
                    answer: try $0.optionalText("answer")
                )
            }
        }
    }

    /// What people chose about signals; whoever never chose is not among them.
    public func supportChoices() async throws -> [PersonID: SupportChoice] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                "SELECT person_id, switched_off, zone FROM support_choice WHERE workspace_id = \(workspace.text)"
            )
            return Dictionary(
                uniqueKeysWithValues: try rows.map {
                    (
                        PersonID(try $0.text("person_id")),
                        SupportChoice(isOff: try $0.boolean("switched_off"), zone: try $0.optionalText("zone"))
                    )
                }
            )
        }
    }

    /// Keeps what a person chose; the audit hears that something was chosen, and not what.
    public func keep(_ choice: SupportChoice, of person: PersonID, by actor: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO support_choice (workspace_id, person_id, switched_off, zone, moment)
                VALUES (\(workspace.text), \(person.text), \(choice.isOff), \(choice.zone), \(now))
                ON CONFLICT (workspace_id, person_id) DO UPDATE SET
                    switched_off = excluded.switched_off, zone = excluded.zone, moment = excluded.moment
                """
            )
            try connection.note("support signals chosen", on: person.text, by: actor, at: now, in: workspace)
        }
    }
}
