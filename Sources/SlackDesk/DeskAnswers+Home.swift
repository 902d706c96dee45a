import Desk
import Evidence
import Intake
import Records
import Slack
import SlackLive
import Workspace
import Writing

extension DeskAnswers {
    /// Puts up somebody's page in the app.
    func publish(for user: AccountID) async throws { try await api?.publish(try await home(of: user), for: user) }

    /// Somebody's page: what to do this week, what they were asked, what is kept about their work.
    func home(of user: AccountID) async throws -> Home {
        guard let person = try await person(user) else {
            return Home([
                .section(Mrkdwn("You are not in the people file, so there is nothing for you here yet.")),
                .context([Mrkdwn("/crosstie about says what this app reads and keeps.")]),
            ])
        }
        let viewer = Access.Viewer.person(person.id)
        let week = try await desk.week(of: person.id, for: viewer)
        let requests = try await desk.requests(to: person.id, for: viewer).filter { $0.standing == .open }
        let evidence = try await desk.evidence(about: person.id, for: viewer).filter { $0.state != .captured }
        var blocks: [Block?] = [.header("Your week, \(person.name)")]
        if week.isManager {
            blocks += week.cues.flatMap { cue -> [Block?] in
                [.section(.bold(cue.title) + Mrkdwn("\n\(cue.why.text)")), .context([Mrkdwn("until \(cue.due)")])]
            }
            if week.cues.isEmpty { blocks.append(.section(Mrkdwn("Nothing that cannot wait."))) }
            blocks += week.cards.prefix(20).map { card in
                let link =
                    page("/people/\(card.person.id.text)/prep", "Prepare the 1:1") ?? Mrkdwn("1:1 on the web page")
                return .section(.bold(card.person.name) + Mrkdwn("  ") + link)
            }
        }
        blocks += asked(requests)
        blocks += [.divider, .section(.bold("Kept about your work"))]
        for entry in evidence.suffix(6).reversed() { blocks += shown(entry) }
        if evidence.isEmpty { blocks.append(.section(Mrkdwn("Nothing yet."))) }
        blocks.append(
            .context([
                page("/people/\(person.id.text)", "All of it, with sources") ?? Mrkdwn("All of it is on the web page.")
            ])
        )
        return Home(blocks)
    }

    /// Questions about colleagues, answered by one press.
    private func asked(_ requests: [OwnRequest]) -> [Block?] {
        requests.prefix(5).flatMap { own -> [Block?] in
            let question = own.request
            return [
                .divider,
                .section(
                    .bold("About \(own.person.name): \(own.question.name)")
                        + Mrkdwn(
                            "\nWhich comes closer to what you saw?\n1. \(own.question.next)\n2. \(own.question.present)"
                        )
                ),
                .actions([
                    .button("The first", "request_next", value: question.id.text),
                    .button("The second", "request_present", value: question.id.text),
                    .button("I did not see it", "request_unseen", value: question.id.text),
                ]),
            ]
        }
    }

    /// One piece of evidence with where it is from and the way to object.
    private func shown(_ entry: LedgerEntry) -> [Block?] {
        let source = entry.link.map { Mrkdwn.link($0, "#\(entry.channelName)") } ?? Mrkdwn("#\(entry.channelName)")
        let day = CivilDate(microseconds: entry.moment)
        let canObject = entry.state == .shown || entry.state == .settled
        return [
            .section(
                .quote(entry.quote),
                beside: canObject
                    ? .button(
                        "Not right",
                        "contest",
                        value: entry.id.text,
                        asking: Question(
                            "Object to this?",
                            "It counts for nothing until it is settled. Your manager sees that you objected.",
                            yes: "Object",
                            no: "Leave it"
                        )
                    ) : nil
            ),
            .context([
                Mrkdwn("\(entry.voice.name), \(day), ") + source
                    + Mrkdwn(entry.state == .contested ? " · you objected" : "") + Mrkdwn("  [\(entry.id.text)]")
            ]),
        ]
    }

    /// A button on the page or on a message.
    func press(_ action: BlockAction, by user: AccountID) async throws {
        switch action.id {
        case "stop_reading", "start_reading":
            let answer = try await choose(user, silent: action.id == "stop_reading")
            try await tell(user, answer, key: "choice \(user.text) \(now())", kind: "answer")
        case "request_next", "request_present", "request_unseen":
            guard let person = try await person(user), let id = action.value.text,
                let sight = ColleagueSight(rawValue: String(action.id.dropFirst("request_".count)))
            else { return }
            _ = try await desk.answerRequest(RequestID(id), sight, by: person.id)
            try await publish(for: user)
        case "contest":
            guard let person = try await person(user), let id = action.value.text else { return }
            // Only the one whom it is about; whatever the button says, the record decides.
            guard let entry = try await records.entry(EntryID(id), now: now()), entry.subject == person.id else {
                return
            }
            try await records.perform(.contest, on: entry.id, by: person.id, reason: "from Slack", now: now())
            try await publish(for: user)
        default: return
        }
    }
}
