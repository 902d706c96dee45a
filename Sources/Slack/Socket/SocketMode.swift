public import Intake
public import Logging
import NIOCore
import NIOPosix
import Synchronization

/// Slack's Socket Mode: keeps connections open, hands on what comes, acknowledges what was taken.
///
/// Source: Slack documentation, "Using Socket Mode"; RFC 6455.
public struct SocketMode: Sendable {
    private let api: SlackAPI
    private let settings: Settings
    private let logger: Logger

    /// How connections are kept.
    public struct Settings: Sendable {
        /// Connections at once, 1 to 5: while one is replaced there are two.
        public var connections: Int
        /// A connection that was silent for so long is given up.
        public var silence: Duration

        /// Two connections and half a minute.
        public init(connections: Int = 2, silence: Duration = .seconds(30)) {
            self.connections = min(max(connections, 1), 5)
            self.silence = silence
        }
    }

    /// `api` bears the app-level token, `xapp-…`.
    public init(api: SlackAPI, settings: Settings = .init(), logger: Logger) {
        self.api = api
        self.settings = settings
        self.logger = logger
    }

    private enum Sign: Sendable {
        case up(Int)
        case leaving(Int)
        case down(Int, Bool)
        case failed(SlackFault)
    }

    /// Runs until the task is cancelled.
    ///
    /// `take` stores an envelope and returns; only then is it acknowledged, and one that throws comes again. `gap` is told
    /// whenever a connection came up after there was none: events may have been lost.
    /// Errors: `SlackFault` of the permanent kind: Socket Mode is off, or the token is no good.
    public func run(
        take: @escaping @Sendable (SocketEnvelope) async throws -> WireValue?,
        gap: @escaping @Sendable () async -> Void = {}
    ) async throws {
        let (signs, signal) = AsyncStream.makeStream(of: Sign.self)
        let keeper = Keeper(api: api, silence: settings.silence, take: take) { signal.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            var lines: [Int: SocketLine] = [:]
            var replaces: [Int: Int] = [:]
            var replaced: Set<Int> = []
            var up: Set<Int> = []
            var next = 0
            func start(replacing old: Int? = nil) {
                let (id, line) = keeper.line(next)
                lines[id] = line
                if let old { replaces[id] = old }
                next += 1
                group.addTask { await keeper.keep(line, as: id) }
            }
            for _ in 0..<settings.connections { start() }
            for await sign in signs {
                switch sign {
                case .up(let id):
                    if up.isEmpty { group.addTask { await gap() } }
                    up.insert(id)
                    keeper.rested()
                    if let old = replaces[id], let line = lines[old] { group.addTask { await line.retire() } }
                case .leaving(let id):
                    logger.info("slack wants a fresh connection")
                    replaced.insert(id)
                    start(replacing: id)
                case .down(let id, let wasUp):
                    up.remove(id)
                    lines[id] = nil
                    if !replaced.contains(id) {
                        logger.notice("slack connection ended", metadata: ["worked": .stringConvertible(wasUp)])
                        start(replacing: replaces[id].flatMap { lines[$0] == nil ? nil : $0 })
                    }
                    replaced.remove(id)
                    replaces[id] = nil
                case .failed(let fault): throw fault
                }
            }
            group.cancelAll()
        }
        try Task.checkCancellation()
    }

    /// Opens connections, one after the other where they fail.
    private final class Keeper: Sendable {
        let api: SlackAPI
        let silence: Duration
        let take: SocketLine.Take
        let tell: @Sendable (Sign) -> Void
        private let backoff = Mutex(Backoff())

        init(
            api: SlackAPI,
            silence: Duration,
            take: @escaping SocketLine.Take,
            tell: @escaping @Sendable (Sign) -> Void
        ) {
            self.api = api
            self.silence = silence
            self.take = take
            self.tell = tell
        }

        func rested() { backoff.withLock { $0.succeed() } }

        func line(_ id: Int) -> (Int, SocketLine) {
            let tell = tell
            let line = SocketLine(silence: silence, take: take) { turn in
                switch turn {
                case .up: tell(.up(id))
                case .leaving: tell(.leaving(id))
                case .off: tell(.failed(.socketModeOff))
                }
            }
            return (id, line)
        }

        /// Brings one connection up, serves it to its end, and tells of the end.
        func keep(_ line: SocketLine, as id: Int) async {
            let group = MultiThreadedEventLoopGroup.singleton
            var link: WebSocketLink?
            while link == nil, !Task.isCancelled {
                do {
                    let url = try await api.openSocket()
                    link = try await WebSocketLink.open(try WebSocketAddress(url), on: group)
                } catch let fault as SlackFault where fault.isPermanent {
                    return tell(.failed(fault))
                } catch {
                    var asked: Duration?
                    if case .tooBusy(_, let wait)? = error as? SlackFault { asked = .seconds(wait) }
                    await rest(asked)
                }
            }
            guard let link else { return }
            let start = ContinuousClock.now
            try? await line.serve(link)
            // One that ends as soon as it began must not be followed at once by the next.
            let lasted = ContinuousClock.now - start > .seconds(5)
            if !lasted { await rest(nil) }
            tell(.down(id, lasted))
        }

        private func rest(_ asked: Duration?) async {
            let wait = backoff.withLock { $0.next(chance: Double.random(in: 0...1), asked: asked) }
            try? await Task.sleep(for: wait)
        }
    }
}
