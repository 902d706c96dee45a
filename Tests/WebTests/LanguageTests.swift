import Foundation
import Testing
import Workspace

@testable import Web

/// Languages, days, numbers, counts.
@Suite struct Languages {
    static let german: Catalogue = {
        (try? Catalogue(.german)) ?? Catalogue(language: .german, templates: [:], words: [:])
    }()

    @Test(
        arguments: [
            ("de", .german), ("de-AT,en;q=0.5", .german), ("en-GB,de;q=0.9", .english), ("fr,de;q=0.4", .german),
            ("de;q=0.3, en;q=0.8", .english), ("fr", .english), ("", .english), ("*", .english), ("de;q=0", .english),
            ("DE-de", .german), ("de;q=nonsense", .english), (";;;,,,q=1", .english), ("de;q=7", .english),
            ("xx;q=1,en;q=0.1,de;q=0.2", .german),
        ] as [(String, Language)]
    ) func `the language is the best that the browser asks for`(_ field: String, _ language: Language) {
        #expect(Language(accepting: field) == language)
    }

    @Test func `days are written as the language writes them`() throws {
        let day = try #require(CivilDate("2026-05-12"))
        #expect(Language.english.date(day) == "12 May 2026" && Language.german.date(day) == "12. Mai 2026")
        #expect(Language.english.weekday(day) == "Tuesday, 12 May")
        #expect(Language.german.weekday(day) == "Dienstag, 12. Mai")
        #expect(Language.german.month(of: day) == "Mai 2026")
    }

    @Test(
        arguments: [
            (1234.5, 1, "1,234.5", "1.234,5"), (0, 0, "0", "0"), (-0.04, 1, "0.0", "0,0"),
            (-1_000_000, 0, "−1,000,000", "−1.000.000"), (999.999, 2, "1,000.00", "1.000,00"),
            (0.05, 2, "0.05", "0,05"),
            (.nan, 1, "–", "–"), (.infinity, 0, "–", "–"),
        ] as [(Double, Int, String, String)]
    ) func `numbers are written as the language writes them`(
        _ value: Double,
        _ decimals: Int,
        _ english: String,
        _ german: String
    ) {
        #expect(Language.english.decimal(value, decimals) == english)
        #expect(Language.german.decimal(value, decimals) == german)
    }

    @Test func `a number reads back as what it was, in both languages`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let value = Double.random(in: -1e9...1e9, using: &random)
            let decimals = Int.random(in: 0...4, using: &random)
            for language in Language.allCases {
                let text = language.decimal(value, decimals)
                let plain = text.filter { $0 != language.groupMark }
                    .replacing(String(language.decimalMark), with: ".").replacing("−", with: "-")
                let read = try #require(Double(plain), "\(text)")
                #expect(abs(read - value) <= 0.51 / pow(10, Double(decimals)))
                // Thousands stand in threes, and nothing else is in the number.
                let whole = text.drop { $0 == "−" }.prefix { $0 != language.decimalMark }
                let groups = whole.split(separator: language.groupMark)
                #expect(groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count))
            }
            #expect(
                Language.german.decimal(value, decimals).filter(\.isNumber)
                    == Language.english.decimal(value, decimals).filter(\.isNumber)
            )
        }
    }

    @Test func `every day of ten years is written with its own number, month and year in both languages`() {
        var seen: [Language: Set<String>] = [:]
        let first = CivilDate(microseconds: 1_577_836_800_000_000)
        for offset in 0..<3_653 {
            let day = CivilDate(microseconds: first.microseconds + Int64(offset) * 86_400_000_000)
            for language in Language.allCases {
                #expect(seen[language, default: []].insert(language.date(day)).inserted)
                #expect(language.date(day).contains(String(day.parts.year)))
            }
        }
        #expect(seen[.german]?.count == 3_653)
    }

    @Test func `a sentence takes its pieces in the order of its language`() {
        let catalogue = Catalogue(
            language: .german,
            templates: [:],
            words: ["{1} of {2} by {3}": "Bis {3}: {1} von {2}", "one piece": "ein Stück", "{1} pieces": "{1} Stücke"]
        )
        let day = DayMark(Mock.day("2026-05-12"))
        let words: Words = "\(1200) of \("{2}") by \(day)"
        #expect(words.english == "1,200 of {2} by 12 May 2026")
        #expect(words.text(in: catalogue) == "Bis 12. Mai 2026: 1.200 von {2}")
        let untold: Words = "Nobody translated \(weekday: day), \(share: 0.125), \(plain: 0.5)."
        #expect(untold.text(in: catalogue) == "Nobody translated Dienstag, 12. Mai, 12,5\u{a0}%, 0,5.")
        for (count, german) in [(0, "0 Stücke"), (1, "ein Stück"), (2, "2 Stücke"), (1000, "1.000 Stücke")] {
            #expect(Words.counted(count, one: "one piece", other: "\(count) pieces").text(in: catalogue) == german)
        }
        #expect(Words(said: "{1} pieces").text(in: catalogue) == "{1} pieces")
        #expect(
            Words.list(["Ana", "Ben", "Mei"]).english == "Ana, Ben and Mei" && Words.list(["Ana"]).english == "Ana"
        )
    }

    @Test func `a sentence that is composed in English is known as such`() {
        #expect(Words(english: "Ask Mei.").isEnglishAlone && !Words(said: "Mei").isEnglishAlone)
        #expect(!("Settled" as Words).isEnglishAlone)
    }
}
