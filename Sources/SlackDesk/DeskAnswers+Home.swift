import Desk
import Evidence
import Intake
import Records
import Reviews
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
        for own in requests.prefix(5) { blocks += [.divider] + Self.asked(own) }
        for own in try await feedbackAsked(of: person.id).filter(\.isWaiting).prefix(5) {
            blocks += [
                .divider, .section(.bold("\(own.asker) asks what you saw of \(own.person.name)'s work")),
                Self.buttons(of: own.request.id),
            ]
        }
        blocks += [.divider, .section(.bold("Kept about your work"))]
        for entry in evidence.suffix(6).reversed() { blocks += shown(entry) }
        if evidence.isEmpty { blocks.append(.section(Mrkdwn("Nothing yet."))) }
        blocks.append(
            .context([
                page("/people/\(person.id.text)", "All of it, with sources") ?? Mrkdwn("All of it is on the web page.")
            ])
        )
        blocks += try await consent(of: user)
        return Home(blocks)
    }

    /// What is read, and the way out of it; the same for everybody who opens the page.
    private func consent(of user: AccountID) async throws -> [Block?] {
        let isSilent = try await records.slackChoices().first { $0.account == user }?.silent ?? false
        return [
            .divider,
            .section(
                Mrkdwn(
                    "Crosstie reads channels that invited it, never direct messages between people, and keeps short quotes about work. "
                ) + Mrkdwn(isSilent ? "Your own messages are not read." : "Your own messages are read."),
                beside: .button(
                    isSilent ? "Read my messages" : "Stop reading my messages",
                    isSilent ? "start_reading" : "stop_reading"
                )
            ), .context([Mrkdwn("/crosstie about says what is kept and who can see it.")]),
        ]
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
                        value: entry.id.text
                    ) : nil
            ),
            .context([
                Mrkdwn("\(entry.voice.name), \(day), ") + source
                    + Mrkdwn(entry.state == .contested ? " · you objected" : "") + Mrkdwn("  [\(entry.id.text)]")
            ]),
        ]
    }
}
