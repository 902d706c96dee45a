import Evidence
import Foundation
import ServerTesting
import Signals
import Testing
import Workspace
import WriterEndpoint
import Writing

@Suite struct `A rewording` {
    /// A composed sentence, its sources, and how a careful editor would put it.
    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let quote: String
        var voice = "Omar Haddad"
        var own = false
        let rewording: String
        /// The fault that has to be found; nil where it stands.
        var fault: String?
        var testDescription: String { rewording }
    }

    static let fix = "thanks for fixing the nightly import, it holds since Monday"
    static let said = "On 9 September in #ops, Omar Haddad said about Lena Park: “\(fix)”."

    static let good: [Case] = [
        Case(sentence: said, quote: fix, rewording: "[P2] said about [P1] in [C1] on 9 September: “\(fix)”."),
        Case(sentence: said, quote: fix, rewording: "In [C1] on 9 September, [P2] wrote about [P1]: “\(fix)”."),
        Case(sentence: said, quote: fix, rewording: "On 9 September, [P2] noted this about [P1] in [C1]: “\(fix)”."),
        Case(sentence: said, quote: fix, rewording: "On 9 September, [P2] thanked [P1] in [C1]: “\(fix)”."),
        Case(sentence: said, quote: fix, rewording: "[P2] thanked [P1] on 9 September. It was in [C1]: “\(fix)”."),
        Case(
            sentence: "On 9 September in #ops, Lena Park took this on: “we keep the old queue”.",
            quote: "we keep the old queue until the depot moves",
            voice: "Lena Park",
            own: true,
            rewording: "[P1] took this on in [C1] on 9 September: “we keep the old queue”."
        ),
    ]

    static let bad: [Case] = [
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1], [P1] said about [P2]: “\(fix)”.",
            fault: "order"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1], about [P2] said [P1]: “\(fix)”.",
            fault: "part"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1], [P2] had this from [P1]: “\(fix)”.",
            fault: "part"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1], [P2] and [P1] said: “\(fix)”.",
            fault: "part"
        ),
        Case(sentence: said, quote: fix, rewording: "[P2] said about [P1]: “\(fix)”.", fault: "label"),
        Case(
            sentence: said,
            quote: fix,
            rewording:
                "On 9 September in [C1], [P2] said about [P1]: “thanks for breaking the nightly import, it holds since Monday”.",
            fault: "quote"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 8 September in [C1], [P2] said about [P1]: “\(fix)”.",
            fault: "number"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 October in [C1], [P2] said about [P1]: “\(fix)”.",
            fault: "number"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1], [P2] almost said about [P1]: “\(fix)”.",
            fault: "weight"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1], [P2] rightly said about [P1]: “\(fix)”.",
            fault: "word"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1], [P2] said about the excellent [P1]: “\(fix)”.",
            fault: "judgement"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1], [P2] said to you about [P1]: “\(fix)”.",
            fault: "address"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "Thanks on 9 September in [C1], [P2] said about [P1]: “\(fix)”.",
            fault: "opening"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording:
                "On 9 September in [C1], [P2] said about [P1]: “\(fix)” (that is, of the thing that was there as it was about it).",
            fault: "length"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1], [P2] said about **[P1]**: “\(fix)”.",
            fault: "mark"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording:
                "[P2] thanked [P1] in [C1] on 9 September for “fixing the nightly import, it holds since Monday”.",
            fault: "quote"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1], [P2] was about [P1]: “\(fix)”.",
            fault: "lost"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "on 9 September in [C1], [P2] said about [P1]: “\(fix)”.",
            fault: "shape"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in [C1],: [P2] said about [P1]: “\(fix)”.",
            fault: "shape"
        ),
        Case(
            sentence: said,
            quote: fix,
            rewording: "On 9 September in in [C1], [P2] said about [P1]: “\(fix)”.",
            fault: "shape"
        ),
        Case(
            sentence: "On 9 September in #ops, Lena Park said: “I'll finish the label queue tomorrow”.",
            quote: "I'll finish the label queue tomorrow",
            voice: "Lena Park",
            own: true,
            rewording: "On 9 September in [C1], [P1] finished: “I'll finish the label queue tomorrow”.",
            fault: "unreal"
        ),
        Case(
            sentence: "On 9 September in #ops, Omar Haddad said about Lena Park: “this is not great, but it works”.",
            quote: "this is not great, but it works",
            rewording: "On 9 September in [C1], [P2] said about [P1]: “great, but it works”.",
            fault: "quote"
        ),
    ]

    private func result(_ what: Case) async throws -> Rewritten {
        let entry = Sheets.entry("a", what.quote, by: what.voice, kind: what.own ? .ownership : .recognition)
        let sentence = Sentence(what.sentence, sources: ["a"], role: .claim)
        return try await StubServer.running { request, _ in
            .answer(body: Asked.answer((Asked(request)?.sentences ?? []).map { ($0.id, what.rewording) }))
        } _: { _, port in
            let results = try await Sheets.rewriter(port: port) { $0.furtherTries = 0 }
                .rewrite([sentence], with: Sheets.material([entry]))
            return try #require(results.first)
        }
    }

    @Test(arguments: good)
    func `stands where it says the same`(_ what: Case) async throws {
        let result = try await result(what)
        #expect(result.outcome == .reworded, "\(result.tries)")
        #expect(result.sentence.sources == result.original.sources && result.sentence.role == result.original.role)
        let plain = what.rewording.replacingOccurrences(of: "[P1]", with: "Lena Park")
            .replacingOccurrences(of: "[P2]", with: "Omar Haddad").replacingOccurrences(of: "[C1]", with: "#ops")
        #expect(result.sentence.text == plain)
    }

    @Test(arguments: bad.filter { $0.fault != nil })
    func `falls where it says something else`(_ what: Case) async throws {
        let result = try await result(what)
        #expect(result.outcome == .kept(.fell) && result.sentence == result.original)
        let codes = result.tries.flatMap(\.faults).map(\.code)
        #expect(codes.contains(try #require(what.fault)), "\(codes)")
    }
}
