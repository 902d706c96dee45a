import Importing
import Slack
import Workspace

/// One conversation as it is followed: every copy that came of its recent messages, and the talk that they make.
struct Followed: Sendable {
    var talk: LiveTalk
    private var copies: [MessageTime: MessageCopy] = [:]
    private var touched: Set<MessageTime> = []
    private var threads: Set<MessageTime> = []

    init(channel: Channel, limit: Int) { talk = LiveTalk(channel: channel, limit: limit) }

    /// What is known of one message.
    subscript(_ time: MessageTime) -> MessageCopy? { copies[time] }

    /// True once something came since the last reading.
    var isTouched: Bool { !touched.isEmpty }

    /// Takes one more copy of a message.
    mutating func take(_ copy: MessageCopy, of time: MessageTime) {
        if let message = copy.message, message.isReply, let thread = message.thread { talk.root(thread) }
        let merged = copies[time].map { $0.merged(with: copy) } ?? copy
        guard copies[time] != merged || talk.assumes(time) else { return }
        copies[time] = merged
        touched.insert(time)
    }

    /// Takes a copy that only stands around others.
    mutating func take(background copy: MessageCopy, of time: MessageTime) {
        if let known = copies[time] {
            if known.merged(with: copy) != known { take(copy, of: time) }
            return
        }
        guard let message = copy.message else { return take(copy, of: time) }
        copies[time] = copy
        talk.put(background: message)
    }

    /// Takes what was read elsewhere, among what stood around it.
    mutating func note(_ copy: MessageCopy, of time: MessageTime) {
        guard let message = copy.message else {
            copies[time] = copy
            return
        }
        guard copies[time] != nil || talk.remembers(time) else { return }
        copies[time] = copy
        talk.put(background: message)
    }

    /// True for a thread of which every message is remembered.
    func holds(thread: MessageTime) -> Bool { threads.contains(thread) }

    /// Takes the fact that every message of a thread is remembered.
    mutating func knows(thread: MessageTime) { threads.insert(thread) }

    /// True for a message around which not everything is remembered.
    func isOld(_ time: MessageTime) -> Bool? { (talk.whole ?? talk.oldest).map { time < $0 } }

    /// Has every message between two moments read again as it now stands.
    mutating func touch(from first: MessageTime, to last: MessageTime) {
        for time in copies.keys where time >= first && time <= last { touched.insert(time) }
    }

    /// Brings the talk up to what the copies say.
    mutating func settle() {
        for time in touched {
            guard let copy = copies[time] else { continue }
            if let message = copy.message {
                talk.put(message)
            } else if copy.isDeleted {
                talk.remove(time)
            }
        }
        touched = []
    }

    /// Lets go of what lies far behind.
    mutating func trim() {
        talk.trim()
        guard let floor = talk.whole ?? talk.oldest else { return }
        threads = threads.filter { $0 >= floor || talk.going.contains($0) }
        guard copies.count > talk.limit * 2 else { return }
        copies = copies.filter { $0.key >= floor || talk.remembers($0.key) }
    }
}
