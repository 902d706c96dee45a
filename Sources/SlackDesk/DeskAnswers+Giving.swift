import Desk
import Intake
import Records
import Reviews
import Signals
import Slack
import SlackLive
import Workspace

extension DeskAnswers {
    /// The form was sent: asked back once where it is vague, then taken as it is.
    func give(_ view: OpenView, by user: AccountID) async throws -> WireValue? {
        guard let given = view.feedback else { return Modal.errors(["lean": "Choose one of each."]) }
        guard let giver = try await person(user) else { return nil }
        let parts = view.metadata.split(separator: " ").map(String.init)
        guard parts.count == 2 else { return nil }
        do {
            if parts[0] == "request" { return try await answer(FeedbackID(parts[1]), given, view, by: giver) }
            guard let other = try await person(AccountID(parts[1])), other.id != giver.id else {
                return Modal.words(FeedbackForm.title, Mrkdwn("That person is not in the people file.")).replacement
            }
            let question = parts[0] == "again" ? nil : VaguenessCheck.question(for: given.words)
            if let question {
                return FeedbackForm(
                    person: other,
                    manager: try await manager(of: other),
                    question: question,
                    words: given.words,
                    lean: given.lean,
                    visibility: given.visibility
                ).modal.replacement
            }
            return try await send(given, view, to: other, by: giver)
        } catch let error as ReviewError {
            return Modal.errors(["behaviour": "\(error)"])
        }
    }

    private typealias Given = (words: FeedbackWords, lean: FeedbackAnswer.Lean, visibility: FeedbackAnswer.Visibility)

    /// An answer to a request.
    private func answer(_ id: FeedbackID, _ given: Given, _ view: OpenView, by giver: Person) async throws -> WireValue?
    {
        let question = try await desk.giveFeedback(
            id,
            given.words,
            given.lean,
            visibility: given.visibility,
            by: giver.id
        )
        guard let own = try await desk.feedbackRequests(to: giver.id).first(where: { $0.request.id == id }) else {
            return nil
        }
        if question != nil { return Self.form(for: own).modal.replacement }
        let readers = FeedbackForm.readers(given.visibility, own.person.name, own.manager)
        if let account = own.person.account {
            let message = OutgoingMessage(
                Mrkdwn("\(giver.name) answered what they saw of your work"),
                blocks: [
                    .section(.bold("\(giver.name) saw this of your work")), .section(.quote(given.words.text)),
                    .context([Mrkdwn("Open to \(readers), as \(giver.name) chose.")]),
                ]
            )
            try await tell(account, message, key: "feedback given \(id.text)", kind: "answer")
        }
        return Modal.words(
            FeedbackForm.title,
            Mrkdwn("Kept. \(readers) can read it, with your name. You can take it back on the web page.")
        ).replacement
    }

    /// Feedback that nobody asked for: a message to the person, and evidence where the giver opens it to the manager too.
    private func send(_ given: Given, _ view: OpenView, to other: Person, by giver: Person) async throws -> WireValue? {
        guard let account = other.account, let own = giver.account, let api else { return nil }
        guard !given.words.isEmpty else { throw ReviewError.noWords }
        if Self.isPrivate(given.words.text) { throw ReviewError.privateMatter }
        let readers = FeedbackForm.readers(given.visibility, other.name, try await manager(of: other))
        let isKept = given.visibility == .personAndManager
        let posted = try await api.post(
            OutgoingMessage(
                Mrkdwn("Feedback from \(giver.name)"),
                blocks: [
                    .section(.mention(own) + Mrkdwn(" tells you what they saw of your work:")),
                    .section(.quote(given.words.text)),
                    .context([
                        Mrkdwn(
                            isKept
                                ? "Kept for you; open to \(readers), as \(giver.name) chose."
                                : "Only you got this, as \(giver.name) chose. Crosstie does not keep it."
                        )
                    ]), isKept ? .actions([.button("Not right", "contest_said")]) : nil,
                ]
            ),
            to: account.text
        )
        var isEvidence = false
        if isKept, let time = MessageTime(slack: posted.ts) {
            isEvidence = try await follower.keepSaid(
                given.words.text,
                to: account,
                by: own,
                as: MessageID(channel: posted.channel, time: time),
                in: "feedback in Slack",
                kind: given.lean == .goOn ? .recognition : .feedback
            )
        }
        let words =
            isEvidence
            ? Mrkdwn("Sent and kept. \(readers) can read it, with your name.")
            : Mrkdwn("Sent to \(other.name) alone, with your name. Crosstie does not keep it.")
        return Modal.words(FeedbackForm.title, words).replacement
    }
}
