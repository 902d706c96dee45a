import Importing
import Intake
import Records
public import Slack
public import Workspace

extension Follower {
    /// What an event asks for beside the record.
    public enum Errand: Sendable, Hashable {
        /// The app was invited to a channel: it is told what is read, and its messages are read.
        case greet(ChannelID)
        /// Somebody opened the app's page.
        case home(AccountID)
        /// Somebody called the app by name, or wrote to it.
        case help(AccountID)
        /// Events were held back or lost.
        case backfill
    }

    /// Works on events; whatever they ask for beside the record comes back.
    ///
    /// Errors: those of record and reader; then nothing of these events counts as done.
    public func take(_ events: [EventEnvelope]) async throws -> [Errand] {
        try await alone {
            var errands: [Errand] = []
            var touched: Set<ChannelID> = []
            for envelope in events {
                tally.deliveries += 1
                guard identity.team == nil || envelope.team == identity.team else {
                    tally.others["other workspace", default: 0] += 1
                    continue
                }
                try await take(envelope, touched: &touched, errands: &errands)
            }
            try await write(touched)
            if isBehind { errands.append(.backfill) }
            isBehind = false
            return errands
        }
    }

    private func take(
        _ envelope: EventEnvelope,
        touched: inout Set<ChannelID>,
        errands: inout [Errand]
    ) async throws {
        switch envelope.event {
        case .message(let event):
            if event.isDirect {
                tally.notRead += 1
                if let user = event.user, event.bot == nil, event.kind == "im" { errands.append(.help(user)) }
            } else if let channel = try await channel(event.channel, kind: event.kind), isRead(channel) {
                try await take(event, in: channel)
                touched.insert(channel.id)
            } else {
                tally.notRead += 1
            }
        case .reaction(let event):
            guard let channel = try await channel(event.message.channel, kind: nil), isRead(channel) else { return }
            try await take(MessageCopy(event), of: event.message.time, in: channel)
            touched.insert(channel.id)
        case .membership(let user, let channel, let joined):
            guard user == identity.account else { return }
            try await belongs(to: channel, joined)
            if joined { errands.append(.greet(channel)) }
        case .user(let user): try await learn(users: .list([user]))
        case .channel(let id, let change): try await take(change, of: id, at: envelope.time)
        case .homeOpened(let user, let tab): if tab == "home" { errands.append(.home(user)) }
        case .mention(let user, _): errands.append(.help(user))
        case .uninstalled: try await records.endSlack(now: sources.now())
        case .tokensRevoked(let bots, _):
            if identity.account.map({ bots.contains($0) }) ?? !bots.isEmpty {
                try await records.endSlack(now: sources.now())
            }
        case .other(let kind): tally.others[kind, default: 0] += 1
        }
    }

    /// A message that came, changed or went.
    private func take(_ event: MessageEvent, in channel: Channel) async throws {
        let seen = (event.body["event_ts"].words ?? event.body["ts"].words).flatMap { MessageTime(slack: $0) }
        switch event.body["subtype"].words {
        case "message_deleted":
            guard let target = event.target else { return }
            let thread = event.body["previous_message"]["thread_ts"].words.flatMap { MessageTime(slack: $0) }
            try await take(.deleted, of: target, in: channel, isGone: true)
            if let thread { channels[channel.id]?.talk.root(thread) }
        case "message_replied": return
        case "message_changed":
            try await take(wire.messages(.list([event.body["message"]]), of: channel.id), seen: seen, in: channel)
        default: try await take(wire.messages(.list([event.body]), of: channel.id), seen: seen, in: channel)
        }
    }

    private func take(_ day: DayMessages, seen: MessageTime?, in channel: Channel) async throws {
        for message in day.messages {
            let copy = MessageCopy(message, seen: seen ?? message.id.time)
            // Whatever is answered to a message that comes now is heard from its beginning.
            if message.thread == nil, message.edited == nil, !message.deleted {
                var followed = try await remembered(channel)
                let known = followed[message.id.time]?.message
                if known == nil || known?.thread == nil { followed.knows(thread: message.id.time) }
                channels[channel.id] = followed
            }
            try await take(copy, of: message.id.time, in: channel, isGone: message.deleted)
        }
        for skip in day.skipped { tally.others["message: \(skip.reason.rawValue)", default: 0] += skip.count }
    }

    /// One more copy of a message; one of long ago is read among what stood around it.
    private func take(_ copy: MessageCopy, of time: MessageTime, in channel: Channel, isGone: Bool = false) async throws
    {
        var followed = try await remembered(channel)
        let merged = followed[time].map { $0.merged(with: copy) } ?? copy
        let isElsewhere = merged.message == nil && !followed.talk.remembers(time) && !isGone
        let isOld = isElsewhere || followed.isOld(time) ?? (copy.message == nil)
        if isOld, try await readAround(time, in: channel, merged), !isGone {
            followed.note(merged, of: time)
            channels[channel.id] = followed
            return
        }
        if isGone {
            try await disturb(time, in: channel, &followed)
        } else if let thread = merged.message?.thread {
            try await remember(thread, in: channel, &followed)
        }
        followed.take(copy, of: time)
        channels[channel.id] = followed
    }

    /// A conversation by its id; asked for where it is not known, and taken by its kind where nobody can be asked.
    func channel(_ id: ChannelID, kind: String?) async throws -> Channel? {
        if let known = wire.channel(id) { return known }
        if let history {
            do {
                let object = try await history.channel(id)
                try await keep(wire.learn(channels: .list([object])).map(\.channel))
                return wire.channel(id)
            } catch let fault as SlackFault where fault.isAboutOneThing {
                return nil
            }
        }
        guard kind == "channel" else { return nil }
        try await keep([Channel(id: id, name: id.text)])
        return wire.channel(id)
    }

    /// The app came into a channel or left it.
    func belongs(to channel: ChannelID, _ joined: Bool) async throws {
        let state = SlackChannelState(
            channel: channel,
            reading: joined,
            told: joined ? states[channel]?.told ?? false : false
        )
        states[channel] = state
        try await records.keep(state, now: sources.now())
        if !joined { channels[channel] = nil }
    }

    private func take(_ change: SlackEvent.ChannelChange, of id: ChannelID, at seconds: Int64) async throws {
        if case .object(let object) = change {
            return try await keep(wire.learn(channels: .list([object])).map(\.channel))
        }
        guard var channel = try await channel(id, kind: "channel") else { return }
        let moment = seconds * 1_000_000
        switch change {
        case .object: return
        case .renamed(let name): channel.name = SlackText.withoutSecrets(name)
        case .archived(let answer): channel.archived = answer
        case .deleted: channel.archived = true
        case .madePrivate: channel.audience = .invited
        case .left: return try await belongs(to: id, false)
        case .movedTo(let new):
            try await belongs(to: id, false)
            channel.id = new
            try await belongs(to: new, true)
        }
        guard moment >= channel.updated else { return }
        channel.updated = moment
        try await keep([channel])
    }
}
