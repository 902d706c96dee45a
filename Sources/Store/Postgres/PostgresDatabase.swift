/// PostgreSQL behind the common protocol: readers share a pool, writers have a line of their own.
struct PostgresDatabase: Database {
    let dialect = Dialect.postgres
    private let settings: PostgresSettings
    private let readers: PostgresPool
    private let writers: PostgresPool

    init(_ address: PostgresAddress, create: Bool) {
        let settings = PostgresSettings(address, create: create)
        self.settings = settings
        readers = PostgresPool(limit: address.pool - 1) { try PostgresLink(settings) }
        writers = PostgresPool(limit: 1) { try PostgresLink(settings) }
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try await transaction(on: readers, beginning: settings.beginReading, isWriting: false, body)
    }

    @discardableResult
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try await transaction(on: writers, beginning: settings.beginWriting, isWriting: true, body)
    }

    /// The server's view of which transactions are over: another one after every commit.
    ///
    /// Source: PostgreSQL, `pg_current_snapshot`.
    func written() async throws -> Int64? {
        try await read { connection in
            try connection.rows("SELECT hashtextextended(CAST(pg_current_snapshot() AS TEXT), 0) AS written").first?
                .integer("written")
        }
    }

    /// Source: PostgreSQL, `VACUUM FULL`, which writes a table into files of its own and removes the former ones.
    func scrub(tables: [String]) async throws {
        for table in tables {
            try Task.checkCancellation()
            let text = "VACUUM FULL \(Catalogue.quoted(table))"
            let link = try await writers.lend()
            let end: Result<Void, StoreError> = await link.perform { link in
                link.start()
                do throws(StoreError) {
                    try link.connect()
                    try link.command("SET statement_timeout = 0")
                    try link.command(text, within: PostgresLink.unlimited)
                    // The line's own settings come back with the next connection.
                    link.disconnect()
                    return .success(())
                } catch {
                    link.disconnect()
                    return .failure(error)
                }
            }
            await writers.takeBack(link)
            try end.get()
        }
    }

    func close() async throws {
        await readers.close()
        await writers.close()
    }

    /// One transaction, again where the server asks for it or where nothing of it can have been kept.
    private func transaction<Answer: Sendable>(
        on pool: PostgresPool,
        beginning: String,
        isWriting: Bool,
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        var retries = PostgresRetries(isWriting: isWriting)
        while true {
            try Task.checkCancellation()
            let link = try await pool.lend()
            let end = await link.perform { $0.transaction(beginning: beginning, body) }
            await pool.takeBack(link)
            switch end {
            case .done(let answer): return answer
            case .failed(let error, let place, let trouble):
                guard let pause = retries.pause(after: trouble, at: place) else { throw error }
                if pause > .zero { try await Task.sleep(for: pause) }
            }
        }
    }
}

/// How a transaction ended.
enum PostgresEnd<Answer: Sendable>: Sendable {
    case done(Answer)
    case failed(any Error, Place, PostgresTrouble?)

    /// How far it had come.
    enum Place: Sendable {
        /// Nothing of it was run.
        case beginning
        /// Some of it was run, nothing kept.
        case middle
        /// It was being kept.
        case end
    }
}

/// How often a transaction is tried.
struct PostgresRetries {
    let isWriting: Bool
    private var collisions = 0
    private var losses = 0

    init(isWriting: Bool) { self.isWriting = isWriting }

    /// How long to wait before the next try; nil when there is none.
    ///
    /// A reader goes on after one lost line. A writer does so only when nothing of its work was run: whoever asked for it
    /// must know that the server went away in between.
    mutating func pause<Answer>(after trouble: PostgresTrouble?, at place: PostgresEnd<Answer>.Place) -> Duration? {
        switch trouble {
        case .collision:
            collisions += 1
            guard collisions <= 10 else { return nil }
            return .milliseconds(Int.random(in: 1...(5 << min(collisions, 7))))
        case .stalePlan, .lostPlan:
            losses += 1
            return losses <= 2 ? .zero : nil
        case .lost, .readOnlyServer:
            losses += 1
            return losses == 1 && (!isWriting || place == .beginning) ? .zero : nil
        case nil: return nil
        }
    }
}

extension PostgresLink {
    /// One transaction from beginning to end; on the link's own queue.
    func transaction<Answer>(
        beginning: String,
        _ body: (any Connection) throws -> Answer
    ) -> PostgresEnd<Answer> {
        start()
        do {
            try connect()
            try command(beginning, within: settings.lockPatience)
        } catch {
            return failed(error, .beginning)
        }
        let answer: Answer
        do {
            answer = try body(PostgresConnection(link: self))
            if isCancelled { throw CancellationError() }
        } catch {
            return failed(error, .middle)
        }
        do {
            // A transaction in which a statement failed is not kept, even where its closure caught the error.
            guard try command("COMMIT") == "COMMIT" else {
                return .failed(
                    StoreError(.failed, "the transaction went on after a statement that failed"),
                    .end,
                    trouble
                )
            }
            return .done(answer)
        } catch {
            guard trouble == .lost else { return failed(error, .end) }
            disconnect()
            return .failed(StoreError(.outcomeUnknown, error.detail), .end, nil)
        }
    }

    /// Takes back what was done; a line on which that does not work is let go of, which takes it back as well.
    private func failed<Answer>(_ error: any Error, _ place: PostgresEnd<Answer>.Place) -> PostgresEnd<Answer> {
        let (trouble, isCancelled) = (trouble, isCancelled)
        ignoreCancellation()
        switch trouble {
        case .lost, .stalePlan, .lostPlan, .readOnlyServer: disconnect()
        case .collision, nil:
            if isConnected { do { try command("ROLLBACK") } catch { disconnect() } }
        }
        return .failed(isCancelled ? CancellationError() : error, place, isCancelled ? nil : trouble)
    }
}

/// One transaction as the common protocol sees it.
private struct PostgresConnection: Connection {
    let dialect = Dialect.postgres
    let link: PostgresLink

    @discardableResult
    func run(_ sql: SQL) throws(StoreError) -> Int { try answer(sql).changes }

    func rows(_ sql: SQL) throws(StoreError) -> [SQLRow] { try answer(sql).rows() }

    func script(_ text: String) throws(StoreError) {
        try link.command("SET LOCAL statement_timeout = 0; \(text)", within: PostgresLink.unlimited)
    }

    func load(_ rows: [[SQLValue]], into table: Catalogue.Table) throws(StoreError) {
        guard !link.isCancelled else { throw StoreError(.failed, "given up") }
        try link.copy(rows, into: table)
    }

    private func answer(_ sql: SQL) throws(StoreError) -> PostgresAnswer {
        guard !link.isCancelled else { throw StoreError(.failed, "given up") }
        return try link.answer(to: sql)
    }
}
