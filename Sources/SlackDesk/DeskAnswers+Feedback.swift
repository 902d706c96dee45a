import Desk
import Intake
import Records
import Reviews
import Signals
import Slack
import SlackLive
import Workspace

extension DeskAnswers {
    /// `/feedback @person what you saw`, `/feedback ask @colleague what about`, or what waits for an answer.
    func feedback(_ command: SlashCommand) async throws -> OutgoingMessage? {
        guard let user = try await person(command.user) else {
            return OutgoingMessage(Mrkdwn("You are not in the people file, so there is nobody to speak for."))
        }
        let isAsking = command.text.lowercased().hasPrefix("ask ")
        guard let account = Self.mentioned(in: command.text) else { return try await waiting(for: user) }
        guard account != command.user else { return OutgoingMessage(Mrkdwn("Feedback goes to somebody else.")) }
        guard let other = try await person(account) else {
            return OutgoingMessage(Mrkdwn("That account is nobody in the people file, so nothing was sent or kept."))
        }
        let words = Self.words(after: command.text)
        return isAsking
            ? try await ask(other, words, by: user) : try await openFeedback(about: other, words, command, by: user)
    }

    /// Asks a colleague about one's own work; they get a message with a form.
    private func ask(_ colleague: Person, _ about: String, by user: Person) async throws -> OutgoingMessage {
        let ids = try await desk.askForFeedback(about: user.id, from: [colleague.id], about, by: user.id)
        for own in try await desk.feedbackRequests(to: colleague.id) where ids.contains(own.request.id) {
            guard let account = colleague.account else { continue }
            try await outbox.put(
                Self.message(asking: own),
                key: Self.key(of: own.request.id),
                kind: "requests",
                to: account,
                ends: own.request.expires,
                now: now()
            )
        }
        return OutgoingMessage(
            Mrkdwn(
                "\(colleague.name) is asked what they saw of your work. They choose whether your manager reads the answer too, and you will see what they chose."
            )
        )
    }

    /// The name under which a request for feedback goes out, once.
    static func key(of id: FeedbackID) -> String { "feedback asked \(id.text)" }

    /// A request for feedback as a message.
    static func message(asking own: OwnFeedbackRequest) -> OutgoingMessage {
        let title = "\(own.asker) asks what you saw of \(own.person.name)'s work"
        return OutgoingMessage(
            Mrkdwn(title),
            blocks: [
                .section(
                    .bold(title) + Mrkdwn("\n\(own.request.reason)")
                        + Mrkdwn(own.request.about.isEmpty ? "" : "\nAbout: \(own.request.about)")
                ), Self.buttons(of: own.request.id),
                .context([Mrkdwn("You choose who may read it: they alone, or their manager too.")]),
            ]
        )
    }

    static func buttons(of id: FeedbackID) -> Block? {
        .actions([
            .button("Give feedback", "feedback_give", value: id.text, weight: .primary),
            .button("I would rather not", "feedback_decline", value: id.text),
        ])
    }

    /// What somebody was asked for, with buttons.
    private func waiting(for user: Person) async throws -> OutgoingMessage {
        let usage = Mrkdwn(
            "/feedback @person what you saw — tells them, and you choose who may read it.\n/feedback ask @colleague what about — asks somebody about your own work."
        )
        let open = try await desk.feedbackRequests(to: user.id).filter(\.isWaiting).prefix(5)
        let blocks = open.flatMap { own -> [Block?] in
            [
                .divider, .section(.bold("\(own.asker) asks about \(own.person.name)'s work")),
                Self.buttons(of: own.request.id),
            ]
        }
        return OutgoingMessage(usage, blocks: [.section(usage)] + blocks)
    }

    /// The form about a person, with what was typed already; it answers a request where one waits.
    private func openFeedback(
        about other: Person,
        _ typed: String,
        _ command: SlashCommand,
        by user: Person
    ) async throws -> OutgoingMessage? {
        try await open(FeedbackForm.title, trigger: command.trigger) {
            let typed = FeedbackWords(behaviour: typed)
            let own = try await feedbackAsked(of: user.id).first { $0.person.id == other.id && $0.isWaiting }
            if let own { return Self.form(for: own, typed: typed).modal }
            return FeedbackForm(person: other, manager: try await manager(of: other), words: typed).modal
        }
        return nil
    }

    /// The form that answers a request.
    func openFeedback(_ id: FeedbackID, trigger: String, by user: AccountID) async throws {
        try await open(FeedbackForm.title, trigger: trigger) {
            guard let person = try await person(user),
                let own = try await feedbackAsked(of: person.id).first(where: { $0.request.id == id })
            else { return .words(FeedbackForm.title, Mrkdwn("You were not asked for this.")) }
            guard own.isWaiting else {
                return .words(FeedbackForm.title, Mrkdwn("This was answered before, or its time went by."))
            }
            return Self.form(for: own).modal
        }
    }

    /// Would rather not; says nothing about anybody.
    func decline(_ id: FeedbackID, at place: ActionPlace, by user: AccountID) async throws {
        guard let person = try await person(user) else { return }
        do {
            try await desk.declineFeedback(id, by: person.id)
            try await replace(place, with: Mrkdwn("Noted. That says nothing about anybody."), by: user)
        } catch let error as ReviewError {
            try await replace(place, with: Mrkdwn("\(error)"), by: user)
        }
    }

    /// What somebody was asked for; nothing where no key opens what is sealed.
    func feedbackAsked(of person: PersonID) async throws -> [OwnFeedbackRequest] {
        do { return try await desk.feedbackRequests(to: person) } catch is VaultError { return [] }
    }

    /// True for words that touch what is nobody's business at work.
    static func isPrivate(_ words: String) -> Bool {
        guard let matters = try? PrivateMatters.embedded.get() else { return false }
        return matters.score(words) >= matters.point
    }

    func manager(of person: Person) async throws -> String? {
        guard let manager = person.manager else { return nil }
        return try await desk.name(of: manager)
    }

    static func form(for own: OwnFeedbackRequest, typed: FeedbackWords? = nil) -> FeedbackForm {
        let before = own.request.answer
        return FeedbackForm(
            person: own.person,
            manager: own.manager,
            request: own.request.id,
            reasons: [own.request.reason, own.request.about.isEmpty ? "" : "About: \(own.request.about)"].filter {
                !$0.isEmpty
            },
            question: own.question,
            words: before?.words ?? typed ?? FeedbackWords(),
            lean: before?.lean,
            visibility: before?.visibility
        )
    }
}
