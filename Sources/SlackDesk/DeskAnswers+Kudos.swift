import Desk
import Evidence
import Intake
import Records
import Signals
import Slack
import SlackLive
import Workspace

/// The form that thanks somebody.
enum KudosForm {
    static let callback = "give_kudos"

    static func modal(to account: AccountID? = nil, words: String = "", hint: String? = nil) -> Modal {
        Modal(
            "Thank somebody",
            callback: callback,
            blocks: [
                .input("Whom do you thank?", .person("who", chosen: account)),
                .input(
                    "What did they do, and what did it change?",
                    .words(
                        "words",
                        initial: words,
                        hint: "Your runbook let us find the fault in ten minutes.",
                        most: 600
                    ),
                    below: hint ?? "A concrete piece of work says more than “great job”."
                ),
                .context([
                    Mrkdwn(
                        "Both of you get it as a message. It is kept for them, open to them and their manager, with your name."
                    )
                ]),
            ],
            submit: "Thank"
        )
    }
}

extension DeskAnswers {
    /// `/kudos @person what they did`: too little is asked for again, with a form.
    func kudos(_ command: SlashCommand) async throws -> OutgoingMessage? {
        let words = Self.words(after: command.text)
        guard let account = Self.mentioned(in: command.text), Self.saysSomething(words) else {
            let account = Self.mentioned(in: command.text)
            let hint = words.isEmpty ? nil : "What did they do, exactly, and whom did it help?"
            try await open(KudosForm.modal(to: account, words: words, hint: hint), trigger: command.trigger)
            return OutgoingMessage(Mrkdwn("Say what they did and what it changed; then it helps them most."))
        }
        return try await thank(account, words, by: command.user)
    }

    /// The form was sent.
    func thank(_ view: OpenView, by user: AccountID) async throws -> WireValue? {
        guard let account = view["who"].text.map({ AccountID($0) }) else {
            return Modal.errors(["who": "Choose a person."])
        }
        let words = view["words"].text ?? ""
        guard Self.saysSomething(words) else {
            return Modal.errors(["words": "Say what they did and what it changed, in a sentence."])
        }
        guard account != user else { return Modal.errors(["who": "Thanks go to somebody else."]) }
        let answer = try await thank(account, words, by: user)
        try await tell(user, answer, key: "thanked \(view.id) \(view.hash)", kind: "answer")
        return nil
    }

    /// Tells the person, and keeps it for them.
    private func thank(_ account: AccountID, _ words: String, by user: AccountID) async throws -> OutgoingMessage {
        guard account != user else { return OutgoingMessage(Mrkdwn("Thanks go to somebody else.")) }
        guard let other = try await person(account), let giver = try await person(user) else {
            return OutgoingMessage(Mrkdwn("That account is nobody in the people file, so nothing was sent or kept."))
        }
        guard let api else { return OutgoingMessage(Mrkdwn("Nothing was sent: the app has no token yet.")) }
        guard !Self.isPrivate(words) else {
            return OutgoingMessage(
                Mrkdwn("Nothing was sent or kept: it touches a private matter. Say what they did at work.")
            )
        }
        let posted = try await api.post(
            OutgoingMessage(
                Mrkdwn("\(giver.name) thanks you"),
                blocks: [
                    .section(.mention(user) + Mrkdwn(" thanks you:")), .section(.quote(words)),
                    .context([Mrkdwn("Kept for you; open to you and your manager.")]),
                    .actions([.button("Not right", "contest_said")]),
                ]
            ),
            to: account.text
        )
        guard let time = MessageTime(slack: posted.ts) else {
            return OutgoingMessage(Mrkdwn("\(other.name) was told. It could not be kept."))
        }
        let kept = try await follower.keepSaid(
            words,
            to: account,
            by: user,
            as: MessageID(channel: posted.channel, time: time),
            in: "thanks in Slack"
        )
        return OutgoingMessage(
            kept
                ? Mrkdwn(
                    "\(other.name) was told, and this is kept for them. They and their manager can see it, with your name:\n"
                )
                    + .quote(words)
                : Mrkdwn("\(other.name) was told. It is not kept: it touches a private matter.")
        )
    }

    /// Thanks without a word about what for help nobody later.
    static func saysSomething(_ words: String) -> Bool {
        words.split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 1 }.count >= 4
    }

    /// The shortcut on a message: it is read now, and whoever it is about is told.
    func save(_ message: WireValue, in channel: ChannelID, by user: AccountID, trigger: String) async throws {
        try await open("Save as evidence", trigger: trigger) {
            .words("Save as evidence", try await saved(message, in: channel, by: user))
        }
    }

    private func saved(_ message: WireValue, in channel: ChannelID, by user: AccountID) async throws -> Mrkdwn {
        let outcome = try await follower.readNow(message, in: channel)
        switch outcome {
        case .notRead:
            return Mrkdwn(
                "This conversation is not read: only channels that invited the app are, and never direct messages. Nothing was kept."
            )
        case .kept(let entries) where entries.isEmpty:
            return Mrkdwn(
                "Nothing in this message says something about a colleague's work that could be kept. /kudos lets you say it in your own words."
            )
        case .kept(let entries):
            let people = try await desk.people()
            let names = Set(entries.map(\.subject)).compactMap { id in people.first { $0.id == id } }
            for person in names {
                guard let account = person.account, account != user else { continue }
                guard let own = entries.first(where: { $0.subject == person.id }) else { continue }
                let words =
                    .mention(user) + Mrkdwn(" saved a message as evidence about your work. ")
                    + (own.link.map { .link($0, "The message") } ?? .empty)
                let note = OutgoingMessage(
                    words,
                    blocks: [
                        .section(words), .section(.quote(own.quote)),
                        .context([Mrkdwn("Open to you and your manager.")]),
                        .actions([.button("Not right", "contest", value: own.id.text)]),
                    ]
                )
                let key = "saved \(channel.text) \(own.message.time.slack) \(person.id.text)"
                try await tell(account, note, key: key, kind: "answer")
            }
            let list = names.map(\.name).sorted().joined(separator: ", ")
            return Mrkdwn("Kept, about \(list). They and their manager can see it; they were told that you saved it.")
        }
    }
}
