import Ladder
import Testing

@Suite struct `Checking a ladder` {
    @Test(arguments: Weakness.all + Weakness.wordings)
    func `one weakness is found at its place`(weakness: Weakness) throws {
        let document = try LadderDocument.read(yaml: weakness.text, file: "small.yml")
        let findings = LadderCheck.findings(document, today: "2026-11-21")
        let found = findings.first { $0.flaw == weakness.flaw }
        #expect(found != nil, "\(findings)")
        #expect(found?.file == "small.yml")
        #expect(found?.line == weakness.line)
        #expect(found?.field == weakness.field)
        #expect(found?.severity == weakness.severity)
        #expect(found?.words.isEmpty == false)
    }

    @Test func `a promised language with every wording is complete`() throws {
        let small = try LadderDocument.read(yaml: SmallLadder.text, file: "small.yml").ladder
        let words = small.wordings.map { "    \($0.id): auf Deutsch" }.joined(separator: "\n")
        let text = SmallLadder.with(
            "title: Small",
            as: "title: Small\nlanguages: [en, de]\ntranslations:\n  de:\n\(words)"
        )
        let document = try LadderDocument.read(yaml: text, file: "small.yml")
        #expect(LadderCheck.findings(document).map(\.description) == [])
        #expect(document.ladder.translation(of: "craft.3", into: "de") == "auf Deutsch")
    }

    @Test func `every wording has an id of its own and a place in the file`() throws {
        let document = try CareerLadder.referenceDocument.get()
        let wordings = document.ladder.wordings
        #expect(Set(wordings.map(\.id)).count == wordings.count)
        let root = document.place(of: "")
        #expect(wordings.allSatisfy { document.place(of: $0.field) != root })
    }

    @Test func `a signed exception holds until its last day`() throws {
        var text = SmallLadder.with("upper: 141", as: "upper: 150")
        text = text.replacing("rules:", with: Weakness.exception("2026-11-21"))
        let document = try LadderDocument.read(yaml: text, file: "small.yml")
        #expect(LadderCheck.findings(document, today: "2026-11-21") == [])
        #expect(LadderCheck.findings(document) == [])
        #expect(LadderCheck.findings(document, today: "2026-11-22").count == 1)
    }

    @Test func `a difference within the tolerance is parity`() throws {
        let text = SmallLadder.with("middle: 121", as: "middle: 122.4")
        #expect(LadderCheck.findings(try LadderDocument.read(yaml: text, file: "small.yml")) == [])
    }

    @Test(arguments: [
        "Leads 12 people.", "Manages a team of eight.", "Has a headcount of forty.", "Runs an organization of 200.",
        "A 20-person group.", "Owns the growth of 5 to 10 senior engineers.", "Decides by the number of reports.",
        "Leads dozens of engineers.", "Leads the largest team.",
    ])
    func `words that count people are found`(words: String) throws {
        let text = SmallLadder.with("A component.", as: words)
        let findings = LadderCheck.findings(try LadderDocument.read(yaml: text, file: "small.yml"))
        #expect(findings.map(\.field) == ["levels[0].scope"])
    }

    @Test(arguments: [
        "Answers for the people and outcomes of an area.", "Aligns three teams over two years.",
        "Writes reports that others use.", "Runs one team.", "No system rests on one person.",
        "Cuts 3 outages to one.", "People grow.",
    ])
    func `words about reach are left alone`(words: String) throws {
        let text = SmallLadder.with("A component.", as: words)
        #expect(LadderCheck.findings(try LadderDocument.read(yaml: text, file: "small.yml")) == [])
    }

    @Test func `a finding reads as a sentence with its place`() throws {
        let document = try LadderDocument.read(
            yaml: SmallLadder.with("upper: 141", as: "upper: 150"),
            file: "small.yml"
        )
        #expect(
            LadderCheck.findings(document).map(\.description) == [
                "small.yml:25:9: error: levels[0].ranges[1]: at level 1, zone A, the tracks' ranges differ by 7.1 %, "
                    + "more than 2 %; make them equal or sign an exception with an end date."
            ]
        )
    }
}
