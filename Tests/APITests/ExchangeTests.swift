import Answers
import Desk
import Evidence
import Records
import StoreTesting
import Testing
import Workspace

@testable import API

/// What goes over the wire, whatever is asked for.
@Suite struct `Requests and answers` {
    @Test(arguments: [
        "", "/", "/nothing", "/people/", "/people//entries", "/people/ana/nothing", "/people/%ff", "/people/a%00",
    ])
    func `an address that is not known is a problem`(path: String) async throws {
        let place = try await Workplace.company(.sqlite)
        let reply = await place.ask("GET", path, as: .subject)
        #expect(reply.status == 404 && reply.problem == "not-found")
        #expect(reply.header("Content-Type") == "application/problem+json")
    }

    @Test(arguments: ["/api", "/api/", "/api/v1", "/api/v2/me", "/api/v10/me"])
    func `so is one outside the version`(path: String) async throws {
        let place = try await Workplace.company(.sqlite)
        #expect(await place.api.answer(ProgramRequest(method: "GET", path: path)).status == 404)
        #expect(place.api.door.takes("/api") && place.api.door.takes("/api/x") && !place.api.door.takes("/apis"))
    }

    @Test(arguments: ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FETCH"])
    func `a method that an address does not know is told which it knows`(method: String) async throws {
        let place = try await Workplace.company(.sqlite)
        let reply = await place.ask(method, "/me", as: .subject)
        #expect(reply.status == 405 && reply.header("Allow") == "GET, HEAD")
        #expect(reply.header("Access-Control-Allow-Origin") == nil)
        let write = await place.ask("GET", "/requests/r/answer", as: .subject)
        #expect(write.status == 405 && write.header("Allow") == "POST")
        #expect(await place.ask(method, "/openapi.json", as: nil).status == 405)
    }

    @Test(
        arguments: [
            ("text/html", 406), ("application/json;q=0", 406), ("*/*", 200), ("application/*;q=0.1", 200),
            ("text/csv", 406),
            ("text/html, application/json;q=0.5", 200), ("", 200),
        ]
    )
    func `what a program takes decides the form`(accept: String, status: Int) async throws {
        let place = try await Workplace.company(.sqlite)
        #expect(await place.ask("GET", "/me", as: .subject, headers: ["Accept": accept]).status == status)
    }

    @Test func `a body is JSON, short enough, and what the operation takes`() async throws {
        let place = try await Workplace.company(.sqlite)
        let path = "/people/ana/actions"
        func status(_ body: String?, type: String = "application/json", isTooLong: Bool = false) async -> ProgramReply {
            await place.ask(
                "POST",
                path,
                as: .manager,
                headers: ["Content-Type": type],
                body: body,
                isTooLong: isTooLong
            )
        }
        #expect(await status("{}", type: "text/plain").status == 415)
        #expect(await status("{", type: "application/json; charset=utf-8").status == 400)
        #expect(await status("{}", isTooLong: true).status == 413)
        let empty = await status("{}")
        #expect(empty.status == 422 && empty.json?["errors"]?.array?.first?["pointer"] == "/text")
        let wrong = await status(#"{"text":7,"due":"2024-13-01","more":1,"owner":""}"#)
        let pointers = wrong.json?["errors"]?.array?.compactMap { $0["pointer"]?.text }
        #expect(wrong.status == 422 && pointers == ["/due", "/more", "/owner", "/text"])
        let past = await status(#"{"text":"Show the runbook","due":"2020-01-01"}"#)
        #expect(past.status == 422 && past.json?["errors"]?.array?.first?["pointer"] == "/due")
        #expect(await status(#"{"text":"Show the runbook"}"#).status == 201)
    }

    @Test func `parameters are told apart from what they cannot be`() async throws {
        let place = try await Workplace.company(.sqlite)
        for query in ["limit=0", "limit=201", "limit=x", "limit=1.5", "limit=", "limit=%zz"] {
            #expect(await place.ask("GET", "/people", as: .subject, query: query).status == 400, "\(query)")
        }
        #expect(await place.ask("GET", "/titles", as: .subject).status == 400)
        #expect(await place.ask("GET", "/people/ana/draft", as: .subject, query: "from=2024-13-01").status == 400)
        let turned = "from=2024-03-01&to=2024-02-01"
        #expect(await place.ask("GET", "/people/ana/draft", as: .subject, query: turned).status == 400)
        #expect(await place.ask("GET", "/people/ana/clock", as: .subject, query: "target=ic:99").status == 404)
        #expect(await place.ask("GET", "/people/ana/clock", as: .subject, query: "target=ic:6").status == 200)
    }

    @Test func `what a program has already is not sent again`() async throws {
        let place = try await Workplace.company(.sqlite)
        let first = await place.ask("GET", "/ladder", as: .subject)
        let tag = try #require(first.header("ETag"))
        for given in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let again = await place.ask("GET", "/ladder", as: .subject, headers: ["If-None-Match": given])
            #expect(again.status == 304 && again.body.isEmpty && again.header("ETag") == tag)
        }
        #expect(await place.ask("GET", "/ladder", as: .subject, headers: ["If-None-Match": "\"x\""]).status == 200)
        #expect(await place.ask("HEAD", "/ladder", as: .subject).status == 200)
    }

    @Test func `the same write under the same key is done once`() async throws {
        let place = try await Workplace.company(.sqlite)
        func agree(_ text: String, key: String = "k1") async -> ProgramReply {
            await place.ask(
                "POST",
                "/people/ana/actions",
                as: .manager,
                headers: ["Idempotency-Key": key],
                body: #"{"text":"\#(text)"}"#
            )
        }
        let before = try await place.desk.oneOnOne("ana", for: .person("mo")).open.count
        let first = await agree("Show the runbook")
        let again = await agree("Show the runbook")
        #expect(first.status == 201 && again.status == 201 && first.body == again.body)
        #expect(again.header("Idempotent-Replayed") == "true")
        #expect(try await place.desk.oneOnOne("ana", for: .person("mo")).open.count == before + 1)
        let other = await agree("Something else")
        #expect(other.status == 422 && other.json?["errors"]?.array?.first?["parameter"] == "Idempotency-Key")
        #expect(await agree("Something else", key: "k2").status == 201)
        for key in ["", "two words", String(repeating: "k", count: 201), "ü"] {
            #expect(await agree("x", key: key).status == 400)
        }
    }

    @Test func `what was refused is answered the same again, and two keepers do not share a key`() async throws {
        let place = try await Workplace.company(.sqlite)
        let path = "/people/ana/entries/\(Workplace.encoded(place.entries[0].text))/acceptance"
        let headers = ["Idempotency-Key": "same"]
        let refused = await place.ask("POST", path, as: .manager, headers: headers)
        #expect(refused.status == 403)
        let done = await place.ask("POST", path, as: .subject, headers: headers)
        #expect(done.status == 200 && done.json?["state"] == "settled")
        let again = await place.ask("POST", path, as: .manager, headers: headers)
        #expect(again.status == 403 && again.body == refused.body)
        #expect(await place.ask("POST", path, as: .subject, headers: headers).body == done.body)
        let second = await place.ask("POST", path, as: .subject)
        #expect(second.status == 409, "it has settled already")
    }

    @Test func `a token that asks too often is told when to come back`() async throws {
        let place = try await Workplace.company(.sqlite, limits: RateLimits(burst: 2, perMinute: 30))
        let first = await place.ask("GET", "/ladder", as: .subject)
        #expect(first.status == 200 && first.header("RateLimit") == #""token";r=1;t=2"#)
        #expect(first.header("RateLimit-Policy") == #""token";q=2;w=4"#)
        #expect(await place.ask("GET", "/ladder", as: .subject).status == 200)
        let third = await place.ask("GET", "/ladder", as: .subject)
        #expect(third.status == 429 && third.header("Retry-After") == "2" && third.problem == "rate")
        #expect(await place.ask("GET", "/ladder", as: .manager).status == 200, "each token has its own")
    }

    @Test func `an answer to a request is given once, by whoever was asked`() async throws {
        let place = try await Workplace.company(.sqlite)
        let id = try #require(place.names["request"])
        let round = try #require(try await place.records.rounds(about: "ana", now: Workplace.now).first)
        let asked = try #require(round.requests.first { $0.id.text == id }?.colleague)
        let made = try await place.desk.makeToken("a", scopes: [.write], days: 1, for: asked, by: .person(asked))
        let headers = ["Authorization": "Bearer \(made.secret)"]
        let path = "/requests/\(Workplace.encoded(id))/answer"
        let body = #"{"sight":"next","words":"Her plan held for three teams."}"#
        let done = await place.ask("POST", path, as: nil, headers: headers, body: body)
        #expect(done.status == 201, "\(done.text)")
        #expect(!done.text.contains("three teams"), "what is kept for a repetition holds no words of people")
        #expect(await place.ask("POST", path, as: nil, headers: headers, body: body).status == 409)
        let bad = await place.ask("POST", path, as: nil, headers: headers, body: #"{"sight":"great"}"#)
        #expect(bad.status == 422 && bad.json?["errors"]?.array?.first?["pointer"] == "/sight")
    }

    @Test func `hidden words are gone, and what was captured is not there yet`() async throws {
        let place = try await Workplace.company(.sqlite)
        let entry = place.entries[3]
        let path = "/people/ana/entries/\(Workplace.encoded(entry.text))"
        #expect(await place.ask("POST", "\(path)/hiding", as: .subject).json?["state"] == "withdrawn")
        #expect(await place.ask("GET", path, as: .subject).status == 404)
        let list = await place.ask("GET", "/people/ana/entries", as: .manager)
        let ids = Set(list.json?["items"]?.array?.compactMap { $0["id"]?.text } ?? [])
        #expect(ids == Set(place.entries.map(\.text)).subtracting([entry.text, place.entries[7].text]))
        let captured = Workplace.encoded(place.entries[7].text)
        #expect(await place.ask("GET", "/people/ana/entries/\(captured)", as: .manager).status == 404)
    }
}
