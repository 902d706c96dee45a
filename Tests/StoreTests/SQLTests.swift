import Store
import StoreTesting
import Testing

@Suite struct `SQL text` {
    @Test func `a value becomes a placeholder, never text`() {
        let name = "x'); DROP TABLE person; --"
        let sql: SQL = "SELECT * FROM person WHERE name = \(name) AND level = \(4)"
        #expect(sql.text == "SELECT * FROM person WHERE name = $1 AND level = $2")
    }

    @Test func `a fragment keeps its values in order`() {
        let condition: SQL = "a = \(1) AND b = \("two")"
        let sql: SQL = "SELECT * FROM t WHERE z = \(0) AND \(condition) AND c = \(3)"
        #expect(sql.text == "SELECT * FROM t WHERE z = $1 AND a = $2 AND b = $3 AND c = $4")
    }

    @Test func `an empty list matches nothing`() {
        let sql: SQL = "SELECT * FROM t WHERE a IN \(list: [String]())"
        #expect(sql.text == "SELECT * FROM t WHERE a IN (NULL)")
    }

    @Test func `rows are bound one after the other`() {
        let sql: SQL = "INSERT INTO t (a, b) VALUES \(rows: [[.integer(1), .text("x")], [.integer(2), .null]])"
        #expect(sql.text == "INSERT INTO t (a, b) VALUES ($1,$2), ($3,$4)")
    }
}

@Suite struct `A database` {
    @Test(arguments: Engine.available)
    func `gives back what was put in`(engine: Engine) async throws {
        let database = try engine.open()
        let row = try await database.write { connection in
            try connection.script("CREATE TABLE t (a BIGINT, b TEXT, c DOUBLE PRECISION, d BOOLEAN, e BYTEA, f TEXT)")
            try connection.run(
                "INSERT INTO t (a, b, c, d, e, f) VALUES (\(Int64.max), \("Ünï 🙂"), \(0.1), \(true), \([0, 255] as [UInt8]), \(String?.none))"
            )
            return try #require(try connection.rows("SELECT * FROM t").first)
        }
        #expect(try row.integer("a") == .max)
        #expect(try row.text("b") == "Ünï 🙂")
        #expect(try row.real("c") == 0.1)
        #expect(try row.boolean("d"))
        #expect(try row.bytes("e") == [0, 255])
        #expect(try row.optionalText("f") == nil)
    }

    @Test(arguments: Engine.available)
    func `is as it was when a transaction throws`(engine: Engine) async throws {
        struct Stop: Error {}
        let database = try engine.open()
        try await database.write { try $0.script("CREATE TABLE t (a BIGINT)") }
        await #expect(throws: Stop.self) {
            try await database.write { connection in
                try connection.run("INSERT INTO t (a) VALUES (\(1))")
                throw Stop()
            }
        }
        let count = try await database.read { try $0.rows("SELECT a FROM t").count }
        #expect(count == 0)
    }

    @Test(arguments: Engine.available)
    func `says that a row breaks a rule`(engine: Engine) async throws {
        let database = try engine.open()
        try await database.write { try $0.script("CREATE TABLE t (a BIGINT NOT NULL PRIMARY KEY)") }
        let error = await #expect(throws: StoreError.self) {
            try await database.write { connection in
                try connection.run("INSERT INTO t (a) VALUES (\(1)), (\(1))")
            }
        }
        #expect(error?.kind == .conflict)
    }

    @Test(arguments: Engine.available)
    func `names the column that is not what was asked for`(engine: Engine) async throws {
        let row = try #require(try await engine.open().read { try $0.rows("SELECT 'x' AS word") }.first)
        let error = #expect(throws: StoreError.self) { try row.integer("word") }
        #expect(error?.kind == .badColumn)
        #expect(error?.detail == "column word is not a whole number")
    }
}

@Suite struct `Migrations` {
    private static let first = Store.Migrations.Step("1 first", "CREATE TABLE a (x BIGINT)")
    private static let second = Store.Migrations.Step("2 second", "CREATE TABLE b (x BIGINT)")

    @Test(arguments: Engine.available)
    func `are taken once, in order, and continued later`(engine: Engine) async throws {
        let database = try engine.open()
        try await Store.Migrations([Self.first]).run(on: database)
        try await Store.Migrations([Self.first, Self.second]).run(on: database)
        try await Store.Migrations([Self.first, Self.second]).run(on: database)
        let names = try await database.read {
            try $0.rows("SELECT name FROM migration ORDER BY position").map { try $0.text("name") }
        }
        #expect(names == ["1 first", "2 second"])
    }

    @Test(arguments: Engine.available)
    func `refuse a database from a newer version and leave it as it is`(engine: Engine) async throws {
        let database = try engine.open()
        try await Store.Migrations([Self.first, Self.second]).run(on: database)
        let error = await #expect(throws: StoreError.self) {
            try await Store.Migrations([Self.first]).run(on: database)
        }
        #expect(error?.kind == .newer)
        #expect(error?.detail.contains("2 second") == true)
    }

    @Test(arguments: Engine.available)
    func `leave nothing behind when one of them fails`(engine: Engine) async throws {
        let database = try engine.open()
        let broken = Store.Migrations.Step("2 broken", "CREATE TABLE c (x BIGINT); CREATE NONSENSE")
        await #expect(throws: StoreError.self) { try await Store.Migrations([Self.first, broken]).run(on: database) }
        try await Store.Migrations([Self.first, Self.second]).run(on: database)
    }
}

@Suite struct `Database addresses` {
    @Test(arguments: [
        ("sqlite:crosstie.db", DatabaseAddress.file("crosstie.db")), ("sqlite:/var/lib/c.db", .file("/var/lib/c.db")),
        ("sqlite::memory:", .memory),
    ])
    func `are read as they are written`(text: String, address: DatabaseAddress) {
        #expect(DatabaseAddress(text) == address)
        #expect(address.description == text)
    }

    @Test(arguments: [
        (
            "postgres://ana@db.example:5433/record?sslmode=verify-full",
            "postgres://ana@db.example:5433/record?sslmode=verify-full"
        ),
        ("postgresql://ana:pa:ss@db/record", "postgresql://ana:***@db/record"),
        (
            "postgres://db/record?password=word&sslmode=require&pool=4",
            "postgres://db/record?password=***&sslmode=require"
        ),
        ("postgres:///record?host=/run/pg&schema=reading", "postgres:///record?host=/run/pg&schema=reading"),
    ])
    func `of a server are shown without a password`(text: String, shown: String) throws {
        let address = try #require(DatabaseAddress(text))
        #expect(address.description == shown)
        #expect(DatabaseAddress(address.description)?.description == shown)
    }

    @Test func `of a server carry settings of ours`() throws {
        let text = "postgres://db/record?pool=20&prepared=off&timeout=5&schema=one&connect_timeout=3"
        let address = try #require(PostgresAddress(text))
        #expect((address.pool, address.isPrepared, address.timeout, address.schema) == (20, false, 5, "one"))
        #expect(address.description == "postgres://db/record?connect_timeout=3&schema=one")
    }

    @Test(arguments: [
        "", "sqlite:", "mysql://x", "crosstie.db", "postgres://db/x?pool=1", "postgres://db/x?pool=many",
        "postgres://db/x?prepared=maybe", "postgres://db/x?schema=a;b", "postgres://db/x?schema=",
        "postgres://db/x?timeout=0",
    ])
    func `of another form are refused`(text: String) {
        #expect(DatabaseAddress(text) == nil)
    }

    @Test func `of a new file make it its owner's alone, and what SQLite puts beside it`() async throws {
        let path = "/tmp/crosstie-new-\(UInt64.random(in: 0 ... .max)).db"
        defer { for end in ["", "-wal", "-shm"] { removeFile(path + end) } }
        let database = try openDatabase(.file(path), create: true)
        try await database.write { try $0.script("CREATE TABLE t (a BIGINT)") }
        for end in ["", "-wal", "-shm"] { #expect(try rights(path + end) == 0o600, "\(end)") }
        try await database.close()
    }

    @Test func `that lead to something that is not a database are refused with a reason`() async throws {
        let path = "/tmp/crosstie-not-a-database-\(UInt64.random(in: 0 ... .max)).db"
        try writeFile(path, String(repeating: "This is a letter, not a database. ", count: 100))
        defer { removeFile(path) }
        let error = await #expect(throws: StoreError.self) {
            try await openDatabase(.file(path), create: false).read { _ = try $0.rows("SELECT * FROM sqlite_master") }
        }
        #expect(error?.kind == .damaged)
    }
}
