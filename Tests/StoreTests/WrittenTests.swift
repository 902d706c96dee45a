import Store
import Testing

/// Whether something was written, by this connection or any other.
struct WrittenTests {
    @Test func `the number changes with every commit, by whomever, and with nothing else`() async throws {
        let path = "/tmp/crosstie-written-\(UInt64.random(in: 0...UInt64.max)).db"
        defer { for end in ["", "-wal", "-shm"] { removeFile(path + end) } }
        let one = try openDatabase(.file(path), create: true)
        let other = try openDatabase(.file(path), create: true)
        try await one.write { try $0.script("CREATE TABLE note (words TEXT NOT NULL)") }
        let first = try await one.written()
        #expect(first != nil)
        _ = try await one.read { try $0.rows("SELECT words FROM note") }
        #expect(try await one.written() == first)
        try await one.write { _ = try $0.run("INSERT INTO note (words) VALUES ('a')") }
        let second = try await one.written()
        #expect(second != first)
        try await other.write { _ = try $0.run("INSERT INTO note (words) VALUES ('b')") }
        let third = try await one.written()
        #expect(third != second && third != first)
        // A transaction that fails leaves the database as it was.
        struct Stop: Error {}
        await #expect(throws: Stop.self) {
            try await one.write {
                _ = try $0.run("INSERT INTO note (words) VALUES ('c')")
                throw Stop()
            }
        }
        #expect(try await one.written() == third)
        try await one.close()
        try await other.close()
    }

    @Test func `a database in memory cannot tell`() async throws {
        #expect(try await openDatabase(.memory, create: true).written() == nil)
    }
}
