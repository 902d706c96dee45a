import Store
import StoreTesting
import Synchronization
import Testing

@Suite struct `PostgreSQL` {
    @Test(
        .enabled(
            if: PostgresCluster.isInstalled || PostgresCluster.isRequired,
            "PostgreSQL is not installed here (scripts/setup names the package), so nothing was tried on it"
        )
    )
    func `is there to be tried on`() {
        #expect(Engine.available.contains(.postgres), "CROSSTIE_REQUIRE_POSTGRES=1, and PostgreSQL is not installed")
    }
}

/// What only a server can do to us.
@Suite(.enabled(if: PostgresCluster.isInstalled, "PostgreSQL is not installed here")) struct `A server` {
    private func open(_ parameters: String = "pool=4") throws -> any Database {
        let address = try #require(DatabaseAddress(try PostgresCluster.freshText(parameters: parameters)))
        return try openDatabase(address, create: true)
    }

    /// Ends a connection from outside, as an administrator or a restart does.
    private func cut(_ process: Int64) async throws {
        _ = try await open().read { try $0.rows("SELECT pg_terminate_backend(CAST(\(process) AS int4)) AS gone") }
    }

    private static func process(_ connection: any Connection) throws -> Int64 {
        try #require(try connection.rows("SELECT pg_backend_pid() AS process").first).integer("process")
    }

    @Test func `that hung up between two questions is called again`() async throws {
        let database = try open()
        for _ in 0..<3 {
            let process = try await database.read { try Self.process($0) }
            try await cut(process)
            #expect(try await database.read { try Self.process($0) } != process)
        }
        let process = try await database.write { try Self.process($0) }
        try await cut(process)
        #expect(try await database.write { try Self.process($0) } != process)
    }

    @Test func `that hangs up while somebody reads is called again, once`() async throws {
        let (database, runs) = (try open(), Tally())
        let other = try open()
        let answer = try await database.read { connection in
            let process = try Self.process(connection)
            if runs.next() == 1 {
                try Self.cutNow(process, other)
            }
            return try connection.rows("SELECT 7 AS seven").first?.integer("seven")
        }
        #expect(answer == 7)
        #expect(runs.count == 2)
        let error = await #expect(throws: StoreError.self) {
            try await database.read { connection in
                try Self.cutNow(try Self.process(connection), other)
                _ = try connection.rows("SELECT 7 AS seven")
            }
        }
        #expect(error?.kind == .unavailable)
    }

    @Test func `that hangs up while somebody writes keeps nothing, and the writer is told`() async throws {
        let (database, runs) = (try open(), Tally())
        let other = try open()
        try await database.write { try $0.script("CREATE TABLE t (a BIGINT)") }
        let error = await #expect(throws: StoreError.self) {
            try await database.write { connection in
                _ = runs.next()
                try connection.run("INSERT INTO t (a) VALUES (\(1))")
                try Self.cutNow(try Self.process(connection), other)
                try connection.run("INSERT INTO t (a) VALUES (\(2))")
            }
        }
        #expect(error?.kind == .unavailable)
        #expect(runs.count == 1)
        #expect(try await database.read { try $0.rows("SELECT a FROM t").count } == 0)
    }

    @Test func `that hangs up while a transaction is being kept leaves it open whether it was`() async throws {
        let database = try open()
        let other = try open()
        let error = await #expect(throws: StoreError.self) {
            try await database.write { connection in try Self.cutNow(try Self.process(connection), other) }
        }
        #expect(error?.kind == .outcomeUnknown)
        #expect(try await database.write { try $0.rows("SELECT 1 AS one").count } == 1)
    }

    /// From within a transaction, which is synchronous: another task does it while this one waits.
    private static func cutNow(_ process: Int64, _ other: any Database) throws {
        let flag = Flag()
        Task {
            _ = try? await other.read {
                try $0.rows("SELECT pg_terminate_backend(CAST(\(process) AS int4), 60000) AS gone")
            }
            flag.raise()
        }
        flag.wait()
    }

    @Test func `is asked to stop when the task gives up, and answers the next question`() async throws {
        let database = try open()
        let asked = Flag()
        let task = Task {
            try await database.read { connection in
                asked.raise()
                _ = try connection.rows("SELECT pg_sleep(600)")
            }
        }
        try await asked.raised()
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await database.read { try $0.rows("SELECT 1 AS one").count } == 1)
    }

    @Test func `keeps nothing of a task that gave up`() async throws {
        let database = try open()
        try await database.write { try $0.script("CREATE TABLE t (a BIGINT)") }
        let written = Flag()
        let task = Task {
            try await database.write { connection in
                try connection.run("INSERT INTO t (a) VALUES (\(1))")
                written.raise()
                _ = try connection.rows("SELECT pg_sleep(600)")
            }
        }
        try await written.raised()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await database.write { try $0.run("INSERT INTO t (a) VALUES (\(2))") } == 1)
        #expect(try await database.read { try $0.rows("SELECT a FROM t").map { try $0.integer("a") } } == [2])
    }

    @Test func `gives a statement up that takes too long`() async throws {
        let database = try open("pool=4&timeout=5")
        let error = await #expect(throws: StoreError.self) {
            try await database.read { _ = try $0.rows("SELECT pg_sleep(600)") }
        }
        #expect(error?.kind == .tooSlow)
        #expect(try await database.read { try $0.rows("SELECT 1 AS one").count } == 1)
    }

    @Test(arguments: ["40001", "40P01"])
    func `that asks for a transaction to be tried again is obeyed`(state: String) async throws {
        let (database, runs) = (try open(), Tally())
        try await database.write { try $0.script("CREATE TABLE t (a BIGINT)") }
        try await database.write { connection in
            let run = runs.next()
            try connection.run("INSERT INTO t (a) VALUES (\(run))")
            if run < 4 { try connection.script("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '\(state)'; END $$") }
        }
        #expect(try await database.read { try $0.rows("SELECT a FROM t").map { try $0.integer("a") } } == [4])
    }

    @Test func `does not keep a transaction that went on after a failed statement`() async throws {
        let database = try open()
        try await database.write { try $0.script("CREATE TABLE t (a BIGINT NOT NULL PRIMARY KEY)") }
        await #expect(throws: StoreError.self) {
            try await database.write { connection in
                try connection.run("INSERT INTO t (a) VALUES (\(1))")
                _ = try? connection.run("INSERT INTO t (a) VALUES (\(1))")
            }
        }
        #expect(try await database.read { try $0.rows("SELECT a FROM t").count } == 0)
    }

    @Test(arguments: ["on", "off"])
    func `forgets what was prepared in it, and it is not missed`(prepared: String) async throws {
        let database = try open("pool=2&prepared=\(prepared)")
        for round in 0..<6 {
            let sum = try await database.read { connection in
                let row = try connection.rows("SELECT \(20) + \(Int64(round)) AS sum").first
                if round == 3 { try connection.script("DEALLOCATE ALL") }
                return try row?.integer("sum")
            }
            #expect(sum == Int64(20 + round))
        }
    }

    @Test func `finds tables with another column since a statement was prepared`() async throws {
        let database = try open("pool=2")
        try await database.write { try $0.script("CREATE TABLE t (a BIGINT); INSERT INTO t VALUES (1)") }
        for round in 0..<5 {
            if round == 3 { try await database.write { try $0.script("ALTER TABLE t ADD COLUMN b BIGINT DEFAULT 8") } }
            let row = try await database.read { try $0.rows("SELECT * FROM t WHERE a = \(1)").first }
            if round >= 3 { #expect(try row?.integer("b") == 8) }
        }
    }

    @Test func `that cannot be reached is named, the password is not`() async throws {
        let text = "postgres://crosstie:canary%21word@127.0.0.1:1/record?password=canary2"
        let address = try #require(DatabaseAddress(text))
        #expect(!address.description.contains("canary"))
        #expect(address.description.contains("127.0.0.1:1/record"))
        let database = try openDatabase(address, create: true)
        let error = await #expect(throws: StoreError.self) { try await database.read { _ = try $0.rows("SELECT 1") } }
        #expect(error?.kind == .unavailable)
        #expect(error?.detail.contains("canary") == false && error?.detail.contains("127.0.0.1") == true)
    }

    @Test func `lends its connections in turn, also to more readers than there are connections`() async throws {
        let database = try open("pool=3")
        let sum = try await withThrowingTaskGroup(of: Int64.self) { group in
            for number in 0..<60 {
                group.addTask {
                    try await database.read {
                        _ = try $0.rows("SELECT pg_sleep(0.002)")
                        return try $0.rows("SELECT \(number) AS number").first?.integer("number") ?? 0
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 60 * 59 / 2)
        let connections = try await database.read {
            try $0.rows(
                "SELECT count(*) AS n FROM pg_stat_activity WHERE query LIKE '%pg_sleep(0.002)%' OR query LIKE '%' || current_schema() || '%'"
            ).first?.integer("n")
        }
        #expect(connections != nil)
    }

    @Test func `that many begin with at once, at a place that nobody made, serves them all`() async throws {
        for _ in 0..<8 {
            let text = try PostgresCluster.freshText(parameters: "pool=2")
            let address = try #require(DatabaseAddress(text))
            let answers = try await withThrowingTaskGroup(of: Int64?.self) { group in
                for number in 0..<8 {
                    let database = try openDatabase(address, create: true)
                    group.addTask {
                        let rows = try await database.read { try $0.rows("SELECT \(Int64(number)) AS number") }
                        try await database.close()
                        return try rows.first?.integer("number")
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers) == Set(0..<8))
        }
    }

    @Test func `a reader that gives up waiting takes nobody's place`() async throws {
        let database = try open("pool=2")
        let (begun, go) = (Flag(), Flag())
        let first = Task {
            try await database.read { _ in
                begun.raise(); go.wait()
            }
        }
        try await begun.raised()
        let waiting = Task { try await database.read { _ in 1 } }
        let last = Task { try await database.read { _ in 2 } }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        go.raise()
        try await first.value
        #expect(try await last.value == 2)
    }

    @Test func `closed, answers nobody`() async throws {
        let database = try open()
        #expect(try await database.read { try $0.rows("SELECT 1 AS one").count } == 1)
        try await database.close()
        let error = await #expect(throws: StoreError.self) { try await database.read { _ in 1 } }
        #expect(error?.kind == .unavailable)
    }
}

/// Something that is waited for by a thread.
final class Flag: Sendable {
    private let isRaised = Mutex(false)

    func raise() { isRaised.withLock { $0 = true } }

    func wait() { while !isRaised.withLock({ $0 }) { pause() } }

    /// The same for a task, which keeps no thread meanwhile.
    func raised() async throws {
        while !isRaised.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(2)) }
    }
}

/// How often something happened.
final class Tally: Sendable {
    private let state = Mutex(0)

    var count: Int { state.withLock { $0 } }

    func next() -> Int {
        state.withLock {
            $0 += 1
            return $0
        }
    }
}
