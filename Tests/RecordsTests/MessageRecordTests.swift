import Evidence
import Records
import StoreTesting
import Testing
import Workspace

@Suite struct `Messages in the record` {
    @Test(arguments: Engine.available)
    func `the same batch twice adds nothing the second time`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let batch = Invented.batch([Invented.message(1), Invented.message(2)], entries: [Invented.entry(1)])
        let first = try await records.commit([batch], now: Invented.now)
        let second = try await records.commit([batch], now: Invented.now)
        #expect(first.added == 2 && first.evidenceAdded == 1)
        #expect(second.added == 0 && second.evidenceAdded == 0 && second.unchanged == 2)
    }

    @Test(arguments: Engine.available)
    func `the newest edit wins in whichever order the copies come`(engine: Engine) async throws {
        let old = Invented.batch([Invented.message(1)], entries: [Invented.entry(1, quote: "first words")])
        let new = Invented.batch([Invented.message(1, edited: 60)], entries: [Invented.entry(1, quote: "second words")])
        for order in [[old, new], [new, old]] {
            let records = try await Invented.records(engine)
            for batch in order { try await records.commit([batch], now: Invented.now) }
            let entries = try await records.entries(about: "ana", now: Invented.now)
            #expect(entries.map(\.quote) == ["second words"])
            #expect(try await records.verify().isClean)
        }
    }

    @Test(arguments: Engine.available)
    func `an edit that takes the praise out takes the evidence out`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.commit(
            [Invented.batch([Invented.message(1)], entries: [Invented.entry(1)])],
            now: Invented.now
        )
        let outcome = try await records.commit([Invented.batch([Invented.message(1, edited: 60)])], now: Invented.now)
        #expect(outcome.evidenceWithdrawn == 1)
        #expect(try await records.entries(about: "ana", now: Invented.now).isEmpty)
        let gone = try #require(try await records.entry(Invented.entry(1).id, now: Invented.now))
        #expect(gone.state == .withdrawn && gone.quote.isEmpty)
    }

    @Test(arguments: Engine.available)
    func `a deletion wins over everything, also over an original that comes later`(engine: Engine) async throws {
        let original = Invented.batch([Invented.message(1)], entries: [Invented.entry(1)])
        let deletion = Invented.batch([], deletions: [Invented.time(1)])
        for order in [[original, deletion], [deletion, original]] {
            let records = try await Invented.records(engine)
            for batch in order { try await records.commit([batch], now: Invented.now) }
            #expect(try await records.entries(about: "ana", now: Invented.now).isEmpty)
            #expect(try await records.messageCounts()[Invented.channel.id] == nil)
            #expect(try await records.verify().isClean)
        }
    }

    @Test(arguments: Engine.available)
    func `an older channel entry rolls no name back`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        try await records.keep(channels: [Channel(id: "C9", name: "wins", updated: 20)])
        try await records.keep(channels: [Channel(id: "C9", name: "kudos", updated: 10)])
        let names = try await records.channels().filter { $0.id == "C9" }.map(\.name)
        #expect(names == ["wins"])
    }

    @Test(arguments: Engine.available)
    func `somebody who is missing from a newer people file has left, and stays in the record`(
        engine: Engine
    ) async throws {
        let records = try await Invented.records(engine)
        try await records.replacePeople([Invented.ana], now: Invented.now)
        let people = try await records.people()
        #expect(people.filter(\.active).map(\.id) == ["ana"])
        #expect(people.map(\.id) == ["ana", "ben"])
        #expect(people.first == Invented.ana)
    }
}
