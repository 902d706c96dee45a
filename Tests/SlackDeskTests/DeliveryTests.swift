import Desk
import Evidence
import Intake
import OneOnOnes
import Records
import Reviews
import Slack
import SlackDesk
import SlackLive
import Store
import Synchronization
import Testing
import Workspace

@Suite struct `Messages that nobody asked for` {
    /// Mo and Ana talk on Wednesdays at 14:00; the office's day is a Tuesday.
    private func plan(_ office: SlackOffice) async throws {
        let plan = try MeetingPlan(
            weekday: 3,
            minute: 14 * 60,
            anchor: CivilDate(microseconds: SlackOffice.start),
            zone: "UTC"
        )
        try await office.desk.set(plan, with: "ana", by: .person("mo"))
    }

    @Test func `the preparation comes the day before, to both, once, and can be switched off`() async throws {
        try await SlackOffice.open { office in
            try await plan(office)
            _ = try await office.type("/crosstie", "notes off prep", by: "U0MO")
            for _ in 1...3 {
                await office.notes.look(now: office.clock.now)
                try await office.sender.send()
            }
            let told = office.messages(to: "U0ANA").filter { $0.json.contains("/people/ana/prep") }
            #expect(told.count == 1)
            #expect(told.first?.json.contains("\(SlackOffice.site)/people/ana/prep") ?? false)
            #expect(!office.messages(to: "U0MO").contains { $0.json.contains("/people/ana/prep") })
            office.clock.pass(hours: 24 * 7)
            await office.notes.look(now: office.clock.now)
            try await office.sender.send()
            #expect(office.messages(to: "U0ANA").filter { $0.json.contains("/people/ana/prep") }.count == 2)
        }
    }

    @Test func `the same note goes out once, though two programs look and one ends between looking and claiming`()
        async throws
    {
        let database = try openDatabaseForTests()
        try await SlackOffice.open(database: database) { one in
            try await plan(one)
            try await SlackOffice.open(database: database) { other in
                async let first = one.notes.look(now: one.clock.now)
                async let second = other.notes.look(now: other.clock.now)
                _ = await (first, second)
                async let sent = one.sender.send()
                async let more = other.sender.send()
                _ = try await (sent, more)
                let all = one.messages(to: "U0ANA") + other.messages(to: "U0ANA")
                #expect(all.filter { $0.json.contains("/people/ana/prep") }.count == 1)
            }
        }
    }

    @Test func `wait for the morning, hold the cap, expire, and respect who switched them off`() async throws {
        try await SlackOffice.open { office in
            func put(_ key: String, _ kind: String = "brief", to account: AccountID = "U0ANA") async throws {
                try await office.outbox.put(
                    OutgoingMessage(Mrkdwn("note \(key)")),
                    key: key,
                    kind: kind,
                    to: account,
                    now: office.clock.now
                )
            }
            for number in 1...5 { try await put("\(number)") }
            try await office.sender.send()
            #expect(office.messages(to: "U0ANA").count == 3)
            // What somebody just asked for neither waits nor counts.
            office.clock.pass(hours: 10)
            try await put("night")
            try await put("reply", "answer")
            try await office.sender.send()
            #expect(office.messages(to: "U0ANA").count == 4)
            office.clock.pass(hours: 15)
            try await office.sender.send()
            #expect(office.messages(to: "U0ANA").count == 7)
            _ = try await office.type("/crosstie", "notes off brief", by: "U0BEN")
            try await put("off", to: "U0BEN")
            try await office.sender.send()
            #expect(office.messages(to: "U0BEN").isEmpty)
            try await put("late", to: "U0CLEO")
            office.clock.pass(hours: 24 * 10)
            try await office.sender.send()
            #expect(office.messages(to: "U0CLEO").isEmpty)
        }
    }

    @Test func `keep to the hours of whoever reads them`() async throws {
        try await SlackOffice.open { office in
            try await office.desk.choose(DeliveryChoice(zone: "America/New_York"), by: "ana")
            try await office.outbox.put(
                OutgoingMessage(Mrkdwn("note")),
                key: "k",
                kind: "brief",
                to: "U0ANA",
                now: office.clock.now
            )
            try await office.sender.send()
            #expect(office.messages(to: "U0ANA").isEmpty)
            office.clock.pass(hours: 5)
            try await office.sender.send()
            #expect(office.messages(to: "U0ANA").count == 1)
        }
    }

    @Test func `one whose sending was cut off is not sent again, and the others are`() async throws {
        try await SlackOffice.open { office in
            for number in 1...3 {
                try await office.outbox.put(
                    OutgoingMessage(Mrkdwn("note \(number)")),
                    key: "\(number)",
                    kind: "notice",
                    to: "U0ANA",
                    now: office.clock.now
                )
            }
            office.slack.hangUp(on: "chat.postMessage")
            try await office.sender.send()
            #expect(office.messages(to: "U0ANA").count == 3)
            let counts = try await office.records.outboxCounts()
            #expect(counts["waiting"] == nil && counts["sent"] == nil && counts["failed"] == 3)
            try await office.sender.send()
            #expect(office.messages(to: "U0ANA").count == 3)
        }
    }

    @Test func `one that Slack refuses for now is tried again, one that it refuses for good is not`() async throws {
        try await SlackOffice.open { office in
            func put(_ key: String) async throws {
                try await office.outbox.put(
                    OutgoingMessage(Mrkdwn("note \(key)")),
                    key: key,
                    kind: "notice",
                    to: "U0ANA",
                    now: office.clock.now
                )
            }
            office.slack.refuse("chat.postMessage", ["fatal_error", "user_not_found"])
            try await put("a")
            try await office.sender.send()
            #expect(try await office.records.outboxCounts()["waiting"] == 1)
            try await put("b")
            try await office.sender.send()
            #expect(try await office.records.outboxCounts()["failed"] == 1)
            office.clock.pass(hours: 1)
            try await office.sender.send()
            #expect(try await office.records.outboxCounts() == ["sent": 1, "failed": 1])
        }
    }

    @Test func `a brief that is due comes as a message, once`() async throws {
        let source = OneBrief()
        try await SlackOffice.open(briefs: source) { office in
            for _ in 1...3 {
                await office.notes.look(now: office.clock.now)
                try await office.sender.send()
            }
            let told = office.messages(to: "U0ANA").filter { $0.json.contains("Your brief") }
            #expect(told.count == 1)
            #expect(told.first?.json.contains("<https://news.example/a|A headline>") ?? false)
            #expect(source.claimed.withLock { $0 } >= 1)
        }
    }

    private final class OneBrief: BriefSource {
        let claimed = Mutex(0)

        func dueBriefs(now: Int64) -> [DueBrief] {
            [
                DueBrief(
                    reader: "ana",
                    key: "2026-11-24",
                    title: "Your brief",
                    items: [.init(title: "A headline", words: "Why it is here.", address: "https://news.example/a")]
                )
            ]
        }

        func claim(_ brief: DueBrief, now: Int64) -> Bool {
            claimed.withLock { $0 += 1 }
            return true
        }
    }
}

@Suite struct `What waits` {
    @Test func `is sealed, opened with its key alone, and emptied once it is done`() async throws {
        let database = try openDatabaseForTests()
        let records = try await Records.open(database)
        try await records.begin(name: "x", now: 1)
        let vault = try Vault(key: [UInt8](1...32))
        let words = Array("{\"text\":\"a word about the runbook\"}".utf8)
        let envelope = KeptEnvelope(id: "event Ev1", kind: "event", payload: words, arrived: 1)
        _ = try await records.keep(envelopes: [envelope], vault: vault)
        try await records.keep(
            outgoing: OutboxMessage(
                key: "k",
                kind: "notice",
                account: "U0ANA",
                target: "U0ANA",
                payload: words,
                due: 1,
                expires: 9_000_000
            ),
            vault: vault,
            now: 1
        )
        func raw() async throws -> [[UInt8]] {
            try await database.read { connection in
                try ["slack_inbox", "slack_outbox"].flatMap { (table: SQL) in
                    try connection.rows("SELECT payload FROM \(table)").map { try $0.bytes("payload") }
                }
            }
        }
        for bytes in try await raw() {
            #expect(!bytes.isEmpty && !String(decoding: bytes, as: UTF8.self).contains("runbook"))
        }
        let other = try Vault(key: [UInt8](2...33))
        #expect(try await records.waitingEnvelopes(limit: 9, vault: other).map(\.payload) == [nil])
        #expect(try await records.waitingEnvelopes(limit: 9, vault: vault).map(\.payload) == [words])
        #expect(try await records.claimOutgoing(limit: 9, vault: vault, now: 2).map(\.payload) == [words])
        try await records.finish(envelopes: ["event Ev1"], now: 2)
        try await records.settle(outgoing: "k", as: .sent, now: 3)
        #expect(try await raw().allSatisfy(\.isEmpty))
    }

    @Test func `a pair of tokens is sealed, and one program at a time renews it`() async throws {
        let database = try openDatabaseForTests()
        let records = try await Records.open(database)
        let vault = try Vault(key: [UInt8](1...32))
        #expect(try await records.slackTokens(vault: vault) == nil)
        let pair = SlackTokenPair(access: "xoxe.xoxb-1-made-up", refresh: "xoxe-1-made-up", ends: 99)
        try await records.keep(pair, vault: vault)
        #expect(try await records.slackTokens(vault: vault) == pair)
        let raw = try await database.read {
            try $0.rows("SELECT sealed FROM slack_token").map { try $0.bytes("sealed") }
        }
        #expect(raw.count == 1 && !String(decoding: raw[0], as: UTF8.self).contains("xox"))
        #expect(try await records.claimSlackTokens(now: 1_000_000_000))
        #expect(try await !records.claimSlackTokens(now: 1_000_000_001))
        // Whoever claimed it and never came back does not hold it for good.
        #expect(try await records.claimSlackTokens(now: 1_070_000_000))
        try await records.releaseSlackTokens()
        #expect(try await records.claimSlackTokens(now: 1_070_000_001))
    }
}

/// A record in memory that can be opened more than once.
func openDatabaseForTests() throws -> any Database { try openDatabase(.memory, create: true) }
