import OneOnOnes
import Support
import Testing
import Workspace
import Writing

@testable import OneOnOnes

/// Every sentence that the module can write by itself.
enum QuestionWords {
    static var all: [String] { QuestionBank.all }

    static var everything: [String] {
        let errors: [OneOnOneError] = [
            .noManager("Ana"), .noWords, .tooLong(letters: 9, limit: 8), .notOneOfBoth, .badDue(Invented.today),
            .tooManyOpen(limit: 20), .noSuchAction, .alreadyClosed, .notYet(Invented.today),
            .tooLongAgo(Invented.today),
            .alreadyKept(Invented.today), .badPlan, .noSuchZone("Atlantis"),
        ]
        return all + errors.map(\.words) + [TeamWeek.silence, WeeklyNote.foot] + TeamWeek.Sort.allCases.map(\.heading)
            + PrepReader.allCases.flatMap { PrepComposer(Invented.facts(), for: $0).compose().sentences.map(\.text) }
    }
}

@Suite struct `Words of 1:1s` {
    @Test func `hold none of the words that are never said of people`() {
        let never =
            SupportWords.forbidden + ["rating", "rank", "score", "performer", "lazy", "idle", "behind the others"]
        for text in QuestionWords.everything {
            let small = text.lowercased()
            for word in never { #expect(!small.contains(word), "\(word): \(text)") }
        }
    }

    @Test func `an error says what to do`() {
        for text in QuestionWords.everything { #expect(!text.isEmpty) }
        #expect(OneOnOneError.alreadyKept(Invented.today).words == "The 1:1 of 30 September 2026 is noted already.")
    }
}
