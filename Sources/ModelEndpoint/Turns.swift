import Synchronization

/// Lets so many at once go on; the others wait in the order in which they came.
final class Turns: Sendable {
    private struct State {
        var free: Int
        var next = 0
        var waiting: [(number: Int, turn: CheckedContinuation<Bool, Never>)] = []
        var left: Set<Int> = []
    }
    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(free: count)) }

    /// Does the work when there is room.
    func take<T: Sendable>(_ work: () async throws -> T) async throws -> T {
        try await wait()
        defer { give() }
        return try await work()
    }

    private func wait() async throws {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        let isMine = await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                let answer: Bool? = state.withLock { state in
                    if state.left.remove(number) != nil { return false }
                    if state.free > 0 {
                        state.free -= 1
                        return true
                    }
                    state.waiting.append((number, turn))
                    return nil
                }
                if let answer { turn.resume(returning: answer) }
            }
        } onCancel: {
            let turn = state.withLock { state -> CheckedContinuation<Bool, Never>? in
                guard let place = state.waiting.firstIndex(where: { $0.number == number }) else {
                    state.left.insert(number)
                    return nil
                }
                return state.waiting.remove(at: place).turn
            }
            turn?.resume(returning: false)
        }
        state.withLock { _ = $0.left.remove(number) }
        guard isMine else { throw CancellationError() }
        guard !Task.isCancelled else {
            give()
            throw CancellationError()
        }
    }

    private func give() {
        let turn = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst().turn
        }
        turn?.resume(returning: true)
    }
}
