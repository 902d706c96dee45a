import Hummingbird
import HummingbirdTesting
import Testing
import Workspace

@testable import Web

/// What the site answers.
@Suite struct `The site` {
    @Test(
        arguments: [
            ("/", "Week of"), ("/people/mei", "Level 5 is emerging"),
            ("/people/mei%40example.com/prep", "Questions to open with"),
            ("/people/mei/draft", "Not enough evidence"), ("/ladder", "Two rails, one gauge"),
            ("/ladder?person=mei&target=management%3A5", "Mei Lindqvist is here"),
            ("/people/mei/level-up", "Level 5: Staff"),
            ("/people/mei/switch", "What stays"), ("/moves", "Waiting for a decision"), ("/moves/mei.1", "To you"),
            ("/pay", "Who looked at it"), ("/choice", "Would you choose this track again?"),
        ]
    ) func `a page opens for somebody who is signed in`(_ path: String, _ words: String) async throws {
        let site = Site()
        try await site.run { client in
            let cookie = try await site.cookie(for: Mock.manager, client)
            let answer = try await client.execute(uri: path, method: .get, headers: [.cookie: cookie])
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
            #expect(String(buffer: answer.body).contains(words))
            #expect(String(buffer: answer.body).contains("Mara Vogel"))
        }
    }

    @Test(
        arguments: [
            "/", "/people/mei", "/people/mei/prep", "/people/mei/draft", "/ladder", "/people/mei/level-up",
            "/people/mei/switch", "/moves", "/moves/mei.1", "/audits", "/audits/pay-gap", "/audits/pay-gap.csv?table=x",
            "/audits/pay-gap.json", "/pay", "/choice",
        ]
    ) func `no page opens for anybody else`(_ path: String) async throws {
        try await Site().run { client in
            let answer = try await client.execute(uri: path, method: .get)
            #expect(answer.status == .unauthorized)
            #expect(String(buffer: answer.body).contains("Please sign in first"))
            #expect(!String(buffer: answer.body).contains("Mei"))
        }
    }

    @Test(
        arguments: [
            ("/people/nobody", "mara", 404, "There is no such page"), ("/people/mei", "sam", 403, "not open to you"),
            ("/nowhere", "mara", 404, "There is no such page"), ("/", "broken", 500, "fault of the program"),
            ("/", "gone", 401, "sign in first"),
            ("/people/mei/draft?from=2026-06-30&to=2026-01-01", "mara", 400, "period"),
            ("/people/mei/draft?from=soon", "mara", 400, "period"),
            ("/static/crosstie.css", "mara", 404, "no such page"),
            ("/ladder?person=mei", "sam", 403, "not open to you"),
            ("/ladder?target=management%3A99", "mara", 404, "no such"),
            ("/people/mei/level-up", "sam", 403, "not open to you"),
            ("/people/mei/switch", "sam", 403, "not open to you"),
            ("/moves/mei.1", "sam", 404, "There is no such page"),
            ("/moves/mei.9", "mara", 404, "There is no such page"),
            ("/audits", "mara", 403, "people operations and representatives"),
            ("/audits/pay-gap", "mara", 403, "not open"),
            ("/audits/pay-gap.csv?table=x", "mara", 403, "not open"), ("/audits/nothing", "pia", 404, "no such page"),
            ("/audits/pay-gap.xml", "pia", 404, "no such page"), ("/pay", "sealed", 503, "started without the key"),
        ] as [(String, String, Int, String)]
    ) func `a refusal is a page with its own status`(
        _ path: String,
        _ viewer: String,
        _ status: Int,
        _ words: String
    ) async throws {
        let site = Site()
        try await site.run { client in
            let cookie = try await site.cookie(for: .init(viewer), client)
            let answer = try await client.execute(uri: path, method: .get, headers: [.cookie: cookie])
            #expect(answer.status.code == status)
            #expect(String(buffer: answer.body).contains(words))
        }
    }

    @Test func `a draft opens for the period that the form named`() async throws {
        let site = Site()
        try await site.run { client in
            let cookie = try await site.cookie(for: Mock.manager, client)
            let path = "/people/mei/draft?from=2026-02-01&to=2026-03-31"
            let answer = try await client.execute(uri: path, method: .get, headers: [.cookie: cookie])
            #expect(String(buffer: answer.body).contains("1 February 2026</time> to"))
        }
    }

    @Test(arguments: ["/", "/ladder", "/sign-in", "/healthz", "/people/mei", "/moves", "/audits", "/audits/x", "/pay"])
    func `what only shows a page refuses to be sent anything`(_ path: String) async throws {
        try await Site().run { client in
            for method in [HTTPRequest.Method.post, .put, .delete, .patch] {
                let answer = try await client.execute(uri: path, method: method)
                #expect(answer.status == .methodNotAllowed)
                #expect(answer.headers[.allow] == "GET, HEAD")
            }
        }
    }

    @Test(arguments: ["/sign-in", "/", "/nowhere", "/healthz"])
    func `HEAD answers as GET does, without the page`(_ path: String) async throws {
        try await Site().run { client in
            let get = try await client.execute(uri: path, method: .get)
            let head = try await client.execute(uri: path, method: .head)
            #expect(head.status == get.status && head.body.readableBytes == 0 && get.body.readableBytes > 0)
            #expect(head.headers[.contentType] == get.headers[.contentType])
        }
    }

    @Test(arguments: ["/", "/sign-in", "/nowhere", "/healthz", "/sign-out"])
    func `every answer tells the browser what not to do`(_ path: String) async throws {
        try await Site().run { client in
            let answer = try await client.execute(uri: path, method: .get)
            let policy = answer.headers[.contentSecurityPolicy] ?? ""
            for part in [
                "default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'",
                "frame-ancestors 'none'",
            ] {
                #expect(policy.contains(part))
            }
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers.text("Referrer-Policy") == "same-origin")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.strictTransportSecurity] == nil)
        }
    }

    @Test func `styles and icons are kept for a year, under names that follow their content`() async throws {
        try await Site().run { client in
            let page = String(buffer: try await client.execute(uri: "/sign-in", method: .get).body)
            let addresses = page.matches(of: /\/static\/[a-z]+\.[0-9a-f]{16}\.(css|svg)/).map { String($0.0) }
            #expect(addresses.count == 2)
            for address in addresses {
                let answer = try await client.execute(uri: address, method: .get)
                #expect(answer.status == .ok && answer.body.readableBytes > 100)
                #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
                #expect(
                    answer.headers[.contentType]
                        == (address.hasSuffix("css") ? "text/css; charset=utf-8" : "image/svg+xml")
                )
                #expect(answer.headers[.setCookie] == nil)
            }
        }
    }

    @Test func `another content is another name`() throws {
        let one = StaticFiles(["a.css": Asset(name: "Static/a.css", bytes: [1])])
        let two = StaticFiles(["a.css": Asset(name: "Static/a.css", bytes: [2])])
        let names = try (one.address(of: "a.css"), two.address(of: "a.css"))
        #expect(names.0 != names.1)
        #expect(throws: WebError.fileMissing(name: "b.css")) { try one.address(of: "b.css") }
    }

    @Test func `the log names routes, never people`() async throws {
        let site = Site()
        try await site.run { client in
            let cookie = try await site.cookie(for: "broken", client)
            _ = try await client.execute(uri: "/people/mei?q=mara", method: .get, headers: [.cookie: cookie])
            _ = try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie])
            _ = try await client.execute(uri: "/nobody/mei", method: .get)
        }
        let log = site.log.all.joined(separator: "\n")
        #expect(site.log.all.count == 5)
        #expect(log.contains("/people/{id}") || log.contains("/people/:id"))
        #expect(log.contains("\"status\": 403") || log.contains("status"))
        #expect(log.contains("Broken"))
        for secret in ["mei", "mara", "Mei", "Mara", "crosstie="] { #expect(!log.contains(secret), "\(log)") }
        #expect(log.firstMatch(of: /[0-9a-f]{64}/) == nil)
    }

    @Test func `a request under another name is refused, a health check is not`() async throws {
        var site = Site()
        site.address = "https://crosstie.example"
        try await site.run { client in
            let answer = try await client.execute(uri: "/sign-in", method: .get)
            #expect(answer.status.code == 421)
            #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
            #expect(answer.headers.text("Cross-Origin-Opener-Policy") == "same-origin")
            #expect(try await client.execute(uri: "/healthz", method: .get).status == .ok)
        }
    }
}
