import Foundation
import Intake
import NIOCore
import NIOPosix
import Slack
import Synchronization
import Testing

/// Slack's Web API on loopback, as far as the app writes to it: every call is kept, posts get a place and a time.
final class FakeSlack: Sendable {
    /// One call as it came in.
    struct Call: Sendable {
        let method: String
        let arguments: WireValue
    }

    private struct State {
        var calls: [Call] = []
        var refusals: [String: [String]] = [:]
        var silent: Set<String> = []
        var serial = 0
    }

    private let state = Mutex(State())

    /// Runs a server while the body runs.
    static func running<T: Sendable>(_ body: (FakeSlack, SlackAPI) async throws -> T) async throws -> T {
        let slack = FakeSlack()
        let listening = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(FakeSlackWire(slack))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(listening.localAddress?.port)
        let token = try #require(SlackToken("xoxb-made-up"))
        let api = try SlackAPI(
            base: "http://127.0.0.1:\(port)/api/",
            token: token,
            patience: .init(timeout: .seconds(240), tries: 1, waits: 0)
        )
        let result: Result<T, any Error>
        do { result = .success(try await body(slack, api)) } catch { result = .failure(error) }
        try await listening.close()
        return try result.get()
    }

    /// What was asked of a method, in order.
    func calls(_ method: String) -> [WireValue] {
        state.withLock { $0.calls.filter { $0.method == method }.map(\.arguments) }
    }

    /// Every call.
    var calls: [Call] { state.withLock { $0.calls } }

    /// Says no to the next calls of a method, with these words.
    func refuse(_ method: String, _ words: [String]) { state.withLock { $0.refusals[method] = words } }

    /// Takes calls of a method and never answers them.
    func hangUp(on method: String) { state.withLock { _ = $0.silent.insert(method) } }

    /// The answer; nil where there is none.
    fileprivate func answer(_ method: String, _ arguments: WireValue) -> WireValue? {
        state.withLock { state in
            state.calls.append(Call(method: method, arguments: arguments))
            if state.silent.contains(method) { return nil }
            if let word = state.refusals[method]?.first {
                state.refusals[method]?.removeFirst()
                return ["ok": false, "error": .text(word)]
            }
            state.serial += 1
            switch method {
            case "chat.postMessage":
                let target = arguments["channel"].string ?? ""
                let channel = target.hasPrefix("U") ? "D\(target.dropFirst())" : target
                let ts = "1790000000." + String(repeating: "0", count: 6 - "\(state.serial)".count) + "\(state.serial)"
                return ["ok": true, "channel": .text(channel), "ts": .text(ts)]
            case "views.open": return ["ok": true, "view": ["id": .text("V\(state.serial)"), "hash": "h"]]
            default: return ["ok": true]
            }
        }
    }
}

/// Joins what comes in to calls, one connection each.
private final class FakeSlackWire: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let slack: FakeSlack
    private var bytes: [UInt8] = []

    init(_ slack: FakeSlack) { self.slack = slack }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytesView
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        let body = String(text[end.upperBound...])
        let length = lines.first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
        guard body.utf8.count >= length ?? 0, let first = lines.first else { return }
        bytes = []
        let path = first.split(separator: " ").dropFirst().first ?? ""
        let method = String(path.split(separator: "/").last ?? "")
        guard let answer = slack.answer(method, WireValue.read(body) ?? .null) else {
            context.close(promise: nil)
            return
        }
        let reply = answer.json
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(reply.utf8.count)\r\n\r\n"
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: head + reply)), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
