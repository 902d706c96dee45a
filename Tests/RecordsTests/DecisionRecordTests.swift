import Evidence
import Records
import Signals
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `Decisions in the record` {
    private let day = CivilDate(microseconds: Invented.now)

    private func content(_ entries: [EntryID] = []) -> DecisionContent {
        DecisionContent(
            words: "We keep the export.\nIt says \\n in its name.",
            day: day,
            deciders: ["ana", "ben"],
            alternatives: ["a queue", "nothing: at all"],
            expected: "Fewer calls at night",
            sign: "calls a week",
            topic: "exports",
            links: ["https://docs.example/1"],
            entries: entries,
            isNotBuilding: true,
            isOpen: false
        )
    }

    private func begin(_ records: Records, _ entries: [EntryID] = []) async throws -> DecisionRecord {
        let content = content(entries)
        return try await records.begin(decisionOn: entries) { _ in
            DecisionEvent(position: 1, act: .entered, actor: .person("ana"), moment: Invented.now, content: content)
        }
    }

    private func check(_ outcome: DecisionOutcome, position: Int = 2) -> DecisionEvent {
        DecisionEvent(
            position: position,
            act: .checked,
            actor: .person("ana"),
            moment: Invented.now,
            checkpoint: .quarter,
            outcome: outcome,
            words: "So it went.",
            entries: ["e"]
        )
    }

    @Test(arguments: Engine.available)
    func `a decision comes back as it was written, with its history`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let begun = try await begin(records)
        #expect(begun.id == "d1" && begun.state == .stands)
        let event = check(.amended)
        let after = try #require(DecisionRecord("d1", events: begun.events + [event]))
        try await records.add(event, to: after)
        #expect(try await records.decision("d1") == after)
        #expect(after.content == content())
        #expect(try await records.decisions(by: "ben").map(\.id) == ["d1"])
        #expect(try await records.decisions(by: "mo").isEmpty)
        #expect(try await begin(records).id == "d2")
    }

    @Test(arguments: Engine.available)
    func `of two who add a step at once one is told`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let begun = try await begin(records)
        let event = check(.reversedAsWrong)
        let after = try #require(DecisionRecord("d1", events: begun.events + [event]))
        try await records.add(event, to: after)
        await #expect(throws: StoreError.self) { try await records.add(check(.stands), to: begun) }
        #expect(try await records.decision("d1")?.state == .reversedAsWrong)
    }

    @Test(arguments: Engine.available)
    func `evidence of a decision is known as taken, and proposed no more`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let entries = [Invented.decision(1), Invented.decision(2), Invented.entry(3)]
        try await records.commit(
            [Invented.batch([1, 2, 3].map { Invented.message($0) }, entries: entries)],
            now: Invented.now
        )
        func proposed() async throws -> [EntryID] {
            try await records.undecidedEvidence(
                of: ["ana"],
                since: 0,
                until: Invented.now,
                confidence: 0.5,
                now: Invented.now,
                limit: 10
            ).map(\.id)
        }
        #expect(try await proposed() == [entries[0].id, entries[1].id])
        _ = try await begin(records, [entries[0].id])
        #expect(try await proposed() == [entries[1].id])
        await #expect(throws: Taken.self) {
            try await records.begin(decisionOn: [entries[0].id]) { taken in
                if let taken { throw Taken(id: taken) }
                throw RecordError.noSuchEntry("x")
            }
        }
        #expect(try await records.entries([entries[0].id, "none"], now: Invented.now).count == 1)
    }

    @Test(arguments: Engine.available)
    func `what was deleted at its source is proposed no more, and its words are gone`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        let entry = Invented.decision(1)
        try await records.commit([Invented.batch([Invented.message(1)], entries: [entry])], now: Invented.now)
        _ = try await begin(records, [entry.id])
        try await records.commit([Invented.batch([], deletions: [Invented.time(1)])], now: Invented.now)
        let kept = try #require(try await records.entries([entry.id], now: Invented.now)[entry.id])
        #expect(kept.state == .withdrawn && kept.quote.isEmpty)
    }

    @Test(arguments: Engine.available)
    func `later talk is found by thread, by matter, and by who decided where`(engine: Engine) async throws {
        let records = try await Invented.records(engine)
        var source = Invented.decision(1)
        source.thread = Invented.time(1)
        source.matters = ["INC-1_7"]
        var thread = Invented.entry(2)
        thread.thread = Invented.time(1)
        var matter = Invented.entry(3)
        matter.matters = ["INC-1_7", "INC-200"]
        var near = Invented.entry(4)
        near.matters = ["INC-1x7"]
        let again = Invented.decision(5)
        let messages = (1...5).map { Invented.message($0) }
        let entries = [source, thread, matter, near, again]
        try await records.commit([Invented.batch(messages, entries: entries)], now: Invented.now)
        let later = try await records.laterEvidence(
            than: [source],
            deciders: ["ana"],
            after: source.moment,
            now: Invented.now,
            limit: 10
        )
        #expect(later.map(\.id) == [thread.id, matter.id, again.id])
    }

    @Test(
        arguments: Engine.available,
        [
            "UPDATE decision_event SET words = 'Other words.' WHERE position = 2",
            "UPDATE decision_event SET outcome = 'stands' WHERE position = 2",
            "UPDATE decision_event SET content = replace(content, 'ben', 'mo') WHERE position = 1",
            "DELETE FROM decision_event WHERE position = 2", "UPDATE decision SET state = 'stands'",
            "UPDATE decision SET day = 3", "DELETE FROM decision",
        ]
    )
    func `verify finds a history that was changed`(engine: Engine, tampering: String) async throws {
        let records = try await Invented.records(engine)
        let begun = try await begin(records)
        let event = check(.reversedAsWrong)
        try await records.add(event, to: try #require(DecisionRecord("d1", events: begun.events + [event])))
        #expect(try await records.verify().isClean)
        try await records.database.write { try $0.script(tampering) }
        #expect(try await !records.verify().isClean)
    }
}

private struct Taken: Error { let id: DecisionID }

extension Invented {
    /// Evidence of a decision.
    static func decision(_ second: Int64) -> LedgerEntry {
        var entry = entry(second, quote: "We keep the weekly export and build no queue.")
        entry.kind = .decision
        entry.id = EntryID(entry.message, kind: .decision, subject: entry.subject)
        return entry
    }
}
