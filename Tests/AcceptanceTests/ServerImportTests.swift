import Records
import Store
import StoreTesting
import Testing
import Workspace

@Suite(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL is not installed here")) struct `An import into a server` {
    @Test func `gives the same ledger as one into a file, and a copy both ways keeps it`() async throws {
        let demo = try DemoImport()
        defer { demo.remove() }
        let (file, server) = (try Engine.sqlite.open(), try Engine.postgres.open())
        try await demo.run(into: file)
        try await demo.run(into: server)
        let one = try await DatabaseCopy.look(at: file)
        // When something was done is the clock's; all else is the same.
        let timed: Set<String> = ["audit", "ladder"]
        #expect(
            try await DatabaseCopy.look(at: server).filter { !timed.contains($0.name) }
                == one.filter { !timed.contains($0.name) }
        )
        #expect(one.first { $0.name == "evidence" }?.rows ?? 0 > 100)
        let (there, back) = (try Engine.postgres.open(), try Engine.sqlite.open())
        for database in [there, back] { try await RecordSchema.migrations.run(on: database) }
        _ = try await DatabaseCopy(from: file, to: there).run()
        _ = try await DatabaseCopy(from: there, to: back).run()
        #expect(try await DatabaseCopy.look(at: back) == one)
        for database in [server, there, back] { #expect(try await Records.open(database).verify().isClean) }
        #expect(try await Records.workspaces(in: there) == ["main"])
    }
}
