import Evidence
import Intake
import Logging
import Records
import Slack
import SlackLive
import Store
import Testing
import Workspace

/// What was deleted in the chat is nowhere any more: not in the record, not in what waits, not in any table.
@Suite struct `A message that is deleted` {
    private static let word = "zzcanaryzz"

    private static func event(_ fields: WireValue, _ id: String) -> WireValue {
        [
            "type": "event_callback", "event_id": .text(id), "team_id": "T0MADEUP", "api_app_id": "A0",
            "event_time": .integer(Int64(MadeUpChat.start)), "event": fields,
        ]
    }

    /// Stores an event as Slack brings it and works on what waits.
    private func happen(_ event: WireValue, _ world: LiveWorld, _ follower: Follower) async throws {
        let secrets = try #require(SigningSecrets(["secret"]))
        let now = world.now
        let door = SlackDoor(secrets: secrets, records: world.records, vault: world.vault, now: { now })
        let work = InboxWork(
            records: world.records,
            vault: world.vault,
            follower: follower,
            door: door,
            now: { now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let body = event.bytes
        let answer = await door.take(
            .events,
            times: ["\(now / 1_000_000)"],
            signatures: [secrets.signature(of: body, at: now / 1_000_000)],
            body: body
        )
        #expect(answer.status == 200)
        try await work.drain()
        try await follower.group()
    }

    /// Every column of every table that has the word.
    private func places(in database: any Database) async throws -> [String] {
        try await database.read { connection in
            let columns = try connection.rows(
                """
                SELECT tables.name AS holder, columns.name AS part
                FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
                WHERE tables.type = 'table' ORDER BY 1, 2
                """
            ).map { (try $0.text("holder"), try $0.text("part")) }
            return try columns.filter { holder, part in
                let found = try connection.rows(
                    SQL(
                        stringLiteral: """
                            SELECT count(*) AS hits FROM "\(holder)"
                            WHERE instr(CAST("\(part)" AS BLOB), CAST('\(Self.word)' AS BLOB)) > 0
                            """
                    )
                )
                return try found.first?.integer("hits") ?? 0 > 0
            }.map { "\($0).\($1)" }
        }
    }

    @Test(arguments: ["deleted", "edited"])
    func `leaves no word of it behind, in what waits to be sent as little as in the record`(how: String) async throws {
        let database = try openDatabase(.memory, create: true)
        let world = try await LiveWorld(database)
        let follower = try await world.follower()
        try await follower.learn(MadeUpChat.users, MadeUpChat.channelList)
        let ts = "\(MadeUpChat.start).000001"
        let said: WireValue = [
            "type": "message", "channel": "C0TEAM", "channel_type": "channel", "user": "U0ADA", "ts": .text(ts),
            "event_ts": .text(ts), "team": "T0MADEUP",
            "text": .text("thanks <@U0BEN> for the \(Self.word) runbook, it found the fault"),
        ]
        try await happen(Self.event(said, "Ev1"), world, follower)
        let kept = try await world.records.entries(about: "u0ben", now: world.now)
        #expect(kept.first?.quote.contains(Self.word) ?? false)
        #expect(try await places(in: database).contains("evidence.quote"))
        let outbox = Outbox(records: world.records, vault: world.vault, hours: OutboxRules(quietFrom: 0, quietUntil: 0))
        for (key, kind) in [("weekly u0ben 1", "weekly"), ("prep u0ben 1", "prep"), ("saved C0TEAM 1 u0ben", "answer")]
        {
            let message = OutgoingMessage(Mrkdwn(kept.first?.quote ?? ""))
            try await outbox.put(message, key: key, kind: kind, to: "U0BEN", now: world.now)
        }
        try await outbox.put(OutgoingMessage(Mrkdwn("help")), key: "help", kind: "answer", to: "U0BEN", now: world.now)

        let later = "\(MadeUpChat.start + 9).000002"
        var gone: WireValue = [
            "type": "message", "channel": "C0TEAM", "channel_type": "channel", "ts": .text(later),
            "event_ts": .text(later),
        ]
        if how == "deleted" {
            gone = gone.merging([
                "subtype": "message_deleted", "deleted_ts": .text(ts), "previous_message": said,
            ])
        } else {
            let new = said.merging([
                "text": "thanks <@U0BEN> for the runbook, it found the fault",
                "edited": ["user": "U0ADA", "ts": .text(later)],
            ])
            gone = gone.merging(["subtype": "message_changed", "message": new, "previous_message": said])
        }
        try await happen(Self.event(gone, "Ev2"), world, follower)
        let left = try await world.records.entries(about: "u0ben", now: world.now)
        #expect(left.count == (how == "deleted" ? 0 : 1))
        #expect(!left.contains { $0.quote.contains(Self.word) || $0.matters.contains(Self.word) })
        let day: Int64 = 86_400_000_000
        let sent = try await world.records.claimOutgoing(limit: 9, vault: world.vault, now: world.now + day)
        #expect(sent.map(\.key) == ["help"])
        #expect(try await world.records.verify().isClean)
        #expect(try await places(in: database) == [])
    }
}
