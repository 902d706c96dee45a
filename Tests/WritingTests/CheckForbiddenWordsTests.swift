import Evidence
private import Foundation
import Testing
import Workspace
import Writing

/// Words that the house never says about anybody, in its forms and in what comes out of them.
@Suite struct `Words that are never written` {
    private static let forbidden = [
        "burnout", "burned out", "burnt out", "depressed", "anxious", "stressed", "unhappy", "disengaged",
        "flight risk",
        "attitude", "moody", "struggling", "at risk", "demotion", "demoted",
    ]

    /// About what somebody is like: negative, communal, agentic, genius, hedged.
    private static let personality = [
        "abrasive", "bossy", "strident", "emotional", "aggressive", "judgemental", "judgmental", "difficult",
        "opinionated",
        "nice", "helpful", "warm", "supportive", "confident", "ambitious", "decisive", "strategic", "visionary",
        "brilliant",
        "genius", "natural", "seems", "somewhat", "tends", "too soft", "taking charge", "likeable", "assertive", "shy",
    ]

    private static let ratings = [
        "exceeds", "meets expectations", "below expectations", "rating", "top performer", "percentile",
    ]

    private static func words(in text: String) -> String {
        " " + text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.joined(separator: " ") + " "
    }

    private static func found(in text: String) -> [String] {
        let words = words(in: text)
        return (forbidden + personality + ratings).filter { words.contains(" \($0) ") }
    }

    /// The texts in a source file, without comments.
    private static func literals(in source: String) -> [String] {
        let code = source.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        return code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    @Test func `stand in no form of the house`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Writing").resolvingSymlinksInPath()
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        // Lists of words to be told apart; they are read, never written.
        let lists = [
            "CheckWords.swift", "CheckWords+Meaning.swift", "WordStem.swift", "CutWords.swift", "WordingLists.swift",
        ]
        let forms = files.filter { !lists.contains($0.lastPathComponent) }
        #expect(forms.count >= 20)
        for file in forms {
            for text in try Self.literals(in: String(contentsOf: file, encoding: .utf8)) where text.contains(" ") {
                // What a rule tells a writer to leave out is named in it.
                guard !file.lastPathComponent.hasPrefix("WordingLint") else { continue }
                #expect(Self.found(in: text).isEmpty, "\(file.lastPathComponent): \(text)")
            }
        }
    }

    @Test(arguments: [Perspective.others, .own])
    func `stand in no draft`(perspective: Perspective) {
        let evidence = CheckEvidence()
        let said = evidence.entries.map(\.quote).joined(separator: " ")
        for sentence in evidence.draft(perspective).sentences {
            let quoted = Set(Self.found(in: said))
            #expect(Set(Self.found(in: sentence.text)).subtracting(quoted).isEmpty, "\(sentence.text)")
        }
    }

    @Test func `stand in no reason that the check gives`() {
        let evidence = CheckEvidence()
        let check = CitationCheck(entries: evidence.entries, subject: "Ana Berg")
        let sentences = [
            "Ana Berg saved 40 containers.", "On 1 May, Zoe Falk thanked Ana Berg.",
            "Ana Berg never fixed the import because of it.",
            "Ana Berg very quickly built a new harbour.", "Everybody thanked Ana Berg.",
        ].map { Sentence($0, sources: ["e0"], role: .claim) }
        for finding in check.findings(sentences) {
            #expect(!finding.reasons.isEmpty)
            for reason in finding.reasons { #expect(Self.found(in: reason.words).isEmpty, "\(reason.words)") }
        }
    }
}
