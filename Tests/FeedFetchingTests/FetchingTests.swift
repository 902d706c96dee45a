import FeedFetching
import NIOHTTP1
import Testing
import Workspace

@Suite struct FetchingTests {
    private let home = FixedResolver(names: ["feeds.example": "127.0.0.1", "other.example": "127.0.0.1"])

    private func fetcher(_ limits: FeedFetcher.Limits = FeedFetcher.Limits()) -> FeedFetcher {
        FeedFetcher(resolver: home, allowsOwnNetwork: true, limits: limits)
    }

    @Test func `a feed comes with its marks, and is not sent again while it is unchanged`() async throws {
        let site = try await LoopbackSite { head in
            if head.headers.first(name: "If-None-Match") == "\"7\"" { return .init(status: .notModified) }
            return .init(
                headers: [
                    ("ETag", "\"7\""), ("Last-Modified", "Mon, 02 Mar 2026 10:00:00 GMT"), ("Content-Type", "text/xml"),
                    ("Cache-Control", "public, max-age=7200"),
                ],
                body: "<rss/>"
            )
        }
        let first = await fetcher().fetch(FeedRequest(address: site.address("/f")))
        guard case .document(let document) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(document.bytes == Array("<rss/>".utf8))
        #expect(document.entityTag == "\"7\"")
        #expect(document.contentType == "text/xml")
        #expect(document.wait == 7_200)
        #expect(document.movedTo == nil)
        let again = FeedRequest(
            address: site.address("/f"),
            entityTag: document.entityTag,
            lastModified: document.lastModified
        )
        #expect(await fetcher().fetch(again) == .unchanged(wait: nil))
        #expect(site.asked.value.last?.headers.first(name: "If-Modified-Since") == "Mon, 02 Mar 2026 10:00:00 GMT")
        try await site.close()
    }

    @Test func `lasting redirects are remembered, passing ones are not, circles end`() async throws {
        let site = try await LoopbackSite { head in
            switch head.uri {
            case "/old": .init(status: .movedPermanently, headers: [("Location", "/new")])
            case "/mixed": .init(status: .found, headers: [("Location", "/old")])
            case "/round": .init(status: .found, headers: [("Location", "/round")])
            default: .init(body: "x")
            }
        }
        guard case .document(let moved) = await fetcher().fetch(FeedRequest(address: site.address("/old"))),
            case .document(let mixed) = await fetcher().fetch(FeedRequest(address: site.address("/mixed")))
        else {
            Issue.record("no document")
            return
        }
        #expect(moved.movedTo == site.address("/new"))
        #expect(mixed.movedTo == nil)
        #expect(mixed.address == site.address("/new"))
        #expect(await fetcher().fetch(FeedRequest(address: site.address("/round"))) == .failed(.redirects(5)))
        try await site.close()
    }

    @Test func `gone, busy and broken are told apart`() async throws {
        let site = try await LoopbackSite { head in
            switch head.uri {
            case "/gone": .init(status: .gone)
            case "/busy": .init(status: .tooManyRequests, headers: [("Retry-After", "600")])
            default: .init(status: .notFound)
            }
        }
        #expect(await fetcher().fetch(FeedRequest(address: site.address("/gone"))) == .gone)
        #expect(await fetcher().fetch(FeedRequest(address: site.address("/busy"))) == .later(wait: 600))
        #expect(await fetcher().fetch(FeedRequest(address: site.address("/none"))) == .failed(.status(404)))
        try await site.close()
    }

    @Test func `length and time end somewhere`() async throws {
        let site = try await LoopbackSite { head in
            head.uri == "/slow" ? .init(silent: true) : .init(body: String(repeating: "x", count: 5_000))
        }
        var limits = FeedFetcher.Limits()
        limits.bytes = 1_000
        limits.seconds = 1
        #expect(
            await fetcher(limits).fetch(FeedRequest(address: site.address("/long"))) == .failed(.tooLarge(limit: 1_000))
        )
        #expect(
            await fetcher(limits).fetch(FeedRequest(address: site.address("/slow"))) == .failed(.timedOut(seconds: 1))
        )
        try await site.close()
    }

    @Test(arguments: [
        "127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.169.254", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1",
        "0.0.0.0",
    ])
    func `a name that leads inside is never connected to`(_ address: String) async throws {
        let site = try await LoopbackSite { _ in .init(body: "secret") }
        let guarded = FeedFetcher(resolver: FixedResolver(names: ["feeds.example": address]))
        let outcome = await guarded.fetch(FeedRequest(address: site.address("/")))
        guard case .failed(.refused) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(site.asked.value.isEmpty)
        try await site.close()
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/", "ftp://a.example/",
        "file:///etc/passwd", "http://user:pw@a.example/",
    ])
    func `addresses that hide where they lead are refused`(_ address: String) async {
        guard case .failed(.refused) = await FeedFetcher(resolver: home).fetch(FeedRequest(address: address)) else {
            Issue.record("\(address)")
            return
        }
    }

    @Test func `marks that would break a header are not sent`() async throws {
        let site = try await LoopbackSite { _ in .init(body: "x") }
        _ = await fetcher().fetch(FeedRequest(address: site.address("/"), entityTag: "\"a\"\r\nX-Evil: 1"))
        let head = try #require(site.asked.value.first)
        #expect(head.headers.first(name: "X-Evil") == nil && head.headers.first(name: "If-None-Match") == nil)
        try await site.close()
    }

    @Test func `a round asks one site for one feed at a time and all of them once`() async throws {
        let site = try await LoopbackSite { _ in .init(body: "x") }
        let requests = (0..<6).map {
            FeedRequest(address: site.address("/\($0)", host: $0 % 2 == 0 ? "feeds.example" : "other.example"))
        }
        var came: Set<String> = []
        try await FeedRound(fetcher(), sites: 2, pause: .milliseconds(5)).run(requests) { request, outcome in
            if case .document = outcome { came.insert(request.address) }
        }
        #expect(came == Set(requests.map(\.address)))
        #expect(site.asked.value.count == 6)
        try await site.close()
    }
}

@Suite struct ScheduleTests {
    private func wait(_ outcome: FeedOutcome, _ failures: Int = 0) -> Int? {
        FetchSchedule.wait(after: outcome, failures: failures, address: "a")
    }

    @Test func `pauses grow with failures, up to a day and a tenth`() throws {
        let pauses = try (0...10).map { try #require(wait(.failed(.status(500)), $0)) }
        #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(pauses[0] >= 1_800 && pauses[0] <= 1_980)
        #expect(pauses[10] <= 95_040)
    }

    @Test func `what the site asks for counts, and gone is never asked again`() throws {
        #expect(wait(.gone) == nil)
        #expect(try #require(wait(.later(wait: 7_200))) >= 7_200)
        #expect(try #require(wait(.unchanged(wait: 999_999_999))) <= 95_040)
        #expect(try #require(wait(.unchanged(wait: 1))) >= 1_800)
    }
}
