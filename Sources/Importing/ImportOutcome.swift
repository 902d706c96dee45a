public import Intake
public import Records

/// What an import did.
public struct ImportOutcome: Sendable {
    /// Messages that went into the record or were known already.
    public var messages = 0
    /// Messages after the day that the import was told to stop at.
    public var late = 0
    /// Signals that the reader saw.
    public var signals = 0
    /// Signals about nobody who may be kept: groups, people outside the people file, one's own praise.
    public var signalsLeft = 0
    /// Messages about private matters; nothing of them was kept.
    public var privateMatters = 0
    /// What changed in the record.
    public var changes = BatchOutcome()
    /// Everything that was skipped, with reasons.
    public var report = ImportReport()
    /// Processor time by stage, all cores together; `store` in elapsed time of its one writer.
    public var time = StageTimes()
    /// Elapsed time.
    public var duration: Duration = .zero
    /// Unpacked bytes that are done.
    public var bytes = 0

    /// Nothing yet.
    public init() {}

    /// Time by stage.
    public struct StageTimes: Sendable {
        /// Unpacking.
        public var unpack: Duration = .zero
        /// JSON and text.
        public var parse: Duration = .zero
        /// Context.
        public var listen: Duration = .zero
        /// The reader, and evidence from its signals.
        public var read: Duration = .zero
        /// The database.
        public var store: Duration = .zero
        /// Episodes.
        public var group: Duration = .zero
    }

    mutating func add(_ chunk: ReadChunk) {
        report.merge(chunk.parsed.report)
        bytes += chunk.parsed.bytes
        late += chunk.parsed.late
        time.unpack += chunk.parsed.unpacking
        time.parse += chunk.parsed.parsing
        time.read += chunk.reading
        guard !chunk.isHeardOnly else { return }
        signals += chunk.signals
        signalsLeft += chunk.signalsLeft
        privateMatters += chunk.privateMatters
    }

    func progress(total: Int, since start: ContinuousClock.Instant) -> ImportProgress {
        ImportProgress(bytes: bytes, totalBytes: total, messages: messages, elapsed: .now - start)
    }
}

/// How far an import is.
public struct ImportProgress: Sendable {
    /// Unpacked bytes that are done.
    public let bytes: Int
    /// Unpacked bytes in all.
    public let totalBytes: Int
    /// Messages in the record so far.
    public let messages: Int
    /// Time since the start.
    public let elapsed: Duration

    /// 0 to 1.
    public var share: Double { totalBytes > 0 ? Double(bytes) / Double(totalBytes) : 1 }

    /// Messages a second so far.
    public var rate: Double { elapsed > .zero ? Double(messages) / (elapsed / .seconds(1)) : 0 }

    /// Time left at the pace so far; nil while nothing can be said.
    public var left: Duration? {
        guard bytes > 0, elapsed > .milliseconds(500) else { return nil }
        return elapsed * (1 / share - 1)
    }
}
