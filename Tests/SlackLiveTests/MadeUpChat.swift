import Foundation
import Intake
import Slack
import SlackLive
import Workspace

/// Numbers that are the same in every run.
struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A small made-up chat: what happens in it, as events, and how it stands at any time, as history and as an export.
struct MadeUpChat: Sendable {
    struct Line: Sendable {
        var ts: String
        var user: String
        var text: String
        var thread: String?
        var edited: String?
        var reactions: [String: [String]] = [:]
        var isTombstone = false
    }

    static let people = ["U0ADA", "U0BEN", "U0CLEO", "U0DIA"]
    static let channels = ["C0TEAM", "C0HELP"]
    static let start = 1_760_000_000

    var lines: [String: [String: Line]] = ["C0TEAM": [:], "C0HELP": [:]]
    var roots: [String: Set<String>] = ["C0TEAM": [], "C0HELP": []]
    private(set) var events: [WireValue] = []
    private var clock = MadeUpChat.start
    private var serial = 0

    /// The present moment in it, microseconds since 1970 UTC.
    var now: Int64 { Int64(clock) * 1_000_000 + Int64(serial) + 1 }

    private mutating func tick(_ chance: inout Chance) -> String {
        clock += Int.random(in: 1...900, using: &chance)
        serial += 1
        return "\(clock)." + String(repeating: "0", count: 6 - "\(serial)".count) + "\(serial)"
    }

    private static let words = [
        "thanks <@%> for the fix in the importer, it saved the release", "the build is red again, looking",
        "I will take the migration and report tomorrow", "<@%> could you look at the review when you have time?",
        "nice catch <@%>, the retry was the cause", "we go with the second design, the first cannot be tested",
        "deployed to all regions", "lunch?", "the page for <@%> was slow because of the index, now mended",
    ]

    /// Lets one thing happen.
    mutating func step(_ chance: inout Chance) {
        let channel = Self.channels.randomElement(using: &chance) ?? "C0TEAM"
        let now = tick(&chance)
        let all = (lines[channel] ?? [:]).values.filter { !$0.isTombstone }.sorted { $0.ts < $1.ts }
        switch Int.random(in: 0..<100, using: &chance) {
        case 0..<45: post(in: channel, at: now, thread: nil, &chance)
        case 45..<65:
            guard let other = all.randomElement(using: &chance) else {
                return post(in: channel, at: now, thread: nil, &chance)
            }
            post(in: channel, at: now, thread: other.thread ?? other.ts, &chance)
        case 65..<75: if let line = all.randomElement(using: &chance) { edit(line, in: channel, at: now, &chance) }
        case 75..<83: if let line = all.randomElement(using: &chance) { delete(line, in: channel, at: now, &chance) }
        default: if let line = all.randomElement(using: &chance) { react(line, in: channel, at: now, &chance) }
        }
    }

    private func words(_ chance: inout Chance) -> String {
        let person = Self.people.randomElement(using: &chance) ?? "U0ADA"
        return (Self.words.randomElement(using: &chance) ?? "").replacing("%", with: person)
    }

    private mutating func post(in channel: String, at ts: String, thread: String?, _ chance: inout Chance) {
        var line = Line(ts: ts, user: Self.people.randomElement(using: &chance) ?? "U0ADA", text: words(&chance))
        // A first message that went without replies cannot be answered.
        line.thread = thread.flatMap { lines[channel]?[$0] == nil ? nil : $0 }
        lines[channel]?[ts] = line
        if let thread = line.thread { roots[channel]?.insert(thread) }
        tell(plain(line).merging(["channel": .text(channel), "channel_type": "channel", "event_ts": .text(ts)]))
    }

    private mutating func edit(_ line: Line, in channel: String, at now: String, _ chance: inout Chance) {
        var line = line
        line.text = words(&chance) + " (edited)"
        line.edited = now
        lines[channel]?[line.ts] = line
        tell([
            "type": "message", "subtype": "message_changed", "channel": .text(channel), "channel_type": "channel",
            "hidden": true, "ts": .text(now), "event_ts": .text(now), "message": object(line, in: channel),
        ])
    }

    private mutating func delete(_ line: Line, in channel: String, at now: String, _ chance: inout Chance) {
        let hasReplies = lines[channel]?.values.contains { $0.thread == line.ts && $0.ts != line.ts } ?? false
        if hasReplies {
            var tombstone = line
            tombstone.isTombstone = true
            lines[channel]?[line.ts] = tombstone
            tell([
                "type": "message", "subtype": "message_changed", "channel": .text(channel), "channel_type": "channel",
                "ts": .text(now), "event_ts": .text(now), "message": object(tombstone, in: channel),
            ])
        } else {
            lines[channel]?[line.ts] = nil
            tell([
                "type": "message", "subtype": "message_deleted", "channel": .text(channel), "channel_type": "channel",
                "ts": .text(now), "event_ts": .text(now), "deleted_ts": .text(line.ts),
                "previous_message": Bool.random(using: &chance) ? plain(line) : nil,
            ])
        }
    }

    private mutating func react(_ line: Line, in channel: String, at now: String, _ chance: inout Chance) {
        let name = ["clap", "tada"].randomElement(using: &chance) ?? "clap"
        let user = Self.people.randomElement(using: &chance) ?? "U0ADA"
        var line = line
        let isThere = line.reactions[name]?.contains(user) ?? false
        if isThere {
            line.reactions[name]?.removeAll { $0 == user }
        } else {
            line.reactions[name, default: []].append(user)
        }
        if line.reactions[name]?.isEmpty ?? false { line.reactions[name] = nil }
        lines[channel]?[line.ts] = line
        tell([
            "type": isThere ? "reaction_removed" : "reaction_added", "user": .text(user), "reaction": .text(name),
            "item": ["type": "message", "channel": .text(channel), "ts": .text(line.ts)], "event_ts": .text(now),
        ])
    }

    private mutating func tell(_ event: WireValue) {
        events.append([
            "type": "event_callback", "event_id": .text("Ev\(events.count)"), "team_id": "T0MADEUP",
            "api_app_id": "A0", "event_time": .integer(Int64(clock)), "event": event,
        ])
    }

    private func plain(_ line: Line) -> WireValue {
        [
            "type": "message", "ts": .text(line.ts), "user": .text(line.user), "text": .text(line.text),
            "team": "T0MADEUP", "thread_ts": line.thread.map { .text($0) },
        ]
    }

    /// A message as history and exports show it.
    func object(_ line: Line, in channel: String) -> WireValue {
        let replies = (lines[channel] ?? [:]).values.filter { $0.thread == line.ts && $0.ts != line.ts }.map(\.ts)
            .sorted()
        var object = plain(line)
        if line.isTombstone {
            object = [
                "type": "message", "subtype": "tombstone", "hidden": true, "user": "USLACKBOT", "ts": .text(line.ts),
                "text": "This message was deleted.",
            ]
        }
        if roots[channel]?.contains(line.ts) ?? false {
            object = object.setting("thread_ts", to: .text(line.ts))
            object = object.setting("reply_count", to: .integer(Int64(replies.count)))
            if let last = replies.last { object = object.setting("latest_reply", to: .text(last)) }
        }
        if line.isTombstone { return object }
        if let edited = line.edited {
            object = object.setting("edited", to: ["user": .text(line.user), "ts": .text(edited)])
        }
        let reactions = line.reactions.sorted { $0.key < $1.key }.map { name, users -> WireValue in
            ["name": .text(name), "users": .list(users.map { .text($0) }), "count": .integer(Int64(users.count))]
        }
        return reactions.isEmpty ? object : object.setting("reactions", to: .list(reactions))
    }

    static var users: WireValue {
        .list(
            people.map { id in
                let name = "\(id.dropFirst(2).capitalized) Example"
                return [
                    "id": .text(id), "team_id": "T0MADEUP", "name": .text(id.lowercased()), "deleted": false,
                    "profile": ["real_name": .text(name), "display_name": "", "team": "T0MADEUP"],
                ]
            }
        )
    }

    static var channelList: WireValue {
        .list(channels.map { ["id": .text($0), "name": .text($0.dropFirst(2).lowercased()), "members": []] })
    }

    /// How the chat stands, as an export's folder.
    func writeExport(to folder: URL) throws {
        let files = FileManager.default
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(Self.users.bytes).write(to: folder.appending(path: "users.json"))
        try Data(Self.channelList.bytes).write(to: folder.appending(path: "channels.json"))
        for channel in Self.channels {
            let place = folder.appending(path: channel.dropFirst(2).lowercased())
            try files.createDirectory(at: place, withIntermediateDirectories: true)
            let all = (lines[channel] ?? [:]).values.sorted { $0.ts < $1.ts }
            let days = Dictionary(grouping: all) { CivilDate(microseconds: (Int64($0.ts.prefix(10)) ?? 0) * 1_000_000) }
            for (day, lines) in days {
                let list = WireValue.list(lines.map { object($0, in: channel) })
                try Data(list.bytes).write(to: place.appending(path: "\(day).json"))
            }
        }
    }
}

extension WireValue {
    func merging(_ other: WireValue) -> WireValue {
        other.fields.reduce(self) { $0.setting($1.name, to: $1.value) }
    }
}

/// The made-up chat as its Web API shows it.
struct MadeUpHistory: ChatHistory {
    let chat: MadeUpChat

    func users(_ take: (WireValue) async throws -> Void) async throws { try await take(MadeUpChat.users) }
    func channels(private hasPrivate: Bool, _ take: (WireValue) async throws -> Void) async throws {
        try await take(MadeUpChat.channelList)
    }
    func channel(_ id: ChannelID) async throws -> WireValue {
        MadeUpChat.channelList.elements.first { $0["id"].string == id.text } ?? .null
    }

    private func shown(_ channel: ChannelID) -> [MadeUpChat.Line] {
        (chat.lines[channel.text] ?? [:]).values.filter { $0.thread == nil }.sorted { $0.ts > $1.ts }
    }

    func messages(
        of channel: ChannelID,
        from oldest: MessageTime?,
        to latest: MessageTime?,
        _ take: (WireValue) async throws -> Void
    ) async throws {
        let wanted = shown(channel).filter { line in
            guard let time = MessageTime(slack: line.ts) else { return false }
            return oldest.map { time >= $0 } ?? true && latest.map { time <= $0 } ?? true
        }
        var rest = wanted[...]
        while !rest.isEmpty {
            try await take(.list(rest.prefix(7).map { chat.object($0, in: channel.text) }))
            rest = rest.dropFirst(7)
        }
    }

    func messages(of channel: ChannelID, before latest: MessageTime, limit: Int) async throws -> WireValue {
        let wanted = shown(channel).filter { line in MessageTime(slack: line.ts).map { $0 <= latest } ?? false }
        return .list(wanted.prefix(limit).map { chat.object($0, in: channel.text) })
    }

    func thread(
        _ root: MessageTime,
        in channel: ChannelID,
        _ take: (WireValue) async throws -> Void
    ) async throws {
        let all = (chat.lines[channel.text] ?? [:]).values
        let own = all.first { $0.ts == root.slack }?.thread ?? root.slack
        let lines = all.filter { $0.ts == own || $0.thread == own }.sorted { $0.ts < $1.ts }
        guard !lines.isEmpty else {
            throw SlackFault.refused(
                method: "conversations.replies",
                error: "thread_not_found",
                needed: nil,
                details: []
            )
        }
        try await take(.list(lines.map { chat.object($0, in: channel.text) }))
    }
}
