import Desk
import Evidence
import Intake
import OneOnOnes
import Records
import Slack
import SlackDesk
import SlackLive
import Testing
import Workspace
import Writing

@Suite struct `The app's page` {
    private static let thanks =
        "thanks <@U0BEN> for the runbook, it let us find the fault in ten minutes during the outage"

    @Test func `shows a person what is kept about their work, with where it is from and a way to object`() async throws
    {
        try await SlackOffice.open { office in
            try await office.say(Self.thanks, by: "U0ANA")
            let home = try await office.home(of: "U0BEN")
            #expect(home["type"].string == "home")
            let text = home.json
            #expect(text.contains("find the fault in ten minutes") && text.contains("Ana Berg"))
            #expect(text.contains("made-up.example/archives/C0TEAM") && text.contains("\"contest\""))
            #expect(text.contains("Stop reading my messages"))
            // What is said about Ben is not Cleo's to read.
            let other = try await office.home(of: "U0CLEO")
            #expect(!other.json.contains("ten minutes"))
        }
    }

    @Test func `shows a manager their people with the way to each preparation`() async throws {
        try await SlackOffice.open { office in
            let text = try await office.home(of: "U0MO").json
            for person in ["ana", "ben", "cleo"] {
                #expect(text.contains("\(SlackOffice.site)/people/\(person)/prep"))
            }
        }
    }

    @Test func `says what it is to somebody who is not in the people file`() async throws {
        try await SlackOffice.open { office in
            let home = try await office.home(of: "U0NOBODY")
            #expect(home.json.contains("not in the people file"))
        }
    }

    @Test func `is put up when it is opened, and says of evidence that somebody objected`() async throws {
        try await SlackOffice.open { office in
            try await office.say(Self.thanks, by: "U0ANA")
            try await office.happen(
                ["type": "app_home_opened", "user": "U0BEN", "channel": "D0", "tab": "home"],
                id: "Ev h"
            )
            let home = try #require(office.slack.calls("views.publish").last)
            #expect(home["user_id"].string == "U0BEN")
            let entry = try #require(try await office.desk.evidence(about: "ben", for: .person("ben")).first)
            try await office.press("contest", entry.id.text, by: "U0BEN")
            #expect(office.form["callback_id"].string == "object" && office.form.json.contains("ten minutes"))
            let none = try await office.submit("object", entry.id.text, ["reason": ["value": " "]], by: "U0BEN")
            #expect(none?["response_action"].string == "errors")
            _ = try await office.submit(
                "object",
                entry.id.text,
                ["reason": ["value": "It was Cleo's runbook."]],
                by: "U0BEN"
            )
            let after = try #require(try await office.desk.evidence(about: "ben", for: .person("ben")).first)
            #expect(after.state == .contested)
            let page = try #require(office.slack.calls("views.publish").last)
            #expect(page.json.contains("you objected"))
            #expect(try await office.records.verify().isClean)
        }
    }

    @Test func `lets nobody object to what is kept about somebody else`() async throws {
        try await SlackOffice.open { office in
            try await office.say(Self.thanks, by: "U0ANA")
            let entry = try #require(try await office.desk.evidence(about: "ben", for: .person("ben")).first)
            for other in ["U0ANA", "U0MO", "U0NOBODY"] {
                try await office.press("contest", entry.id.text, by: other)
                #expect(!office.form.json.contains("ten minutes"))
                _ = try await office.submit("object", entry.id.text, ["reason": ["value": "not so"]], by: other)
            }
            let after = try #require(try await office.desk.evidence(about: "ben", for: .person("ben")).first)
            #expect(after.state != .contested)
        }
    }

    @Test func `prepares a 1:1 in Slack for the two whom it concerns, and for nobody else`() async throws {
        try await SlackOffice.open { office in
            try await office.say(Self.thanks, by: "U0ANA")
            let manager = try #require(try await office.type("/crosstie", "prep <@U0BEN>", by: "U0MO")).json
            #expect(manager.contains("1:1 with Ben Holt"))
            let own = try #require(try await office.type("/crosstie", "prep <@U0MO>", by: "U0BEN")).json
            #expect(own.contains("1:1 with Mo Lind"))
            let other = try #require(try await office.type("/crosstie", "prep <@U0BEN>", by: "U0CLEO")).json
            #expect(other.contains("their manager alone") && !other.contains("Ben Holt"))
        }
    }
}

@Suite struct `An edit or a deletion in Slack` {
    private static let thanks =
        "thanks <@U0BEN> for the runbook, it let us find the fault in ten minutes during the outage"

    @Test func `reaches evidence, page, preparation and draft at once`() async throws {
        try await SlackOffice.open { office in
            let ts = try await office.say(Self.thanks, by: "U0ANA")
            func everywhere() async throws -> String {
                let home = try await office.home(of: "U0BEN").json
                let quotes = try await office.desk.evidence(about: "ben", for: .person("mo")).map(\.quote).joined()
                let prep = try await office.type("/crosstie", "prep <@U0BEN>", by: "U0MO")?.json ?? ""
                let sources = try await office.desk.prep("ben", for: .person("mo")).sources.values.map(\.quote).joined()
                let happenings = try await office.desk.person("ben", for: .person("mo")).happenings
                let told = happenings.flatMap(\.entries).map(\.quote).joined()
                let draft = try await office.desk.draft("ben", from: nil, to: nil, for: .person("mo"))
                let cited = draft.sources.values.map(\.quote).joined()
                return [home, quotes, prep, sources, told, cited].joined(separator: "\n")
            }
            #expect(try await everywhere().contains("ten minutes"))
            let edited = "thanks <@U0BEN> for the runbook, it let us find the fault in two hours during the outage"
            try await office.happen(
                [
                    "type": "message", "subtype": "message_changed", "channel": "C0TEAM", "channel_type": "channel",
                    "ts": .text("\(ts)9"), "event_ts": .text("\(office.clock.now / 1_000_000).000001"),
                    "message": [
                        "type": "message", "user": "U0ANA", "ts": .text(ts), "text": .text(edited),
                        "team": .text(SlackOffice.team),
                        "edited": ["user": "U0ANA", "ts": .text("\(office.clock.now / 1_000_000).000001")],
                    ],
                ],
                id: "Ev edit"
            )
            let after = try await everywhere()
            #expect(!after.contains("ten minutes") && after.contains("two hours"))
            try await office.happen(
                [
                    "type": "message", "subtype": "message_deleted", "channel": "C0TEAM", "channel_type": "channel",
                    "ts": .text("\(office.clock.now / 1_000_000).000002"), "deleted_ts": .text(ts),
                    "event_ts": .text("\(office.clock.now / 1_000_000).000002"),
                ],
                id: "Ev gone"
            )
            let gone = try await everywhere()
            #expect(!gone.contains("two hours") && !gone.contains("ten minutes"))
            #expect(try await office.records.verify().isClean)
        }
    }
}
