import Intake
import Logging
import Records
import Slack
import SlackLive
import Testing
import Workspace

@Suite struct `The door that Slack knocks at` {
    private struct Knock {
        let world: LiveWorld
        let door: SlackDoor
        let secrets: SigningSecrets

        init() async throws {
            world = try await LiveWorld()
            secrets = try #require(SigningSecrets(["secret"]))
            let now = world.now
            door = SlackDoor(secrets: secrets, records: world.records, vault: world.vault, now: { now })
        }

        func knock(
            _ text: String,
            at address: SlackDoor.Address = .events,
            time: Int64? = nil
        ) async -> SlackDoor.Answer {
            let time = time ?? world.now / 1_000_000
            let body = Array(text.utf8)
            return await door.take(
                address,
                times: ["\(time)"],
                signatures: [secrets.signature(of: body, at: time)],
                body: body
            )
        }
    }

    @Test func `answers the challenge, signed like everything else`() async throws {
        let knock = try await Knock()
        let body = #"{"type":"url_verification","challenge":"abc<1>"}"#
        let answer = await knock.knock(body)
        #expect(answer.status == 200 && answer.type?.hasPrefix("text/plain") ?? false)
        #expect(String(decoding: answer.body, as: UTF8.self) == "abc<1>")
        let unsigned = await knock.door.take(.events, times: [], signatures: [], body: Array(body.utf8))
        #expect(unsigned.status == 401 && unsigned.body.isEmpty)
    }

    @Test(arguments: [
        ("{not json", 400), ("[]", 400), ("null", 400), ("", 400), (#"{"type":"brand_new_2031"}"#, 200),
        (#"{"type":"event_callback"}"#, 200), (#"{"type":"event_callback","event_id":"Ev1","event":null}"#, 200),
        (#"{"type":7,"event":{"type":[]}}"#, 200), (#"{"type":"app_rate_limited","minute_rate_limited":1}"#, 200),
        (#"{"type":"event_callback","event_id":"Ev2","event":{"type":"message","channel":5,"ts":{}}}"#, 200),
    ])
    func `never breaks over what is in a body`(body: String, status: Int) async throws {
        #expect(try await Knock().knock(body).status == status)
    }

    @Test func `keeps an event once, however often it comes`() async throws {
        let knock = try await Knock()
        let body =
            #"{"type":"event_callback","event_id":"Ev9","team_id":"T0MADEUP","event":{"type":"message","channel":"C0TEAM","channel_type":"channel","user":"U0ADA","text":"x","ts":"1760000000.000001"}}"#
        for _ in 0..<4 { #expect(await knock.knock(body).status == 200) }
        #expect(try await knock.world.records.inboxState().waiting == 1)
    }

    @Test func `a storm that comes all at once is stored once each, sealed, and worked on once each`() async throws {
        let knock = try await Knock()
        let follower = try await knock.world.follower()
        try await follower.learn(MadeUpChat.users, MadeUpChat.channelList)
        let bodies = (0..<600).map { number in
            let ts = "\(MadeUpChat.start + number).000001"
            return
                #"{"type":"event_callback","event_id":"EvS\#(number)","team_id":"T0MADEUP","event":{"type":"message","channel":"C0TEAM","channel_type":"channel","user":"U0ADA","text":"storm \#(number)","ts":"\#(ts)","event_ts":"\#(ts)"}}"#
        }
        let statuses = await withTaskGroup(of: Int.self) { group in
            for body in bodies + bodies { group.addTask { await knock.knock(body).status } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count == 1200 && statuses.allSatisfy { $0 == 200 })
        #expect(try await knock.world.records.inboxState().waiting == 600)
        let now = knock.world.now
        let work = InboxWork(
            records: knock.world.records,
            vault: knock.world.vault,
            follower: follower,
            door: knock.door,
            now: { now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        try await work.drain()
        #expect(try await knock.world.records.inboxState().waiting == 0)
        #expect(await follower.tally.deliveries == 600)
        let known = try await knock.world.records.allMessages(of: "C0TEAM", to: MessageTime(microseconds: .max))
        #expect(known.count == 600)
    }

    @Test func `does not even store what two people say to each other`() async throws {
        let knock = try await Knock()
        let body =
            #"{"type":"event_callback","event_id":"Ev3","event":{"type":"message","channel":"D0","channel_type":"im","user":"U0ADA","text":"a secret","ts":"1760000000.000001"}}"#
        #expect(await knock.knock(body).status == 200)
        let kept = try await knock.world.records.waitingEnvelopes(limit: 9, vault: knock.world.vault)
        #expect(kept.count == 1)
        #expect(!kept.contains { String(decoding: $0.payload ?? [], as: UTF8.self).contains("secret") })
    }

    @Test func `takes forms for commands and refuses what is none`() async throws {
        let knock = try await Knock()
        #expect(
            await knock.knock("command=%2Fcrosstie&user_id=U0ADA&text=help&trigger_id=1", at: .commands).status == 200
        )
        #expect(await knock.knock("command=%zz", at: .commands).status == 400)
        #expect(await knock.knock("ssl_check=1", at: .commands).status == 200)
        #expect(await knock.knock("payload=%7Bbroken", at: .interactions).status == 400)
        #expect(await knock.knock("payload=%7B%22type%22%3A%22new%22%7D", at: .interactions).status == 200)
    }
}

@Suite struct `The hours at which people are written to` {
    // Friday 2026-11-20 12:00 UTC.
    private static let friday: Int64 = 1_795_176_000_000_000
    private static let hour: Int64 = 3_600_000_000

    @Test(arguments: [
        (0, 0, 0), (0, 5, 5), (0, 6, 68), (0, 12, 68), (0, 60, 68), (0, 67, 68), (0, 68, 68), (0, 70, 70),
        (120, 3, 3), (120, 4, 66),
    ])
    func `are neither night nor weekend`(offset: Int, from: Int64, to: Int64) {
        let rules = OutboxRules(quietFrom: 18, quietUntil: 8, offset: offset)
        let moment = rules.moment(for: "weekly", at: Self.friday + from * Self.hour)
        #expect((moment - Self.friday) / Self.hour == to)
    }

    @Test func `do not hold up an answer`() {
        let night = Self.friday + 12 * Self.hour
        #expect(OutboxRules().moment(for: "answer", at: night) == night)
    }
}
