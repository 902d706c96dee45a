import Ladder
import Testing

@Suite struct `The reference ladder` {
    let ladder = CareerLadder.reference

    @Test func `it reads without a problem and the check finds nothing`() throws {
        let document = try CareerLadder.referenceDocument.get()
        #expect(document.ladder == ladder)
        #expect(LadderCheck.findings(document, today: "2026-11-21").map(\.description) == [])
    }

    @Test func `it has nine levels, and management begins at the third`() {
        #expect(ladder.levels(on: .ic) == Array(1...9))
        #expect(ladder.levels(on: .management) == Array(3...9))
        #expect(ladder.role(.ic, level: 6)?.title == "Principal Engineer")
        #expect(ladder.role(.management, level: 6)?.title == "Director of Engineering")
        #expect(ladder.role(.management, level: 2) == nil)
    }

    /// Source: `docs/methods.md`, "The ladder": the sums of levels 3 to 9.
    @Test(arguments: zip(3...9, [16, 19, 24, 28, 32, 36, 40]))
    func `both tracks ask for equally much at a level`(level: Int, demand: Int) {
        #expect(ladder.role(.ic, level: level)?.demand == demand)
        #expect(ladder.role(.management, level: level)?.demand == demand)
    }

    @Test(arguments: LadderTrack.allCases)
    func `each track asks for eight competencies, five of them shared`(track: LadderTrack) {
        let asked = ladder.competencies(for: track)
        #expect(asked.count == 8)
        #expect(asked.filter { $0.track == .shared }.count == 5)
        for level in ladder.levels(on: track) {
            #expect(Set(ladder.role(track, level: level)?.required.keys.map(\.self) ?? []) == Set(asked.map(\.id)))
        }
    }

    @Test func `every stage has a statement and three to five acts`() {
        for competency in ladder.competencies {
            #expect(competency.stages.map(\.number) == Array(1...5))
            for stage in competency.stages { #expect((3...5).contains(stage.behaviours.count), "\(stage.id)") }
        }
        let ids = ladder.competencies.flatMap(\.stages).flatMap { [$0.id] + $0.behaviours.map(\.id) }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `every level says once what it may do`() {
        #expect(ladder.levels.allSatisfy { $0.authority != nil })
        #expect(Set(ladder.levels.compactMap(\.authority)).count == 9)
    }

    @Test func `every scope score from 1 to 5 belongs to one level`() {
        for score in stride(from: 1.0, through: 5.0, by: 0.05) {
            #expect(ladder.levels.filter { $0.band.contains(score) }.count == 1, "\(score)")
        }
    }

    @Test func `questions about what is not there are answered with nothing`() {
        #expect(ladder.level(0) == nil)
        #expect(ladder.level(10) == nil)
        #expect(ladder.required("people", track: .ic, level: 5) == nil)
        #expect(ladder.required("craft", track: .ic, level: 5) == 3)
        #expect(ladder.statement("craft", stage: 6) == nil)
        #expect(ladder.statement("charm", stage: 1) == nil)
        #expect(ladder.nextLevel(after: 9, on: .ic) == nil)
        #expect(ladder.nextLevel(after: 1, on: .management) == 3)
    }

    @Test func `only competencies that rise can show the next level`() {
        #expect(ladder.risingCompetencies(after: 1, on: .ic) == ["craft", "ownership"])
        #expect(ladder.risingCompetencies(after: 5, on: .management) == ["people", "health", "system", "judgement"])
        #expect(ladder.risingCompetencies(after: 9, on: .ic) == [])
    }

    @Test func `other families word the craft in their own way and share the rest`() {
        #expect(ladder.families == ["engineering", "product", "design", "data", "sales", "support"])
        #expect(ladder.competency("craft", family: "data")?.name == "Analysis and modelling")
        #expect(ladder.competency("judgement", family: "data") == ladder.competency("judgement"))
        for family in ladder.families {
            let asked = ladder.competencies(for: .ic, family: family)
            #expect(asked.map(\.id) == ladder.competencies(for: .ic).map(\.id))
            #expect(asked.allSatisfy { $0.stages.count == 5 })
        }
    }

    @Test func `every other family has words for the craft of both tracks and a title at every level`() {
        #expect(ladder.outlines.map(\.id) == ["product", "design", "data", "sales", "support"])
        for outline in ladder.outlines {
            for track in LadderTrack.allCases {
                let own = outline.competencies.filter { $0.track.rawValue == track.rawValue }
                #expect(!own.isEmpty, "\(outline.id) \(track)")
                #expect(own.allSatisfy { $0.stages.map(\.number) == Array(1...5) })
                #expect(outline.titles[track]?.keys.sorted() == ladder.levels(on: track))
            }
        }
        #expect(ladder.title(.management, level: 6, family: "sales") == "Director of Sales")
        #expect(ladder.title(.ic, level: 6) == "Principal Engineer")
    }

    @Test func `eight lenses stand beside the levels and begin where senior work does`() {
        let names = ladder.archetypes.map(\.name)
        #expect(
            names == [
                "Tech Lead", "Architect", "Solver", "Right Hand", "Context Engineer", "LLM Specialist",
                "Code Archeologist",
                "Keeper",
            ]
        )
        #expect(ladder.archetypes.allSatisfy { $0.levels.lowerBound >= 3 && $0.competencies.count == 3 })
    }

    @Test(arguments: [
        ("judgement", "judgement", 1.0), ("multiply", "people", 0.5), ("people", "multiply", 0.5),
        ("design", "system", 0.5), ("system", "design", 0.5), ("craft", "system", 0), ("craft", "craft", 0),
        ("judgement", "ownership", 0),
    ])
    func `evidence carries over as the rules say, in both directions`(from: String, to: String, weight: Double) {
        #expect(ladder.carryOver(from: from, to: to) == weight)
    }

    @Test func `the stamp names id, version and content`() throws {
        let text = CareerLadder.referenceText
        let other = try LadderDocument.read(yaml: text + "# one more line\n", file: "x.yml").ladder
        #expect(ladder.stamp == "reference@1.1.0+" + ladder.contentHash)
        #expect(ladder.contentHash.count == 16)
        #expect(other.contentHash != ladder.contentHash)
    }
}

@Suite struct `Targets` {
    @Test(arguments: ["ic:6", "management:3", "ic:1:data"])
    func `a target reads back as it was written`(text: String) throws {
        #expect(try Target(text, in: .reference).description == text)
    }

    @Test(arguments: [
        ("ic", "write a track and a level, such as ic:6 or management:6."),
        ("", "write a track and a level, such as ic:6 or management:6."),
        ("ic:6:data:x", "write a track and a level, such as ic:6 or management:6."),
        ("manager:6", "there is no track “manager”; write ic or management before the colon."),
        ("ic:six", "“six” is no level; write a number after the colon, such as ic:6."),
        ("ic:12", "the track ic has no level 12; it goes from 1 to 9."),
        ("management:2", "the track management has no level 2; it goes from 3 to 9."),
        (
            "ic:6:law",
            "the ladder does not speak of a family “law”; it has engineering, product, design, data, sales, support."
        ),
    ])
    func `a target that names nothing says what to write`(text: String, words: String) {
        let error = #expect(throws: LadderError.self) { try Target(text, in: .reference) }
        #expect(error?.description == "“\(text)” is no target: \(words)")
    }
}
