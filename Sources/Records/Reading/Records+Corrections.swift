public import Learning
import Signals
import Store
public import Workspace

extension Records {
    /// Keeps what a person said about a reading; the same person's last word about it replaces the one before.
    public func keep(_ correction: Correction) async throws {
        let workspace = workspace
        guard correction.workspace == workspace else { return }
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO correction (workspace_id, correction_id, channel_id, posted, kind, verdict, role_from, role_to,
                    confidence, features, words, said_by, moment, reader, reader_version)
                VALUES (\(workspace.text), \(correction.id.text), \(correction.message.channel.text),
                    \(correction.message.time.microseconds), \(correction.kind.rawValue), \(correction.verdict.name),
                    \(correction.verdict.from?.text), \(correction.verdict.to?.text), \(correction.confidence),
                    \(Self.bytes(correction.phrase.features)), \(correction.phrase.words), \(correction.by.text),
                    \(correction.moment), \(correction.reader.name), \(correction.reader.version))
                ON CONFLICT (workspace_id, correction_id) DO UPDATE SET
                    verdict = excluded.verdict, role_from = excluded.role_from, role_to = excluded.role_to,
                    confidence = excluded.confidence, features = excluded.features, words = excluded.words,
                    moment = excluded.moment, reader = excluded.reader, reader_version = excluded.reader_version
                WHERE correction.moment <= excluded.moment
                """
            )
            try connection.note(
                "reading \(correction.verdict.name)",
                on: correction.id.text,
                by: correction.by.text,
                detail: correction.kind.rawValue,
                at: correction.moment,
                in: workspace
            )
        }
    }

    /// Takes a correction back, as if it had never been; only whoever said it can.
    public func withdraw(_ id: CorrectionID, by person: PersonID, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let gone = try connection.run(
                """
                DELETE FROM correction
                WHERE workspace_id = \(workspace.text) AND correction_id = \(id.text) AND said_by = \(person.text)
                """
            )
            guard gone > 0 else { return }
            try connection.note("correction withdrawn", on: id.text, by: person.text, at: now, in: workspace)
        }
    }

    /// Everything that people said about readings, by key.
    public func corrections() async throws -> [Correction] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT * FROM correction WHERE workspace_id = \(workspace.text) ORDER BY correction_id"
            ).map { try Self.correction($0, in: workspace) }
        }
    }

    /// What people of this workspace taught; the salt is made at the first call.
    public func examples() async throws -> LocalExamples {
        let settings = try await readerSetting()
        return LocalExamples(workspace: workspace, salt: settings.salt, corrections: try await corrections())
    }

    private static func correction(_ row: SQLRow, in workspace: WorkspaceID) throws -> Correction {
        func role(_ column: String) throws -> SubjectRole? {
            guard let text = try row.optionalText(column) else { return nil }
            guard let role = SubjectRole(text: text) else { throw RecordError.unknownWord(column: column, word: text) }
            return role
        }
        let kindText = try row.text("kind")
        guard let kind = SignalKind(rawValue: kindText) else {
            throw RecordError.unknownWord(column: "correction.kind", word: kindText)
        }
        let name = try row.text("verdict")
        guard let verdict = Correction.Verdict(name: name, from: try role("role_from"), to: try role("role_to")) else {
            throw RecordError.unknownWord(column: "correction.verdict", word: name)
        }
        return Correction(
            workspace: workspace,
            message: MessageID(
                channel: ChannelID(try row.text("channel_id")),
                time: MessageTime(microseconds: try row.integer("posted"))
            ),
            phrase: PhrasePrint(features: features(try row.bytes("features")), words: Int(try row.integer("words"))),
            kind: kind,
            verdict: verdict,
            confidence: try row.optionalReal("confidence"),
            by: PersonID(try row.text("said_by")),
            moment: try row.integer("moment"),
            reader: ReaderStamp(name: try row.text("reader"), version: try row.text("reader_version"))
        )
    }

    private static func bytes(_ features: [UInt32]) -> [UInt8] {
        features.flatMap { feature in (0..<4).map { UInt8(truncatingIfNeeded: feature >> (8 * $0)) } }
    }

    private static func features(_ bytes: [UInt8]) -> [UInt32] {
        stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { start in
            bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
    }
}
