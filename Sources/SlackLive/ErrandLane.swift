import Synchronization

/// What events asked for beside the record, done one after the other beside the queue: Slack may be slow, and deliveries do
/// not wait for it.
final class ErrandLane: Sendable {
    private struct State {
        var waiting: [Follower.Errand] = []
        var isServed = false
        var waker: AsyncStream<Void>.Continuation?
    }

    private let state = Mutex(State())

    /// Takes errands; what waits already is not taken again.
    func add(_ errands: [Follower.Errand]) {
        state.withLock { state in
            for errand in errands where !state.waiting.contains(errand) { state.waiting.append(errand) }
            state.waker?.yield()
        }
    }

    /// Does what waits, unless somebody serves the lane all the time.
    func finish(_ run: (Follower.Errand) async -> Void) async {
        guard !state.withLock({ $0.isServed }) else { return }
        while let errand = next() { await run(errand) }
    }

    /// Does what comes until the task is cancelled.
    func serve(_ run: (Follower.Errand) async -> Void) async {
        let (stream, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock {
            $0.isServed = true
            $0.waker = waker
        }
        waker.yield()
        for await _ in stream {
            while !Task.isCancelled, let errand = next() { await run(errand) }
            if Task.isCancelled { break }
        }
        state.withLock {
            $0.isServed = false
            $0.waker = nil
        }
    }

    private func next() -> Follower.Errand? {
        state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }
}
