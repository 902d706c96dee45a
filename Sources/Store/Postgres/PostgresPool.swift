/// A bounded number of connections, lent in the order in which they were asked for.
actor PostgresPool {
    private let limit: Int
    private let make: @Sendable () throws -> PostgresLink
    private var idle: [PostgresLink] = []
    private var lent = 0
    private var waiting: [(id: Int, continuation: CheckedContinuation<PostgresLink, any Error>)] = []
    private var nextID = 0
    private var isClosed = false

    init(limit: Int, make: @escaping @Sendable () throws -> PostgresLink) {
        self.limit = limit
        self.make = make
    }

    /// Lends a connection, or waits until one comes back.
    ///
    /// Errors: `CancellationError` when the task gives up waiting; `StoreError.unavailable` after `close`.
    func lend() async throws -> PostgresLink {
        if isClosed { throw Self.closed }
        if let link = idle.popLast() {
            lent += 1
            return link
        }
        if lent < limit {
            let link = try make()
            lent += 1
            return link
        }
        let id = nextID
        nextID += 1
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume(throwing: CancellationError())
                } else {
                    waiting.append((id, continuation))
                }
            }
        } onCancel: {
            Task { await self.giveUp(id) }
        }
    }

    private func giveUp(_ id: Int) {
        guard let place = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: place).continuation.resume(throwing: CancellationError())
    }

    /// Takes a connection back and hands it to whoever waited longest.
    func takeBack(_ link: PostgresLink) {
        if !waiting.isEmpty {
            waiting.removeFirst().continuation.resume(returning: link)
            return
        }
        lent -= 1
        if !isClosed { idle.append(link) }
    }

    /// Lends nothing any more; what is idle is let go of now, the rest as it comes back.
    func close() {
        isClosed = true
        idle = []
        for waiter in waiting { waiter.continuation.resume(throwing: Self.closed) }
        waiting = []
    }

    private static var closed: StoreError { StoreError(.unavailable, "the database was closed") }
}
