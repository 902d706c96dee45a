public import Evidence
public import Records
public import Signals
public import Workspace

/// The recent talk of one conversation while it goes on, so that a message is read as an import would read it.
///
/// Shape: messages come, change and go in any order; `batch` gives what has to be written so that the ledger is what an
/// import of the present messages gives. Whatever a late message, an edit, a deletion or a reaction changes around others
/// is read again. Memory is bounded by `limit`; words are held nowhere else.
public struct LiveTalk: Sendable {
    /// The conversation.
    public var channel: Channel
    /// The most messages that are remembered.
    public let limit: Int

    private var messages: [MessageTime: Message] = [:]
    private var rooted: Set<MessageTime> = []
    private var heard: [MessageTime: Heard] = [:]
    private var gone: Set<MessageTime> = []
    /// Messages that are the talk before and were never touched: they are heard, and read by nobody.
    private var background: Set<MessageTime> = []
    /// Up to here only a message's own change has it read again, since not all around it is remembered.
    private var border: MessageTime?

    /// A message as it was read, with all that decides what is read in it.
    private struct Heard: Sendable, Hashable {
        let message: Message
        let passage: Passage?
        let hearer: String?
    }

    /// A conversation of which nothing was heard yet.
    public init(channel: Channel, limit: Int = 1000) {
        self.channel = channel
        self.limit = max(limit, 50)
    }

    /// How many messages are remembered.
    public var count: Int { messages.count }
    /// The oldest message that is remembered.
    public var oldest: MessageTime? { messages.keys.min() }
    /// True for a message that is remembered.
    public func remembers(_ time: MessageTime) -> Bool { messages[time] != nil }

    /// Takes a message as it now stands.
    public mutating func put(_ message: Message) {
        guard !message.deleted else { return remove(message.id.time, thread: message.thread) }
        gone.remove(message.id.time)
        messages[message.id.time] = message
        if message.isReply, let thread = message.thread { rooted.insert(thread) }
    }

    /// Takes the fact that a message began a thread; it stays one when its replies are gone.
    public mutating func root(_ time: MessageTime) { rooted.insert(time) }

    /// Takes the fact that a message is gone.
    public mutating func remove(_ time: MessageTime, thread: MessageTime? = nil) {
        messages[time] = nil
        heard[time] = nil
        gone.insert(time)
    }

    /// Takes a message that is only the talk before others: it is read when it changes, not for what it says now.
    public mutating func put(background message: Message) {
        guard messages[message.id.time] == nil, !message.deleted else { return put(message) }
        put(message)
        background.insert(message.id.time)
    }

    /// Reads what has to be read; nil where nothing changed.
    ///
    /// What it says counts as read once it was handed on; after a failure `forget` has it read again.
    public mutating func batch(
        by reader: any Reader,
        capture: Capture,
        silence: Silence = .init()
    ) async throws -> MessageBatch? {
        let all = readings(speakers: capture.speakers, silence: silence)
        let changed = all.filter { isChanged($0) }
        for reading in all where background.contains(reading.message.id.time) {
            heard[reading.message.id.time] = reading
        }
        background = []
        let deletions = gone.sorted()
        guard !changed.isEmpty || !deletions.isEmpty else { return nil }
        let readable = changed.filter { $0.passage != nil && !$0.message.text.text.isEmpty }
        let signals = try await reader.read(readable.compactMap(\.passage))
        var entries: [LedgerEntry] = []
        var seen: [MessageTime: (signals: [Signal], isPrivate: Bool)] = [:]
        for (heard, found) in zip(readable, signals) where !found.isEmpty {
            let captured = capture.captured(
                from: heard.message,
                in: channel,
                signals: found,
                around: heard.passage,
                heardBy: heard.hearer
            )
            entries += captured.kept
            seen[heard.message.id.time] = (found, captured.isPrivate)
        }
        for heard in changed { self.heard[heard.message.id.time] = heard }
        gone = []
        let keys = changed.map { heard in
            let (found, isPrivate) = seen[heard.message.id.time].map { ($0.signals, $0.isPrivate) } ?? ([], nil)
            let kept = capture.marks(of: heard.message, signals: found, isPrivate: isPrivate)
            return MessageKey(heard.message, marks: kept.marks, named: kept.named)
        }
        return MessageBatch(
            channel: channel.id,
            messages: keys,
            deletions: deletions,
            // What a program wrote is never read, so what somebody had it say for them is not taken back here.
            again: Set(changed.filter { $0.message.sort == .words }.map(\.message.id.time)),
            entries: entries,
            reading: capture.readingKey
        )
    }

    /// What a failed write would have kept is read again.
    public mutating func forget(_ batch: MessageBatch) {
        for key in batch.messages { heard[key.time] = nil }
        gone.formUnion(batch.deletions.filter { messages[$0] == nil })
    }

    /// Lets go of the oldest messages beyond the limit; those next to them stay as they were read.
    public mutating func trim() {
        guard messages.count > limit + limit / 4 else { return }
        let times = messages.keys.sorted()
        let first = times[times.count - limit]
        for time in times where time < first {
            messages[time] = nil
            heard[time] = nil
        }
        rooted = rooted.filter { $0 >= first }
        border = times[times.count - limit + limit / 4]
    }

    /// Every message as it would be read now, in order of time.
    private func readings(speakers: Speakers, silence: Silence) -> [Heard] {
        var talk = Talk(speakers: speakers)
        var readings: [Heard] = []
        readings.reserveCapacity(messages.count)
        for time in messages.keys.sorted() {
            guard var message = messages[time] else { continue }
            if silence.covers(message.author.account, at: time) { continue }
            if message.thread == nil, rooted.contains(time) { message.thread = time }
            let passage = talk.passage(of: message)
            readings.append(Heard(message: message, passage: passage, hearer: passage == nil ? nil : talk.hearer))
        }
        return readings
    }

    private func isChanged(_ reading: Heard) -> Bool {
        let time = reading.message.id.time
        guard !background.contains(time) else { return false }
        guard let border, time <= border, let before = heard[time] else { return heard[time] != reading }
        return before.message != reading.message
    }
}
