import Intake
import Records
import SlackLive
import Testing

/// The bar: the same chat gives the same ledger, whichever way its words came.
@Suite struct `Live and import agree` {
    private static func chat(_ seed: UInt64, steps: Int = 120) -> (MadeUpChat, Chance) {
        var chance = Chance(state: seed)
        var chat = MadeUpChat()
        for _ in 0..<steps { chat.step(&chance) }
        return (chat, chance)
    }

    private static func imported(_ chat: MadeUpChat) async throws -> [String] {
        let world = try await LiveWorld()
        try await world.importing(chat)
        return try await world.ledger()
    }

    @Test(arguments: UInt64(1)...8)
    func `events in any order, some of them twice, give the ledger of an export`(seed: UInt64) async throws {
        var (chat, chance) = Self.chat(seed)
        let expected = try await Self.imported(chat)
        #expect(expected.count > 10)
        var events = chat.events + chat.events.filter { _ in Bool.random(using: &chance) }
        events.shuffle(using: &chance)
        let world = try await LiveWorld()
        let follower = try await world.follower()
        try await follower.learn(MadeUpChat.users, MadeUpChat.channelList)
        try await world.follow(events, by: follower, &chance)
        #expect(try await world.ledger() == expected)
    }

    @Test(arguments: UInt64(11)...18)
    func `an early export, some of the events and a backfill give the ledger of a late export`(
        seed: UInt64
    ) async throws {
        var chance = Chance(state: seed)
        var chat = MadeUpChat()
        for _ in 0..<60 { chat.step(&chance) }
        let early = chat
        for _ in 0..<60 { chat.step(&chance) }
        let expected = try await Self.imported(chat)
        let world = try await LiveWorld()
        try await world.importing(early)
        let follower = try await world.follower(history: chat)
        var later = chat.events.dropFirst(early.events.count).filter { _ in Int.random(in: 0..<3, using: &chance) > 0 }
        later.shuffle(using: &chance)
        try await world.follow(Array(later), by: follower, &chance)
        _ = try await follower.backfill(.everything)
        #expect(try await world.ledger() == expected)
        try await world.importing(chat)
        #expect(try await world.ledger() == expected)
    }

    @Test(arguments: UInt64(21)...24)
    func `a backfill alone gives the ledger of an export, and a second one changes nothing`(seed: UInt64) async throws {
        let (chat, _) = Self.chat(seed)
        let expected = try await Self.imported(chat)
        let world = try await LiveWorld()
        let follower = try await world.follower(history: chat)
        _ = try await follower.backfill(.everything)
        #expect(try await world.ledger() == expected)
        let before = try await world.records.auditPosition()
        _ = try await world.follower(history: chat).backfill(.everything)
        #expect(try await world.ledger() == expected)
        #expect(try await world.records.auditPosition() == before)
    }

    @Test func `a deletion reaches the ledger even when it comes before its message`() async throws {
        var (chat, chance) = Self.chat(31)
        let world = try await LiveWorld()
        let follower = try await world.follower()
        try await follower.learn(MadeUpChat.users, MadeUpChat.channelList)
        let gone = chat.events.filter { $0["event"]["subtype"].string == "message_deleted" }
        try await world.follow(gone, by: follower, &chance)
        try await world.follow(chat.events.filter { !gone.contains($0) }, by: follower, &chance)
        #expect(try await world.ledger() == (try await Self.imported(chat)))
    }
}
