import Desk
import Intake
import Records
import Slack
import SlackLive
import Workspace

extension DeskAnswers {
    /// What the app can do, in a few lines.
    static let help = OutgoingMessage(
        Mrkdwn(
            "Crosstie keeps what colleagues say about work in channels that invited it, so that nobody's work is forgotten."
        ),
        blocks: [
            .section(
                .joined(
                    [
                        .bold("/crosstie about") + Mrkdwn("  what is read and kept, and how to stop it"),
                        .bold("/crosstie stop") + Mrkdwn("  my messages are not read from now on"),
                        .bold("/crosstie start") + Mrkdwn("  they are read again"),
                        .bold("/kudos @person what they did") + Mrkdwn("  thank somebody; it is kept for them"),
                        .bold("/feedback @person what you saw") + Mrkdwn("  tell somebody; you choose who may read it"),
                        .bold("/feedback ask @colleague") + Mrkdwn("  ask what they saw of your work"),
                        .bold("/crosstie prep @person") + Mrkdwn("  what a 1:1 can start from"),
                        .bold("/crosstie notes") + Mrkdwn("  which messages you get, and switching them off"),
                    ],
                    by: "\n"
                )
            )
        ]
    )

    /// `/crosstie` and whatever else the app's own command is called.
    func own(_ command: SlashCommand) async throws -> OutgoingMessage {
        switch command.text.lowercased().split(separator: " ").first.map(String.init) {
        case "about": return try await about(command.user)
        case "stop": return try await choose(command.user, silent: true)
        case "start": return try await choose(command.user, silent: false)
        case "notes": return try await switchNotes(command)
        case "prep": return try await prep(command)
        default: return Self.help
        }
    }

    /// What is read and kept, and who can see it.
    func about(_ user: AccountID) async throws -> OutgoingMessage {
        let choice = try await records.slackChoices().first { $0.account == user }
        let person = try await person(user)
        let count: Int
        if let person {
            count = try await records.entries(about: person.id, now: now()).count
        } else {
            count = 0
        }
        let isSilent = choice?.silent ?? false
        return OutgoingMessage(
            Mrkdwn("What Crosstie reads and keeps"),
            blocks: [
                .header("What Crosstie reads and keeps"),
                .section(
                    Mrkdwn(
                        "It reads public channels that invited it, and private ones that the company named as well. What people say to each other in direct messages is never read. Messages pass through; kept are short quotes about work, with a link to the message."
                    )
                ),
                .section(
                    Mrkdwn(
                        "A quote about you is open to you and your manager. You can object to any of it; then it counts for nothing until that is settled. When a message is edited or deleted, its quote follows."
                    )
                ),
                .section(
                    Mrkdwn(
                        person == nil
                            ? "You are not in the people file, so nothing is kept about you."
                            : "Kept about you now: \(count) \(count == 1 ? "quote" : "quotes")."
                    ) + Mrkdwn(isSilent ? " Your own messages are not read." : " Your own messages are read."),
                    beside: .button(
                        isSilent ? "Read my messages" : "Stop reading my messages",
                        isSilent ? "start_reading" : "stop_reading"
                    )
                ),
                .context([page("/", "Open Crosstie") ?? Mrkdwn("The rest is on Crosstie's own pages.")]),
            ]
        )
    }

    /// Whether somebody's own messages are read from now on.
    func choose(_ user: AccountID, silent: Bool) async throws -> OutgoingMessage {
        var choice = try await records.slackChoices().first { $0.account == user } ?? SlackChoice(account: user)
        choice.silent = silent
        try await records.keep(choice, now: now())
        try await follower.choicesChanged()
        return OutgoingMessage(
            Mrkdwn(
                silent
                    ? "From now on your messages are not read. What was kept before stays until you object to it or delete the message; what others say about your work is still kept."
                    : "Your messages are read again from now on. What you said in between stays unread."
            )
        )
    }

    /// `/crosstie notes off weekly`, `/crosstie notes on weekly`.
    private func switchNotes(_ command: SlashCommand) async throws -> OutgoingMessage {
        let words = command.text.lowercased().split(separator: " ").map(String.init)
        let kinds = Set(["brief", "prep", "requests", "weekly"])
        var choice =
            try await records.slackChoices().first { $0.account == command.user } ?? SlackChoice(account: command.user)
        if words.count == 3, kinds.contains(words[2]), ["on", "off"].contains(words[1]) {
            if words[1] == "off" { choice.off.insert(words[2]) } else { choice.off.remove(words[2]) }
            try await records.keep(choice, now: now())
        }
        let lines = kinds.sorted().map { "\($0): \(choice.off.contains($0) ? "off" : "on")" }.joined(separator: ", ")
        return OutgoingMessage(Mrkdwn("Notes to you — \(lines). Change one with /crosstie notes off weekly."))
    }

    private func prep(_ command: SlashCommand) async throws -> OutgoingMessage {
        guard let user = try await person(command.user) else {
            return OutgoingMessage(Mrkdwn("You are not in the people file, so there is no 1:1 to prepare."))
        }
        guard let account = Self.mentioned(in: command.text), let named = try await person(account) else {
            return OutgoingMessage(Mrkdwn("Whom do you meet? Write /crosstie prep @person."))
        }
        // With one's own manager the 1:1 is about oneself.
        let subject = named.id == user.manager ? user : named
        let view = try await desk.prep(subject.id, for: .person(user.id))
        let link = page("/people/\(subject.id.text)/prep", "Open it")
        return DocumentBlocks.message(view, with: named.name, link: link)
    }

    /// The first account that a command names, `<@U…>` or `<@U…|name>`.
    static func mentioned(in text: String) -> AccountID? {
        guard let start = text.firstRange(of: "<@"), let end = text[start.upperBound...].firstIndex(of: ">") else {
            return nil
        }
        let id = text[start.upperBound..<end].prefix { $0 != "|" }
        return id.isEmpty ? nil : AccountID(String(id))
    }

    /// What follows the first account that a command names.
    static func words(after text: String) -> String {
        guard let start = text.firstRange(of: "<@"), let end = text[start.upperBound...].firstIndex(of: ">") else {
            return text
        }
        return SlackText.plain(String(text[text.index(after: end)...])).text.drop { $0 == " " }.description
    }

    /// Tells a channel what is read, once.
    func greet(_ channel: ChannelID) async throws {
        let state = try await records.slackChannels().first { $0.channel == channel }
        guard state?.told != true else { return }
        let message = OutgoingMessage(
            Mrkdwn(
                "Crosstie was invited here: from now on it reads this channel's messages and keeps short quotes about work."
            ),
            blocks: [
                .section(
                    Mrkdwn("Crosstie was invited here. From now on it reads this channel's messages and keeps ")
                        + .bold("short quotes about work")
                        + Mrkdwn(
                            ", so that nobody's work is forgotten. A quote is open to the person it is about and their manager, who can object to it."
                        )
                ),
                .context([
                    Mrkdwn(
                        "/crosstie about says what is kept. /crosstie stop keeps your own messages out. Remove the app from the channel and it reads nothing more."
                    )
                ]),
            ]
        )
        try await outbox.put(
            message,
            key: "greet \(channel.text)",
            kind: "notice",
            to: AccountID(channel.text),
            in: channel,
            now: now()
        )
        try await records.keep(
            SlackChannelState(channel: channel, reading: state?.reading ?? true, told: true),
            now: now()
        )
    }
}
