import Intake
import Records
import SlackLive
import Store
import Synchronization
import Testing
import Workspace

/// The made-up chat as its Web API shows it now, while it goes on.
private final class ChatNow: ChatHistory {
    private let present: Mutex<MadeUpChat>

    init(_ chat: MadeUpChat) { present = Mutex(chat) }

    func become(_ chat: MadeUpChat) { present.withLock { $0 = chat } }
    var clock: Int64 { present.withLock { $0.now } }
    private var now: MadeUpHistory { MadeUpHistory(chat: present.withLock { $0 }) }

    func users(_ take: (WireValue) async throws -> Void) async throws { try await now.users(take) }
    func channels(private hasPrivate: Bool, _ take: (WireValue) async throws -> Void) async throws {
        try await now.channels(private: hasPrivate, take)
    }
    func channel(_ id: ChannelID) async throws -> WireValue { try await now.channel(id) }
    func messages(
        of channel: ChannelID,
        from oldest: MessageTime?,
        to latest: MessageTime?,
        _ take: (WireValue) async throws -> Void
    ) async throws {
        try await now.messages(of: channel, from: oldest, to: latest, take)
    }
    func messages(of channel: ChannelID, before latest: MessageTime, limit: Int) async throws -> WireValue {
        try await now.messages(of: channel, before: latest, limit: limit)
    }
    func thread(
        _ root: MessageTime,
        in channel: ChannelID,
        _ take: (WireValue) async throws -> Void
    ) async throws {
        try await now.thread(root, in: channel, take)
    }
}

/// What a message is read with does not depend on when the program was started or on how much of the talk it still holds.
@Suite struct `A program that is started again and again` {
    /// How a run goes wrong, and how far it looks back.
    struct Course: Sendable, CustomTestStringConvertible {
        let seed: UInt64
        var limit = 1000
        var restarts = 0
        var kills = 0
        var backfills = 0
        var isShuffled = false

        var testDescription: String {
            "\(seed): \(limit) held, \(restarts) restarts, \(kills) kills, \(backfills) looks back, shuffled \(isShuffled)"
        }
    }

    private static let courses: [Course] =
        (1...6).map { Course(seed: $0, restarts: 6) }
        + (11...16).map { Course(seed: $0, limit: 50) }
        + (21...26).map { Course(seed: $0, restarts: 4, backfills: 4) }
        + (31...36).map { Course(seed: $0, limit: 50, restarts: 6, kills: 12, backfills: 4) }
        + (41...46).map { Course(seed: $0, limit: 50, restarts: 4, kills: 6, backfills: 4, isShuffled: true) }

    /// Two hours, and threads of two more, where the chat goes on for two days.
    private static let plan = BackfillPlan(overlap: 2 * 3_600_000_000, threads: 2 * 3_600_000_000)

    @Test(arguments: courses) func `ends with the ledger of an import`(course: Course) async throws {
        var chance = Chance(state: course.seed)
        var chat = MadeUpChat()
        let history = ChatNow(chat)
        let base = try openDatabase(.memory, create: true)
        let first = try await LiveWorld(base)
        try await first.follower().learn(MadeUpChat.users, MadeUpChat.channelList)
        let failing = FailingDatabase(base, isAfter: Bool.random(using: &chance))
        let world = try await LiveWorld(failing)
        var follower = try await world.follower(asking: history, limit: course.limit, clock: { history.clock })
        var waiting: [WireValue] = []
        var told = 0
        let steps = 320
        for step in 0..<steps {
            chat.step(&chance)
            history.become(chat)
            waiting += chat.events[told...]
            told = chat.events.count
            func happens(_ times: Int) -> Bool { Int.random(in: 0..<steps, using: &chance) < times }
            if happens(course.kills) { failing.kill(after: Int.random(in: 0..<4, using: &chance)) }
            do {
                if happens(course.restarts) {
                    follower = try await world.follower(asking: history, limit: course.limit, clock: { history.clock })
                }
                if happens(course.backfills) { _ = try await follower.backfill(Self.plan) }
                if Int.random(in: 0..<3, using: &chance) == 0 || step == steps - 1 {
                    if course.isShuffled { waiting.shuffle(using: &chance) }
                    while !waiting.isEmpty {
                        let size = Int.random(in: 1...9, using: &chance)
                        try await world.take(waiting.prefix(size), by: follower)
                        waiting = Array(waiting.dropFirst(size))
                    }
                }
                if step % 40 == 39 { try await follower.group() }
            } catch is FailingDatabase.Killed {
                // Started again: what was not finished waits still.
                failing.revive()
                follower = try await world.follower(asking: history, limit: course.limit, clock: { history.clock })
            }
        }
        failing.revive()
        follower = try await first.follower(asking: history, limit: course.limit, clock: { history.clock })
        try await first.take(waiting[...], by: follower)
        _ = try await follower.backfill(Self.plan)
        try await follower.group()

        let reference = try await LiveWorld()
        try await reference.importing(chat)
        let (found, expected) = (try await first.ledger(), try await reference.ledger())
        #expect(expected.count > 20)
        #expect(found.filter { !expected.contains($0) } == [])
        #expect(expected.filter { !found.contains($0) } == [])
        #expect(try await first.records.messageCounts() == (try await reference.records.messageCounts()))
    }
}
