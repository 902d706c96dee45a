import Evidence
import Foundation
import ModelEndpoint
import ServerTesting
import Testing
import WriterEndpoint
import Writing

@Suite struct `Asking a model to reword` {
    static let entry = Sheets.entry(
        "a",
        "Omar here: thanks @Lena, she fixed the import with Priya, see https://x.example/12"
    )
    static let sentence = Sheets.sentence("a", quote: "she fixed the import")
    static let better = "In [C1] on 9 September, [P2] wrote about [P1]: “[T1] fixed the import”."

    @Test func `shows no name, pronoun, channel or address, and encloses the data`() async throws {
        try await StubServer.running { request, _ in
            .answer(body: Asked.answer((Asked(request)?.sentences ?? []).map { ($0.id, Self.better) }))
        } _: { server, port in
            let results = try await Sheets.rewriter(port: port).rewrite(
                [Self.sentence],
                with: Sheets.material([Self.entry])
            )
            let request = try #require(server.requests.first)
            for word in ["Lena", "Omar", "Priya", "she ", "#ops", "x.example", "settled"] {
                #expect(!request.body.contains(word), "\(word)")
            }
            let asked = try #require(Asked(request))
            #expect(
                asked.sentences.map(\.text) == [
                    "On 9 September in [C1], [P2] said about [P1]: “[T1] fixed the import”."
                ]
            )
            #expect(asked.sentences.allSatisfy { $0.faults == nil })
            #expect(request.body.contains(#""stream":false"#) && request.body.contains(#""temperature":0"#))
            #expect(results.map(\.outcome) == [.reworded])
            #expect(
                results.first?.sentence.text
                    == "In #ops on 9 September, Omar Haddad wrote about Lena Park: “she fixed the import”."
            )
            #expect(results.first?.shown.count == 2 && results.first?.tries.count == 1)
        }
    }

    @Test func `tells why a rewording fell, and stops after two further tries`() async throws {
        try await StubServer.running { request, number in
            let ids = (Asked(request)?.sentences ?? []).map(\.id)
            let text =
                number < 2 ? "On 9 September in [C1], the brilliant [P2] said: “[T1] fixed the import”." : Self.better
            return .answer(body: Asked.answer(ids.map { ($0, text) }))
        } _: { server, port in
            let rewriter = try Sheets.rewriter(port: port)
            let results = try await rewriter.rewrite([Self.sentence], with: Sheets.material([Self.entry]))
            #expect(results.map(\.outcome) == [.reworded] && server.requests.count == 3)
            #expect(results.first?.tries.map { $0.faults.isEmpty } == [false, false, true])
            let told = try #require(Asked(server.requests[1])?.sentences.first?.faults)
            #expect(told.contains { $0.contains("judge") && $0.contains("(brilliant)") })
            // What the model wrote does not come back to it; only our own words and single plain ones.
            #expect(!server.requests[1].body.contains("the brilliant [P2]"))
        }
    }

    @Test func `asks about nothing that somebody wrote, that claims nothing, or whose source is gone`() async throws {
        var contested = Sheets.entry("c", "thanks for the label fix")
        contested.state = .contested
        let sentences = [
            Self.sentence, Sentence("What is missing here?", role: .question), Sheets.sentence("gone", quote: "thanks"),
            Sheets.sentence("c", quote: "thanks for the label fix"),
            Sheets.sentence("a", quote: "words that nobody said"),
            Self.sentence,
        ]
        try await StubServer.running { request, _ in
            .answer(body: Asked.answer((Asked(request)?.sentences ?? []).map { ($0.id, Self.better) }))
        } _: { server, port in
            let results = try await Sheets.rewriter(port: port)
                .rewrite(sentences, edited: [0], with: Sheets.material([Self.entry, contested]))
            let outcomes: [Rewritten.Outcome] = [
                .kept(.edited), .kept(.noClaim), .kept(.noSource), .kept(.noSource), .kept(.unsupported), .reworded,
            ]
            #expect(results.map(\.outcome) == outcomes)
            #expect(results.dropLast().map(\.sentence) == Array(sentences.dropLast()))
            #expect(server.requests.count == 1 && Asked(server.requests[0])?.sentences.count == 1)
        }
    }

    @Test func `no more questions are on their way at once than were set`() async throws {
        let entries = (0..<20).map { Sheets.entry("n\($0)", "thanks for the fix of ticket \($0)") }
        let sentences = (0..<20).map { Sheets.sentence("n\($0)", quote: "thanks for the fix of ticket \($0)") }
        try await StubServer.running { request, _ in
            Thread.sleep(forTimeInterval: 0.005)
            return .answer(body: Asked.answer((Asked(request)?.sentences ?? []).map { ($0.id, $0.text) }))
        } _: { server, port in
            let rewriter = try Sheets.rewriter(port: port) {
                $0.wire.atOnce = 3
                $0.together = 1
            }
            async let one = rewriter.rewrite(sentences, with: Sheets.material(entries))
            async let other = rewriter.rewrite(sentences, with: Sheets.material(entries))
            _ = try await (one, other)
            #expect(server.requests.count == 40 && server.mostAtOnce <= 3)
        }
    }

    @Test func `asks in a plain form where a server does not take the strict one`() async throws {
        try await StubServer.running { request, _ in
            let isStrict = request.body.contains(#""type":"json_schema""#)
            return isStrict
                ? .answer(status: 400, body: "")
                : .answer(body: Asked.answer((Asked(request)?.sentences ?? []).map { ($0.id, Self.better) }))
        } _: { server, port in
            let rewriter = try Sheets.rewriter(port: port)
            for calls in 2...3 {
                let results = try await rewriter.rewrite([Self.sentence], with: Sheets.material([Self.entry]))
                #expect(results.map(\.outcome) == [.reworded] && server.requests.count == calls)
            }
        }
    }

    @Test func `goes nowhere outside of the private network unless somebody said so`() throws {
        let address = try EndpointAddress("https://models.example.com/v1")
        var settings = RewriterSettings(address: address, model: "m")
        #expect(throws: EndpointError.tooFar(host: "models.example.com")) { try Rewriter(settings) }
        settings.mayBeFar = true
        _ = try Rewriter(settings)
        settings.furtherTries = 3
        #expect(throws: EndpointError.self) { try Rewriter(settings) }
    }
}
