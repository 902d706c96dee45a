private import CPostgres

extension PostgresLink {
    /// For work that takes as long as it takes; seconds.
    static let unlimited = 1_000_000

    /// Sends statements without values and waits for the last one's answer.
    ///
    /// - Returns: what was done, as the server calls it.
    @discardableResult
    func command(_ text: String, within seconds: Int? = nil) throws(StoreError) -> String {
        guard let connection else { throw lost() }
        guard PQsendQuery(connection, text) == 1 else { throw lost() }
        return try collect(sql: text, within: seconds ?? settings.address.timeout)?.command ?? ""
    }

    /// Sends a statement and waits for its answer.
    func answer(to sql: SQL) throws(StoreError) -> PostgresAnswer {
        let isTyped = !sql.isPlacedByColumns
        guard settings.isPrepared else { return try answer(to: sql.text, values: sql.values, isTyped: isTyped) }
        let parameters = try PostgresParameters(sql.values, isTyped: isTyped)
        let form = PreparedStatements.Form(pieces: sql.pieces, types: isTyped ? parameters.types : [])
        switch prepared.advice(form) {
        case .once: return try send(sql.text, parameters)
        case .prepared(let name): return try send(prepared: name, parameters, sql)
        case .prepare(let name):
            guard let connection else { throw lost() }
            let text = sql.text
            let sent = parameters.types.withUnsafeBufferPointer {
                PQsendPrepare(connection, name, text, CInt($0.count), $0.baseAddress)
            }
            guard sent == 1 else { throw lost() }
            _ = try collect(sql: text)
            let old = prepared.keep(name, form)
            if !old.isEmpty { try command(old.map { "DEALLOCATE \($0)" }.joined(separator: ";")) }
            return try send(prepared: name, parameters, sql)
        }
    }

    func answer(to text: String, values: [SQLValue], isTyped: Bool) throws(StoreError) -> PostgresAnswer {
        try send(text, try PostgresParameters(values, isTyped: isTyped))
    }

    func send(_ text: String, _ parameters: PostgresParameters) throws(StoreError) -> PostgresAnswer {
        guard let connection else { throw lost() }
        let sent = parameters.types.withUnsafeBufferPointer { types in
            parameters.withPointers { values, lengths, forms in
                PQsendQueryParams(connection, text, CInt(types.count), types.baseAddress, values, lengths, forms, 1)
            }
        }
        guard sent == 1, let answer = try collect(sql: text) else { throw lost() }
        return answer
    }

    func send(
        prepared name: String,
        _ parameters: PostgresParameters,
        _ sql: SQL
    ) throws(StoreError) -> PostgresAnswer {
        guard let connection else { throw lost() }
        let count = CInt(parameters.types.count)
        let sent = parameters.withPointers { values, lengths, forms in
            PQsendQueryPrepared(connection, name, count, values, lengths, forms, 1)
        }
        guard sent == 1, let answer = try collect(sql: sql) else { throw lost() }
        return answer
    }

    /// Copies rows into a table.
    func copy(_ rows: [[SQLValue]], into table: Catalogue.Table) throws(StoreError) {
        guard let connection else { throw lost() }
        let text = "COPY \(table.quotedName) (\(table.columnList)) FROM STDIN (FORMAT binary)"
        guard PQsendQuery(connection, text) == 1 else { throw lost() }
        try settle(within: Self.unlimited)
        guard let first = PQgetResult(connection) else { throw lost() }
        guard PQresultStatus(first) == PGRES_COPY_IN else {
            let error = failure(first, sql: text)
            PQclear(first)
            _ = try? collect(sql: text)
            throw error
        }
        PQclear(first)
        var stream = PostgresCopyStream(table)
        var trouble: StoreError?
        for row in rows {
            do throws(StoreError) { try stream.append(row) } catch {
                trouble = error
                break
            }
            if isCancelled {
                trouble = StoreError(.failed, "given up")
                break
            }
            if stream.bytes.count > 1 << 16 { try put(&stream.bytes) }
        }
        if trouble == nil {
            stream.finish()
            try put(&stream.bytes)
        }
        while true {
            let ended = PQputCopyEnd(connection, trouble.map(\.detail))
            if ended < 0 { throw lost() }
            if ended == 1 { break }
            _ = try wait(reading: true, writing: true, until: nil)
        }
        do throws(StoreError) { _ = try collect(sql: text, within: Self.unlimited) } catch { throw trouble ?? error }
    }

    func put(_ bytes: inout [UInt8]) throws(StoreError) {
        while true {
            let sent = bytes.withUnsafeBytes { all in
                PQputCopyData(connection, all.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(all.count))
            }
            if sent < 0 { throw lost() }
            if sent == 1 { break }
            _ = try wait(reading: true, writing: true, until: nil)
            PQconsumeInput(connection)
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
