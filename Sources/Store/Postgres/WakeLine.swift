import Foundation
import Synchronization

/// A pipe that ends a wait on a socket from outside.
final class WakeLine: Sendable {
    /// The end to wait on.
    let reading: CInt
    private let writing: CInt

    init() throws(StoreError) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw StoreError(.unavailable, "no more files may be opened (\(errno))") }
        (reading, writing) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// Ends the wait, or the next one.
    func wake() {
        var byte: UInt8 = 1
        _ = write(writing, &byte, 1)
    }

    /// Forgets that it was woken.
    func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(reading, &bytes, bytes.count) > 0 {}
    }
}

/// One transaction on its way, which its task may give up.
final class PostgresErrand: Sendable {
    private struct State {
        var isCancelled = false
        var line: WakeLine?
    }
    private let state = Mutex(State())

    /// Whether the task gave up.
    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// Ends whatever is waited for.
    func cancel() {
        state.withLock {
            $0.isCancelled = true
            $0.line?.wake()
        }
    }

    /// Says what to wake; nil when there is nothing any more.
    func attach(_ line: WakeLine?) {
        state.withLock {
            $0.line = line
            if $0.isCancelled { line?.wake() }
        }
    }
}
