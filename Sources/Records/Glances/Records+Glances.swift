public import Evidence
import Signals
import Store
public import Workspace

extension Records {
    /// What the clock looks at of the evidence about some people, oldest first; nothing that cannot count without an act.
    ///
    /// A few hundred people at a time: a company has millions.
    public func glances(about subjects: [PersonID]) async throws -> [PersonID: [EvidenceGlance]] {
        let workspace = workspace
        let reader = GlanceReader()
        return try await database.read { connection in
            // The order of the index; entries of the very same moment are put in order below.
            let rows = try connection.rows(
                """
                SELECT entry_id, subject, voice_person, voice_account, voice_team, kind, class, confidence, competencies,
                    stage, reach, scope, hearer_person, hearer_account, hearer_team, CASE WHEN kind = 'recognition' THEN quote ELSE '' END AS quote, episode, posted, state,
                    shown_at
                FROM evidence
                WHERE workspace_id = \(workspace.text) AND subject IN \(list: subjects.map(\.text))
                    AND state IN ('settled', 'corrected', 'shown')
                """
            )
            var found: [PersonID: [EvidenceGlance]] = [:]
            for row in rows {
                let glance = try reader.glance(row)
                found[glance.subject, default: []].append(glance)
            }
            return found.mapValues(\.inTime)
        }
    }

    /// Answers about some people that count, or will by time passing alone; states as they are kept.
    public func glances(atAnswersAbout subjects: [PersonID]) async throws -> [PersonID: [ColleagueAnswer]] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT * FROM colleague_request
                WHERE workspace_id = \(workspace.text) AND subject IN \(list: subjects.map(\.text))
                    AND answered IS NOT NULL AND state IN ('settled', 'corrected', 'shown')
                """
            )
            return Dictionary(grouping: try rows.compactMap(RequestRow.answer), by: \.subject)
        }
    }

    /// Settled recognition since a moment: who heard it from whom, and about how many separate things.
    ///
    /// Units: microseconds since 1970 UTC; `now` decides what has settled.
    public func recognitions(since: Int64, now: Int64) async throws -> [HeardRecognition] {
        let workspace = workspace
        var found: [HeardRecognition] = []
        for subjects in try await subjects().batches(of: 200) {
            let heard = try await database.read { connection in
                let rows = try connection.rows(
                    """
                    SELECT subject, voice_person, episode, state, shown_at FROM evidence
                    WHERE workspace_id = \(workspace.text) AND subject IN \(list: subjects.map(\.text))
                        AND posted BETWEEN \(since) AND \(now) AND kind = 'recognition'
                        AND voice_person IS NOT NULL AND state IN ('settled', 'corrected', 'shown')
                    """
                )
                return try HeardRecognition.counted(rows, now: now)
            }
            found += heard
        }
        return found.sorted { ($0.subject, $0.voice) < ($1.subject, $1.voice) }
    }
}

/// Recognition that somebody heard from somebody.
public struct HeardRecognition: Sendable, Hashable {
    /// Who heard it.
    public let subject: PersonID
    /// From whom.
    public let voice: PersonID
    /// About how many separate things.
    public let episodes: Int

    fileprivate static func counted(_ rows: [SQLRow], now: Int64) throws -> [HeardRecognition] {
        var episodes: [[String]: Set<String>] = [:]
        for row in rows {
            if try row.text("state") == EvidenceState.shown.rawValue {
                guard let shown = try row.optionalInteger("shown_at"),
                    WorkingDays.after(shown, count: WorkingDays.toSettle) <= now
                else { continue }
            }
            episodes[[try row.text("subject"), try row.text("voice_person")], default: []]
                .insert(try row.text("episode"))
        }
        return episodes.map { HeardRecognition(subject: PersonID($0[0]), voice: PersonID($0[1]), episodes: $1.count) }
    }
}

/// Reads rows of evidence as far as the clock looks at them.
private struct GlanceReader: Sendable {
    private let kinds = SignalKind.allCases.map { (word: $0.rawValue, value: $0) }
    private let classes = WorkClass.allCases.map { (word: $0.rawValue, value: $0) }
    private let states = EvidenceState.allCases.map { (word: $0.rawValue, value: $0) }

    func glance(_ row: SQLRow) throws -> EvidenceGlance {
        EvidenceGlance(
            id: EntryID(try row.text("entry_id")),
            subject: PersonID(try row.text("subject")),
            voice: try row.optionalText("voice_person").map { PersonID($0) },
            account: AccountID(try row.text("voice_account")),
            team: try row.optionalText("voice_team"),
            hearer: try hearer(row),
            kind: try word("kind", in: row, of: kinds),
            workClass: try word("class", in: row, of: classes),
            confidence: try row.real("confidence"),
            competencies: EvidenceRow.competencies(of: try row.text("competencies")),
            stage: try row.real("stage"),
            reach: try row.optionalInteger("reach").flatMap { Reach(packed: $0) },
            scope: Int(try row.integer("scope")),
            quote: try row.text("quote"),
            episode: EpisodeID(try row.text("episode")),
            moment: try row.integer("posted"),
            state: try word("state", in: row, of: states),
            shownAt: try row.optionalInteger("shown_at")
        )
    }

    private func hearer(_ row: SQLRow) throws -> EvidenceGlance.Hearer? {
        guard let account = try row.optionalText("hearer_account") else { return nil }
        let person = try row.optionalText("hearer_person")
        return .init(
            key: person ?? account,
            person: person.map { PersonID($0) },
            team: try row.optionalText("hearer_team")
        )
    }

    private func word<Value>(
        _ column: String,
        in row: SQLRow,
        of known: [(word: String, value: Value)]
    ) throws -> Value {
        let word = try row.text(column)
        guard let found = known.first(where: { $0.word == word }) else {
            throw RecordError.unknownWord(column: column, word: word)
        }
        return found.value
    }
}

extension [EvidenceGlance] {
    /// The oldest first; already so as the index hands them over, but for entries of the very same moment.
    fileprivate var inTime: [EvidenceGlance] {
        let isInTime = zip(self, dropFirst()).allSatisfy { ($0.moment, $0.id) < ($1.moment, $1.id) }
        return isInTime ? self : sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
    }
}
