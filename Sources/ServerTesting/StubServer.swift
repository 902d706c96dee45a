private import Foundation
private import NIOCore
private import NIOPosix
private import Synchronization

/// A server on loopback that answers as a test tells it; it sees and sends raw HTTP, so that it can break every rule.
public final class StubServer: Sendable {
    /// What it does with a request.
    public enum Act: Sendable {
        case answer(status: Int = 200, headers: [String: String] = [:], body: String)
        /// Sends these bytes and hangs up.
        case raw(String)
        /// Says nothing for so long, then hangs up.
        case silence(Duration)
        /// Sends the head and half of a body, then nothing for so long.
        case stall(Duration)
        /// Sends so many bytes of body without end.
        case flood(Int)
    }

    /// A request as it came in.
    public struct Request: Sendable {
        /// Request line and header lines, as they came.
        public var head: String
        /// What followed the empty line.
        public var body: String
    }

    private let log = Mutex<(requests: [Request], open: Int, most: Int)>(([], 0, 0))
    private let act: @Sendable (Request, Int) -> Act

    private init(_ act: @escaping @Sendable (Request, Int) -> Act) { self.act = act }

    /// Every request so far, in the order in which they came.
    public var requests: [Request] { log.withLock { $0.requests } }
    /// How many requests were in work at the same time, at most.
    public var mostAtOnce: Int { log.withLock { $0.most } }

    /// Runs a server while the body runs; `act` gets the request and its number, from 0.
    ///
    /// Errors: the socket's, and those of the body.
    public static func running<T: Sendable>(
        _ act: @escaping @Sendable (Request, Int) -> Act,
        _ body: (StubServer, Int) async throws -> T
    ) async throws -> T {
        let server = StubServer(act)
        let listening = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Listener(server))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        guard let port = listening.localAddress?.port else { throw ChannelError.unknownLocalAddress }
        let result: Result<T, any Error>
        do { result = .success(try await body(server, port)) } catch { result = .failure(error) }
        try await listening.close()
        return try result.get()
    }

    private func take(_ request: Request) -> Int {
        log.withLock { log in
            log.requests.append(request)
            log.open += 1
            log.most = max(log.most, log.open)
            return log.requests.count - 1
        }
    }

    /// Does what the test tells, away from the event loop, and hangs up where the act says so.
    fileprivate func serve(_ request: Request, on channel: any Channel) {
        let number = take(request)
        Task {
            let act = act(request, number)
            let answer = if case .answer = act { true } else { false }
            // A whole answer frees its place before the client can see it.
            if answer { log.withLock { $0.open -= 1 } }
            try? await perform(act, channel)
            if !answer {
                log.withLock { $0.open -= 1 }
                try? await channel.close()
            }
        }
    }

    private func perform(_ act: Act, _ channel: any Channel) async throws {
        func send(_ text: String) async throws { try await channel.writeAndFlush(ByteBuffer(string: text)) }
        switch act {
        case .answer(let status, let headers, let body):
            let lines = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
            try await send(
                "HTTP/1.1 \(status) X\r\nContent-Type: application/json\r\n\(lines)"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            )
        case .raw(let text):
            try await send(text)
        case .silence(let time):
            try await Task.sleep(for: time)
        case .stall(let time):
            try await send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"choices\":")
            try await Task.sleep(for: time)
        case .flood(let bytes):
            try await send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = String(repeating: " ", count: 4096)
            for _ in 0..<bytes / 4096 { try await send("1000\r\n\(chunk)\r\n") }
        }
    }

    fileprivate static func request(in text: String) -> Request? {
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let head = String(text[..<end.lowerBound])
        let body = String(text[end.upperBound...])
        let length = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
        guard body.utf8.count >= length ?? 0 else { return nil }
        return Request(head: head, body: body)
    }
}

/// Joins what comes in to requests, one connection each.
private final class Listener: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let server: StubServer
    private var bytes: [UInt8] = []

    init(_ server: StubServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytesView
        guard let request = StubServer.request(in: String(decoding: bytes, as: UTF8.self)) else { return }
        bytes = []
        server.serve(request, on: context.channel)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
