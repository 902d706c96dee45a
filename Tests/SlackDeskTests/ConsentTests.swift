import Desk
import Evidence
import Intake
import Records
import Slack
import SlackDesk
import SlackLive
import Testing
import Workspace

@Suite struct `What people are told and what they choose` {
    private static let thanks =
        "thanks <@U0BEN> for the runbook, it let us find the fault in ten minutes during the outage"

    @Test func `about says what is read, what is kept, and offers the way out`() async throws {
        try await SlackOffice.open { office in
            try await office.say(Self.thanks, by: "U0ANA")
            let answer = try #require(try await office.type("/crosstie", "about", by: "U0BEN")).json
            #expect(answer.contains("never read") && answer.contains("1 quote."))
            #expect(answer.contains("Stop reading my messages"))
            let stranger = try #require(try await office.type("/crosstie", "about", by: "U0NOBODY")).json
            #expect(stranger.contains("not in the people file"))
        }
    }

    @Test func `who stops it is not read from then on, and is again after starting, but not what was said in between`()
        async throws
    {
        try await SlackOffice.open { office in
            func voices() async throws -> [PersonID?] {
                try await office.desk.evidence(about: "ben", for: .console).map(\.voice.person)
            }
            _ = try await office.type("/crosstie", "stop", by: "U0ANA")
            office.clock.pass(hours: 1)
            try await office.say(Self.thanks, by: "U0ANA")
            #expect(try await voices().isEmpty)
            // Others are still read.
            office.clock.pass(hours: 1)
            try await office.say(Self.thanks, by: "U0CLEO")
            #expect(try await voices() == ["cleo"])
            office.clock.pass(hours: 1)
            try await office.press("start_reading", by: "U0ANA")
            office.clock.pass(hours: 1)
            try await office.say(
                "thanks <@U0BEN> for the careful review of the migration, it saved us from losing data",
                by: "U0ANA"
            )
            #expect(try await voices() == ["cleo", "ana"])
        }
    }

    @Test func `the choice outlives the program`() async throws {
        let database = try openDatabaseForTests()
        try await SlackOffice.open(database: database) { office in
            _ = try await office.type("/crosstie", "stop", by: "U0ANA")
        }
        try await SlackOffice.open(database: database) { office in
            office.clock.pass(hours: 2)
            try await office.say(Self.thanks, by: "U0ANA")
            #expect(try await office.desk.evidence(about: "ben", for: .console).isEmpty)
        }
    }

    @Test func `a channel is told once when the app joins`() async throws {
        try await SlackOffice.open { office in
            for time in 1...2 {
                try await office.happen(
                    [
                        "type": "member_joined_channel", "user": "U0APP", "channel": "C0NEW", "channel_type": "C",
                        "event_ts": .text("179000000\(time).000001"),
                    ],
                    id: "Ev join \(time)"
                )
                try await office.sender.send()
            }
            let told = office.messages(to: "C0NEW")
            #expect(told.count == 1)
            #expect(told.first?.json.contains("/crosstie stop") ?? false)
            // Somebody else joining is nothing to tell.
            try await office.happen(
                ["type": "member_joined_channel", "user": "U0ANA", "channel": "C0TEAM", "channel_type": "C"],
                id: "Ev join 9"
            )
            try await office.sender.send()
            #expect(office.messages(to: "C0TEAM").isEmpty)
        }
    }

    @Test func `a channel that the app left is no longer read`() async throws {
        try await SlackOffice.open { office in
            try await office.happen(
                ["type": "member_left_channel", "user": "U0APP", "channel": "C0TEAM", "channel_type": "C"],
                id: "Ev left"
            )
            try await office.say(Self.thanks, by: "U0ANA")
            #expect(try await office.desk.evidence(about: "ben", for: .console).isEmpty)
        }
    }

    @Test func `a deactivated account closes every way in of whoever is behind it, and nobody else's`() async throws {
        try await SlackOffice.open { office in
            func token(of person: PersonID) async throws -> String {
                try await office.desk.makeToken("t", scopes: [.read], days: 3, for: person, by: .person(person)).secret
            }
            let tokens = (ana: try await token(of: "ana"), ben: try await token(of: "ben"))
            for person in ["ana", "ben"] {
                let moment = office.clock.now
                try await office.records.keepSession("h \(person)", for: PersonID(person), begun: moment, used: moment)
                try await office.records.keepLink(
                    "l \(person)",
                    for: PersonID(person),
                    expires: moment + SlackOffice.hour
                )
            }
            try await office.happen(
                [
                    "type": "user_change",
                    "user": ["id": "U0ANA", "team_id": .text(SlackOffice.team), "name": "ana", "deleted": true],
                ],
                id: "Ev gone"
            )
            #expect(try await office.records.session("h ana") == nil)
            #expect(try await office.records.link("l ana") == nil)
            #expect(try await office.desk.token(bearing: tokens.ana) == nil)
            #expect(try await office.desk.token(bearing: tokens.ben) != nil)
            #expect(try await office.records.session("h ben") != nil)
            #expect(try await office.records.link("l ben") != nil)
            #expect(try await office.records.verify().isClean)
        }
    }

    @Test func `taking the app out starts the clock, and two weeks later what came from Slack is gone`() async throws {
        try await SlackOffice.open { office in
            try await office.say(Self.thanks, by: "U0ANA")
            try await office.happen(["type": "app_uninstalled"], id: "Ev uninstalled")
            #expect(try await office.records.slackInstallation()?.removed == office.clock.now)
            office.clock.pass(hours: 13 * 24)
            try await office.follower.eraseWhenDue()
            #expect(try await office.desk.evidence(about: "ben", for: .console).count == 1)
            office.clock.pass(hours: 25)
            try await office.follower.eraseWhenDue()
            #expect(try await office.desk.evidence(about: "ben", for: .console).isEmpty)
            #expect(try await office.records.accounts().isEmpty)
            #expect(try await office.records.verify().isClean)
        }
    }

    @Test func `installing it again in time calls the deletion off`() async throws {
        try await SlackOffice.open { office in
            try await office.say(Self.thanks, by: "U0ANA")
            try await office.happen(
                ["type": "tokens_revoked", "tokens": ["oauth": [], "bot": ["U0APP"]]],
                id: "Ev revoked"
            )
            #expect(try await office.records.slackInstallation()?.removed != nil)
            try await office.records.begin(slack: SlackOffice.team)
            office.clock.pass(hours: 20 * 24)
            try await office.follower.eraseWhenDue()
            #expect(try await office.desk.evidence(about: "ben", for: .console).count == 1)
        }
    }
}
