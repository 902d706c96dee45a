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
    /// Messages that are the talk around others and were not read here: what the record has of them is taken to be right
    /// until they or what they were read with changes.
    private var assumed: Set<MessageTime> = []
    /// What changed since the last batch: those that follow were read with something else, even where that is not seen here.
    private var disturbed: [MessageTime: MessageTime?] = [:]
    /// Up to here only a message's own change has it read again, since not all around it is remembered.
    private var border: MessageTime?
    /// From here on everything is remembered that was not let go of; nil until something was.
    private var start: MessageTime?
    /// Threads that go on, of those whose first message lies before what is remembered otherwise.
    public private(set) var going: Set<MessageTime> = []
    /// Replies that are remembered of such a thread; more than are read together, since who was heard goes further back.
    private static let replies = 32
    /// From here on all that a message is read with is remembered; nil where nothing was let go of or left out.
    public private(set) var whole: MessageTime?

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

    /// True for a message that is remembered and was not read here.
    public func assumes(_ time: MessageTime) -> Bool { assumed.contains(time) }

    /// Takes the fact that what follows a message, in the channel or its thread, was read with something else.
    public mutating func disturb(_ time: MessageTime, thread: MessageTime?) { disturbed[time] = thread }

    /// Takes the fact that all around messages from a moment on is remembered.
    public mutating func knows(from moment: MessageTime) {
        whole = whole.map { min($0, moment) } ?? moment
        start = start.map { min($0, moment) }
    }

    /// Takes a message as it now stands.
    public mutating func put(_ message: Message) {
        let time = message.id.time
        guard !message.deleted else { return remove(time, thread: message.thread) }
        if assumed.remove(time) != nil { heard[time] = nil }
        disturbed[time] = message.thread
        keep(message)
    }

    private mutating func keep(_ message: Message) {
        gone.remove(message.id.time)
        messages[message.id.time] = message
        if message.isReply, let thread = message.thread { rooted.insert(thread) }
    }

    /// Takes the fact that a message began a thread; it stays one when its replies are gone.
    public mutating func root(_ time: MessageTime) { rooted.insert(time) }

    /// Takes the fact that a message is gone.
    public mutating func remove(_ time: MessageTime, thread: MessageTime? = nil) {
        let last = disturbed[time].flatMap(\.self)
        disturbed[time] = .some(messages[time]?.thread ?? thread ?? last)
        messages[time] = nil
        heard[time] = nil
        assumed.remove(time)
        gone.insert(time)
    }

    /// Takes a message that is only the talk around others: it is read when something changes, not for what it says now.
    public mutating func put(background message: Message) {
        guard !message.deleted else { return remove(message.id.time, thread: message.thread) }
        keep(message)
        heard[message.id.time] = nil
        assumed.insert(message.id.time)
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
        let following = following(in: all)
        let changed = all.filter { isChanged($0, following) }
        for reading in all where assumed.contains(reading.message.id.time) {
            heard[reading.message.id.time] = reading
        }
        disturbed = [:]
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
        for heard in changed {
            self.heard[heard.message.id.time] = heard
            assumed.remove(heard.message.id.time)
        }
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

    /// Lets go of the oldest messages beyond the limit; those next to them stay as they were read, and a thread that still
    /// goes on is remembered from its beginning.
    public mutating func trim() {
        let times = messages.keys.sorted()
        let floor = start ?? whole ?? MessageTime(microseconds: .min)
        // Beginnings of threads that lie before are no part of what is remembered from one moment on.
        let recent = Array(times.drop { $0 < floor })
        guard !recent.isEmpty, recent.count > limit + limit / 4 || times.count > limit * 8 else { return }
        let first = recent[max(recent.count - limit, 0)]
        let kept = beginnings(before: first, times)
        for time in times where time < first && !kept.contains(time) {
            messages[time] = nil
            heard[time] = nil
            assumed.remove(time)
        }
        rooted = rooted.filter { $0 >= first || messages[$0] != nil }
        guard recent.first != first else { return }
        // Behind as many messages as are read with one: replies are not among those.
        let said = recent.filter { time in
            time >= first && messages[time].map { !$0.isReply && ($0.sort == .words || $0.sort == .bot) } ?? false
        }
        let full = said.count > Talk.reach * 2 ? said[Talk.reach * 2] : recent[recent.count - 1]
        let edge = max(recent[recent.count - limit + limit / 4], full)
        border = max(edge, border ?? edge)
        (start, whole) = (first, border)
    }

    /// Of threads that go on: their first messages and the replies that the next ones are read with.
    private mutating func beginnings(before first: MessageTime, _ times: [MessageTime]) -> Set<MessageTime> {
        going = []
        for time in times.reversed() where time >= first {
            if let message = messages[time], message.isReply, let thread = message.thread { going.insert(thread) }
        }
        var kept = going
        var counts: [MessageTime: Int] = [:]
        for time in times.reversed() where time < first {
            guard let message = messages[time], message.isReply, let thread = message.thread, going.contains(thread)
            else { continue }
            counts[thread, default: 0] += 1
            if counts[thread, default: 0] <= Self.replies { kept.insert(time) }
        }
        return kept
    }

    /// Whoever was read with something that changed since, as far as nobody saw here how it was before.
    private func following(in all: [Heard]) -> Set<MessageTime> {
        guard !assumed.isEmpty, !disturbed.isEmpty else { return [] }
        var following: Set<MessageTime> = []
        var left = 0
        var pending = disturbed.keys.sorted()[...]
        var threads: [MessageTime: MessageTime] = [:]
        for (time, thread) in disturbed {
            let thread = thread ?? time
            threads[thread] = min(threads[thread] ?? time, time)
        }
        for reading in all {
            let time = reading.message.id.time
            while let next = pending.first, next < time {
                left = Talk.reach
                pending = pending.dropFirst()
            }
            if let start = reading.message.thread.flatMap({ threads[$0] }), time > start { following.insert(time) }
            guard !reading.message.isReply || reading.message.shownInChannel, left > 0 else { continue }
            if reading.passage != nil || reading.message.sort == .bot { left -= 1 }
            following.insert(time)
        }
        return following
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

    private func isChanged(_ reading: Heard, _ following: Set<MessageTime>) -> Bool {
        let time = reading.message.id.time
        if assumed.contains(time) {
            guard !following.contains(time) else { return border.map { time > $0 } ?? true }
            guard let before = heard[time] else { return false }
            return (border.map { time > $0 } ?? true) && before != reading
        }
        guard let border, time <= border, let before = heard[time] else { return heard[time] != reading }
        return before.message != reading.message
    }
}
