import Intake
import Jobs
import Logging
import Records
import Slack
import SlackLive
import Store
import StoreTesting
import Synchronization
import Testing

/// Several processes on one record: one follows the chat at a time, and whatever dies, the ledger is that of one alone.
@Suite struct `Several servers that follow one chat` {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Microseconds since any moment: real time, since leases run out by it.
    private static let clock: @Sendable () -> Int64 = {
        let began = ContinuousClock.now
        return { Int64((ContinuousClock.now - began) / .microseconds(1)) + 1_000_000 }
    }()

    /// One process: a door of its own, a memory of its own, the record shared.
    private struct Process {
        let world: LiveWorld
        let door: SlackDoor
        let task: Task<Void, Never>

        init(_ database: any Database, name: String) async throws {
            world = try await LiveWorld(database)
            let (records, vault, now) = (world.records, world.vault, world.now)
            let door = SlackDoor(secrets: SigningSecrets(["secret"]), records: records, vault: vault, now: { now })
            let work = InboxWork(
                records: records,
                vault: vault,
                follower: try await world.follower(),
                door: door,
                now: { now },
                logger: logger
            )
            let lease = HeldWork(
                "slack inbox",
                records: records,
                holder: name,
                rule: LeaseRule(length: 1_000_000),
                now: clock,
                logger: logger
            )
            self.door = door
            task = Task { await work.run(sharing: lease) }
        }

        func knock(_ event: WireValue) async throws -> Bool {
            let secrets = try #require(SigningSecrets(["secret"]))
            let (body, moment) = (event.bytes, world.now / 1_000_000)
            let signature = secrets.signature(of: body, at: moment)
            let answer = await door.take(.events, times: ["\(moment)"], signatures: [signature], body: body)
            return answer.status == 200
        }
    }

    @Test(arguments: Engine.available, [1, 2] as [UInt64])
    func `end where one alone does, whichever of them is stopped`(engine: Engine, seed: UInt64) async throws {
        var chance = Chance(state: seed)
        var chat = MadeUpChat()
        for _ in 0..<80 { chat.step(&chance) }
        let reference = try await LiveWorld()
        try await reference.importing(chat)
        let expected = try await reference.ledger()

        let database = try engine.open()
        let first = try await LiveWorld(database)
        try await first.follower().learn(MadeUpChat.users, MadeUpChat.channelList)
        var processes = [
            try await Process(database, name: "0"), try await Process(database, name: "1"),
            try await Process(database, name: "2"),
        ]
        for (place, event) in chat.events.enumerated() {
            let one = Int.random(in: 0..<3, using: &chance)
            #expect(try await processes[one].knock(event))
            if place % 16 == 15 {
                let other = Int.random(in: 0..<3, using: &chance)
                processes[other].task.cancel()
                await processes[other].task.value
                processes[other] = try await Process(database, name: "\(other) again \(place)")
            }
        }
        var waiting = -1
        for _ in 0..<6000 {
            waiting = try await first.records.inboxState().waiting
            if waiting == 0 { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        #expect(waiting == 0)
        for process in processes {
            process.task.cancel()
            await process.task.value
        }
        // What was read without its surroundings, since a memory went with its process, is read again in the chat.
        _ = try await first.follower(history: chat).backfill(.everything)
        #expect(try await first.ledger() == expected)
        try await database.close()
    }

    @Test(arguments: Engine.available)
    func `take over from one that hangs, whose late words are refused`(engine: Engine) async throws {
        let database = try engine.open()
        let world = try await LiveWorld(database)
        let moment = Mutex<Int64>(0)
        let hanging = try #require(
            try await world.records.take(lease: "slack inbox", holder: "hanging", rule: LeaseRule(), now: 0)
        )
        let follower = try await world.follower()
        try await follower.learn(MadeUpChat.users, MadeUpChat.channelList)
        try await follower.hold(world.records.fenced(by: Fence(hanging, on: "slack inbox")))
        var chance = Chance(state: 9)
        var chat = MadeUpChat()
        for _ in 0..<12 { chat.step(&chance) }
        try await world.take(chat.events.prefix(6), by: follower)
        let before = try await world.ledger()
        moment.withLock { $0 = LeaseRule().length }
        _ = try #require(
            try await world.records.take(
                lease: "slack inbox",
                holder: "other",
                rule: LeaseRule(),
                now: moment.withLock { $0 }
            )
        )
        await #expect(throws: JobError.leaseLost("slack inbox")) {
            try await world.take(chat.events.dropFirst(6), by: follower)
        }
        #expect(try await world.ledger() == before)
        try await database.close()
    }

    @Test func `a gap on the way to one of them is told to whoever follows`() async throws {
        let world = try await LiveWorld()
        let now = world.now
        let door = SlackDoor(secrets: nil, records: world.records, vault: world.vault, now: { now })
        let work = InboxWork(
            records: world.records,
            vault: world.vault,
            follower: try await world.follower(),
            door: door,
            now: { now },
            logger: Self.logger
        )
        await work.passGapsOn()
        #expect(try await world.records.jobs(in: [.waiting]).isEmpty)
        door.lostSome()
        await work.passGapsOn()
        await work.passGapsOn()
        #expect(try await world.records.jobs(in: [.waiting]).map(\.kind) == [.chatAgain])
    }
}
