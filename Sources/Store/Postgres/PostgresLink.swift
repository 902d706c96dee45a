private import CPostgres
import Dispatch
import Foundation

/// One connection to the server.
///
/// `@unchecked Sendable`: everything that changes is touched on `queue` alone, a serial one, within `perform`; only there
/// does a thread wait, never one of the pool that runs tasks.
final class PostgresLink: @unchecked Sendable {
    let settings: PostgresSettings
    private let queue = DispatchQueue(label: "crosstie.postgres")
    let line: WakeLine
    var connection: OpaquePointer?
    var prepared = PreparedStatements()
    private var errand = PostgresErrand()
    var trouble: PostgresTrouble?

    init(_ settings: PostgresSettings) throws(StoreError) {
        self.settings = settings
        line = try WakeLine()
    }

    deinit { PQfinish(connection) }

    /// Runs work on the connection's own queue, and ends it early when the task is cancelled.
    func perform<Answer: Sendable>(_ work: @escaping @Sendable (PostgresLink) -> Answer) async -> Answer {
        let errand = PostgresErrand()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async {
                    self.errand = errand
                    self.line.drain()
                    errand.attach(self.line)
                    let answer = work(self)
                    errand.attach(nil)
                    continuation.resume(returning: answer)
                }
            }
        } onCancel: {
            errand.cancel()
        }
    }

    /// Whether the task that this is done for gave up.
    var isCancelled: Bool { errand.isCancelled }

    /// Forgets the trouble of an earlier transaction.
    func start() { trouble = nil }

    /// Goes on with what must be done even for a task that gave up: taking back.
    func ignoreCancellation() { errand = PostgresErrand() }

    /// Lets go of the connection; the next statement opens another.
    func disconnect() {
        PQfinish(connection)
        connection = nil
        prepared.removeAll()
    }

    /// Whether there is a connection that was not broken so far.
    var isConnected: Bool { connection.map { PQstatus($0) == CONNECTION_OK } ?? false }
}

extension PostgresLink {
    /// Opens the connection where there is none.
    ///
    /// Errors: `StoreError.unavailable`, `unsuitable`.
    func connect() throws(StoreError) {
        if isConnected, !isClosedByServer { return }
        disconnect()
        let words = ["dbname", "fallback_application_name", "client_encoding"]
        let values = [settings.address.url, "crosstie", "UTF8"]
        connection = words.withCStrings { words in
            values.withCStrings { values in PQconnectStartParams(words, values, 1) }
        }
        guard let connection, PQstatus(connection) != CONNECTION_BAD else { throw notConnected() }
        let end = Monotonic.milliseconds + Int64(settings.patience) * 1000
        var step = PGRES_POLLING_WRITING
        while step != PGRES_POLLING_OK {
            guard step == PGRES_POLLING_READING || step == PGRES_POLLING_WRITING else { throw notConnected() }
            guard try wait(reading: step == PGRES_POLLING_READING, writing: step == PGRES_POLLING_WRITING, until: end)
            else {
                let error = StoreError(.unavailable, "the server did not answer within \(settings.patience) s")
                disconnect()
                trouble = .lost
                throw error
            }
            if isCancelled {
                disconnect()
                throw StoreError(.unavailable, "given up")
            }
            step = PQconnectPoll(connection)
        }
        PQsetnonblocking(connection, 1)
        // What the server merely remarks is for nobody's standard error.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        do {
            try command(settings.greeting)
            try settings.check(try answer(to: PostgresSettings.question, values: [], isTyped: true).rows().first)
        } catch {
            disconnect()
            throw error
        }
    }

    /// Whether the server hung up while nothing was asked of it: it says so, or closes, before the next question.
    private var isClosedByServer: Bool {
        var file = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
        guard poll(&file, 1, 0) > 0 else { return false }
        return PQconsumeInput(connection) == 0 || !isConnected
    }

    /// libpq's words, without a password that may be among them.
    private func notConnected() -> StoreError {
        let words = settings.shown(connection.map { String(cString: PQerrorMessage($0)) } ?? "no memory")
        disconnect()
        trouble = .lost
        return StoreError(.unavailable, words)
    }
}

extension [String] {
    /// Lends the texts as C has them, with a null at the end.
    fileprivate func withCStrings<Answer>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Answer) -> Answer {
        let copies = map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return (copies.map { $0.map { UnsafePointer($0) } } + [nil]).withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
