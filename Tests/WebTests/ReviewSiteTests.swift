import Hummingbird
import HummingbirdTesting
import Testing
import Workspace

@testable import Web

@Suite struct `Reviews on the site` {
    private func call(
        _ method: HTTPRequest.Method,
        _ path: String,
        as viewer: PersonID,
        _ body: String = "",
        origin: String? = "http://localhost"
    ) async throws -> (status: Int, headers: HTTPFields, body: String) {
        let site = Site()
        var source = PageSource.mock
        source.reviews = .mock
        return try await site.application(source: source).test(.router) { client in
            var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            headers[.cookie] = try await site.cookie(for: viewer, client)
            if let origin { headers[.origin] = origin }
            let answer = try await client.execute(
                uri: path,
                method: method,
                headers: headers,
                body: ByteBuffer(string: body)
            )
            return (Int(answer.status.code), answer.headers, String(buffer: answer.body))
        }
    }

    @Test(
        arguments: [
            ("/reviews", 200), ("/reviews/mei.v1", 200), ("/reviews/mei.v1/print", 200), ("/feedback", 200),
            ("/people/mei%40example.com/feedback", 200), ("/reviews/other", 404), ("/reviews/mei.v1/file/exe", 404),
        ]
    ) func `each page is where it belongs`(_ path: String, _ status: Int) async throws {
        #expect(try await call(.get, path, as: Mock.manager).status == status)
    }

    @Test func `a review that is none of one’s business is not there`() async throws {
        #expect(try await call(.get, "/reviews/mei.v1", as: "sam").status == 404)
        let page = try await call(.get, "/reviews/mei.v1", as: Mock.subject).body
        #expect(!page.contains("name=\"line\"") && page.contains("I have read it"))
    }

    @Test func `a save that came too late comes again with the words kept`() async throws {
        let late = try await call(.post, "/reviews/mei.v1", as: Mock.manager, "version=3&step=edit&line=3&words=Mine")
        #expect(late.status == 422 && late.body.contains("role=\"alert\"") && late.body.contains("<details open>"))
        let good = try await call(.post, "/reviews/mei.v1", as: Mock.manager, "version=7&step=share")
        #expect(good.status == 303 && good.headers[.location] == "/reviews/mei.v1")
    }

    @Test(arguments: ["/reviews", "/reviews/mei.v1", "/feedback", "/people/mei/feedback", "/looks", "/notes"])
    func `nothing is taken from another site`(_ path: String) async throws {
        let answer = try await call(
            .post,
            path,
            as: Mock.manager,
            "version=7&step=seal",
            origin: "https://evil.example"
        )
        #expect(answer.status == 403)
    }

    @Test func `words are looked at while they are typed, and a word without fault has no look`() async throws {
        let found = try await call(.post, "/looks", as: Mock.manager, "words=Mei+is+always+brilliant&sources=1")
        #expect(found.status == 200 && found.headers[.contentType] == "application/json")
        #expect(found.body.contains("brilliant") && found.body.contains("always"))
        #expect(!found.body.contains("cites nothing"))
        #expect(try await call(.post, "/looks", as: Mock.manager, "words=&sources=").body == "[]")
        #expect(try await call(.get, "/looks", as: Mock.manager).status == 405)
    }

    @Test func `the editor alone may run the site’s own script`() async throws {
        let editor = try await call(.get, "/reviews/mei.v1", as: Mock.manager).headers
        let list = try await call(.get, "/reviews", as: Mock.manager).headers
        #expect(editor.text("Content-Security-Policy")?.contains("script-src 'self'") == true)
        #expect(list.text("Content-Security-Policy")?.contains("script-src") == false)
    }

    @Test func `a file is sent to be kept, not to be opened in the site`() async throws {
        let file = try await call(.get, "/reviews/mei.v1/file/md", as: Mock.manager)
        #expect(file.body == "# Review" && file.headers[.contentType] == "text/markdown; charset=utf-8")
        #expect(file.headers.text("Content-Disposition") == "attachment; filename=\"review-mei.v1.md\"")
        #expect(file.headers.text("Content-Security-Policy")?.contains("default-src 'none'") == true)
    }

    @Test func `an editor’s page works by forms alone, each with its label`() throws {
        let html = try draw(ReviewPage.mock)
        for match in html.matches(of: /<(?:textarea|input)[^>]* id="([^"]+)"/) {
            #expect(html.contains("<label for=\"\(match.1)\""), "\(match.1) has no label")
        }
        let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "an id stands twice")
        #expect(html.contains("rel=\"noreferrer\"") || !html.contains("http"))
    }

    @Test func `paper shows every source with its address, and what was taken back`() throws {
        let html = try draw(ReviewPrintPage.mock)
        #expect(html.contains("https://northlight.slack.com/archives/C1/p1</a>"))
        #expect(html.contains("<s>“[…]”</s>") && html.contains("The words are gone."))
        #expect(html.contains("<a href=\"#note-1\">1</a>") && html.contains("id=\"note-1\""))
    }
}
