private import CPostgres
import Foundation

extension PostgresLink {
    /// Waits for everything that a statement answers with; the last answer counts, and the first error.
    func collect(sql: String?, within seconds: Int? = nil) throws(StoreError) -> PostgresAnswer? {
        var (last, refusal) = (PostgresAnswer?.none, StoreError?.none)
        while true {
            try settle(within: seconds ?? settings.address.timeout)
            guard let result = PQgetResult(connection) else { break }
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: last = PostgresAnswer(result)
            default:
                if refusal == nil { refusal = failure(result, sql: sql) }
                PQclear(result)
            }
        }
        if !isConnected { throw lost() }
        if let refusal { throw refusal }
        return last
    }

    /// The same, the statement's text made only where it is wanted.
    func collect(sql: SQL) throws(StoreError) -> PostgresAnswer? {
        do throws(StoreError) { return try collect(sql: String?.none) } catch {
            throw error.sql == nil ? error : StoreError(error.kind, error.detail, sql: sql.text)
        }
    }

    func failure(_ result: OpaquePointer, sql: String?) -> StoreError {
        let (error, trouble) = StoreError.postgres(result, sql: sql, seconds: settings.address.timeout)
        if let trouble { self.trouble = trouble }
        if trouble == .lostPlan { settings.distrustPrepared() }
        return error
    }

    /// Sends what is still to be sent, and waits until a result is there.
    func settle(within seconds: Int) throws(StoreError) {
        // The server ends a long statement by itself; this is for a server that says nothing any more.
        var end = Monotonic.milliseconds + Int64(seconds + settings.patience) * 1000
        var isAsked = false
        while true {
            let unsent = PQflush(connection)
            if unsent < 0 { throw lost() }
            if unsent == 0, PQisBusy(connection) == 0 { return }
            let isInTime = try wait(reading: true, writing: unsent > 0, until: end)
            if !isInTime || (isCancelled && !isAsked) {
                if isAsked { throw lost("the server did not answer") }
                askToStop()
                isAsked = true
                end = Monotonic.milliseconds + Int64(settings.patience) * 1000
            }
            guard PQconsumeInput(connection) == 1 else { throw lost() }
        }
    }

    /// Asks the server to give the present statement up.
    func askToStop() {
        guard let request = PQgetCancel(connection) else { return }
        var words = [CChar](repeating: 0, count: 256)
        _ = PQcancel(request, &words, CInt(words.count))
        PQfreeCancel(request)
    }

    /// Waits for the socket, for the wake-up line, or for the end of patience.
    ///
    /// - Returns: false when the time is over.
    func wait(reading: Bool, writing: Bool, until end: Int64?) throws(StoreError) -> Bool {
        let events = (reading ? POLLIN : 0) | (writing ? POLLOUT : 0)
        var files = [
            pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0),
            pollfd(fd: line.reading, events: Int16(POLLIN), revents: 0),
        ]
        let left = end.map { max(0, $0 - Monotonic.milliseconds) } ?? -1
        let ready = poll(&files, nfds_t(files.count), CInt(clamping: left))
        if ready < 0, errno != EINTR { throw lost() }
        if files[1].revents != 0 { line.drain() }
        return ready != 0
    }

    /// The line is gone: lets go of it and says so.
    func lost(_ words: String? = nil) -> StoreError {
        let words = words ?? connection.map { settings.shown(String(cString: PQerrorMessage($0))) } ?? ""
        disconnect()
        trouble = .lost
        return StoreError(.unavailable, words.isEmpty ? "the connection was lost" : words)
    }
}

/// A clock that nobody sets; for waiting only.
enum Monotonic {
    static var milliseconds: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }
}
