import Store
import StoreTesting
import Testing

@Suite struct `A copy` {
    private static let steps = Store.Migrations([
        .init(
            "1 shape",
            """
            CREATE TABLE parent (b BIGINT NOT NULL PRIMARY KEY, c DOUBLE PRECISION, d BOOLEAN, e BYTEA, "order" TEXT);
            CREATE TABLE child (a TEXT NOT NULL, b BIGINT NOT NULL REFERENCES parent (b), PRIMARY KEY (a, b));
            CREATE TABLE empty (a TEXT NOT NULL PRIMARY KEY);
            """
        )
    ])

    private static let ways: [(Engine, Engine)] = Engine.available.flatMap { from in Engine.available.map { (from, $0) }
    }

    private func filled(_ engine: Engine) async throws -> any Database {
        let database = try engine.open()
        try await Self.steps.run(on: database)
        try await database.write { connection in
            for start in stride(from: Int64(0), to: 4500, by: 500) {
                let parents = (start..<(start + 500)).map { number -> [SQLValue] in
                    [
                        .integer(number), number % 3 == 0 ? .null : .real(Double(number) / 7),
                        number % 5 == 0 ? .null : .boolean(number % 2 == 0), .bytes([UInt8(number % 256), 0]),
                        .text("é'\\\n\(number)"),
                    ]
                }
                try connection.run("INSERT INTO parent (b, c, d, e, \"order\") VALUES \(rows: parents)")
                let children = (start..<(start + 500)).map { [SQLValue.text("c\($0 % 17)"), .integer($0)] }
                try connection.run("INSERT INTO child (a, b) VALUES \(rows: children)")
            }
        }
        return database
    }

    @Test(arguments: ways)
    func `holds what the source holds, whichever way it goes`(from: Engine, to: Engine) async throws {
        let (source, target) = (try await filled(from), try to.open())
        try await Self.steps.run(on: target)
        let tables = try await DatabaseCopy(from: source, to: target).run()
        #expect(tables.map(\.name).sorted() == ["child", "empty", "parent"])
        #expect(tables.map(\.rows).sorted() == [0, 4500, 4500])
        // And back into the other engine, with the same digests.
        let again = try from.open()
        try await Self.steps.run(on: again)
        #expect(try await DatabaseCopy(from: target, to: again).run() == tables)
    }

    @Test(arguments: ways)
    func `goes into an empty database only`(from: Engine, to: Engine) async throws {
        let (source, target) = (try await filled(from), try to.open())
        try await Self.steps.run(on: target)
        try await target.write { try $0.run("INSERT INTO empty (a) VALUES ('x')") }
        let error = await #expect(throws: StoreError.self) { try await DatabaseCopy(from: source, to: target).run() }
        #expect(error?.kind == .unsuitable)
        #expect(error?.detail.contains("table empty has rows") == true)
        #expect(try await target.read { try $0.rows("SELECT b FROM parent").count } == 0)
    }

    @Test(arguments: Engine.available)
    func `goes between databases of one shape only`(engine: Engine) async throws {
        let (source, target) = (try await filled(.sqlite), try engine.open())
        let error = await #expect(throws: StoreError.self) { try await DatabaseCopy(from: source, to: target).run() }
        #expect(error?.kind == .unsuitable)
    }

    @Test(arguments: ways)
    func `that is given up leaves the target empty`(from: Engine, to: Engine) async throws {
        let (source, target) = (try await filled(from), try to.open())
        try await Self.steps.run(on: target)
        let task = Task {
            try await DatabaseCopy(from: source, to: target).run { _ in withUnsafeCurrentTask { $0?.cancel() } }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await target.read { try $0.rows("SELECT b FROM parent").count } == 0)
        #expect(try await DatabaseCopy(from: source, to: target).run().count == 3)
    }

    @Test(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL is not installed here"))
    func `names the column of a text that the target cannot keep`() async throws {
        let (source, target) = (try await filled(.sqlite), try Engine.postgres.open())
        try await Self.steps.run(on: target)
        try await source.write { try $0.run("UPDATE parent SET \"order\" = \("a\0b") WHERE b = 4400") }
        let error = await #expect(throws: StoreError.self) { try await DatabaseCopy(from: source, to: target).run() }
        #expect(error?.detail.contains("parent.order holds a text with U+0000") == true)
        #expect(try await target.read { try $0.rows("SELECT b FROM parent").count } == 0)
    }
}
