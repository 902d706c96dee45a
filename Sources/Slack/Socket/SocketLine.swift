import Intake
import NIOCore
import NIOWebSocket
import Synchronization

/// One connection from its hello to its end.
final class SocketLine: Sendable {
    /// What a connection tells those who keep the number of connections up.
    enum Turn: Sendable {
        /// It works.
        case up
        /// Slack wants it replaced.
        case leaving
        /// Socket Mode was switched off.
        case off
    }

    /// What is done with an envelope; what comes back goes with the acknowledgement.
    typealias Take = @Sendable (SocketEnvelope) async throws -> WireValue?
    typealias Writer = NIOAsyncChannelOutboundWriter<WebSocketFrame>

    private struct State {
        var heard: ContinuousClock.Instant
        var isUp = false
        var isLeaving = false
        var writer: Writer?
    }

    /// Envelopes that may be under way at once on one connection.
    static let width = 128

    private let state = Mutex(State(heard: .now))
    private let silence: Duration
    private let take: Take
    private let tell: @Sendable (Turn) -> Void

    init(silence: Duration, take: @escaping Take, tell: @escaping @Sendable (Turn) -> Void) {
        self.silence = silence
        self.take = take
        self.tell = tell
    }

    /// Serves the connection until one of the two sides ends it; what is under way is finished first.
    func serve(_ link: WebSocketLink) async throws {
        try await link.channel.executeThenClose { inbound, outbound in
            state.withLock { $0.writer = outbound }
            defer { state.withLock { $0.writer = nil } }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await self.watch(outbound) }
                group.addTask { try await self.read(inbound, outbound) }
                try await group.next()
                group.cancelAll()
            }
        }
    }

    /// Ends the connection in good order; Slack answers the close and what was sent before it is still read.
    func retire() async {
        guard let writer = state.withLock({ $0.writer }) else { return }
        try? await writer.write(.close)
    }

    private func read(_ inbound: NIOAsyncChannelInboundStream<WebSocketFrame>, _ outbound: Writer) async throws {
        var assembly = SocketAssembly()
        try await withThrowingTaskGroup(of: Void.self) { group in
            var underWay = 0
            reading: for try await frame in inbound {
                state.withLock { $0.heard = .now }
                switch assembly.take(frame) {
                case .text(let bytes):
                    guard let envelope = hear(bytes) else { continue }
                    if underWay >= Self.width {
                        try await group.next()
                        underWay -= 1
                    }
                    underWay += 1
                    group.addTask { await self.answer(envelope, outbound) }
                case .ping(let data): try await outbound.write(.masked(.pong, data))
                case .closed:
                    try? await outbound.write(.close)
                    break reading
                case .broken: break reading
                case .pong, .ignored, nil: continue
                }
            }
            try await group.waitForAll()
        }
    }

    /// An envelope to work on; nil for the connection's own words and for what is neither.
    private func hear(_ bytes: [UInt8]) -> SocketEnvelope? {
        guard let message = WireValue.read(bytes), message.isObject else { return nil }
        if let envelope = SocketEnvelope(message) { return envelope }
        switch SocketNotice(message) {
        case .hello:
            let isFirst = state.withLock { state in
                defer { state.isUp = true }
                return !state.isUp
            }
            if isFirst { tell(.up) }
        case .leave:
            let isFirst = state.withLock { state in
                defer { state.isLeaving = true }
                return !state.isLeaving
            }
            if isFirst { tell(.leaving) }
        case .off: tell(.off)
        case .other: break
        }
        return nil
    }

    /// Acknowledges what could be kept; what could not is left to come again.
    private func answer(_ envelope: SocketEnvelope, _ outbound: Writer) async {
        guard let answer = try? await take(envelope) as WireValue?? else { return }
        let text = ByteBuffer(bytes: envelope.acknowledgement(answer).bytes)
        try? await outbound.write(.masked(.text, text))
    }

    /// Asks after a silent connection, and gives up one that never says hello or stays silent.
    private func watch(_ outbound: Writer) async throws {
        let start = ContinuousClock.now
        while true {
            try await Task.sleep(for: silence / 6)
            let (heard, isUp) = state.withLock { ($0.heard, $0.isUp) }
            let quiet = ContinuousClock.now - heard
            if quiet > silence { throw SlackFault.noSocket(reason: "silence") }
            if !isUp, ContinuousClock.now - start > silence / 2 { throw SlackFault.noSocket(reason: "no hello") }
            if quiet > silence / 2 { try await outbound.write(.masked(.ping, ByteBuffer(string: "here"))) }
        }
    }
}
