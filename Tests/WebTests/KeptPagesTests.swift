import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing
import Workspace

@testable import Web

/// Pages that are kept while nothing is written.
@Suite struct `Kept pages` {
    /// A source that counts how often the week is drawn, with a number that a test can turn.
    private final class Counted: Sendable {
        let drawn = Mutex(0)
        let written = Mutex<Int64?>(1)

        var source: PageSource {
            var source = PageSource.mock
            source.written = { self.written.withLock { $0 } }
            source.week = { _ in
                self.drawn.withLock { $0 += 1 }
                return .mock
            }
            return source
        }

        var count: Int { drawn.withLock { $0 } }
    }

    private func get(_ uri: String, _ cookie: String, _ client: any TestClientProtocol) async throws -> TestResponse {
        try await client.execute(uri: uri, method: .get, headers: [.cookie: cookie])
    }

    @Test func `a page is drawn once while nothing is written, and again when something is`() async throws {
        let (site, counted) = (Site(), Counted())
        try await site.run(source: counted.source) { client in
            let cookie = try await site.cookie(for: Mock.manager, client)
            let first = try await get("/", cookie, client)
            let second = try await get("/", cookie, client)
            #expect(first.body == second.body)
            #expect(second.headers[.contentSecurityPolicy] != nil)
            #expect(counted.count == 1)
            counted.written.withLock { $0 = 2 }
            _ = try await get("/", cookie, client)
            #expect(counted.count == 2)
        }
    }

    @Test func `what one person was shown is shown to nobody else`() async throws {
        let (site, counted) = (Site(), Counted())
        try await site.run(source: counted.source) { client in
            let mara = try await site.cookie(for: Mock.manager, client)
            let other = try await site.cookie(for: Mock.manager, client)
            _ = try await get("/", mara, client)
            _ = try await get("/", other, client)
            #expect(counted.count == 2)
            let nobody = try await client.execute(uri: "/", method: .get)
            #expect(nobody.status == .unauthorized)
        }
    }

    @Test func `another address or half a minute later is another page`() async throws {
        let (site, counted) = (Site(), Counted())
        try await site.run(source: counted.source) { client in
            let cookie = try await site.cookie(for: Mock.manager, client)
            for address in ["/", "/?a=1", "/"] { _ = try await get(address, cookie, client) }
            #expect(counted.count == 2)
            site.clock.pass(seconds: 31)
            _ = try await get("/", cookie, client)
            #expect(counted.count == 3)
        }
    }

    @Test func `a page that writes, and a site that cannot tell what was written, keep nothing`() async throws {
        let (site, counted) = (Site(), Counted())
        var source = counted.source
        source.week = { _ in
            counted.drawn.withLock { $0 += 1 }
            counted.written.withLock { $0 = ($0 ?? 0) + 1 }
            return .mock
        }
        try await site.run(source: source) { client in
            let cookie = try await site.cookie(for: Mock.manager, client)
            for _ in 0..<3 { _ = try await get("/", cookie, client) }
            #expect(counted.count == 3)
        }
        counted.written.withLock { $0 = nil }
        try await site.run(source: counted.source) { client in
            let cookie = try await site.cookie(for: Mock.manager, client)
            for _ in 0..<3 { _ = try await get("/", cookie, client) }
            #expect(counted.count == 6)
        }
    }

    @Test func `of many who ask at once one draws, and all get the page; a refusal is not kept`() async throws {
        let (site, counted) = (Site(), Counted())
        try await site.run(source: counted.source) { client in
            let cookie = try await site.cookie(for: Mock.manager, client)
            try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 0..<20 { group.addTask { try await get("/", cookie, client).status } }
                for try await status in group { #expect(status == .ok) }
            }
            #expect(counted.count == 1)
            let broken = try await site.cookie(for: "gone", client)
            for _ in 0..<2 { #expect(try await get("/", broken, client).status == .unauthorized) }
        }
    }
}
