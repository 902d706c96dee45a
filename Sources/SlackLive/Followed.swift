import Importing
import Slack
import Workspace

/// One conversation as it is followed: every copy that came of its recent messages, and the talk that they make.
struct Followed: Sendable {
    var talk: LiveTalk
    private var copies: [MessageTime: MessageCopy] = [:]
    private var touched: Set<MessageTime> = []

    init(channel: Channel, limit: Int) { talk = LiveTalk(channel: channel, limit: limit) }

    /// What is known of one message.
    subscript(_ time: MessageTime) -> MessageCopy? { copies[time] }

    /// True once something came since the last reading.
    var isTouched: Bool { !touched.isEmpty }

    /// Takes one more copy of a message.
    mutating func take(_ copy: MessageCopy, of time: MessageTime) {
        if let message = copy.message, message.isReply, let thread = message.thread { talk.root(thread) }
        let merged = copies[time].map { $0.merged(with: copy) } ?? copy
        guard copies[time] != merged else { return }
        copies[time] = merged
        touched.insert(time)
    }

    /// Takes a copy that only stands around others.
    mutating func take(background copy: MessageCopy, of time: MessageTime) {
        guard copies[time] == nil, let message = copy.message else { return take(copy, of: time) }
        copies[time] = copy
        talk.put(background: message)
    }

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
        guard copies.count > talk.limit * 2, let oldest = talk.oldest else { return }
        copies = copies.filter { $0.key >= oldest }
    }
}
