import Hummingbird
import HummingbirdTesting
import Testing
import Workspace

@testable import Web

/// Forms: what was sent, by whom, and what becomes of it.
@Suite struct Forms {
    private static let type = "application/x-www-form-urlencoded"

    private func send(
        _ body: String,
        to path: String,
        as viewer: PersonID?,
        origin: String? = "http://localhost",
        type: String = Self.type
    ) async throws -> (status: Int, headers: HTTPFields, body: String) {
        let site = Site()
        return try await site.application().test(.router) { client in
            var headers: HTTPFields = [.contentType: type]
            if let viewer { headers[.cookie] = try await site.cookie(for: viewer, client) }
            if let origin { headers[.origin] = origin }
            let answer = try await client.execute(
                uri: path,
                method: .post,
                headers: headers,
                body: ByteBuffer(string: body)
            )
            return (Int(answer.status.code), answer.headers, String(buffer: answer.body))
        }
    }

    @Test(
        arguments: [
            ("/people/mei/level-up", "words=Because", "mara", "/moves/mei.1"),
            ("/people/mei/switch", "", "mei", "/moves/mei.2"),
            ("/moves/mei.1", "step=first-view&outcome=granted&words=A", "pia", "/moves/mei.1"),
            ("/choice", "choice=no&words=", "mara", "/choice"),
        ]
    ) func `a form that is taken leads on to a page`(
        _ path: String,
        _ body: String,
        _ viewer: String,
        _ next: String
    ) async throws {
        let answer = try await send(body, to: path, as: PersonID(viewer))
        #expect(answer.status == 303 && answer.headers[.location] == next)
    }

    @Test func `a form that lacks something comes again with the words kept and what to mend`() async throws {
        let words = "I saw%0D%0Athe %3Cb%3E%26+queue."
        let answer = try await send("step=first-view&words=\(words)", to: "/moves/mei.1", as: Mock.steward)
        #expect(answer.status == 422)
        #expect(answer.body.contains("role=\"alert\"") && answer.body.contains("Choose “yes” or “not yet”."))
        #expect(answer.body.contains("I saw\nthe &lt;b&gt;&amp; queue.</textarea>"))
        let choice = try await send("words=mine", to: "/choice", as: Mock.manager)
        #expect(choice.status == 422 && choice.body.contains(">mine</textarea>"))
        let wording = try await send("words=a+demotion", to: "/people/mei/level-up", as: Mock.manager)
        #expect(wording.status == 422 && wording.body.contains(">a demotion</textarea>"))
    }

    @Test(arguments: ["/people/mei/level-up", "/people/mei/switch", "/moves/mei.1", "/choice"])
    func `nothing is taken from another site, or from nobody`(_ path: String) async throws {
        let body = "step=agree&choice=yes"
        #expect(try await send(body, to: path, as: Mock.subject, origin: "https://evil.example").status == 403)
        #expect(try await send(body, to: path, as: Mock.subject, origin: nil).status == 403)
        #expect(try await send(body, to: path, as: Mock.subject, origin: "null").status == 403)
        #expect(try await send(body, to: path, as: nil).status == 401)
    }

    @Test(
        arguments: [
            ("/people/mei/level-up", "sam", 403), ("/people/mei/switch", "sam", 403), ("/moves/mei.1", "sam", 404),
            ("/people/nobody/level-up", "mara", 404), ("/moves/mei.1", "mara", 403),
        ]
    ) func `whoever may not act is refused as the page is`(_ path: String, _ viewer: String, _ status: Int) async throws
    {
        #expect(try await send("step=grant&day=2026-05-18", to: path, as: PersonID(viewer)).status == status)
    }

    @Test func `what is no form is refused`() async throws {
        let path = "/moves/mei.1"
        #expect(try await send("{}", to: path, as: Mock.steward, type: "application/json").status == 415)
        #expect(try await send("step=fire", to: path, as: Mock.steward).status == 415)
        let long = "step=agree&words=" + String(repeating: "a", count: 70_000)
        #expect(try await send(long, to: path, as: Mock.steward).status == 413)
    }

    @Test func `a form's address refuses other methods`() async throws {
        try await Site().run { client in
            let answer = try await client.execute(uri: "/choice", method: .delete)
            #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == "GET, HEAD, POST")
        }
    }

    @Test func `fields come as they were typed`() {
        let fields = FormFields(
            body: "a=1&rule=x&rule=&rule=y+z&words=%20%C3%A9%0D%0Ab%20&broken=%zz&alone&day=2026-05-18"
        )
        #expect(fields["a"] == "1" && fields["words"] == "é\nb" && fields["alone"].isEmpty && fields["none"].isEmpty)
        #expect(fields.all("rule") == ["x", "y z"] && fields["broken"].isEmpty)
        #expect(fields.day("day") == CivilDate("2026-05-18") && fields.day("a") == nil)
    }

    @Test func `a table comes as a file`() async throws {
        let site = Site()
        try await site.run { client in
            let cookie = try await site.cookie(for: Mock.steward, client)
            for (path, type, name) in [
                (
                    "/audits/pay-gap.csv?table=by-level", "text/csv; charset=utf-8; header=present",
                    "pay-gap-by-level.csv"
                ),
                ("/audits/pay-gap.json", "application/json", "pay-gap-all.json"),
            ] {
                let answer = try await client.execute(uri: path, method: .get, headers: [.cookie: cookie])
                #expect(answer.status == .ok && answer.headers[.contentType] == type)
                #expect(answer.headers.text("Content-Disposition") == "attachment; filename=\"\(name)\"")
                #expect(answer.headers[.cacheControl] == "no-store")
            }
            let page = try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie])
            #expect(String(buffer: page.body).contains("href=\"/audits\""))
            let other = try await site.cookie(for: Mock.manager, client)
            let closed = try await client.execute(uri: "/", method: .get, headers: [.cookie: other])
            #expect(!String(buffer: closed.body).contains("/audits"))
        }
    }
}
