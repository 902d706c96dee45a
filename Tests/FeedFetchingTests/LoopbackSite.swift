import FeedFetching
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Workspace

/// A site on this machine that answers as it is told, and remembers what it was asked.
final class LoopbackSite: Sendable {
    struct Answer: Sendable {
        var status: HTTPResponseStatus = .ok
        var headers: [(String, String)] = []
        var body = ""
        var silent = false
    }

    private let channel: any NIOCore.Channel
    let asked: SharedBox<[HTTPRequestHead]>

    init(_ answers: @escaping @Sendable (HTTPRequestHead) -> Answer) async throws {
        let asked = SharedBox<[HTTPRequestHead]>([])
        self.asked = asked
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.pipeline.configureHTTPServerPipeline().flatMapThrowing {
                    try channel.pipeline.syncOperations.addHandler(Talk(answers: answers, asked: asked))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    var port: Int { channel.localAddress?.port ?? 0 }
    func address(_ path: String, host: String = "feeds.example") -> String { "http://\(host):\(port)\(path)" }
    func close() async throws { try await channel.close() }

    private final class Talk: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart
        private let answers: @Sendable (HTTPRequestHead) -> Answer
        private let asked: SharedBox<[HTTPRequestHead]>

        init(answers: @escaping @Sendable (HTTPRequestHead) -> Answer, asked: SharedBox<[HTTPRequestHead]>) {
            self.answers = answers
            self.asked = asked
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard case .head(let head) = unwrapInboundIn(data) else { return }
            asked.change { $0.append(head) }
            let answer = answers(head)
            if answer.silent { return }
            var headers = HTTPHeaders(answer.headers)
            headers.add(name: "Content-Length", value: String(answer.body.utf8.count))
            headers.add(name: "Connection", value: "close")
            context.write(
                wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers))),
                promise: nil
            )
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: answer.body)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}

/// A value that several threads share.
final class SharedBox<Value: Sendable>: Sendable {
    private let box: Mutex<Value>
    init(_ value: Value) { box = Mutex(value) }
    func change(_ body: (inout Value) -> Void) { box.withLock { body(&$0) } }
    var value: Value { box.withLock { $0 } }
}

/// Says that a name leads where the test wants.
struct FixedResolver: HostResolving {
    let names: [String: String]
    func addresses(of host: String, port: Int) async throws -> [NumericAddress] {
        if let own = NumericAddress(host) { return [own] }
        return names[host].flatMap { NumericAddress($0) }.map { [$0] } ?? []
    }
}
