import Evidence
import Importing
import Intake
import Records
import Slack
import Workspace

// A message is read with what was said before it, wherever that lies: what is not remembered is looked up in the chat, so
// that it does not matter when the program was started, and how much of the talk it still holds.
extension Follower {
    /// Messages that are looked up at once.
    static let page = 100
    /// Units: microseconds that the chat is left alone after it did not answer.
    private static let silence: Int64 = 60_000_000

    /// What the chat answers; nil where it cannot be asked now, and then all of it is read again later on.
    ///
    /// Where only the thing that was asked for is not to be had, `none` is the answer.
    private func asked<Answer>(
        none: Answer,
        _ question: (any ChatHistory) async throws -> Answer
    ) async throws -> Answer? {
        guard let history else { return nil }
        guard sources.now() >= silentUntil, mayAsk() else {
            isBehind = true
            return nil
        }
        do {
            return try await question(history)
        } catch let fault as SlackFault {
            if fault.isAboutOneThing { return none }
            isBehind = true
            silentUntil = sources.now() + Self.silence
            return nil
        }
    }

    /// Takes one question from what may be asked: a storm of answers to old threads must not hold up what comes behind it.
    private func mayAsk() -> Bool {
        let now = sources.now()
        let gained = Double(max(now - budget.moment, 0)) / 60_000_000 * Double(questions)
        budget = (min(budget.left + gained, Double(questions)), now)
        guard budget.left >= 1 else { return false }
        budget.left -= 1
        return true
    }

    /// The conversation as it is followed; where nothing of it is remembered, with what was said in it last.
    func remembered(_ channel: Channel) async throws -> Followed {
        if let known = channels[channel.id] { return known }
        var new = Followed(channel: channel, limit: limit)
        let now = MessageTime(microseconds: sources.now())
        let answer = try await asked(none: WireValue.list([])) {
            try await $0.messages(of: channel.id, before: now, limit: Self.page)
        }
        guard let page = answer else {
            channels[channel.id] = new
            return new
        }
        let shown = wire.messages(page, of: channel.id).messages
        for message in shown { new.take(background: MessageCopy(message, seen: now), of: message.id.time) }
        for object in page.elements where (object["reply_count"].integer ?? 0) == 0 {
            if let time = object["ts"].words.flatMap({ MessageTime(slack: $0) }) { new.knows(thread: time) }
        }
        // The first of them stand without what was said before them.
        let times = shown.filter { !$0.isReply && ($0.sort == .words || $0.sort == .bot) }.map(\.id.time).sorted()
        if let last = times.last { new.talk.knows(from: times.count > Talk.reach * 2 ? times[Talk.reach * 2] : last) }
        channels[channel.id] = new
        return new
    }

    /// What a message that is gone belonged to, so that those after it in its thread are read again.
    func disturb(_ time: MessageTime, in channel: Channel, _ followed: inout Followed) async throws {
        guard history != nil else { return }
        let known = try await records.knownMessages(of: channel.id, from: time, to: time).first
        guard let thread = followed[time]?.message?.thread ?? known?.thread else { return }
        try await remember(thread, in: channel, &followed)
        followed.talk.disturb(time, thread: thread)
    }

    /// Looks a thread up of which not everything is remembered.
    func remember(_ thread: MessageTime, in channel: Channel, _ followed: inout Followed) async throws {
        guard history != nil, !followed.holds(thread: thread) else { return }
        guard let found = try await messages(ofThread: thread, in: channel) else { return }
        let now = MessageTime(microseconds: sources.now())
        for message in found { followed.take(background: MessageCopy(message, seen: now), of: message.id.time) }
        followed.knows(thread: thread)
        // A message that was answered for the first time begins a thread from now on, and the record says so.
        let known = try await records.knownMessages(of: channel.id, from: thread, to: thread).first
        guard let known, known.thread == nil, let first = found.first(where: { $0.id.time == thread }) else { return }
        if followed.isOld(thread) ?? false {
            _ = try await readAround(thread, in: channel, MessageCopy())
        } else {
            followed.take(MessageCopy(first, seen: now), of: thread)
        }
    }

    private func messages(ofThread thread: MessageTime, in channel: Channel) async throws -> [Message]? {
        try await asked(none: []) { history in
            var found: [Message] = []
            try await history.thread(thread, in: channel.id) { page in
                found += self.wire.messages(page, of: channel.id).messages
            }
            return found
        }
    }

    /// Reads one message of long ago, and those that were read with it, among what stands around them.
    ///
    /// - Returns: false where the chat cannot be asked.
    func readAround(_ time: MessageTime, in channel: Channel, _ copy: MessageCopy) async throws -> Bool {
        guard history != nil else { return false }
        let limit = Self.page
        let before = try await asked(none: WireValue.list([])) {
            try await $0.messages(of: channel.id, before: time, limit: limit)
        }
        guard let before else { return false }
        var around = wire.messages(before, of: channel.id).messages
        let isShown = around.contains { $0.id.time == time }
        let known = try await records.knownMessages(of: channel.id, from: time, to: time).first
        let own = copy.message?.thread ?? around.first { $0.id.time == time }?.thread ?? known?.thread
        if own != nil || !isShown {
            guard let thread = try await messages(ofThread: own ?? time, in: channel) else { return false }
            around += thread
        }
        let isWhole = copy.message != nil || copy.isDeleted
        var after: [Message] = []
        if isWhole {
            guard let found = try await said(after: time, in: channel) else { return false }
            after = found
        }
        guard copy.message != nil || copy.isDeleted || around.contains(where: { $0.id.time == time }) else {
            return true
        }
        let replies = around.filter { isWhole && $0.isReply && $0.thread == own && $0.id.time > time }
        let again = Set((after.filter { !$0.isReply } + replies).map(\.id.time))
        try await read(time, copy, again: again, among: around + after, in: channel)
        return true
    }

    /// Those said next in a channel: as many as are read with a message at least, where so many came.
    private func said(after time: MessageTime, in channel: Channel) async throws -> [Message]? {
        var found: [Message] = []
        let first = MessageTime(microseconds: time.microseconds + 1)
        for span in [600, 3600, 86_400, 30 * 86_400, 3650 * 86_400] as [Int64] {
            let last = MessageTime(microseconds: time.microseconds + span * 1_000_000)
            let answer = try await asked(none: [Message]()) { history in
                var some: [Message] = []
                try await history.messages(of: channel.id, from: first, to: last) { page in
                    some += self.wire.messages(page, of: channel.id).messages
                }
                return some
            }
            guard let answer else { return nil }
            found = answer
            if found.count > Talk.reach * 2 || last.microseconds > sources.now() { break }
        }
        return found
    }

    private func read(
        _ time: MessageTime,
        _ copy: MessageCopy,
        again: Set<MessageTime>,
        among around: [Message],
        in channel: Channel
    ) async throws {
        var window = Followed(channel: channel, limit: max(limit, around.count + 1))
        let now = MessageTime(microseconds: sources.now())
        for message in around {
            let found = MessageCopy(message, seen: now)
            if message.id.time == time || again.contains(message.id.time) {
                window.take(found, of: message.id.time)
            } else {
                window.take(background: found, of: message.id.time)
            }
        }
        window.take(copy, of: time)
        window.settle()
        let reading = try await present()
        guard
            let batch = try await window.talk.batch(by: reading.reader, capture: reading.capture, silence: silence)
        else { return }
        let outcome = try await records.commit([batch], now: sources.now())
        subjects.formUnion(outcome.subjects)
        count { $0.messages += batch.messages.count }
    }
}
