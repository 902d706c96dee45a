import Hummingbird
import HummingbirdTesting
import Testing
import Workspace

@testable import Web

/// Signing in by a one-time link.
@Suite struct `Signing in` {
    @Test func `a link signs in once`() async throws {
        let site = Site()
        try await site.run { client in
            let secret = try await site.links.issue(for: Mock.manager)
            let path = "/sign-in/\(secret.text)"
            // A preview in chat opens the address and spends nothing.
            for method in [HTTPRequest.Method.get, .head, .get] {
                #expect(try await client.execute(uri: path, method: method).status == .ok)
            }
            let first = try await client.execute(uri: path, method: .post, headers: [.origin: "http://localhost"])
            #expect(first.status == .seeOther && first.headers[.location] == "/")
            let cookie = first.headers[.setCookie] ?? ""
            #expect(
                cookie.wholeMatch(of: /crosstie=[0-9a-f]{64}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax/) != nil
            )
            let second = try await client.execute(uri: path, method: .post, headers: [.origin: "http://localhost"])
            #expect(second.status == .gone && second.headers[.setCookie] == nil)
            #expect(try await client.execute(uri: path, method: .get).status == .gone)
        }
    }

    @Test func `of many who use one link at once, one is let in`() async throws {
        let site = Site()
        let secret = try await site.links.issue(for: Mock.manager)
        let entered = try await withThrowingTaskGroup(of: PersonID?.self) { group in
            for _ in 0..<40 { group.addTask { try await site.links.redeem(secret) } }
            return try await group.reduce(into: 0) { $0 += $1 == nil ? 0 : 1 }
        }
        #expect(entered == 1)
    }

    @Test(arguments: [(899, true), (900, false), (5000, false)] as [(Int64, Bool)])
    func `a link works for fifteen minutes`(_ seconds: Int64, _ works: Bool) async throws {
        let site = Site()
        try await site.run { client in
            let secret = try await site.links.issue(for: Mock.manager)
            site.clock.pass(seconds: seconds)
            let path = "/sign-in/\(secret.text)"
            #expect(try await client.execute(uri: path, method: .get).status == (works ? .ok : .gone))
            let answer = try await client.execute(uri: path, method: .post, headers: [.origin: "http://localhost"])
            #expect(answer.status == (works ? .seeOther : .gone))
        }
    }

    @Test(arguments: ["/sign-in/1", "/sign-in/\(String(repeating: "0", count: 64))", "/sign-in/%2e%2e"])
    func `what is no link is no secret`(_ path: String) async throws {
        try await Site().run { client in
            let get = try await client.execute(uri: path, method: .get)
            let post = try await client.execute(uri: path, method: .post, headers: [.origin: "http://localhost"])
            #expect(get.status == .gone && post.status == .gone)
        }
    }

    static let senders: [(origin: String?, fetchSite: String?, own: Bool)] = [
        ("http://localhost", nil, true), ("http://localhost", "same-origin", true), (nil, "same-origin", true),
        ("null", "same-origin", true), ("http://LOCALHOST", nil, true),
        (nil, nil, false), ("null", nil, false), ("https://localhost", nil, false), ("http://localhost:9", nil, false),
        ("http://evil.example", nil, false), ("http://localhost", "cross-site", false),
        ("http://localhost", "same-site", false),
        ("http://localhost", "none", false), ("http://localhost.evil.example", nil, false),
    ]

    @Test(arguments: senders.indices) func `only a page of this site may sign in or out`(_ index: Int) async throws {
        let sender = Self.senders[index]
        let site = Site()
        try await site.run { client in
            let secret = try await site.links.issue(for: Mock.manager)
            var headers = HTTPFields()
            headers[.origin] = sender.origin
            if let fetchSite = sender.fetchSite { headers.set("Sec-Fetch-Site", fetchSite) }
            let enter = try await client.execute(uri: "/sign-in/\(secret.text)", method: .post, headers: headers)
            #expect(enter.status == (sender.own ? .seeOther : .forbidden))
            let leave = try await client.execute(uri: "/sign-out", method: .post, headers: headers)
            #expect(leave.status == (sender.own ? .seeOther : .forbidden))
            if !sender.own { #expect(try await site.links.works(secret)) }
        }
    }

    @Test func `signing out ends the session on the server, too`() async throws {
        let site = Site()
        try await site.run { client in
            let cookie = try await site.cookie(for: Mock.manager, client)
            #expect(try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie]).status == .ok)
            let out = try await client.execute(
                uri: "/sign-out",
                method: .post,
                headers: [.cookie: cookie, .origin: "http://localhost"]
            )
            #expect(out.headers[.setCookie] == "crosstie=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
            #expect(
                try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie]).status == .unauthorized
            )
        }
    }

    @Test func `signing in anew ends the session before`() async throws {
        let site = Site()
        try await site.run { client in
            let old = try await site.cookie(for: Mock.manager, client)
            let secret = try await site.links.issue(for: Mock.subject)
            _ = try await client.execute(
                uri: "/sign-in/\(secret.text)",
                method: .post,
                headers: [.cookie: old, .origin: "http://localhost"]
            )
            #expect(try await client.execute(uri: "/", method: .get, headers: [.cookie: old]).status == .unauthorized)
        }
    }

    @Test func `a session ends after twelve idle hours`() async throws {
        let site = Site()
        try await site.run { client in
            let cookie = try await site.cookie(for: Mock.manager, client)
            for (hours, status) in [(11, HTTPResponse.Status.ok), (11, .ok), (12, .unauthorized), (0, .unauthorized)]
                as [(Int64, HTTPResponse.Status)]
            {
                site.clock.pass(seconds: hours * 3600)
                #expect(try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie]).status == status)
            }
        }
    }

    @Test func `a session ends after seven days, however busy`() async throws {
        let site = Site()
        try await site.run { client in
            let cookie = try await site.cookie(for: Mock.manager, client)
            for hour in 1..<168 {
                site.clock.pass(seconds: 3600)
                let status = try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie]).status
                #expect(status == .ok, "hour \(hour)")
            }
            site.clock.pass(seconds: 3600)
            #expect(
                try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie]).status == .unauthorized
            )
        }
    }

    @Test func `the store knows hashes, never secrets, and forgets what expired`() async throws {
        let site = Site()
        let secret = try await site.links.issue(for: Mock.manager)
        let kept = try #require(await site.memory.link(secret.hash))
        #expect(kept.hash.text != secret.text && kept.hash.text.count == 64)
        #expect(await site.memory.link(SecretHash(text: secret.text)) == nil)
        site.clock.pass(seconds: 901)
        let sessions = Sessions(keeping: site.memory, now: site.clock.now)
        let first = try await sessions.begin(for: Mock.manager)
        #expect(await site.memory.link(secret.hash) == nil)
        site.clock.pass(seconds: 12 * 3600)
        _ = try await sessions.begin(for: Mock.manager)
        #expect(await site.memory.session(first.hash) == nil)
    }

    @Test func `secrets are 256 bits that do not repeat, hashed by SHA-256`() throws {
        let secrets = try (0..<200).map { _ in try Secret.random() }
        #expect(Set(secrets).count == 200)
        #expect(Secret(String(repeating: "A", count: 64)) == nil && Secret("") == nil)
        // FIPS 180-2, appendix B.1.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(sha256(Array("abc".utf8)).hexadecimal == expected)
    }

    @Test func `over https the cookie is bound to the host`() {
        let cookie = SessionCookie(secure: true).header(nil)
        #expect(cookie == "__Host-crosstie=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure")
    }

    @Test func `a link's address names the site`() throws {
        let secret = try Secret.random()
        let site = try #require(SiteAddress("https://crosstie.example"))
        #expect(Site().links.address(of: secret, at: site) == "https://crosstie.example/sign-in/\(secret.text)")
    }
}
