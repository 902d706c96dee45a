import Answers
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Testing
import Workspace

@testable import Web

/// A real server on this machine, and clients that behave as no browser does.
@Suite struct `Clients that hold on` {
    private static let large = 48 << 20
    private static let door = ProgramDoor(path: "/api", limit: 1 << 20) { request in
        ProgramReply(status: 200, body: [UInt8](repeating: 97, count: request.path == "/api/large" ? large : 3))
    }

    /// Runs a server with little patience; what blocks runs on a thread of its own.
    private func run(
        _ change: (inout AskingLimits) -> Void,
        _ test: @escaping @Sendable (Int) throws -> Void
    ) async throws {
        let site = Site()
        var configuration = try WebConfiguration(site: SiteAddress(site.address), now: site.clock.now)
        configuration.languages = [.english]
        configuration.limits.secondsToAsk = 1800
        configuration.limits.secondsIdle = 1800
        change(&configuration.limits)
        let application = try WebApplication.build(
            configuration: configuration,
            source: .mock,
            sessions: site.memory,
            programs: [Self.door],
            logger: Logger(label: "test") { _ in LogLines.Keeper(lines: LogLines()) }
        )
        try await application.test(.live) { client in
            let port = try #require(client.port)
            try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
                Thread.detachNewThread { done.resume(with: Result { try test(port) }) }
            }
        }
    }

    /// Whether somebody else is answered; asks again where this machine was so busy that the question itself came too late.
    private static func isServed(_ port: Int, from source: UInt8 = 1) throws -> Bool {
        for _ in 0..<20 {
            let client = try RawClient(port: port, from: source)
            defer { client.close() }
            client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            if String(decoding: client.read(), as: UTF8.self).hasPrefix("HTTP/1.1 200") { return true }
        }
        return false
    }

    @Test func `one byte a second is not enough for a head`() async throws {
        try await run {
            $0.secondsToAsk = 2
        } _: { port in
            let slow = try RawClient(port: port)
            defer { slow.close() }
            let head = Array(
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: \(String(repeating: "a", count: 200))\r\n\r\n"
            )
            var sent = 0
            while sent < head.count, slow.send(String(head[sent])) {
                sent += 1
                Thread.sleep(forTimeInterval: 1)
            }
            #expect(sent < head.count)
            #expect(try Self.isServed(port))
        }
    }

    @Test func `whoever connects and says nothing is sent away`() async throws {
        try await run {
            $0.secondsToAsk = 1
        } _: { port in
            let silent = try RawClient(port: port)
            defer { silent.close() }
            #expect(silent.isClosedByOther())
            #expect(try Self.isServed(port))
        }
    }

    @Test func `a body that never comes holds nothing`() async throws {
        try await run {
            $0.secondsOfBody = 1
        } _: { port in
            let half = try RawClient(port: port)
            defer { half.close() }
            half.send("POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc")
            #expect(half.isClosedByOther())
            #expect(try Self.isServed(port))
        }
    }

    @Test func `a connection that rests too long is closed after its answer`() async throws {
        try await run {
            $0.secondsIdle = 1
        } _: { port in
            let client = try RawClient(port: port)
            defer { client.close() }
            client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(String(decoding: client.read(), as: UTF8.self).hasPrefix("HTTP/1.1 200"))
            #expect(client.isClosedByOther())
        }
    }

    @Test func `whoever never reads an answer does not get to keep it`() async throws {
        try await run {
            $0.secondsToTake = 1
        } _: { port in
            let deaf = try RawClient(port: port)
            defer { deaf.close() }
            deaf.send("GET /api/large HTTP/1.1\r\nHost: localhost\r\n\r\n")
            Thread.sleep(forTimeInterval: 60)
            var taken = 0
            while true {
                let part = deaf.read(upTo: 1 << 20)
                if part.isEmpty { break }
                taken += part.count
            }
            #expect(taken < Self.large)
            #expect(try Self.isServed(port))
        }
    }

    @Test func `one address has so many connections and no more, and another is served`() async throws {
        try await run {
            $0.connectionsOfOne = 5
            $0.sparesThisMachine = false
        } _: { port in
            let hoard = try (0..<5).map { _ in try RawClient(port: port, from: 9) }
            defer { for one in hoard { one.close() } }
            // Each is known to the server once it has answered.
            for one in hoard {
                one.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(!one.read().isEmpty)
            }
            let sixth = try RawClient(port: port, from: 9)
            defer { sixth.close() }
            #expect(sixth.isClosedByOther())
            #expect(try Self.isServed(port, from: 10))
        }
    }

    @Test(
        arguments: [
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: \(String(repeating: "a", count: 70_000))\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\n\(String(repeating: "X-Many: a\r\n", count: 500))\r\n",
            "GET /\(String(repeating: "a", count: 100_000)) HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "\u{16}\u{3}\u{1} no HTTP at all\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ]
    ) func `a head that no browser sends is refused, and the connection ends`(_ head: String) async throws {
        try await run {
            $0.secondsIdle = 1
            $0.secondsToAsk = 30
        } _: { port in
            let client = try RawClient(port: port)
            defer { client.close() }
            client.send(head)
            let answer = String(decoding: client.read(), as: UTF8.self)
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"))
            #expect(client.isClosedByOther())
            #expect(try Self.isServed(port))
        }
    }

    @Test func `a body without an end is cut off`() async throws {
        try await run { _ in
        } _: { port in
            let client = try RawClient(port: port)
            defer { client.close() }
            client.send("POST /nowhere HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
            let part = "10000\r\n\(String(repeating: "a", count: 65_536))\r\n"
            var sent = 0
            while sent < 4096, client.send(part) { sent += 1 }
            #expect(sent < 4096)
            #expect(try Self.isServed(port))
        }
    }
}
