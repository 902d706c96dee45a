import CMalloc
import ServiceLifecycle

/// Gives what was freed back to the system once a minute, and keeps the allocator from spreading over many heaps.
///
/// glibc gives up to eight heaps to every core and shrinks one only from its end: after bursts of events three quarters of a
/// server's memory were free blocks between living ones. `malloc_trim` hands whole free pages back wherever they lie.
struct FreedMemory: Service {
    /// Two hold the same blocks in a third of the pages that twelve take; figures in docs/slack.md.
    static let heaps: Int32 = 2

    var pause: Duration = .seconds(60)

    /// Before the first threads begin, since a heap that exists stays.
    static func fewHeaps() { mallopt(M_ARENA_MAX, heaps) }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: pause)
                malloc_trim(0)
            }
        }
    }
}
