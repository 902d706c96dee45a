import Workspace

/// Brings lines of talk into the form that messages have in Slack's export.
struct SlackMessages {
    private let talk: Talk
    private let cast: Cast
    private let people: SlackPeople

    init(talk: Talk, cast: Cast) {
        self.talk = talk
        self.cast = cast
        people = SlackPeople(cast: cast)
    }

    /// One message of a day file.
    func message(_ index: Int) -> JSON {
        let line = talk.lines[index]
        return switch line.line.content {
        case .words:
            if let member = cast.member(line.line.speaker) {
                .object(spoken(line, by: member) + thread(line) + reactions(line))
            } else if let robot = cast.robot(line.line.speaker) {
                .object(automatic(line, by: robot) + thread(line) + reactions(line))
            } else {
                .object([])
            }
        case .joins: notice(line, "channel_join", "has joined the channel")
        case .leaves: notice(line, "channel_leave", "has left the channel")
        case .topic(let topic): notice(line, "channel_topic", "set the channel topic: " + topic, ("topic", topic))
        case .purpose(let purpose):
            notice(line, "channel_purpose", "set the channel description: " + purpose, ("purpose", purpose))
        }
    }

    private func speaker(_ index: Int) -> String {
        let key = talk.lines[index].line.speaker
        return (cast.member(key)?.account ?? cast.robot(key)?.bot)?.text ?? key
    }

    private func blocks(_ line: TalkLine) -> JSON {
        let name = Fingerprint("block", line.line.file, String(line.line.line)).letters(
            5,
            from: "abcdefghkmnpqrstuvwxyzABCDEFGH23456789+/"
        )
        return .list([
            .object([("type", .text("rich_text")), ("block_id", .text(name)), ("elements", .list(line.words.elements))])
        ])
    }

    private func spoken(_ line: TalkLine, by member: CastMember) -> [(String, JSON)] {
        var fields: [(String, JSON)] = []
        if line.line.shownInChannel { fields.append(("subtype", .text("thread_broadcast"))) }
        fields += [
            ("user", .text(member.account.text)), ("type", .text("message")), ("ts", .text(line.time.slack)),
            ("client_msg_id", .text(Fingerprint("client", line.line.file, String(line.line.line)).uuid)),
            ("text", .text(line.words.text)), ("team", .text(cast.team)), ("user_team", .text(cast.team)),
            ("source_team", .text(cast.team)), ("user_profile", people.shortProfile(member)), ("blocks", blocks(line)),
        ]
        if line.line.edited {
            let later = line.time.microseconds / 1_000_000 + 12 + Fingerprint("edit", line.time.slack).below(400)
            let time = MessageTime(microseconds: later * 1_000_000)
            fields.append(("edited", .object([("user", .text(member.account.text)), ("ts", .text(time.slack))])))
        }
        return fields
    }

    private func automatic(_ line: TalkLine, by robot: Robot) -> [(String, JSON)] {
        let time: [(String, JSON)] = [("type", .text("message")), ("ts", .text(line.time.slack))]
        switch robot.style {
        case .classic:
            return [("subtype", .text("bot_message"))] + time + [
                ("text", .text(line.words.text)), ("username", .text(robot.key)), ("bot_id", .text(robot.bot.text)),
            ]
        case .attachment:
            let attachment: [(String, JSON)] = [
                ("id", .number(1)), ("color", .text("d3871f")), ("fallback", .text(line.words.text)),
                ("text", .text(line.words.text)),
            ]
            return [("subtype", .text("bot_message"))] + time + [
                ("text", .text("")), ("username", .text(robot.key)), ("bot_id", .text(robot.bot.text)),
                ("attachments", .list([.object(attachment)])),
            ]
        case .modern:
            let profile: [(String, JSON)] = [
                ("id", .text(robot.bot.text)), ("app_id", .text(robot.app)), ("name", .text(robot.key)),
                ("deleted", .flag(false)), ("updated", .number(1_700_000_000)), ("team_id", .text(cast.team)),
            ]
            return [("user", .text(robot.account.text))] + time + [
                ("bot_id", .text(robot.bot.text)), ("app_id", .text(robot.app)), ("text", .text(line.words.text)),
                ("team", .text(cast.team)), ("bot_profile", .object(profile)), ("blocks", blocks(line)),
            ]
        }
    }

    private func notice(_ line: TalkLine, _ subtype: String, _ words: String, _ field: (String, String)? = nil) -> JSON
    {
        let user = cast.member(line.line.speaker)?.account.text ?? ""
        let fields: [(String, JSON)] = [
            ("subtype", .text(subtype)), ("user", .text(user)), ("type", .text("message")),
            ("ts", .text(line.time.slack)), ("text", .text("<@\(user)> " + SlackWords.escaped(words))),
        ]
        return .object(fields + (field.map { [($0.0, JSON.text(SlackWords.escaped($0.1)))] } ?? []))
    }

    private func thread(_ line: TalkLine) -> [(String, JSON)] {
        if let index = line.root {
            let root = talk.lines[index]
            var fields: [(String, JSON)] = [
                ("thread_ts", .text(root.time.slack)), ("parent_user_id", .text(speaker(index))),
            ]
            if line.line.shownInChannel {
                let copy: [(String, JSON)] = [
                    ("user", .text(speaker(index))), ("type", .text("message")), ("ts", .text(root.time.slack)),
                    ("text", .text(root.words.text)),
                ]
                fields.append(("root", .object(copy + thread(root))))
            }
            return fields
        }
        guard let last = line.replies.last else { return [] }
        var speakers: [String] = []
        for reply in line.replies where !speakers.contains(speaker(reply)) { speakers.append(speaker(reply)) }
        return [
            ("thread_ts", .text(line.time.slack)), ("reply_count", .number(Int64(line.replies.count))),
            ("reply_users_count", .number(Int64(speakers.count))), ("latest_reply", .text(talk.lines[last].time.slack)),
            ("reply_users", .list(speakers.prefix(5).map { .text($0) })),
            (
                "replies",
                .list(
                    line.replies.map {
                        .object([("user", .text(speaker($0))), ("ts", .text(talk.lines[$0].time.slack))])
                    }
                )
            ),
            ("is_locked", .flag(false)), ("subscribed", .flag(false)),
        ]
    }

    private func reactions(_ line: TalkLine) -> [(String, JSON)] {
        guard !line.line.reactions.isEmpty else { return [] }
        let reactions = line.line.reactions.map { reaction in
            JSON.object([
                ("name", .text(reaction.name)),
                ("users", .list(reaction.people.compactMap { cast.member($0).map { .text($0.account.text) } })),
                ("count", .number(Int64(reaction.people.count))),
            ])
        }
        return [("reactions", .list(reactions))]
    }
}
