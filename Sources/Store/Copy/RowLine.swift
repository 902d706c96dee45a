import Dispatch
import Synchronization

/// Rows on their way from one transaction to another, a few pages at a time; each side waits on its engine's own thread.
final class RowLine: Sendable {
    /// What is handed over.
    enum Parcel: Sendable {
        case rows([[SQLValue]])
        /// The table is whole, and this is what it was.
        case end(DatabaseCopy.Table)
    }

    private struct State {
        var parcels: [Parcel] = []
        var cause: (any Error)?
        var givers = 0
        var takers = 0
    }
    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)

    init() { for _ in 0..<4 { room.signal() } }

    /// The whole of the giving side; it can be done once, since what was taken is gone.
    func giving(_ body: () throws -> Void) throws {
        try once {
            $0.givers += 1; return $0.givers
        }
        do { try body() } catch { throw cut(error) }
    }

    /// The whole of the taking side, once.
    func taking<Answer>(_ body: () throws -> Answer) throws -> Answer {
        try once {
            $0.takers += 1; return $0.takers
        }
        do { return try body() } catch { throw cut(error) }
    }

    private func once(_ count: (inout sending State) -> Int) throws {
        guard state.withLock({ count(&$0) }) == 1 else {
            throw cut(
                StoreError(
                    .unavailable,
                    "the database went away in the middle of a copy; nothing was kept, start it again"
                )
            )
        }
    }

    /// Hands something over, when there is room for it.
    func give(_ parcel: Parcel) throws {
        room.wait()
        try state.withLock { state in
            if let cause = state.cause { throw cause }
            state.parcels.append(parcel)
        }
        filled.signal()
    }

    /// Takes what comes next.
    func take() throws -> Parcel {
        filled.wait()
        let parcel = try state.withLock { state in
            if let cause = state.cause { throw cause }
            return state.parcels.removeFirst()
        }
        room.signal()
        return parcel
    }

    /// Ends both sides: neither waits any more, and both fail for what happened first.
    private func cut(_ error: any Error) -> any Error {
        let cause = state.withLock { state in
            state.cause = state.cause ?? error
            return state.cause ?? error
        }
        room.signal()
        filled.signal()
        return cause
    }
}
