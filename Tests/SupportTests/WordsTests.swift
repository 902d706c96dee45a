import Evidence
import Foundation
import Testing
import Workspace

@testable import Support

/// What is said, and what is never said.
struct WordsTests {
    static let reasons: [(SupportKind, SupportFinding.Reason)] = [
        (.blocked, .openBlocker(since: Invented.day("2026-03-02"), workingDays: 6)),
        (.blocked, .moreBlockers(count: 9, weeks: 4, usual: 0.6)),
        (.unanswered, .unanswered(3, of: 5, usual: 0.1)), (.drought, .silence(weeks: 8, expected: 6.4)),
        (.drought, .saidLess(count: 1, weeks: 7, usual: 2.2)), (.load, .moreAsked(count: 30, weeks: 4, usual: 3.1)),
        (.afterHours, .moreHours(count: 20, weeks: 4, usual: 0.5)), (.loneKeeper, .alone(system: "tidegate")),
        (.quietEdge, .quietEdge("System design", weeks: 11)),
    ]

    /// Everything that can be generated.
    static func all() -> [SupportWords] {
        reasons.flatMap { kind, reason in
            SupportReader.allCases.flatMap { reader in
                [Set<SupportKind>(), [.load, .drought]].map { besides in
                    let finding = SupportFinding(kind, of: "p", ready: 0, reason: reason, sources: [])
                    let signal = SupportSignal(
                        kept: KeptSupport(person: "p", kind: kind, opened: 0),
                        finding: finding,
                        besides: besides
                    )
                    return SupportWords(signal, name: "Jo", for: reader)
                }
            }
        }
    }

    @Test func `unanswered questions read as the methods say`() throws {
        let words = try #require(Self.all().first { $0.what.hasPrefix("Three of Jo's") })
        #expect(
            words.what
                == "Three of Jo's last five questions to others had no reply within two working days (usually about one in ten)."
        )
    }

    @Test func `no generated sentence says anything about a person's state, and each asks for one act`() {
        for words in Self.all() {
            for text in [words.what, words.act, words.how] {
                for word in SupportWords.forbidden { #expect(!text.lowercased().contains(word), "\(text)") }
                #expect(text.hasSuffix(".") || text.hasSuffix(")."), "\(text)")
            }
            #expect(words.act.count < 160)
        }
    }

    /// The repository's root.
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: [
        "Sources/Support", "Sources/Writing", "Sources/Web/Templates", "Sources/Web/Pages", "Sources/Web/FromDesk",
    ])
    func `no template and no text in the sources holds a forbidden word`(folder: String) throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: Self.root.appending(path: folder).path)
            .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".mustache") }
        try #require(!files.isEmpty)
        // Lists of words that are looked for hold them, of course.
        let lists = ["SupportWords.swift", "Check/", "Quality/", "Lints/"]
        for file in files where !lists.contains(where: file.contains) {
            let text = try String(contentsOf: Self.root.appending(path: "\(folder)/\(file)"), encoding: .utf8)
                .lowercased()
            for word in SupportWords.forbidden where text.contains(word) {
                Issue.record("\(folder)/\(file) holds “\(word)”")
            }
        }
    }

    @Test(arguments: [
        "Growth", "Writing", "Moves", "Calibration", "Audits", "Decisions", "Backtest", "Simulation", "Evidence",
    ])
    func `what judges work or writes reviews cannot see support signals`(module: String) throws {
        let folder = Self.root.appending(path: "Sources/\(module)")
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(!text.contains("import Support"), "\(module)/\(file)")
        }
        let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
        let targets = manifest.components(separatedBy: ".target(").dropFirst()
        let own = try #require(targets.first { $0.contains("name: \"\(module)\"") })
        let dependencies = own.components(separatedBy: "swiftSettings").first ?? ""
        #expect(!dependencies.contains("\"Support\""))
    }
}
