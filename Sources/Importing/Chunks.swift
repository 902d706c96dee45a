import Evidence
import Intake
import Records
import Signals
import Workspace

extension ImportPlan.Chunk {
    /// Unpacked size.
    var bytes: Int { files.reduce(0) { $0 + $1.bytes } }
}

/// A chunk whose files are unpacked and parsed.
struct ParsedChunk: Sendable {
    var messages: [Message] = []
    var deletions: [MessageTime] = []
    var report = ImportReport()
    var late = 0
    var bytes: Int
    var unpacking: Duration = .zero
    var parsing: Duration = .zero

    init(_ chunk: ImportPlan.Chunk, of run: ImportRun) throws {
        bytes = chunk.bytes
        let conversation = run.plan.conversations[chunk.conversation]
        for file in chunk.files {
            try Task.checkCancellation()
            let start = ContinuousClock.now
            var unpacked: Duration = .zero
            let day = try run.export.day(file, of: conversation) { unpacked = $0 }
            unpacking += unpacked
            parsing += ContinuousClock.now - start - unpacked
            report.add(day)
            deletions += day.deletions.map(\.message.time)
            messages += day.messages
            messages += day.edits
        }
        let silence = run.settings.silence
        if !silence.isEmpty { messages.removeAll { silence.covers($0.author.account, at: $0.id.time) } }
        if let until = run.settings.until {
            let all = messages.count
            messages.removeAll { $0.id.time.microseconds > until }
            late = all - messages.count
        }
        Self.keepNewest(&messages)
    }

    /// Day files may overlap; a message that stands in two of them is one message, in its newest form.
    private static func keepNewest(_ messages: inout [Message]) {
        messages.sort { $0.id.time < $1.id.time }
        var kept: [Message] = []
        kept.reserveCapacity(messages.count)
        for message in messages {
            guard let last = kept.last, last.id == message.id else {
                kept.append(message)
                continue
            }
            let isNewer = (message.edited?.microseconds ?? 0) > (last.edited?.microseconds ?? 0)
            if message.deleted || (isNewer && !last.deleted) { kept[kept.count - 1] = message }
        }
        messages = kept
    }
}

/// A chunk whose messages know the talk around them.
struct HeardChunk: Sendable {
    let parsed: ParsedChunk
    let channel: Channel
    let plan: ImportPlan.Chunk
    var passages: [Passage] = []
    /// For each passage, which message it is.
    var owners: [Int] = []
    /// For each passage, whom its words were said to.
    var hearers: [String?] = []

    init(parsed: ParsedChunk, channel: Channel, plan: ImportPlan.Chunk) {
        self.parsed = parsed
        self.channel = channel
        self.plan = plan
    }

    func read(by run: ImportRun) async throws -> ReadChunk {
        let start = ContinuousClock.now
        let signals = try await run.reader.read(passages)
        var entries: [LedgerEntry] = []
        var left = 0
        var privateMatters = 0
        var seen: [Int: (signals: [Signal], isPrivate: Bool)] = [:]
        for (index, found) in signals.enumerated() where !found.isEmpty {
            let message = parsed.messages[owners[index]]
            let captured = run.settings.capture.captured(
                from: message,
                in: channel,
                signals: found,
                around: passages[index],
                heardBy: hearers[index]
            )
            entries += captured.kept
            left += captured.left
            privateMatters += captured.isPrivate ? 1 : 0
            seen[owners[index]] = (found, captured.isPrivate)
        }
        var batch = MessageBatch(
            channel: channel.id,
            messages: parsed.messages.enumerated().map { index, message in
                let (found, isPrivate) = seen[index].map { ($0.signals, $0.isPrivate) } ?? ([], nil)
                let kept = run.settings.capture.marks(of: message, signals: found, isPrivate: isPrivate)
                return MessageKey(message, marks: kept.marks, named: kept.named)
            },
            deletions: parsed.deletions,
            entries: entries,
            reading: run.plan.reading
        )
        batch.mark = plan.files.last.map { .init(source: run.plan.source, file: $0.name) }
        return ReadChunk(
            batch: batch,
            parsed: parsed.summary,
            isHeardOnly: plan.isHeardOnly,
            signals: signals.reduce(0) { $0 + $1.count },
            signalsLeft: left,
            privateMatters: privateMatters,
            reading: .now - start
        )
    }
}

/// A chunk that is ready to be written.
struct ReadChunk: Sendable {
    let batch: MessageBatch
    let parsed: Summary
    let isHeardOnly: Bool
    let signals: Int
    let signalsLeft: Int
    let privateMatters: Int
    let reading: Duration

    /// What the report needs of the parsed chunk, without its words.
    struct Summary: Sendable {
        let report: ImportReport
        let bytes: Int
        let late: Int
        let unpacking: Duration
        let parsing: Duration
    }
}

extension ParsedChunk {
    var summary: ReadChunk.Summary {
        .init(report: report, bytes: bytes, late: late, unpacking: unpacking, parsing: parsing)
    }
}
