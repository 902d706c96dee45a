import Testing
import Workspace

@testable import Web

/// Which connections are open, and how long each may take.
@Suite struct `Connections` {
    private func end(_ text: String) throws -> ConnectionBook.End {
        .block(AddressBlock(try #require(NumericAddress(text))))
    }

    @Test func `one address has a bound of its own`() throws {
        var book = ConnectionBook(room: 10, roomOfOne: 2)
        let (hoarder, other) = (try end("203.0.113.1"), try end("203.0.113.2"))
        let first = book.open(hoarder)
        #expect(first.verdict == .welcome && book.open(hoarder).verdict == .welcome)
        #expect(book.open(hoarder).verdict == .refused && book.count == 2)
        #expect(book.open(other).verdict == .welcome)
        book.close(first.number)
        #expect(book.open(hoarder).verdict == .welcome)
    }

    @Test func `where all places are taken, whoever holds most makes room`() throws {
        var book = ConnectionBook(room: 4, roomOfOne: 3)
        let (hoarder, calm, late) = (try end("203.0.113.1"), try end("203.0.113.2"), try end("203.0.113.3"))
        _ = book.open(calm)
        let oldest = book.open(hoarder).number
        for _ in 0..<2 { _ = book.open(hoarder) }
        #expect(book.open(late).verdict == .insteadOf(oldest))
        #expect(book.count == 4)
    }

    @Test(arguments: [UInt64(1), 2, 3]) func `there are never more than there is room for`(_ seed: UInt64) throws {
        var chance = Chance(seed: seed)
        var book = ConnectionBook(room: 50, roomOfOne: 10)
        var open: Set<Int> = []
        for _ in 0..<5000 {
            if chance.next() % 3 == 0, let one = open.randomElement() {
                book.close(one)
                open.remove(one)
                continue
            }
            let (number, verdict) = book.open(try end("203.0.113.\(chance.next() % 9)"))
            if verdict != .refused { open.insert(number) }
            if case .insteadOf(let other) = verdict { #expect(open.remove(other) != nil) }
            #expect(book.count == open.count && book.count <= 50)
        }
    }

    private static let second: Int64 = 1_000_000_000
    private static let times = ConnectionPatience.Times(AskingLimits())

    @Test func `a head has to come in time, however slowly its bytes do`() {
        let patience = ConnectionPatience(Self.times, now: 0)
        #expect(patience.due == 15 * Self.second)
    }

    @Test
    func `a body has to come in time, and the answer has to be taken; the site itself may take as long as it needs`() {
        var patience = ConnectionPatience(Self.times, now: 0)
        patience.head(now: Self.second)
        #expect(patience.due == 31 * Self.second)
        patience.body()
        #expect(patience.due == nil)
        patience.answer(now: 500 * Self.second)
        #expect(patience.due == 620 * Self.second)
        patience.taken(now: 501 * Self.second)
        #expect(patience.due == 561 * Self.second)
    }

    @Test func `with several requests on their way the nearest end counts`() {
        var patience = ConnectionPatience(Self.times, now: 0)
        patience.head(now: 0)
        patience.body()
        patience.head(now: Self.second)
        patience.answer(now: 2 * Self.second)
        #expect(patience.due == 31 * Self.second)
        patience.body()
        patience.taken(now: 3 * Self.second)
        // The second is not answered yet: it is the site's turn.
        #expect(patience.due == nil)
    }

    @Test func `room is left for the files of the record`() {
        #expect(Descriptors.room(for: 4096, files: 1024) == 768)
        #expect(Descriptors.room(for: 4096, files: 1_000_000) == 4096)
        #expect(Descriptors.room(for: 4096, files: 100) == 36)
    }
}
