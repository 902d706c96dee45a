import Store
import StoreTesting
import Testing

@Suite struct `Both engines` {
    @Test(arguments: Engine.available)
    func `keep every kind of value as it is, however often a statement comes`(engine: Engine) async throws {
        let database = try engine.open()
        try await database.write {
            try $0.script(
                "CREATE TABLE t (n BIGINT NOT NULL PRIMARY KEY, a BIGINT, b TEXT, c DOUBLE PRECISION, d BOOLEAN, e BYTEA)"
            )
        }
        var generator = SystemRandomNumberGenerator()
        var kept: [[SQLValue]] = [
            [.integer(.min), .text(""), .real(-0.0), .boolean(false), .bytes([])],
            [
                .integer(.max), .text("a'b\"c\\d\n\u{1}🙂é"), .real(.greatestFiniteMagnitude), .boolean(true),
                .bytes([0]),
            ],
            [.null, .null, .null, .null, .null],
            [.integer(0), .text("{}"), .real(.leastNonzeroMagnitude), .boolean(true), .bytes([92, 120, 0, 255])],
            [.integer(-1), .text("NULL"), .real(.infinity), .boolean(false), .bytes(Array(0...255))],
        ]
        for _ in 0..<200 {
            let bits = Double(bitPattern: UInt64.random(in: 0 ... .max, using: &generator))
            kept.append([
                Bool.random() ? .null : .integer(.random(in: .min ... .max, using: &generator)),
                .text(String(UInt64.random(in: 0 ... .max, using: &generator), radix: 36)),
                .real(bits.isNaN ? 0.1 : bits), Bool.random() ? .null : .boolean(.random()),
                .bytes((0..<Int.random(in: 0...40)).map { _ in UInt8.random(in: 0...255) }),
            ])
        }
        let rows = kept
        let back = try await database.write { connection in
            for (number, row) in rows.enumerated() {
                let (n, a, b, c, d, e) = (Int64(number), row[0], row[1], row[2], row[3], row[4])
                if number % 2 == 0 {
                    try connection.run(
                        "INSERT INTO t (n, a, b, c, d, e) VALUES (\(n), \(a), \(b), \(c), \(d), \(e))"
                    )
                } else {
                    try connection.run("INSERT INTO t (n, a, b, c, d, e) VALUES \(rows: [[.integer(n)] + row])")
                }
            }
            return try connection.rows("SELECT * FROM t ORDER BY n")
        }
        #expect(back.count == rows.count)
        for (row, values) in zip(back, rows) {
            #expect(try row.optionalInteger("a") == integer(values[0]))
            #expect(try row.optionalText("b").map { SQLValue.text($0) } ?? .null == values[1])
            #expect(try row.optionalReal("c").map { SQLValue.real($0) } ?? .null == values[2])
            if values[3] != .null { #expect(.boolean(try row.boolean("d")) == values[3]) }
            if values[4] != .null { #expect(.bytes(try row.bytes("e")) == values[4]) }
        }
    }

    private func integer(_ value: SQLValue) -> Int64? { if case .integer(let number) = value { number } else { nil } }

    @Test(arguments: Engine.available)
    func `add whole numbers to whole numbers`(engine: Engine) async throws {
        let database = try engine.open()
        let numbers =
            (0..<300).map { _ in Int64.random(in: -1_000_000_000_000_000...1_000_000_000_000_000) } + [
                9_999, 10_000, -1, 0,
            ]
        try await database.write { connection in
            try connection.script("CREATE TABLE t (a BIGINT)")
            try connection.run("INSERT INTO t (a) VALUES \(rows: numbers.map { [.integer($0)] })")
        }
        for limit in [0, 1, 10_000, 1_000_000_000_000_000] as [Int64] {
            let row = try await database.read {
                try $0.rows("SELECT coalesce(sum(a), 0) AS sum, count(*) AS n FROM t WHERE abs(a) <= \(limit)").first
            }
            #expect(try row?.integer("sum") == numbers.filter { abs($0) <= limit }.reduce(0, +))
        }
    }

    @Test(arguments: Engine.available)
    func `count what a statement changed`(engine: Engine) async throws {
        let database = try engine.open()
        let counts = try await database.write { connection in
            try connection.script("CREATE TABLE t (a BIGINT NOT NULL PRIMARY KEY, b TEXT)")
            return [
                try connection.run("INSERT INTO t (a, b) VALUES \(rows: (1...10).map { [.integer($0), .text("x")] })"),
                try connection.run("INSERT INTO t (a) VALUES (\(1)), (\(11)) ON CONFLICT (a) DO NOTHING"),
                try connection.run("UPDATE t SET b = \("y") WHERE a <= \(4)"),
                try connection.run("DELETE FROM t WHERE a > \(100)"),
            ]
        }
        #expect(counts == [10, 1, 4, 0])
    }

    @Test(arguments: Engine.available)
    func `let one writer go after the other, so that nothing is counted twice`(engine: Engine) async throws {
        let database = try engine.open()
        try await database.write { try $0.script("CREATE TABLE t (a BIGINT); INSERT INTO t VALUES (0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await database.write { connection in
                        let old = try #require(try connection.rows("SELECT a FROM t").first).integer("a")
                        try connection.run("UPDATE t SET a = \(old + 1)")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.rows("SELECT a FROM t").first?.integer("a") } == 40)
    }

    @Test(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL is not installed here"))
    func `let writers of several processes go one after the other, and migrate once`() async throws {
        let address = try PostgresCluster.freshAddress()
        let processes = try (0..<5).map { _ in try openDatabase(address, create: true) }
        let steps = Store.Migrations([.init("1 t", "CREATE TABLE t (a BIGINT); INSERT INTO t VALUES (0)")])
        // The first one makes the schema.
        _ = try await processes[0].read { try $0.rows("SELECT 1 AS one") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for database in processes {
                group.addTask {
                    try await steps.run(on: database)
                    for _ in 0..<10 {
                        try await database.write { connection in
                            let old = try #require(try connection.rows("SELECT a FROM t").first).integer("a")
                            try connection.run("UPDATE t SET a = \(old + 1)")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await processes[4].read { try $0.rows("SELECT a FROM t").first?.integer("a") } == 50)
    }

    @Test(arguments: Engine.available)
    func `read one view, whatever is written meanwhile`(engine: Engine) async throws {
        let database = try engine.open()
        try await database.write { try $0.script("CREATE TABLE t (a BIGINT); INSERT INTO t VALUES (1)") }
        // SQLite in memory has one connection, on which nothing can be written meanwhile.
        guard engine == .postgres else { return }
        let flag = Flag()
        let reader = Task {
            try await database.read { connection in
                let before = try connection.rows("SELECT a FROM t").count
                flag.raise()
                Self.wait()
                return [before, try connection.rows("SELECT a FROM t").count]
            }
        }
        try await flag.raised()
        try await database.write { try $0.run("INSERT INTO t (a) VALUES (\(2))") }
        #expect(try await reader.value == [1, 1])
    }

    private static func wait() { for _ in 0..<200 { pause() } }

    @Test(arguments: Engine.available)
    func `order texts byte by byte`(engine: Engine) async throws {
        let words = ["a", "B", "é", "z", "_", "aa", "a b", "A", "10", "9", "", "🙂", "ä"]
        let database = try engine.open()
        let sorted = try await database.write { connection in
            try connection.script("CREATE TABLE t (w TEXT)")
            try connection.run("INSERT INTO t (w) VALUES \(rows: words.map { [.text($0)] })")
            return try connection.rows("SELECT w FROM t ORDER BY w").map { try $0.text("w") }
        }
        #expect(sorted == words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test(arguments: Engine.available)
    func `say how they are`(engine: Engine) async throws {
        let words = try await DatabaseCondition.words(of: try engine.open())
        #expect(words.hasPrefix(engine == .sqlite ? "SQLite 3" : "PostgreSQL 1"))
        #expect(words.hasSuffix(engine == .sqlite ? "the file is whole" : "the line is a local socket"))
    }

    @Test(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL is not installed here"))
    func `tell that somebody wrote`() async throws {
        let address = try PostgresCluster.freshAddress()
        let (one, other) = (try openDatabase(address, create: true), try openDatabase(address, create: true))
        try await one.write { try $0.script("CREATE TABLE t (a BIGINT)") }
        for number in 0..<5 {
            let before = try await one.written()
            try await other.write { try $0.run("INSERT INTO t (a) VALUES (\(number))") }
            #expect(try await one.written() != before)
        }
    }

    @Test(arguments: Engine.available)
    func `say what tables there are`(engine: Engine) async throws {
        let database = try engine.open()
        let tables = try await database.write { connection in
            try connection.script(
                """
                CREATE TABLE one (a TEXT NOT NULL, b BIGINT NOT NULL, PRIMARY KEY (b, a));
                CREATE TABLE two (a TEXT NOT NULL PRIMARY KEY, c DOUBLE PRECISION, d BOOLEAN, e BYTEA, b BIGINT,
                    FOREIGN KEY (b, a) REFERENCES one (b, a));
                """
            )
            return try Catalogue.tables(on: connection)
        }
        #expect(tables.map(\.name) == ["one", "two"])
        #expect(tables.map(\.key) == [["b", "a"], ["a"]])
        #expect(tables.map(\.parents) == [[], ["one"]])
        #expect(tables[1].columns.map(\.sort) == [.text, .real, .boolean, .bytes, .integer])
        #expect(try await database.read { try Catalogue.holds(table: "two", on: $0) })
        #expect(try await database.read { try Catalogue.holds(table: "three", on: $0) } == false)
    }
}
