import Testing
import Workspace

@testable import Web

/// Buckets for addresses and people.
@Suite struct `How often one may ask` {
    private static let second: Int64 = 1_000_000

    @Test func `so many at once, and then as many as come back`() {
        var shelf = RateShelf<String>(.init(burst: 5, perMinute: 60), room: 10)
        #expect((0..<5).allSatisfy { _ in shelf.take("a", now: 0) == nil })
        #expect(shelf.take("a", now: 0) == Self.second)
        #expect(shelf.take("a", now: Self.second) == nil)
        #expect(shelf.take("a", now: Self.second) == Self.second)
        // A refused request costs nothing; after a rest there is no more than the burst.
        let rested = (0..<9).filter { _ in shelf.take("a", now: 1000 * Self.second) == nil }
        #expect(rested.count == 5)
    }

    @Test func `one who floods takes nothing from another`() {
        var shelf = RateShelf<String>(.init(burst: 5, perMinute: 60), room: 10)
        for moment in 0..<1000 { _ = shelf.take("flood", now: Int64(moment)) }
        #expect(shelf.take("flood", now: 1000) != nil)
        #expect(shelf.take("calm", now: 1000) == nil)
    }

    @Test func `what is given back may be used again, and asking how long takes nothing`() {
        var shelf = RateShelf<String>(.init(burst: 1, perMinute: 60), room: 10)
        #expect(shelf.wait("a", now: 0) == nil && shelf.take("a", now: 0) == nil)
        #expect(shelf.wait("a", now: 0) == Self.second)
        shelf.giveBack("a")
        #expect(shelf.wait("a", now: 0) == nil && shelf.take("a", now: 0) == nil)
    }

    /// Property: whatever crowds the shelf, memory stays and an emptied bucket is never thrown out before it is full.
    @Test(arguments: [UInt64(1), 2, 3, 4]) func `crowding the shelf frees nobody`(_ seed: UInt64) {
        var chance = Chance(seed: seed)
        let room = 64
        var shelf = RateShelf<UInt64>(.init(burst: 3, perMinute: 60), room: room)
        let attacker = UInt64.max
        while shelf.take(attacker, now: 0) == nil {}
        var served = 0
        for step in 0..<50_000 {
            // A second and a half in all: less than the attacker needs for two more.
            let now = Int64(step) * 30
            _ = shelf.take(chance.next() % 100_000, now: now)
            if step % 50 == 0, shelf.take(attacker, now: now) == nil { served += 1 }
            #expect(shelf.count <= room)
        }
        #expect(served <= 1)
    }

    @Test func `those who find no place share one bucket, which is bounded, too`() {
        var shelf = RateShelf<Int>(.init(burst: 2, perMinute: 6), room: 4)
        for key in 0..<4 { _ = shelf.take(key, now: 0) }
        let served = (100..<1100).filter { shelf.take($0, now: 0) == nil }.count
        #expect((2...32).contains(served))
        #expect(shelf.count == 4)
    }

    @Test func `a clock that is set back locks nobody out for long and frees nobody`() {
        var shelf = RateShelf<String>(.init(burst: 2, perMinute: 60), room: 4)
        for _ in 0..<3 { _ = shelf.take("a", now: 1000 * Self.second) }
        let wait = shelf.take("a", now: 0)
        #expect(wait.map { (1...2 * Self.second).contains($0) } == true)
    }

    @Test func `what was seen long ago is forgotten, and memory stays`() {
        var seen = RecentSet<Int>(half: 100)
        for number in 0..<10_000 { seen.insert(number) }
        #expect(seen.count <= 200 && seen.contains(9999) && !seen.contains(1))
        seen.remove(9999)
        #expect(!seen.contains(9999))
    }
}

/// Whose request it is.
@Suite struct `Who asks` {
    private func asker(
        _ peer: String,
        _ forwarded: [String] = [],
        secure: Bool = false,
        proxies: [String] = []
    ) -> Asker {
        var limits = AskingLimits()
        limits.proxies = Set(proxies.compactMap { NumericAddress($0) })
        return Asker(peer: NumericAddress(peer), forwarded: forwarded, limits: limits, isSecure: secure)
    }

    private func block(_ text: String) throws -> Asker { .at(AddressBlock(try #require(NumericAddress(text)))) }

    @Test func `an address counts for itself, a network of IPv6 as one`() throws {
        #expect(asker("203.0.113.7") == (try block("203.0.113.7")))
        #expect(asker("::ffff:203.0.113.7") == (try block("203.0.113.7")))
        #expect(asker("2001:db8:1:2::5") == (try block("2001:db8:1:2:ffff::9")))
        #expect(asker("2001:db8:1:3::5") != (try block("2001:db8:1:2::5")))
    }

    @Test func `only a proxy of ours is believed, and only from the right`() throws {
        #expect(asker("203.0.113.7", ["198.51.100.1"]) == (try block("203.0.113.7")))
        #expect(asker("127.0.0.1", ["198.51.100.1"]) == .thisMachine)
        #expect(asker("127.0.0.1", ["10.9.9.9, 198.51.100.1"], secure: true) == (try block("198.51.100.1")))
        #expect(asker("127.0.0.1", ["10.9.9.9", "198.51.100.1:4711"], secure: true) == (try block("198.51.100.1")))
        #expect(asker("127.0.0.1", ["[2001:db8::1]:443"], secure: true) == (try block("2001:db8::1")))
        let chain = asker("10.0.0.1", ["198.51.100.1, 10.0.0.2"], proxies: ["10.0.0.1", "10.0.0.2"])
        #expect(chain == (try block("198.51.100.1")))
    }

    @Test(arguments: ["", "unknown", "a, b", "1.2.3", "198.51.100.1; evil", "9.9.9.9, \u{0}"])
    func `whoever hides behind words is counted with all who do`(_ words: String) {
        let one = asker("127.0.0.1", [words], secure: true)
        #expect(words.isEmpty ? one == .unnamed : one == .at(.unreadable))
        #expect(asker("127.0.0.1", [], secure: true) == .unnamed)
    }
}

/// Seeded chance (SplitMix64).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
