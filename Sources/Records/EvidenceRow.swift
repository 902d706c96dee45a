import Evidence
import Signals
import Store
import Workspace

/// One row of the table `evidence`, both ways.
enum EvidenceRow {
    static let columns: SQL = """
        workspace_id, entry_id, subject, voice_person, voice_account, voice_name, voice_team, kind, class, confidence,
        competencies, stage, quote, link, channel_id, posted, thread, matters, episode, state, shown_at, settled_at,
        reader, reader_version, ladder_version, scope, reason,
        hearer_person, hearer_account, hearer_name, hearer_team, reach
        """

    static func values(of entry: LedgerEntry, workspace: WorkspaceID) -> [SQLValue] {
        [
            .text(workspace.text), .text(entry.id.text), .text(entry.subject.text),
            (entry.voice.person?.text).sqlValue, .text(entry.voice.account.text), .text(entry.voice.name),
            entry.voice.team.sqlValue, .text(entry.kind.rawValue), .text(entry.workClass.rawValue),
            .real(entry.confidence), .text(text(of: entry.competencies)), .real(entry.stage), .text(entry.quote),
            entry.link.sqlValue, .text(entry.message.channel.text), .integer(entry.message.time.microseconds),
            (entry.thread?.microseconds).sqlValue, .text(entry.matters.joined(separator: "\n")),
            .text(entry.episode.text), .text(entry.state.rawValue), entry.shownAt.sqlValue, entry.settledAt.sqlValue,
            .text(entry.reader.name), .text(entry.reader.version), .text(entry.ladderVersion),
            .integer(Int64(entry.scope)), .text(entry.reason.rawValue),
            (entry.hearer?.person?.text).sqlValue, (entry.hearer?.account.text).sqlValue, (entry.hearer?.name).sqlValue,
            (entry.hearer?.team).sqlValue, (entry.reach?.packed).sqlValue,
        ]
    }

    /// What the audit remembers of a piece of evidence, so that a silent change can be found.
    static func contentHash(of entry: LedgerEntry) -> String {
        let digest = Digest.sha256(fields: [
            entry.subject.text, entry.voice.account.text, entry.kind.rawValue, entry.workClass.rawValue, entry.quote,
            entry.message.channel.text, entry.message.time.slack, text(of: entry.competencies),
        ])
        return Digest.hexadecimal(digest.prefix(16))
    }

    /// What the audit remembers of evidence that came in together: a digest over ids and content, in order of ids.
    static func digest(ofCaptured entries: [(id: String, content: String)]) -> String {
        let ordered = entries.sorted { $0.id < $1.id }
        return Digest.hexadecimal(Digest.sha256(fields: ordered.flatMap { [$0.id, $0.content] }))
    }

    /// Reads what can be compared of a row.
    static func trace(_ row: SQLRow) throws -> EpisodeTrace {
        EpisodeTrace(
            id: EntryID(try row.text("entry_id")),
            moment: try row.integer("posted"),
            channel: ChannelID(try row.text("channel_id")),
            thread: try row.optionalInteger("thread").map { MessageTime(microseconds: $0) },
            matters: try row.text("matters").split(separator: "\n").map(String.init),
            quote: try row.text("quote")
        )
    }

    /// Reads a row that was joined with `channel_name`.
    static func entry(_ row: SQLRow) throws -> LedgerEntry {
        let kind = try word("kind", in: row, SignalKind.init(rawValue:))
        let workClass = try word("class", in: row, WorkClass.init(rawValue:))
        let state = try word("state", in: row, EvidenceState.init(rawValue:))
        let reason = try word("reason", in: row, SubjectReason.init(rawValue:))
        let posted = try row.integer("posted")
        let channel = ChannelID(try row.text("channel_id"))
        return LedgerEntry(
            id: EntryID(try row.text("entry_id")),
            subject: PersonID(try row.text("subject")),
            voice: Voice(
                person: try row.optionalText("voice_person").map { PersonID($0) },
                account: AccountID(try row.text("voice_account")),
                name: try row.text("voice_name"),
                team: try row.optionalText("voice_team")
            ),
            kind: kind,
            workClass: workClass,
            confidence: try row.real("confidence"),
            competencies: competencies(of: try row.text("competencies")),
            stage: try row.real("stage"),
            scope: Int(try row.integer("scope")),
            reason: reason,
            quote: try row.text("quote"),
            link: try row.optionalText("link"),
            message: MessageID(channel: channel, time: MessageTime(microseconds: posted)),
            channelName: try row.optionalText("channel_name") ?? channel.text,
            episode: EpisodeID(try row.text("episode")),
            moment: posted,
            state: state,
            shownAt: try row.optionalInteger("shown_at"),
            settledAt: try row.optionalInteger("settled_at"),
            reader: ReaderStamp(name: try row.text("reader"), version: try row.text("reader_version")),
            ladderVersion: try row.text("ladder_version"),
            thread: try row.optionalInteger("thread").map { MessageTime(microseconds: $0) },
            matters: try row.text("matters").split(separator: "\n").map(String.init),
            hearer: try hearer(row),
            reach: try row.optionalInteger("reach").flatMap { Reach(packed: $0) }
        )
    }

    private static func hearer(_ row: SQLRow) throws -> Voice? {
        guard let account = try row.optionalText("hearer_account") else { return nil }
        return Voice(
            person: try row.optionalText("hearer_person").map { PersonID($0) },
            account: AccountID(account),
            name: try row.optionalText("hearer_name") ?? account,
            team: try row.optionalText("hearer_team")
        )
    }

    private static func word<Word>(_ column: String, in row: SQLRow, _ known: (String) -> Word?) throws -> Word {
        let text = try row.text(column)
        guard let word = known(text) else { throw RecordError.unknownWord(column: column, word: text) }
        return word
    }

    /// `craft 0.62;design 0.20`: thousandths, so that the text is the same on every machine.
    private static func text(of competencies: [CompetencyShare]) -> String {
        competencies.map { "\($0.competency) \(Int(($0.share * 1000).rounded()))" }.joined(separator: ";")
    }

    /// By bytes: a whole company's evidence is read through here.
    static func competencies(of text: String) -> [CompetencyShare] {
        var text = text
        return text.withUTF8 { bytes in
            var shares: [CompetencyShare] = []
            shares.reserveCapacity(3)
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
                if let share = share(of: bytes[start..<end]) { shares.append(share) }
                start = end + 1
            }
            return shares
        }
    }

    /// One competency and its thousandths; nil for anything else.
    private static func share(of part: Slice<UnsafeBufferPointer<UInt8>>) -> CompetencyShare? {
        guard let space = part.firstIndex(of: UInt8(ascii: " ")), space > part.startIndex, space + 1 < part.endIndex,
            part.endIndex - space <= 7
        else { return nil }
        var thousandths = 0
        for byte in part[(space + 1)...] {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            thousandths = thousandths * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return CompetencyShare(
            competency: String(decoding: part[..<space], as: UTF8.self),
            share: Double(thousandths) / 1000
        )
    }
}
