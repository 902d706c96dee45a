import Evidence
import Importing
import Intake
import Records
import Slack
public import Workspace

/// How far back is looked.
public struct BackfillPlan: Sendable, Hashable {
    /// How far back what was read before is read again, in microseconds, so that edits and deletions in a gap are found.
    public var overlap: Int64
    /// How much further back threads may have begun that are looked at for late replies, in microseconds.
    public var threads: Int64
    /// How far back is looked where nothing is known, in microseconds.
    public var first: Int64

    /// Three days, a month, and a quarter of a year.
    public init(
        overlap: Int64 = 3 * 86_400_000_000,
        threads: Int64 = 30 * 86_400_000_000,
        first: Int64 = 90 * 86_400_000_000
    ) {
        self.overlap = overlap
        self.threads = threads
        self.first = first
    }

    /// What every plan of Slack shows, less a few days, in microseconds.
    static let alwaysShown: Int64 = 85 * 86_400_000_000

    /// All that Slack shows.
    public static let everything = BackfillPlan(overlap: .max / 4, threads: 0, first: .max / 4)
}

/// What a backfill did.
public struct BackfillOutcome: Sendable, Hashable {
    /// Conversations that were read.
    public var channels = 0
    /// Messages that Slack gave.
    public var messages = 0
    /// Messages of the record that Slack no longer has.
    public var gone = 0
    /// Conversations that could not be read, with Slack's word for it.
    public var left: [ChannelID: String] = [:]

    /// Nothing yet.
    public init() {}
}

extension Follower {
    /// Reads again what may have been missed in every conversation that is followed; channel by channel, so that after an
    /// interruption the next one goes on from what is in the record.
    ///
    /// Errors: `SlackFault` of the permanent kind, and those of record and reader.
    public func backfill(
        _ plan: BackfillPlan = .init(),
        private hasPrivate: Bool = false,
        only: Set<ChannelID>? = nil,
        progress: @Sendable (BackfillOutcome) -> Void = { _ in }
    ) async throws -> BackfillOutcome {
        guard let history else { return BackfillOutcome() }
        let began = sources.now()
        var found: [Channel] = []
        try await alone {
            try await history.users { page in try await self.learn(users: page) }
            try await history.channels(private: hasPrivate) { page in
                let learned = self.wire.learn(channels: page).map(\.channel)
                try await self.keep(learned)
                found += learned
            }
        }
        var outcome = BackfillOutcome()
        let latest = try await records.latestMessages()
        for channel in found.sorted(by: { $0.id < $1.id }) where isRead(channel) {
            guard only?.contains(channel.id) ?? true else { continue }
            try Task.checkCancellation()
            do {
                let (messages, gone) = try await alone {
                    try await backfill(channel, from: latest[channel.id], plan)
                }
                outcome.channels += 1
                outcome.messages += messages
                outcome.gone += gone
            } catch let fault as SlackFault where fault.isAboutOneThing {
                outcome.left[channel.id] = fault.word
            }
            progress(outcome)
        }
        try await group()
        if only == nil, outcome.left.isEmpty { try await records.keep(slackHeard: began) }
        return outcome
    }

    /// Reads one conversation again.
    private func backfill(
        _ channel: Channel,
        from latest: MessageTime?,
        _ plan: BackfillPlan
    ) async throws -> (messages: Int, gone: Int) {
        guard let history else { return (0, 0) }
        let now = MessageTime(microseconds: sources.now())
        let known = latest?.microseconds ?? now.microseconds - plan.first
        let start = MessageTime(microseconds: max(min(known, now.microseconds) - plan.overlap, 1_000_000))
        let look = MessageTime(microseconds: max(start.microseconds - plan.threads, 1_000_000))
        var list: [Message] = []
        var threads: [MessageTime] = []
        var unanswered: Set<MessageTime> = []
        try await history.messages(of: channel.id, from: look, to: nil) { page in
            list += self.wire.messages(page, of: channel.id).messages
            for object in page.elements {
                guard let root = object["ts"].words.flatMap({ MessageTime(slack: $0) }) else { continue }
                guard (object["reply_count"].integer ?? 0) > 0 else {
                    unanswered.insert(root)
                    continue
                }
                let last = object["latest_reply"].words.flatMap { MessageTime(slack: $0) }
                if root >= start || last.map({ $0 >= start }) ?? true { threads.append(root) }
            }
        }
        let shown = list
        // Replies that the record has to threads from before: nothing shows them but their thread.
        let replies = try await records.knownMessages(of: channel.id, from: start, to: now)
        threads += Set(replies.compactMap(\.thread).filter { $0 < look })
        var whole: Set<MessageTime> = []
        for root in threads.sorted() {
            do {
                try await history.thread(root, in: channel.id) { page in
                    list += self.wire.messages(page, of: channel.id).messages
                }
                whole.insert(root)
            } catch let fault as SlackFault where fault.isAboutOneThing {
                continue
            }
        }
        var followed = followed(channel)
        // The first messages are read with those before them, however long before that was.
        if look.microseconds > 1_000_000 {
            let border = MessageTime(microseconds: look.microseconds - 1)
            let page = try await history.messages(of: channel.id, before: border, limit: Self.page)
            for message in wire.messages(page, of: channel.id).messages {
                followed.take(background: MessageCopy(message, seen: now), of: message.id.time)
            }
        }
        followed.talk.knows(from: look)
        for thread in unanswered.union(whole) { followed.knows(thread: thread) }
        var present: Set<MessageTime> = []
        for message in list {
            present.insert(message.id.time)
            let copy = MessageCopy(message, seen: now)
            if message.id.time >= start {
                followed.take(copy, of: message.id.time)
            } else {
                followed.take(background: copy, of: message.id.time)
            }
        }
        // A reply to an old thread in the window was not taken as background above; a first message of it was.
        followed.touch(from: start, to: now)
        let gone = try await missing(
            in: channel,
            from: start,
            looked: look,
            shown: shown,
            present: present,
            whole: whole
        )
        for time in gone { followed.take(.deleted, of: time) }
        channels[channel.id] = followed
        try await write([channel.id])
        return (list.count, gone.count)
    }

    /// Messages of the record that are gone from the chat: beyond what any plan shows only between those that the chat
    /// itself showed, so that a limit on history takes nothing away.
    private func missing(
        in channel: Channel,
        from start: MessageTime,
        looked: MessageTime,
        shown: [Message],
        present: Set<MessageTime>,
        whole: Set<MessageTime>
    ) async throws -> [MessageTime] {
        guard let first = shown.map(\.id.time).min(), let last = present.max() else { return [] }
        let visible = Set(shown.map(\.id.time))
        let border = min(first, MessageTime(microseconds: sources.now() - BackfillPlan.alwaysShown))
        let known = try await records.knownMessages(of: channel.id, from: max(border, start), to: last)
        return known.filter { message in
            guard !present.contains(message.time) else { return false }
            guard let thread = message.thread, thread != message.time else { return true }
            // A reply is gone when its whole thread was read, or when its first message is there and has no replies, or when
            // that was looked for and is gone itself.
            return whole.contains(thread) || visible.contains(thread) || thread >= max(border, looked)
        }.map(\.time)
    }
}
