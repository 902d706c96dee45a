import Demo
import Evidence
import Importing
import Records
import Store
import StoreTesting
import Testing
import Workspace

@Suite struct `An import` {
    @Test(arguments: Engine.available)
    func `the same export twice adds nothing`(engine: Engine) async throws {
        let demo = try DemoImport()
        defer { demo.remove() }
        let database = try engine.open()
        let first = try await demo.run(into: database)
        let before = try await contents(of: database)
        let second = try await demo.run(into: database)
        #expect(first.changes.added >= 4000)
        #expect(first.changes.evidenceAdded > 100)
        #expect(second.changes.added == 0 && second.changes.evidenceAdded == 0)
        #expect(try await contents(of: database) == before)
        #expect(try await Records.open(database).verify().isClean)
    }

    @Test(arguments: Engine.available)
    func `stopped at any write and run again, ends in the same ledger as one that was left alone`(
        engine: Engine
    ) async throws {
        let demo = try DemoImport()
        defer { demo.remove() }
        // Three of the nine months, in small commits: reading is what takes the time, and stops need writes.
        let end = CivilDate(days: 20_543).microseconds
        func run(into database: any Database) async throws {
            try await demo.run(into: database, messagesPerCommit: 60, until: end)
        }
        let undisturbed = FailingDatabase(base: try engine.open(), failing: .init(.max))
        try await run(into: undisturbed)
        let expected = try await contents(of: undisturbed)
        let writes = await undisturbed.failing.writes
        #expect(writes > 20)
        // A server makes a new database for every stop, which takes longer than the import.
        let stops = engine == .postgres ? 8 : 24
        for stop in stride(from: 1, to: writes, by: max(1, writes / stops)) {
            let base = try engine.open()
            await #expect(throws: FailingDatabase.PulledPlug.self) {
                try await run(into: FailingDatabase(base: base, failing: .init(stop)))
            }
            try await run(into: base)
            #expect(try await contents(of: base) == expected, "stopped at write \(stop) of \(writes)")
            #expect(try await Records.open(base).verify().isClean)
        }
    }

    @Test func `does not depend on how many parts are under way at once, nor on the size of a commit`() async throws {
        let demo = try DemoImport()
        defer { demo.remove() }
        var results: [[String]] = []
        for (width, size) in [(1, 50), (3, 700), (12, 100_000)] {
            let database = try openDatabase(.memory, create: true)
            try await demo.run(into: database, width: width, messagesPerCommit: size)
            results.append(try await contents(of: database))
        }
        #expect(results[0] == results[1] && results[1] == results[2])
    }

    @Test func `cancelled, keeps what it had and goes on from there`() async throws {
        let demo = try DemoImport()
        defer { demo.remove() }
        let whole = try openDatabase(.memory, create: true)
        try await demo.run(into: whole)
        let database = try openDatabase(.memory, create: true)
        let task = Task { try await demo.run(into: database, messagesPerCommit: 50) }
        try await Task.sleep(for: .milliseconds(60))
        task.cancel()
        _ = await task.result
        try await demo.run(into: database)
        #expect(try await contents(of: database) == contents(of: whole))
    }

    @Test func `as of a day, reads nothing that came later`() async throws {
        let demo = try DemoImport()
        defer { demo.remove() }
        let database = try openDatabase(.memory, create: true)
        let until = try #require(CivilDate("2026-04-01")).microseconds
        let outcome = try await demo.run(into: database, until: until)
        #expect(outcome.late > 0)
        let late = try await database.read { try $0.rows("SELECT posted FROM message WHERE posted > \(until)").count }
        #expect(late == 0)
    }

    @Test func `keeps no message's words outside evidence`() async throws {
        let demo = try DemoImport()
        defer { demo.remove() }
        let database = try openDatabase(.memory, create: true)
        try await demo.run(into: database)
        let columns = try await database.read { connection in
            try connection.rows("SELECT name FROM pragma_table_info('message')").map { try $0.text("name") }
        }
        #expect(
            columns == [
                "workspace_id", "channel_id", "posted", "author", "sort", "thread", "edited", "deleted", "reading",
                "marks", "named",
            ]
        )
        let longest = try await database.read {
            try $0.rows("SELECT max(length(quote)) AS longest FROM evidence").first?.integer("longest")
        }
        #expect(try #require(longest) <= 400)
    }
}
