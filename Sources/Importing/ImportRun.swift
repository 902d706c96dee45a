public import Evidence
public import Intake
public import Records
public import Signals
import Workspace

/// Brings one export into the record: read in parallel, written in order, resumable at every batch.
///
/// The outcome does not depend on how many cores work, nor on where an earlier run was interrupted.
public struct ImportRun: Sendable {
    let export: SlackExport
    let records: Records
    let reader: any Reader
    let plan: ImportPlan
    let settings: Settings

    /// What is the same for the whole run.
    public struct Settings: Sendable {
        /// People and names, link address, reader and ladder.
        public var capture: Capture
        /// Messages after this moment are left out, microseconds since 1970 UTC; nil to read all.
        public var until: Int64?
        /// Whose messages are not read, and of which times: they are left out as if they had not been written.
        var silence = Silence()
        /// How many chunks may be between parsing and writing; bounds memory.
        public var width: Int
        /// Messages a transaction holds at least, so that small day files do not cost one each.
        public var messagesPerCommit: Int

        /// Joins the settings.
        public init(capture: Capture, until: Int64? = nil, width: Int = 4, messagesPerCommit: Int = 4000) {
            self.capture = capture
            self.until = until
            self.width = width
            self.messagesPerCommit = messagesPerCommit
        }
    }

    /// Prepares a run; looks up how far an earlier one came.
    ///
    /// Errors: `StoreError` when the record cannot be read.
    public static func prepare(
        _ export: SlackExport,
        selection: ChannelSelection,
        into records: Records,
        reader: any Reader,
        settings: Settings
    ) async throws -> ImportRun {
        var settings = settings
        settings.silence = try await records.silence()
        let reading = settings.capture.readingKey
        let source = StableHash.hexadecimal([export.fingerprint, String(reading), String(settings.until ?? 0)])
        let plan = ImportPlan(
            export: export,
            selection: selection,
            source: source,
            reading: reading,
            marks: try await records.marks(of: source)
        )
        return ImportRun(export: export, records: records, reader: reader, plan: plan, settings: settings)
    }

    /// Runs to the end.
    ///
    /// Errors: `StoreError`; `CancellationError` when the task is cancelled. What was written until then stays and the
    /// next run goes on from there.
    public func run(progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }) async throws -> ImportOutcome {
        try await records.keep(accounts: export.accounts)
        try await records.keep(channels: plan.conversations.map(\.channel))
        if let address = settings.capture.address.base { try await records.keep(address: address) }
        let start = ContinuousClock.now
        var line = AssemblyLine(run: self, progress: progress)
        try await line.work()
        var outcome = line.outcome
        let grouping = ContinuousClock.now
        try await groupEpisodes(outcome.changes.subjects)
        outcome.time.group = .now - grouping
        outcome.duration = .now - start
        return outcome
    }

    /// How many people's episodes are found at once; each holds all that can be compared of one person's evidence.
    private static let peopleAtOnce = 2

    /// Episodes span channels, so they are found when all channels are in.
    private func groupEpisodes(_ touched: Set<PersonID>) async throws {
        let finished = plan.source + " episodes"
        let isFinished = try await !records.marks(of: finished).isEmpty
        guard !touched.isEmpty || !isFinished else { return }
        let people = isFinished ? touched.sorted() : try await records.subjects()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, person) in people.enumerated() {
                if index >= Self.peopleAtOnce { try await group.next() }
                group.addTask { [records, settings] in
                    try await records.groupEpisodes(about: person, now: settings.capture.now)
                }
            }
            try await group.waitForAll()
        }
        let mark = MessageBatch.Mark(source: finished, file: "all")
        let done = MessageBatch(channel: "episodes", messages: [], entries: [], reading: plan.reading, mark: mark)
        try await records.commit([done], now: settings.capture.now)
        try await records.note(Records.importFinished, on: plan.source, by: "operator", now: settings.capture.now)
    }
}

extension Capture {
    /// Names everything that decides what evidence a message gives; a message read under another key is read again.
    var readingKey: Int64 {
        let matched = people.map { "\($0.key.text)=\($0.value.id.text)" }.sorted()
        return Int64(
            bitPattern: StableHash.hash([reader.name, reader.version, "marks \(TalkMarks.version)"] + matched)
        )
    }
}
