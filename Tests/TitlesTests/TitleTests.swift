import Testing
import Titles

@Suite struct `Reading titles` {
    let resolver = TitleResolver()

    @Test(arguments: LabelledTitle.all)
    func `a title is read as somebody from the trade would`(item: LabelledTitle) {
        let reading = resolver.resolve(item.query)
        #expect(reading.track == item.track, "\(reading.normalised)")
        #expect(reading.low == item.low, "\(reading.normalised)")
        #expect(reading.high == item.high, "\(reading.normalised)")
    }

    @Test(arguments: LabelledTitle.all + TitleVectors.cases("titles-all").map { LabelledTitle($0) })
    func `words alone never name one level`(item: LabelledTitle) {
        let reading = resolver.resolve(item.query)
        switch reading.basis {
        case .title: #expect(reading.levels.count > 1)
        case .company(let fact):
            #expect(!fact.source.isEmpty && !fact.asOf.isEmpty)
            #expect(reading.levels == reading.low...reading.high)
        }
        #expect((1...9).contains(reading.levels.lowerBound) && (1...9).contains(reading.levels.upperBound))
        #expect(reading.levels.contains(reading.low) && reading.levels.contains(reading.high))
    }

    @Test(arguments: LabelledTitle.all)
    func `every reading says why, and asks when it is open`(item: LabelledTitle) {
        let reading = resolver.resolve(item.query)
        #expect(!reading.reasons.isEmpty)
        #expect(reading.reasons.allSatisfy { $0.sentence.hasSuffix(".") })
        if reading.levels.count > 1 { #expect(!reading.questions.isEmpty) }
        #expect(reading.questions.count <= 4)
        if reading.track == .ambiguous || reading.track == .unknown { #expect(reading.questions.contains(.track)) }
    }

    @Test func `no question and no reason counts people`() {
        for question in TitleQuestion.allCases {
            let words = question.words.lowercased()
            for counting in ["how many", "headcount", "reports to", "team size", "span of control"] {
                #expect(!words.contains(counting))
            }
        }
    }

    @Test(arguments: [
        ("Junior Developer", 1, 1), ("Senior Engineer", 3, 2), ("Principal Engineer", 4, 4),
        ("Distinguished Engineer", 5, 4), ("Director of Engineering", 2, 4), ("Engineering Manager", 2, 3),
        ("VP Engineering", 2, 5), ("Fellow", 5, 4),
    ])
    func `depth and reach differ by the kind of work`(title: String, depth: Int, reach: Int) {
        let reading = resolver.resolve(TitleQuery(title))
        #expect(reading.technicalDepth?.typical == depth)
        #expect(reading.organisationalReach?.typical == reach)
    }

    @Test(arguments: [
        ("Principal Architect", "", ["architect"]), ("Tech Lead", "", ["tech-lead"]), ("Intern", "architecture", []),
        ("Context Engineer", "builds retrieval pipelines", ["context-engineer"]),
        ("LLM Specialist", "", ["llm-specialist"]),
        ("Code Archeologist", "", ["code-archeologist"]), ("Site Reliability Engineer", "", ["keeper"]),
        ("Staff Engineer", "takes the hardest problems", ["solver"]), ("Chief of Staff", "", ["right-hand"]),
    ])
    func `lenses are named where words name them, and only from level 3`(
        title: String,
        description: String,
        lenses: [String]
    ) {
        #expect(resolver.resolve(TitleQuery(title, description: description)).archetypes.map(\.id) == lenses)
    }

    @Test(arguments: ["", "   ", "\n", "…", "🎉🎉", "xyzzy", "\u{0}", "名無し"])
    func `a title without meaning is said to have none`(title: String) {
        let reading = resolver.resolve(TitleQuery(title))
        #expect(reading.track == .unknown)
        #expect(reading.mode == nil)
        #expect(reading.levels == 1...9)
        #expect(reading.technicalDepth == nil)
        #expect(reading.reasons.contains(.nothing))
        #expect(reading.questions.contains(.work))
    }

    @Test func `a title that the company's table does not have stays a title`() {
        let reading = resolver.resolve(TitleQuery("Intern", company: "Google"))
        #expect(reading.basis == .title)
        #expect(reading.levels == 1...2)
        #expect(reading.reasons.contains(.noFact(company: "Google")))
        #expect(reading.questions.contains(.code))
    }

    @Test(arguments: [
        ("<50", CompanySize.small), ("12", .small), ("50-500", .medium), ("499", .medium), ("500 – 5000", .large),
        ("9000", .huge),
    ])
    func `a size is read as a band or a number`(text: String, size: CompanySize) {
        #expect(CompanySize(text) == size)
    }

    @Test(arguments: ["", "many", "-3", "50-"])
    func `a size that is none is refused`(text: String) { #expect(CompanySize(text) == nil) }
}

extension LabelledTitle {
    /// A case of the reference, as a labelled title.
    init(_ item: TitleVectors.Case) {
        query = item.input.query
        track = TitleTrack(rawValue: item.output.track == "manager" ? "management" : item.output.track) ?? .unknown
        (low, high) = (item.output.low, item.output.high)
    }
}
