import Evidence
import Foundation
import ModelEndpoint
import ServerTesting
import Testing
import WriterEndpoint
import Writing

@Suite struct `A model's server that fails` {
    /// One act of a server, and what it comes to.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let act: StubServer.Act
        let kept: KeptReason
        let calls: Int
        var testDescription: String { name }
    }

    static let entries = ["a", "b"].map {
        Sheets.entry($0, "thanks for the \($0 == "a" ? "import" : "label") fix, it holds")
    }
    static let sentences = ["a", "b"].map {
        Sheets.sentence($0, quote: "thanks for the \($0 == "a" ? "import" : "label") fix")
    }

    static func content(_ text: String) -> StubServer.Act { .answer(body: Asked.completion(text)) }
    static let good = "On 9 September in [C1], [P2] wrote about [P1]: “thanks for the import fix”."

    static let cases: [Case] = [
        Case(name: "no JSON", act: content("Sure! Here you are."), kept: .noAnswer(.notAsAsked), calls: 3),
        Case(
            name: "broken JSON",
            act: content(#"{"sentences":[{"id":"s1","te"#),
            kept: .noAnswer(.notAsAsked),
            calls: 3
        ),
        Case(name: "words before", act: content(#"Here: {"sentences":[]}"#), kept: .noAnswer(.notAsAsked), calls: 3),
        Case(
            name: "further keys",
            act: content(#"{"sentences":[],"rating":5}"#),
            kept: .noAnswer(.notAsAsked),
            calls: 3
        ),
        Case(
            name: "further keys in a sentence",
            act: content(#"{"sentences":[{"id":"s1","text":"x","sources":["b"]}]}"#),
            kept: .noAnswer(.notAsAsked),
            calls: 3
        ),
        Case(name: "a list alone", act: content(#"[{"id":"s1","text":"x"}]"#), kept: .noAnswer(.notAsAsked), calls: 3),
        Case(
            name: "other ids",
            act: content(#"{"sentences":[{"id":"s7","text":"x"}]}"#),
            kept: .noAnswer(.notAsAsked),
            calls: 3
        ),
        Case(
            name: "numbers as ids",
            act: content(#"{"sentences":[{"id":1,"text":"x"}]}"#),
            kept: .noAnswer(.notAsAsked),
            calls: 3
        ),
        Case(name: "nothing about any", act: content(#"{"sentences":[]}"#), kept: .leftOut, calls: 3),
        Case(
            name: "each twice",
            act: .answer(body: Asked.answer([("s1", good), ("s1", good), ("s2", good), ("s2", good)])),
            kept: .leftOut,
            calls: 3
        ),
        Case(
            name: "huge words",
            act: .answer(body: Asked.answer(["s1", "s2"].map { ($0, String(repeating: "a", count: 5000)) })),
            kept: .leftOut,
            calls: 3
        ),
        Case(
            name: "deep nesting",
            act: content(String(repeating: "[", count: 20_000)),
            kept: .noAnswer(.notAsAsked),
            calls: 3
        ),
        Case(
            name: "cut off",
            act: .answer(body: Asked.completion("{}", finish: "length")),
            kept: .noAnswer(.cutOff),
            calls: 3
        ),
        Case(
            name: "a tool call",
            act: .answer(
                body:
                    #"{"choices":[{"message":{"role":"assistant","content":null,"tool_calls":[{"function":{"name":"send"}}]}}]}"#
            ),
            kept: .noAnswer(.notAsAsked),
            calls: 3
        ),
        Case(
            name: "two choices",
            act: .answer(body: #"{"choices":[{"message":{"content":"{}"}},{"message":{"content":"{}"}}]}"#),
            kept: .noAnswer(.notAsAsked),
            calls: 3
        ),
        Case(name: "a body without end", act: .flood(400_000), kept: .noAnswer(.tooLong), calls: 1),
        Case(
            name: "429",
            act: .answer(status: 429, headers: ["Retry-After": "3600"], body: ""),
            kept: .noAnswer(.busy),
            calls: 3
        ),
        Case(name: "500", act: .answer(status: 500, body: ""), kept: .noAnswer(.serverFault), calls: 3),
        Case(name: "401", act: .answer(status: 401, body: ""), kept: .noAnswer(.refused), calls: 1),
        Case(
            name: "302",
            act: .answer(status: 302, headers: ["Location": "http://127.0.0.1:1/"], body: ""),
            kept: .noAnswer(.redirected),
            calls: 1
        ),
        Case(name: "hangs up", act: .raw(""), kept: .noAnswer(.noConnection), calls: 3),
        Case(
            name: "hangs up in the middle",
            act: .raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"cho"),
            kept: .noAnswer(.noConnection),
            calls: 3
        ),
    ]

    @Test(arguments: cases)
    func `leaves every sentence as it is, and the reason is told`(_ what: Case) async throws {
        try await StubServer.running { _, _ in
            what.act
        } _: { server, port in
            let results = try await Sheets.rewriter(port: port).rewrite(
                Self.sentences,
                with: Sheets.material(Self.entries)
            )
            #expect(results.map(\.sentence) == Self.sentences)
            #expect(results.map(\.outcome) == [.kept(what.kept), .kept(what.kept)])
            #expect(server.requests.count == what.calls)
        }
    }

    @Test(arguments: [true, false])
    func `is given up in time`(_ speaks: Bool) async throws {
        try await StubServer.running { _, _ in
            speaks ? .stall(.seconds(1200)) : .silence(.seconds(1200))
        } _: { _, port in
            let rewriter = try Sheets.rewriter(port: port) {
                $0.wire.deadline = .milliseconds(60)
                $0.wire.retries = 1
            }
            let results = try await rewriter.rewrite(Self.sentences, with: Sheets.material(Self.entries))
            #expect(results.allSatisfy { $0.outcome == .kept(.noAnswer(.timedOut)) })
            #expect(rewriter.costs.calls == 2)
        }
    }

    @Test func `is left alone for a while after several faults`() async throws {
        try await StubServer.running { _, _ in
            .answer(status: 500, body: "")
        } _: { server, port in
            let rewriter = try Sheets.rewriter(port: port) {
                $0.wire.retries = 0
                $0.wire.patience = 3
                $0.wire.atOnce = 1
                $0.together = 1
            }
            for _ in 0..<4 { _ = try await rewriter.rewrite(Self.sentences, with: Sheets.material(Self.entries)) }
            #expect(server.requests.count == 3)
        }
    }

    @Test func `costs no more than was allowed`() async throws {
        try await StubServer.running { request, _ in
            .answer(body: Asked.answer((Asked(request)?.sentences ?? []).map { ($0.id, $0.text) }))
        } _: { server, port in
            let rewriter = try Sheets.rewriter(port: port) {
                $0.wire.atOnce = 1
                $0.together = 1
            }
            rewriter.allow(tokens: 120)
            let results = try await rewriter.rewrite(Self.sentences, with: Sheets.material(Self.entries))
            #expect(server.requests.count == 1 && rewriter.costs.tokens == 120)
            #expect(results.map(\.outcome) == [.kept(.same), .kept(.noAnswer(.spent))])
            rewriter.allow(tokens: nil)
            _ = try await rewriter.rewrite(Self.sentences, with: Sheets.material(Self.entries))
            #expect(server.requests.count == 3)
        }
    }

    @Test func `is let go at once when nobody waits any more`() async throws {
        try await StubServer.running { _, _ in
            .silence(.seconds(1200))
        } _: { server, port in
            let rewriter = try Sheets.rewriter(port: port)
            let rewriting = Task { try await rewriter.rewrite(Self.sentences, with: Sheets.material(Self.entries)) }
            while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            rewriting.cancel()
            await #expect(throws: CancellationError.self) { try await rewriting.value }
        }
    }
}
