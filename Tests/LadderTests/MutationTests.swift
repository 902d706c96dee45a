import Ladder
import Testing

/// Small, fast and the same everywhere (SplitMix64, Steele, Lea and Flood 2014).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}

@Suite struct `Broken ladders` {
    static let scraps = [
        "", "\n", "  ", ":", ": ", "- ", "*", "*stages", "&x ", "[", "]", "{", "}", "\"", "'", "|\n", ">\n", "#", "? ",
        "<<: ",
        "!!int ", "!x ", "%YAML 1.1\n", "---\n", "...\n", "\t", "\r", "\0", "\u{E001}", "\u{FEFF}", "é", "🎉", "null",
        "~", "1e999",
        "99999999999999999999", "-1", "0x1f", ".inf", "true", "2026-02-30", "\\", "@", "`", ",", "title: x\n",
        "stages: *stages\n",
    ]

    @Test(arguments: 0..<4)
    func `random changes are read or refused, never more`(seed: UInt64) throws {
        var numbers = SeededNumbers(state: seed)
        let sound = Array(SmallLadder.text.unicodeScalars)
        for _ in 0..<300 {
            var text = sound
            for _ in 0..<Int.random(in: 1...4, using: &numbers) { Self.mutate(&text, using: &numbers) }
            try Self.readsOrRefuses(String(String.UnicodeScalarView(text)))
        }
    }

    @Test func `random changes of the reference are read or refused, never more`() throws {
        var numbers = SeededNumbers(state: 99)
        let sound = Array(CareerLadder.referenceText.unicodeScalars)
        for _ in 0..<25 {
            var text = sound
            for _ in 0..<6 { Self.mutate(&text, using: &numbers) }
            try Self.readsOrRefuses(String(String.UnicodeScalarView(text)))
        }
    }

    @Test func `random scraps are refused`() throws {
        var numbers = SeededNumbers(state: 7)
        for _ in 0..<1500 {
            let count = Int.random(in: 0...30, using: &numbers)
            let text = (0..<count).compactMap { _ in Self.scraps.randomElement(using: &numbers) }.joined()
            #expect(throws: LadderError.self) { try LadderDocument.read(yaml: text, file: "scraps.yml") }
        }
    }

    /// What is read can be checked and shown; what is refused has a place inside the text and words.
    private static func readsOrRefuses(_ text: String) throws {
        let lines = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" || $0 == "\u{85}" } + 2
        do throws(LadderError) {
            let document = try LadderDocument.read(yaml: text, file: "broken.yml")
            for finding in LadderCheck.findings(document, today: "2026-11-21") { #expect(!finding.words.isEmpty) }
            #expect(!LadderText.rails(document.ladder, authority: true).isEmpty)
        } catch {
            guard case .invalid(let problems) = error else { return }
            #expect(!problems.isEmpty)
            for problem in problems {
                #expect(problem.line >= 1 && problem.line <= lines && problem.column >= 1, "\(problem)\n\(text)")
                #expect(!problem.fault.words.isEmpty)
            }
        }
    }

    private static func mutate(_ text: inout [Unicode.Scalar], using numbers: inout SeededNumbers) {
        guard !text.isEmpty else { return }
        let start = Int.random(in: 0..<text.count, using: &numbers)
        let end = min(text.count, start + Int.random(in: 0...12, using: &numbers))
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: text.removeSubrange(start..<end)
        case 1: text.insert(contentsOf: (scraps.randomElement(using: &numbers) ?? "").unicodeScalars, at: start)
        case 2: text.replaceSubrange(start..<end, with: (scraps.randomElement(using: &numbers) ?? "").unicodeScalars)
        default:
            // A line twice, or moved elsewhere: duplicate keys and wrong indentation.
            let from = text[..<start].lastIndex(of: "\n").map { $0 + 1 } ?? 0
            let to = text[start...].firstIndex(of: "\n").map { $0 + 1 } ?? text.count
            let line = Array(text[from..<to])
            text.insert(contentsOf: line, at: Bool.random(using: &numbers) ? from : start)
        }
    }
}
