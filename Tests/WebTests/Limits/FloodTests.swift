import Answers
import Hummingbird
import HummingbirdTesting
import Logging
import Testing
import Workspace

@testable import Web

/// The site under more requests than anybody at a browser sends; addresses come from a proxy, as in life.
@Suite struct `A site that is asked too much` {
    private static let host = "localhost"
    private static let door = ProgramDoor(path: "/api", limit: 16) { request in
        guard request.bearer == "good" else { return ProgramReply(status: 401) }
        return ProgramReply(status: 200, headers: [(name: "RateLimit", value: "x")], body: Array("yes".utf8))
    }
    private static let slack = RawDoor(path: "/slack/events", limit: 64) { knock in
        RawReply(status: knock.values(of: "X-Good").isEmpty ? 401 : 200)
    }

    /// The site behind a proxy on this machine, with small buckets.
    private func run(
        _ change: (inout AskingLimits) -> Void = { _ in },
        clock: TestClock = TestClock(),
        _ test: @escaping @Sendable (Site, PatientClient) async throws -> Void
    ) async throws {
        var site = Site()
        site.clock = clock
        site.address = "https://\(Self.host)"
        var configuration = try WebConfiguration(site: SiteAddress(site.address), now: clock.now)
        configuration.languages = [.english, .german]
        configuration.limits.strangers = .init(burst: 10, perMinute: 10)
        configuration.limits.signIns = .init(burst: 4, perMinute: 6)
        configuration.limits.forged = .init(burst: 3, perMinute: 6)
        configuration.limits.person = .init(burst: 20, perMinute: 20)
        (configuration.limits.secondsToAsk, configuration.limits.secondsIdle) = (1800, 1800)
        (configuration.limits.secondsOfBody, configuration.limits.secondsToTake) = (1800, 1800)
        change(&configuration.limits)
        let application = try WebApplication.build(
            configuration: configuration,
            source: .mock,
            sessions: site.memory,
            doors: [Self.slack],
            programs: [Self.door],
            logger: Logger(label: "test") { _ in LogLines.Keeper(lines: LogLines()) }
        )
        let ready = site
        try await PatientClient.running(application) { client in try await test(ready, client) }
    }

    private func headers(_ address: String, _ more: HTTPFields = [:]) throws -> HTTPFields {
        var headers = more
        headers.set("X-Forwarded-For", address)
        return headers
    }

    private func signedIn(_ person: PersonID, _ site: Site, _ client: PatientClient) async throws -> String {
        let secret = try await site.links.issue(for: person)
        let answer = try await client.execute(
            uri: "/sign-in/\(secret.text)",
            method: .post,
            headers: try headers("203.0.113.99", [.origin: site.address])
        )
        #expect(answer.status == .seeOther)
        return String((answer.headers[.setCookie] ?? "").prefix { $0 != ";" })
    }

    @Test func `a flood from one address is refused with a page, and another address is served`() async throws {
        try await run { site, client in
            var refused: PatientClient.Answer?
            for _ in 0..<12 {
                let answer = try await client.execute(uri: "/sign-in", method: .get, headers: headers("203.0.113.1"))
                if answer.status == .tooManyRequests { refused = answer }
            }
            let answer = try #require(refused)
            #expect(Int(answer.headers[.retryAfter] ?? "").map { (1...60).contains($0) } == true)
            #expect(String(buffer: answer.body).contains("One moment, please"))
            #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(answer.headers[.cacheControl] == "no-store")
            let german = try await client.execute(
                uri: "/",
                method: .get,
                headers: headers("203.0.113.1", [.acceptLanguage: "de"])
            )
            #expect(String(buffer: german.body).contains("Einen Moment, bitte"))
            let other = try await client.execute(uri: "/sign-in", method: .get, headers: headers("203.0.113.2"))
            #expect(other.status == .ok)
        }
    }

    @Test func `whoever works at an address that somebody floods from goes on`() async throws {
        try await run { site, client in
            let cookie = try await signedIn(Mock.manager, site, client)
            let seen = try await client.execute(
                uri: "/",
                method: .get,
                headers: headers("203.0.113.1", [.cookie: cookie])
            )
            #expect(seen.status == .ok)
            for _ in 0..<15 { _ = try await client.execute(uri: "/", method: .get, headers: headers("203.0.113.1")) }
            let stranger = try await client.execute(uri: "/", method: .get, headers: headers("203.0.113.1"))
            #expect(stranger.status == .tooManyRequests)
            let again = try await client.execute(
                uri: "/",
                method: .get,
                headers: headers("203.0.113.1", [.cookie: cookie])
            )
            #expect(again.status == .ok)
        }
    }

    @Test func `a session that ended protects nobody any more`() async throws {
        try await run { site, client in
            let cookie = try await signedIn(Mock.manager, site, client)
            let own = try headers("203.0.113.1", [.cookie: cookie, .origin: site.address])
            _ = try await client.execute(uri: "/", method: .get, headers: own)
            _ = try await client.execute(uri: "/sign-out", method: .post, headers: own)
            var statuses: Set<Int> = []
            for _ in 0..<15 {
                statuses.insert(try await client.execute(uri: "/", method: .get, headers: own).status.code)
            }
            #expect(statuses == [401, 429])
        }
    }

    @Test func `one person is bounded wherever they ask from, and others are not`() async throws {
        let clock = TestClock()
        try await run(clock: clock) { site, client in
            let cookie = try await signedIn(Mock.manager, site, client)
            let other = try await signedIn(.init("sam"), site, client)
            var statuses: [Int] = []
            for number in 0..<25 {
                let own = try headers("198.51.100.\(number)", [.cookie: cookie])
                statuses.append(try await client.execute(uri: "/choice", method: .get, headers: own).status.code)
            }
            #expect(statuses.filter { $0 == 429 }.count == 5)
            let calm = try await client.execute(
                uri: "/choice",
                method: .get,
                headers: headers("198.51.100.1", [.cookie: other])
            )
            #expect(calm.status != .tooManyRequests)
            clock.pass(seconds: 60)
            let rested = try await client.execute(
                uri: "/choice",
                method: .get,
                headers: headers("198.51.100.1", [.cookie: cookie])
            )
            #expect(rested.status == .ok)
        }
    }

    @Test func `links are tried far less often than pages, and no answer tells whether one exists`() async throws {
        try await run { site, client in
            let real = try await site.links.issue(for: Mock.manager)
            var bodies: Set<String> = []
            for number in 0..<4 {
                let guess = String(repeating: "\(number)", count: 64)
                let answer = try await client.execute(
                    uri: "/sign-in/\(guess)",
                    method: .get,
                    headers: headers("203.0.113.1")
                )
                #expect(answer.status == .gone)
                bodies.insert(String(buffer: answer.body))
            }
            #expect(bodies.count == 1)
            for path in ["/sign-in/\(real.text)", "/sign-in/\(String(repeating: "f", count: 64))"] {
                let answer = try await client.execute(uri: path, method: .get, headers: headers("203.0.113.1"))
                #expect(answer.status == .tooManyRequests)
            }
        }
    }

    @Test func `a program with a good token goes on where others guess, and refusals are problem documents`()
        async throws
    {
        try await run { _, client in
            let good = try headers("203.0.113.1", [.authorization: "Bearer good"])
            #expect(try await client.execute(uri: "/api/v1/me", method: .get, headers: good).status == .ok)
            var last: PatientClient.Answer?
            for number in 0..<12 {
                let bad = try headers("203.0.113.1", [.authorization: "Bearer bad\(number)"])
                last = try await client.execute(uri: "/api/v1/me", method: .get, headers: bad)
            }
            let refused = try #require(last)
            #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] != nil)
            #expect(refused.headers[.contentType] == "application/problem+json")
            #expect(String(buffer: refused.body).contains("\"status\":429"))
            #expect(try await client.execute(uri: "/api/v1/me", method: .get, headers: good).status == .ok)
        }
    }

    @Test func `bad signatures are counted, Slack's own requests are not`() async throws {
        try await run { _, client in
            for _ in 0..<30 {
                let genuine = try headers("203.0.113.5", [.init("X-Good") ?? .referer: "1"])
                let answer = try await client.execute(uri: "/slack/events", method: .post, headers: genuine)
                #expect(answer.status == .ok)
            }
            var statuses: [Int] = []
            for _ in 0..<5 {
                let forged = try headers("203.0.113.6")
                statuses.append(
                    try await client.execute(uri: "/slack/events", method: .post, headers: forged).status.code
                )
            }
            #expect(statuses == [401, 401, 401, 429, 429])
        }
    }

    @Test func `over https browsers are told to stay there, on every answer`() async throws {
        try await run { _, client in
            for path in ["/", "/sign-in", "/nowhere", "/healthz", "/api/v1/me", "/sign-out"] {
                let answer = try await client.execute(uri: path, method: .get, headers: headers("203.0.113.8"))
                #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000", "\(path)")
                #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(path)")
                #expect(answer.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true, "\(path)")
            }
        }
    }
}
