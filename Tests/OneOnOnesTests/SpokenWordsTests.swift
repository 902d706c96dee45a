import OneOnOnes
import Testing
import Workspace
import Writing

@testable import OneOnOnes

/// What preparations, notes and weeks say around what people said.
@Suite struct `Words around quotes` {
    private static let never: Set<WordingLint.Reason> = [.forbidden, .character, .rating, .comparison, .privateMatter]

    private func found(in text: String) -> [String] {
        WordingLint.find(in: text).filter { Self.never.contains($0.reason) }.map(\.found)
    }

    @Test func `hold no state of mind, no character, no grade and no comparison, in any question`() {
        for question in QuestionBank.all { #expect(found(in: question).isEmpty, "\(question)") }
    }

    @Test func `hold none either in what is composed of anybody's evidence, quotes among it`() {
        for persona in SamePersona.all.prefix(10) {
            let facts = PrepFacts(
                person: persona.person,
                manager: "mo",
                entries: persona.entries,
                now: Invented.today.microseconds
            )
            for reader in PrepReader.allCases {
                for sentence in PrepComposer(facts, for: reader).compose().sentences {
                    let bare = sentence.text.replacing("“", with: "\"").replacing("”", with: "\"")
                    #expect(found(in: bare).isEmpty, "\(sentence.text)")
                }
            }
        }
    }
}
