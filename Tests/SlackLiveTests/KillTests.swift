import Intake
import Logging
import Records
import Slack
import SlackLive
import Store
import StoreTesting
import Synchronization
import Testing

/// A database that fails once, at a chosen write, before or after it was kept.
final class FailingDatabase: Database {
    struct Killed: Error {}

    private let base: any Database
    private let left: Mutex<Int?>
    private let isAfter: Bool

    init(_ base: any Database, isAfter: Bool) {
        self.base = base
        self.isAfter = isAfter
        left = Mutex(nil)
    }

    var dialect: Dialect { base.dialect }

    /// How many writes still come through.
    func kill(after writes: Int) { left.withLock { $0 = writes } }

    /// Everything comes through again.
    func revive() { left.withLock { $0 = nil } }

    private func isLast() -> Bool {
        left.withLock { left in
            guard let now = left else { return false }
            left = now > 0 ? now - 1 : 0
            return now == 0
        }
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        if left.withLock({ $0 == 0 && isAfter }) { throw Killed() }
        return try await base.read(body)
    }

    @discardableResult
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        let isLast = isLast()
        if isLast, !isAfter { throw Killed() }
        let answer = try await base.write(body)
        if isLast { throw Killed() }
        return answer
    }

    func close() async throws { try await base.close() }
}

/// Whatever is cut off, wherever: after a new start and a backfill nothing is lost and nothing is there twice.
@Suite struct `A server that is stopped in the middle` {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Stores and works on events until the database fails; returns what Slack would send again.
    private func storm(_ events: [WireValue], on database: any Database) async throws -> [WireValue] {
        let world = try await LiveWorld(database)
        let secrets = try #require(SigningSecrets(["secret"]))
        let now = world.now
        let door = SlackDoor(secrets: secrets, records: world.records, vault: world.vault, now: { now })
        let follower = try await world.follower()
        let work = InboxWork(
            records: world.records,
            vault: world.vault,
            follower: follower,
            door: door,
            now: { now },
            logger: Self.logger
        )
        var again: [WireValue] = []
        for (place, event) in events.enumerated() {
            let body = event.bytes
            let signature = secrets.signature(of: body, at: now / 1_000_000)
            let answer = await door.take(
                .events,
                times: ["\(now / 1_000_000)"],
                signatures: [signature],
                body: body
            )
            if answer.status != 200 { again.append(event) }
            if place % 10 == 9 { do { try await work.drain() } catch { continue } }
        }
        try? await work.drain()
        try? await follower.group()
        return again
    }

    @Test(arguments: [false, true], [0, 1, 2, 3, 5, 7, 9, 12, 17, 22, 30, 38, 47, 58, 70, 85])
    func `ends where an undisturbed one does`(isAfter: Bool, writes: Int) async throws {
        try await kill(after: writes, isAfter, on: try openDatabase(.memory, create: true))
    }

    /// The places of a few kills on a server; none where this machine has no PostgreSQL, which the tests of the store then say.
    private static let onServer = Engine.available.contains(.postgres) ? [0, 2, 7, 17, 38, 70] : []

    @Test(arguments: [false, true], onServer)
    func `ends so with its record on a server, too`(isAfter: Bool, writes: Int) async throws {
        let database = try Engine.postgres.open()
        try await kill(after: writes, isAfter, on: database)
        try await database.close()
    }

    private func kill(after writes: Int, _ isAfter: Bool, on base: any Database) async throws {
        var chance = Chance(state: 77)
        var chat = MadeUpChat()
        for _ in 0..<80 { chat.step(&chance) }
        let reference = try await LiveWorld()
        try await reference.importing(chat)
        let expected = try await reference.ledger()

        // The tables and the channels are there before.
        let first = try await LiveWorld(base)
        try await first.follower().learn(MadeUpChat.users, MadeUpChat.channelList)
        let failing = FailingDatabase(base, isAfter: isAfter)
        let world = try await LiveWorld(failing)
        failing.kill(after: writes)
        _ = try? await storm(chat.events, on: failing)

        // A new start on what the first one left: what waits is worked on, and the chat is asked what was missed.
        let follower = try await first.follower(history: chat)
        let now = first.now
        let door = SlackDoor(secrets: nil, records: first.records, vault: first.vault, now: { now })
        let work = InboxWork(
            records: first.records,
            vault: first.vault,
            follower: follower,
            door: door,
            now: { now },
            logger: Self.logger
        )
        try await work.drain()
        _ = try await follower.backfill(.everything)
        let ledger = try await first.ledger()
        #expect(ledger == expected)
        #expect(try await first.records.inboxState().waiting == 0)
        _ = world
    }

    @Test func `without a failure the events alone are enough`() async throws {
        var chance = Chance(state: 78)
        var chat = MadeUpChat()
        for _ in 0..<80 { chat.step(&chance) }
        let reference = try await LiveWorld()
        try await reference.importing(chat)
        let base = try openDatabase(.memory, create: true)
        let first = try await LiveWorld(base)
        try await first.follower().learn(MadeUpChat.users, MadeUpChat.channelList)
        #expect(try await storm(chat.events, on: base).isEmpty)
        // Every event again, as after a lost acknowledgement.
        #expect(try await storm(chat.events, on: base).isEmpty)
        #expect(try await first.ledger() == (try await reference.ledger()))
    }
}
