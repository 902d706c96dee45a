import Desk
import Evidence
import Intake
import Records
import Signals
import Slack
import SlackDesk
import SlackLive
import Testing
import Workspace

@Suite struct `What somebody says in Slack on purpose` {
    private static let thanks =
        "thanks <@U0BEN> for the runbook, it let us find the fault in ten minutes during the outage"

    @Test func `a concrete thank-you reaches the person, is kept, and says who can see it`() async throws {
        try await SlackOffice.open { office in
            let answer = try await office.type(
                "/kudos",
                "<@U0BEN|ben> your runbook let us find the fault in ten minutes",
                by: "U0ANA"
            )
            let words = answer?["text"].string ?? ""
            #expect(words.contains("Ben Holt") && words.contains("manager"))
            #expect(words.contains("your runbook let us find the fault"))
            let told = try #require(office.messages(to: "U0BEN").first).json
            #expect(told.contains("your runbook let us find the fault in ten minutes") && told.contains("<@U0ANA>"))
            let kept = try await office.desk.evidence(about: "ben", for: .person("ben"))
            #expect(kept.count == 1 && kept.first?.kind == .recognition && kept.first?.voice.person == "ana")
            #expect(try await office.desk.evidence(about: "ben", for: .person("mo")).count == 1)
        }
    }

    @Test(arguments: ["", "thanks!", "<@U0BEN>", "<@U0BEN> great job"])
    func `too little is asked for again with a form, and nothing is kept`(text: String) async throws {
        try await SlackOffice.open { office in
            _ = try await office.type("/kudos", text, by: "U0ANA")
            #expect(office.form["callback_id"].string == "give_kudos")
            #expect(office.slack.calls("chat.postMessage").isEmpty)
            let errors = try await office.submit(
                "give_kudos",
                "",
                ["who": ["selected_user": "U0BEN"], "words": ["value": "great job"]],
                by: "U0ANA"
            )
            #expect(errors?["response_action"].string == "errors")
            #expect(try await office.desk.evidence(about: "ben", for: .person("ben")).isEmpty)
        }
    }

    @Test func `nobody thanks themselves, and nothing private is kept or sent`() async throws {
        try await SlackOffice.open { office in
            _ = try await office.type("/kudos", "<@U0ANA> the plan for the migration held in the end", by: "U0ANA")
            let words = "<@U0BEN> thank you for telling me about your cancer treatment and the chemotherapy"
            let answer = try await office.type("/kudos", words, by: "U0ANA")
            #expect(answer?["text"].string?.contains("private") ?? false)
            #expect(office.slack.calls("chat.postMessage").isEmpty)
            for person in ["ana", "ben"] {
                #expect(try await office.desk.evidence(about: PersonID(person), for: .console).isEmpty)
            }
        }
    }

    @Test func `the shortcut keeps what a message says, shows what was kept, and tells whom it is about`() async throws
    {
        try await SlackOffice.open { office in
            let ts = "\(SlackOffice.start / 1_000_000 - 600).000001"
            let message: WireValue = [
                "type": "message", "user": "U0ANA", "ts": .text(ts), "text": .text(Self.thanks),
                "team": .text(SlackOffice.team),
            ]
            try await office.shortcut(message, in: "C0TEAM", by: "U0CLEO")
            #expect(office.form.json.contains("Kept, about Ben Holt"))
            try await office.sender.send()
            let told = try #require(office.messages(to: "U0BEN").last)
            #expect(told.json.contains("<@U0CLEO>") && told.json.contains("find the fault"))
            #expect(told.json.contains("\"contest\""))
            #expect(try await office.desk.evidence(about: "ben", for: .person("ben")).count == 1)
            try await office.shortcut(message, in: "C0TEAM", by: "U0CLEO")
            try await office.sender.send()
            #expect(office.messages(to: "U0BEN").count == 1)
        }
    }

    @Test(arguments: ["D0BEN", "G0PRIVATE", "C0UNKNOWN"])
    func `the shortcut keeps nothing where nothing is read`(channel: String) async throws {
        try await SlackOffice.open { office in
            let message: WireValue = [
                "type": "message", "user": "U0ANA", "ts": "1790000000.000009", "text": .text(Self.thanks),
            ]
            try await office.shortcut(message, in: channel, by: "U0CLEO")
            #expect(office.form.json.contains("not read"))
            #expect(try await office.desk.evidence(about: "ben", for: .console).isEmpty)
        }
    }

    @Test func `the global shortcut and the app's name open what they should`() async throws {
        try await SlackOffice.open { office in
            guard
                case .interaction(let shortcut) = Delivery(interaction: [
                    "type": "shortcut", "callback_id": "give_kudos", "user": ["id": "U0ANA"], "trigger_id": "t",
                ])
            else { throw SlackOffice.Missing() }
            _ = await office.answers.answer(shortcut)
            #expect(office.form["callback_id"].string == "give_kudos")
            try await office.happen(
                [
                    "type": "app_mention", "user": "U0ANA", "channel": "C0TEAM", "text": "<@U0APP> hello",
                    "ts": "1790000000.000010",
                ],
                id: "Ev mention"
            )
            try await office.sender.send()
            #expect(office.messages(to: "U0ANA").last?.json.contains("/crosstie about") ?? false)
        }
    }
}

extension SlackOffice {
    /// Somebody uses the shortcut on a message.
    func shortcut(_ message: WireValue, in channel: String, by user: String) async throws {
        let payload: WireValue = [
            "type": "message_action", "callback_id": "save_evidence", "user": ["id": .text(user)],
            "trigger_id": .text("t \(slack.calls.count)"), "channel": ["id": .text(channel), "name": "x"],
            "message": message,
        ]
        guard case .interaction(let interaction) = Delivery(interaction: payload) else { throw Missing() }
        _ = await answers.answer(interaction)
    }
}
