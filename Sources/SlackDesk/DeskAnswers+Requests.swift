import Desk
import Evidence
import Intake
import Slack
import SlackLive
import Workspace

extension DeskAnswers {
    /// Questions about colleagues, answered by one press, as they stand on a page or in a message.
    static func asked(_ own: OwnRequest) -> [Block?] {
        [
            .section(
                .bold("About \(own.person.name): \(own.question.name)")
                    + Mrkdwn(
                        "\nWhich comes closer to what you saw?\n1. \(own.question.next)\n2. \(own.question.present)"
                    )
            ),
            .actions([
                .button("The first", "request_next", value: own.request.id.text),
                .button("The second", "request_present", value: own.request.id.text),
                .button("I did not see it", "request_unseen", value: own.request.id.text),
            ]),
            .context([
                Mrkdwn(
                    own.isReport
                        ? "You report to them: your answer is shown without your name, and only together with others."
                        : "\(own.person.name) and their manager see your answer, with your name."
                )
            ]),
        ]
    }

    /// Answers a question by one press; the message says so from then on.
    func tap(_ id: RequestID, _ sight: ColleagueSight, at place: ActionPlace, by user: AccountID) async throws {
        guard let person = try await person(user) else { return }
        let words: Mrkdwn
        do {
            let answer = try await desk.answerRequest(id, sight, by: person.id)
            let subject = try await desk.name(of: answer.subject) ?? "a colleague"
            words =
                sight == .unseen
                ? Mrkdwn("Noted: you did not see it. That says nothing about \(subject).")
                : Mrkdwn("Thank you. Your answer about \(subject) is kept.")
        } catch let error as RequestError {
            words = Mrkdwn("\(error)")
        }
        try await replace(place, with: words, by: user)
    }

    /// Says what became of a message whose button was pressed; on the app's page, the page is made anew.
    func replace(_ place: ActionPlace, with words: Mrkdwn, by user: AccountID) async throws {
        guard let message = place.message else { return try await publish(for: user) }
        let posted = PostedMessage(channel: message.channel, ts: message.time.slack)
        try await api?.update(posted, with: OutgoingMessage(words, blocks: [.section(words)]))
    }
}
