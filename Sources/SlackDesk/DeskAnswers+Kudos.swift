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
    func kudos(_ command: SlashCommand) async throws -> OutgoingMessage {
        let words = Self.words(after: command.text)
        guard let account = Self.mentioned(in: command.text), Self.saysSomething(words) else {
            let account = Self.mentioned(in: command.text)
            let hint = words.isEmpty ? nil : "What did they do, exactly, and whom did it help?"
            try await open(KudosForm.modal(to: account, words: words, hint: hint), trigger: command.trigger)
            return OutgoingMessage(Mrkdwn("Say what they did and what it changed; then it helps them most."))
        }
        return try await thank(account, words, by: command.user)
    }

    /// `/feedback @person what you saw` goes to the person alone; the pages have the form for more.
    func feedback(_ command: SlashCommand) async throws -> OutgoingMessage {
        guard let account = Self.mentioned(in: command.text), let other = try await person(account) else {
            return OutgoingMessage(
                Mrkdwn("Whom is it for? Write /feedback @person what you saw. ")
                    + (page("/reviews", "Asking others for feedback is on the web page.") ?? .empty)
            )
        }
        let words = Self.words(after: command.text)
        guard Self.saysSomething(words) else {
            return OutgoingMessage(
                Mrkdwn(
                    "Say what you saw and what it led to: what happened, when, and what came of it. Nothing was sent yet."
                )
            )
        }
        guard account != command.user, let giver = try await person(command.user) else {
            return OutgoingMessage(Mrkdwn("Feedback goes to somebody else."))
        }
        let message = OutgoingMessage(
            Mrkdwn("Feedback from \(giver.name)"),
            blocks: [
                .section(.mention(command.user) + Mrkdwn(" tells you what they saw of your work:")),
                .section(.quote(words)),
                .context([Mrkdwn("Only you got this. It is not kept in Crosstie.")]),
            ]
        )
        try await tell(account, message, key: "feedback \(command.trigger)", kind: "answer")
        return OutgoingMessage(
            Mrkdwn("Sent to \(other.name) alone, with your name. It is not kept and nobody else sees it.")
        )
    }

    /// The form was sent.
    func submit(_ view: OpenView, by user: AccountID) async throws -> WireValue? {
        guard view.callback == KudosForm.callback else { return nil }
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
        let posted = try await api.post(
            OutgoingMessage(
                Mrkdwn("\(giver.name) thanks you"),
                blocks: [
                    .section(.mention(user) + Mrkdwn(" thanks you:")), .section(.quote(words)),
                    .context([
                        Mrkdwn("Kept for you; open to you and your manager. Object to it on the app's home page.")
                    ]),
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
        let outcome = try await follower.readNow(message, in: channel)
        let words: Mrkdwn
        switch outcome {
        case .notRead:
            words = Mrkdwn(
                "This conversation is not read: only channels that invited the app are, and never direct messages. Nothing was kept."
            )
        case .kept(let entries) where entries.isEmpty:
            words = Mrkdwn(
                "Nothing in this message says something about a colleague's work that could be kept. /kudos lets you say it in your own words."
            )
        case .kept(let entries):
            let people = try await desk.people()
            let names = Set(entries.map(\.subject)).compactMap { id in people.first { $0.id == id } }
            for person in names {
                guard let account = person.account, account != user else { continue }
                let link = entries.first { $0.subject == person.id }?.link
                let note = OutgoingMessage(
                    .mention(user) + Mrkdwn(" saved a message as evidence about your work. ")
                        + (link.map { .link($0, "The message") } ?? .empty)
                        + Mrkdwn(" You can object to it on the app's home page.")
                )
                let key = "saved \(channel.text) \(entries[0].message.time.slack) \(person.id.text)"
                try await tell(account, note, key: key, kind: "answer")
            }
            let list = names.map(\.name).sorted().joined(separator: ", ")
            words = Mrkdwn("Kept, about \(list). They and their manager can see it; they were told that you saved it.")
        }
        try await open(
            Modal("Save as evidence", callback: "saved", blocks: [.section(words)], close: "Close"),
            trigger: trigger
        )
    }
}
