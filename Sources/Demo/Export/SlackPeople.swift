import Workspace

/// The export's `users.json`, `channels.json` and `integration_logs.json`.
struct SlackPeople {
    private let cast: Cast
    /// The moment in which the export was made, seconds of UTC.
    private let made = DemoCompany.today.microseconds / 1_000_000 + 64_800

    init(cast: Cast) { self.cast = cast }

    /// Everybody who can speak, programs and one account that was switched off among them.
    var users: JSON {
        .list(cast.members.map(user) + cast.robots.map(robot) + [slackbot, former])
    }

    private func user(_ member: CastMember) -> JSON {
        let words = member.name.split(separator: " ").map { String($0) }
        return .object([
            ("id", .text(member.account.text)), ("team_id", .text(cast.team)), ("name", .text(member.handle)),
            ("deleted", .flag(false)), ("color", .text(color(member.key))), ("real_name", .text(member.name)),
            ("tz", .text(member.zone)), ("tz_label", .text(member.zone)),
            ("tz_offset", .number(Int64(member.zoneOffset))),
            (
                "profile",
                .object([
                    ("title", .text(member.title)), ("phone", .text("")), ("skype", .text("")),
                    ("real_name", .text(member.name)), ("real_name_normalized", .text(member.name)),
                    ("display_name", .text(member.displayName)), ("display_name_normalized", .text(member.displayName)),
                    ("fields", .list([])), ("status_text", .text("")), ("status_emoji", .text("")),
                    ("status_expiration", .number(0)), ("avatar_hash", .text(avatar(member.key))),
                    ("email", .text(member.email)), ("first_name", .text(words.first ?? "")),
                    ("last_name", .text(words.dropFirst().joined(separator: " "))),
                    ("image_72", .text(image(member.key))),
                    ("team", .text(cast.team)),
                ])
            ),
            ("is_admin", .flag(member.key == "hyun")), ("is_owner", .flag(member.key == "ingrid")),
            ("is_primary_owner", .flag(member.key == "ingrid")), ("is_restricted", .flag(false)),
            ("is_ultra_restricted", .flag(false)), ("is_bot", .flag(false)), ("is_app_user", .flag(false)),
            ("updated", .number(made - Fingerprint("updated", member.key).below(20_000_000))),
            ("is_email_confirmed", .flag(true)), ("who_can_share_contact_card", .text("EVERYONE")),
        ])
    }

    private func robot(_ robot: Robot) -> JSON {
        .object([
            ("id", .text(robot.account.text)), ("team_id", .text(cast.team)), ("name", .text(robot.key)),
            ("deleted", .flag(false)), ("color", .text(color(robot.key))), ("real_name", .text(robot.key)),
            ("tz", .text("Europe/Amsterdam")), ("tz_label", .text("Central European Summer Time")),
            ("tz_offset", .number(7200)),
            (
                "profile",
                .object([
                    ("title", .text("")), ("real_name", .text(robot.key)), ("real_name_normalized", .text(robot.key)),
                    ("display_name", .text("")), ("display_name_normalized", .text("")), ("fields", .list([])),
                    ("bot_id", .text(robot.bot.text)), ("api_app_id", .text(robot.app)),
                    ("always_active", .flag(false)),
                    ("avatar_hash", .text(avatar(robot.key))), ("image_72", .text(image(robot.key))),
                    ("team", .text(cast.team)),
                ])
            ),
            ("is_admin", .flag(false)), ("is_owner", .flag(false)), ("is_primary_owner", .flag(false)),
            ("is_restricted", .flag(false)), ("is_ultra_restricted", .flag(false)), ("is_bot", .flag(true)),
            ("is_app_user", .flag(false)), ("updated", .number(1_700_000_000)),
        ])
    }

    private var slackbot: JSON {
        .object([
            ("id", .text("USLACKBOT")), ("team_id", .text(cast.team)), ("name", .text("slackbot")),
            ("deleted", .flag(false)), ("real_name", .text("Slackbot")),
            (
                "profile",
                .object([
                    ("real_name", .text("Slackbot")), ("display_name", .text("Slackbot")),
                    ("always_active", .flag(true)),
                ])
            ),
            ("is_bot", .flag(false)), ("updated", .number(0)),
        ])
    }

    /// Lorcan, who wrote `tidegate` and left; switched off, so Slack says little of him.
    private var former: JSON {
        .object([
            ("id", .text(Fingerprint("account", "lorcan").slackID("U"))), ("team_id", .text(cast.team)),
            ("name", .text("lorcan.byrne")), ("deleted", .flag(true)),
            (
                "profile",
                .object([
                    ("title", .text("")), ("real_name", .text("Lorcan Byrne")), ("display_name", .text("lorcan")),
                    ("fields", .list([])), ("team", .text(cast.team)),
                ])
            ),
            ("is_bot", .flag(false)), ("is_app_user", .flag(false)), ("updated", .number(1_727_700_000)),
        ])
    }

    /// Every channel with the people who are in it: those of its teams and everybody who ever spoke there.
    func channels(_ talk: Talk) -> JSON {
        var speakers: [String: Set<String>] = [:]
        for line in talk.lines { speakers[line.line.channel, default: []].insert(line.line.speaker) }
        return .list(
            cast.places.map { place in
                let heard = speakers[place.name] ?? []
                let members = cast.members.filter {
                    place.teams.isEmpty || $0.team.map(place.teams.contains) ?? false || heard.contains($0.key)
                }
                let creator = cast.member(place.creator)?.account.text ?? "USLACKBOT"
                let created = 1_560_000_000 + Fingerprint("created", place.name).below(170_000_000)
                return .object([
                    ("id", .text(place.id.text)), ("name", .text(place.name)), ("created", .number(created)),
                    ("creator", .text(creator)), ("is_archived", .flag(place.archived)),
                    ("is_general", .flag(place.name == "general")),
                    ("members", .list(members.map { .text($0.account.text) })),
                    ("topic", said("", by: "", at: 0)), ("purpose", said(place.purpose, by: creator, at: created)),
                ])
            }
        )
    }

    private func said(_ words: String, by creator: String, at time: Int64) -> JSON {
        .object([
            ("value", .text(SlackWords.escaped(words))), ("creator", .text(creator)), ("last_set", .number(time)),
        ])
    }

    /// Who added which program.
    var integrationLog: JSON {
        .list(
            cast.robots.map { robot in
                .object([
                    ("app_id", .text(robot.app)), ("app_type", .text(robot.key)),
                    ("user_id", .text(cast.member("hyun")?.account.text ?? "")),
                    ("user_name", .text(cast.member("hyun")?.handle ?? "")),
                    ("date", .text(String(1_650_000_000 + Fingerprint("added", robot.key).below(50_000_000)))),
                    ("change_type", .text("added")), ("scope", .text("incoming-webhook,chat:write")),
                ])
            }
        )
    }

    private func avatar(_ key: String) -> String { Fingerprint("avatar", key).letters(12, from: "0123456789abcdef") }

    private func image(_ key: String) -> String { "https://avatars.halvard.example/\(avatar(key))_72.png" }

    private func color(_ key: String) -> String { Fingerprint("color", key).letters(6, from: "0123456789abcdef") }

    /// The short form of a person's profile that stands at each message.
    func shortProfile(_ member: CastMember) -> JSON {
        .object([
            ("avatar_hash", .text(avatar(member.key))), ("image_72", .text(image(member.key))),
            ("first_name", .text(member.firstName)), ("real_name", .text(member.name)),
            ("display_name", .text(member.displayName)), ("team", .text(cast.team)), ("name", .text(member.handle)),
            ("is_restricted", .flag(false)), ("is_ultra_restricted", .flag(false)),
        ])
    }
}
