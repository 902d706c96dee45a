import Desk
import Evidence
import Intake
import Records
import Reviews
import Slack
import SlackDesk
import SlackLive
import Testing
import Workspace

@Suite struct `Questions about colleagues` {
    @Test func `come as a message and are answered by one press`() async throws {
        try await SlackOffice.open { office in
            let round = try await office.desk.sendRequests(about: "ana", by: .person("mo"))
            await office.notes.look(now: office.clock.now)
            await office.notes.look(now: office.clock.now)
            try await office.sender.send()
            let request = try #require(round.requests.first)
            let account = try #require(SlackOffice.people.first { $0.id == request.colleague }?.account).text
            let asked = office.messages(to: account).filter { $0.json.contains(request.id.text) }
            #expect(asked.count == 1)
            let text = try #require(asked.first).json
            #expect(text.contains("About Ana Berg") && text.contains("request_next") && text.contains("request_unseen"))
            try await office.press(
                "request_next",
                request.id.text,
                by: account,
                on: ("D\(account.dropFirst())", "1790000000.000001")
            )
            let update = try #require(office.slack.calls("chat.update").last)
            #expect(update.json.contains("is kept") && update["ts"].string == "1790000000.000001")
            let own = try await office.desk.requests(to: request.colleague, for: .person(request.colleague))
            #expect(own.first { $0.request.id == request.id }?.request.answer?.sight == .next)
            // A second press, and one by somebody who was not asked, change nothing.
            try await office.press("request_present", request.id.text, by: account, on: ("D1", "1790000000.000001"))
            try await office.press("request_present", request.id.text, by: "U0ANA", on: ("D2", "1790000000.000001"))
            let after = try await office.desk.requests(to: request.colleague, for: .person(request.colleague))
            #expect(after.first { $0.request.id == request.id }?.request.answer?.sight == .next)
        }
    }

    @Test func `stand on the app's page until they are answered`() async throws {
        try await SlackOffice.open { office in
            let round = try await office.desk.sendRequests(about: "ana", by: .person("mo"))
            let request = try #require(round.requests.first)
            let account = try #require(SlackOffice.people.first { $0.id == request.colleague }?.account).text
            #expect(try await office.home(of: account).json.contains(request.id.text))
            try await office.press("request_unseen", request.id.text, by: account)
            let page = try #require(office.slack.calls("views.publish").last)
            #expect(!page.json.contains(request.id.text))
        }
    }
}

@Suite struct `Feedback in Slack` {
    private static func given(
        _ behaviour: String,
        work: String = "",
        effect: String = "",
        _ visibility: FeedbackAnswer.Visibility = .personAndManager
    ) -> [String: WireValue] {
        [
            "work": ["value": .text(work)], "behaviour": ["value": .text(behaviour)],
            "effect": ["value": .text(effect)],
            "lean": ["selected_option": ["value": "go-on"]],
            "visibility": ["selected_option": ["value": .text(visibility.rawValue)]],
        ]
    }

    private static let work = "The migration of the importer in October"
    private static let behaviour = "You split it into four steps and wrote down how to go back"
    private static let effect = "We lost no data and the support team slept that night"

    @Test(arguments: FeedbackAnswer.Visibility.allCases)
    func `that is asked for is asked back once where it is vague, then kept for whom the giver chose`(
        visibility: FeedbackAnswer.Visibility
    ) async throws {
        try await SlackOffice.open { office in
            let answer = try await office.type("/feedback", "ask <@U0BEN> the migration", by: "U0ANA")
            #expect(answer?["text"].string?.contains("Ben Holt is asked") ?? false)
            try await office.sender.send()
            let asked = try #require(office.messages(to: "U0BEN").last)
            #expect(asked.json.contains("Ana Berg asks") && asked.json.contains("the migration"))
            let own = try #require(try await office.desk.feedbackRequests(to: "ben").first)
            try await office.press(
                "feedback_give",
                own.request.id.text,
                by: "U0BEN",
                on: ("D0BEN", "1790000000.000001")
            )
            let form = office.form
            #expect(form["callback_id"].string == "give_feedback")
            #expect(form.json.contains("Ana Berg alone") && form.json.contains("Ana Berg and Mo Lind"))
            let metadata = try #require(form["private_metadata"].string)
            let vague = try await office.submit(
                "give_feedback",
                metadata,
                Self.given("great job", visibility),
                by: "U0BEN"
            )
            #expect(vague?["response_action"].string == "update")
            #expect(vague?.json.contains("Once more") ?? false)
            let taken = try await office.submit(
                "give_feedback",
                metadata,
                Self.given(Self.behaviour, work: Self.work, effect: Self.effect, visibility),
                by: "U0BEN"
            )
            #expect(taken?.json.contains("Kept") ?? false)
            try await office.sender.send()
            let told = try #require(office.messages(to: "U0ANA").last).json
            #expect(told.contains("four steps"))
            #expect(told.contains(visibility == .person ? "Open to Ana Berg alone" : "Open to Ana Berg and Mo Lind"))
            let seen = try #require(try await office.desk.feedback(about: "ana", for: "ana").requests.first)
            #expect(seen.request.answer?.words.behaviour == Self.behaviour)
            let manager = try #require(try await office.desk.feedback(about: "ana", for: "mo").requests.first)
            #expect(manager.request.answer?.words.isEmpty == (visibility == .person))
            let evidence = try await office.desk.evidence(about: "ana", for: .person("mo"))
            #expect(evidence.isEmpty == (visibility == .person))
        }
    }

    @Test func `cannot be given by somebody who was not asked, and can be declined`() async throws {
        try await SlackOffice.open { office in
            _ = try await office.type("/feedback", "ask <@U0BEN>", by: "U0ANA")
            let own = try #require(try await office.desk.feedbackRequests(to: "ben").first)
            try await office.press("feedback_give", own.request.id.text, by: "U0CLEO")
            #expect(office.form.json.contains("You were not asked"))
            let answer = try await office.submit(
                "give_feedback",
                "request \(own.request.id.text)",
                Self.given(Self.behaviour, work: Self.work, effect: Self.effect),
                by: "U0CLEO"
            )
            #expect(answer?["response_action"].string == "errors")
            #expect(try await office.desk.feedback(about: "ana", for: "ana").requests.first?.request.answer == nil)
            try await office.press(
                "feedback_decline",
                own.request.id.text,
                by: "U0BEN",
                on: ("D0", "1790000000.000001")
            )
            #expect(try await office.desk.feedbackRequests(to: "ben").first?.standing == .declined)
            #expect(office.slack.calls("chat.update").last?.json.contains("says nothing about anybody") ?? false)
        }
    }

    @Test func `that nobody asked for goes to the person, and becomes evidence only where the giver opens it`()
        async throws
    {
        try await SlackOffice.open { office in
            #expect(try await office.type("/feedback", "<@U0ANA> \(Self.behaviour)", by: "U0BEN") == nil)
            let form = office.form
            #expect(form.json.contains("four steps"))
            let metadata = try #require(form["private_metadata"].string)
            let alone = Self.given(Self.behaviour, work: Self.work, effect: Self.effect, .person)
            let first = try await office.submit("give_feedback", metadata, alone, by: "U0BEN")
            #expect(first?.json.contains("does not keep it") ?? false)
            #expect(office.messages(to: "U0ANA").last?.json.contains("Only you got this") ?? false)
            #expect(try await office.desk.evidence(about: "ana", for: .console).isEmpty)
            let open = Self.given(Self.behaviour, work: Self.work, effect: Self.effect)
            let second = try await office.submit("give_feedback", metadata, open, by: "U0BEN")
            #expect(second?.json.contains("Sent and kept") ?? false)
            let told = try #require(office.messages(to: "U0ANA").last)
            #expect(told.json.contains("Ana Berg and Mo Lind") && told.json.contains("contest_said"))
            let kept = try #require(try await office.desk.evidence(about: "ana", for: .person("mo")).first)
            #expect(kept.voice.person == "ben")
            // The person objects from the message itself.
            try await office.press(
                "contest_said",
                by: "U0ANA",
                on: (kept.message.channel.text, kept.message.time.slack)
            )
            #expect(office.form["private_metadata"].string == kept.id.text)
        }
    }

    @Test(arguments: ["<@U0BEN> well done", "<@U0NOBODY> \(behaviour)", "", "help"])
    func `never goes out by accident`(text: String) async throws {
        try await SlackOffice.open { office in
            _ = try await office.type("/feedback", text, by: "U0BEN")
            try await office.sender.send()
            #expect(office.slack.calls("chat.postMessage").isEmpty)
        }
    }

    @Test func `about a private matter is neither sent nor kept`() async throws {
        try await SlackOffice.open { office in
            let words = "You told us about your cancer treatment and the chemotherapy in October"
            let answer = try await office.submit(
                "give_feedback",
                "again U0ANA",
                Self.given(words, work: Self.work, effect: Self.effect),
                by: "U0BEN"
            )
            #expect(answer?["response_action"].string == "errors")
            #expect(office.slack.calls("chat.postMessage").isEmpty)
        }
    }
}
