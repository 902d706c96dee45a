import Evidence
import Foundation
import Signals
import Testing
import Workspace
import Writing

@testable import WriterEndpoint

@Suite struct `Random edits of a sentence` {
    static let cases: [(text: String, quote: String, kind: SignalKind, voice: String)] = [
        (
            "On 9 September in #ops, Omar Haddad said about Lena Park: “thanks for fixing the import, it holds since Monday”.",
            "thanks for fixing the import, it holds since Monday. We will merge the cache change, if Ivo agrees",
            .recognition,
            "Omar Haddad"
        ),
        (
            "On 9 September in #ops, Lena Park settled a question: “we keep the old queue until the depot moves”.",
            "we keep the old queue until the depot moves, and Omar writes the plan. Could you review it?", .decision,
            "Lena Park"
        ),
        (
            "On 9 September in #ops, Omar Haddad asked Lena Park for a change: “the runbook has no step for rollback”.",
            "the runbook has no step for rollback, please add one before we ship 3 more", .feedback, "Omar Haddad"
        ),
    ]
    static let evil = [
        "brilliant", "never", "not", "failed", "12", "Zoe", "you", "because", "better", "promoted", "surely", "all",
        "October",
        "Tuesday", "will", "should", "alone", "quickly", "#general", "@zoe", "https://evil.example", "[P3]", "[P9]",
        "“yes”", "5/5",
        "merged", "reviewed", "shipped", "agrees", "lazy", "deserves", "I", "excellent",
    ]
    static let plain = [
        "the", "a", "in", "on", "of", "about", "by", "from", "to", "was", "has", "this", "that", "it", "and", "with",
        "said",
        "wrote", "noted", "mentioned", "who", "for", "is", "also", "here", "there", ",", ":", ".", "–",
    ]

    @Test func `stand only where nobody and nothing joins, leaves or changes places`() throws {
        var generator = SplitMix(state: 42)
        var stood: Set<String> = []
        for (number, what) in Self.cases.enumerated() {
            let entry = Sheets.entry("f\(number)", what.quote, by: what.voice, kind: what.kind)
            let material = Sheets.material([entry])
            let sentence = Sentence(what.text, sources: [entry.id], role: .claim)
            let item = RewriteItem(place: 0, sentence: sentence, entries: [entry], material: material, isAlone: false)
            try #require(material.check.verdict(of: sentence) == .supported)
            let tokens = Self.tokens(item.text)
            let words = Self.tokens(item.sources[0])
            for _ in 0..<800 {
                let edited = Self.edited(tokens, words, &generator)
                guard edited != item.text, case .success(let text) = item.held(edited, by: material.check) else {
                    continue
                }
                stood.insert(text)
                let frame = edited.replacing(#/“[^”]*”/#, with: "“”")
                #expect(
                    frame.matches(of: #/\[P\d\]/#).map { String($0.output) }
                        == item.text.replacing(#/“[^”]*”/#, with: "").matches(of: #/\[P\d\]/#).map { String($0.output) }
                )
                for word in Self.evil { #expect(!Self.tokens(frame).contains(word), "\(text)") }
                let quotes = item.text.matches(of: #/“[^”]*”/#).map { String($0.output) }
                #expect(edited.matches(of: #/“[^”]*”/#).map { String($0.output) } == quotes)
                #expect(frame.contains("9") && frame.contains("September") && frame.contains("[C1]"))
            }
        }
        // Some edits are harmless, or the rules would hold everything.
        #expect(stood.count > 5)
        if let path = ProcessInfo.processInfo.environment["SHOW_STANDING"] {
            try stood.sorted().joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    /// Words, labels, marks and whole quotes.
    private static func tokens(_ text: String) -> [String] {
        text.matches(of: #/“[^”]*”|\[[A-Z]\d+(\.\d+)?\]|[\p{L}\p{N}'@#\/:.-]*[\p{L}\p{N}]|[,:.;–?!]/#).map {
            String($0.output.0)
        }
    }

    private static func edited(_ tokens: [String], _ words: [String], _ generator: inout SplitMix) -> String {
        var tokens = tokens
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let place = Int.random(in: 0..<tokens.count, using: &generator)
            let other = Int.random(in: 0..<tokens.count, using: &generator)
            let lists = [Self.evil, Self.plain, Self.plain, words]
            let list = lists[Int.random(in: 0..<lists.count, using: &generator)]
            let word = list[Int.random(in: 0..<list.count, using: &generator)]
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: tokens.insert(word, at: place)
            case 1: tokens[place] = word
            case 2: tokens.swapAt(place, other)
            case 3: if tokens.count > 3 { tokens.remove(at: place) }
            case 4: tokens.insert(tokens.remove(at: place), at: min(other, tokens.count))
            default: tokens.insert(tokens[other], at: place)
            }
        }
        var text = ""
        for token in tokens { text += (text.isEmpty || ",:.;?!".contains(token) ? "" : " ") + token }
        return text
    }
}
