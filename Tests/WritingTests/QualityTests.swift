import Testing
import VectorTesting
import Writing

@Suite struct `Measuring a text` {
    @Test func `readability is as worked out elsewhere`() throws {
        let file = try VectorFile("readability")
        #expect(file.cases.count >= 6)
        for one in file.cases {
            let text = try one["in"].text()
            let found = Readability(text)
            let wanted = one["out"]
            #expect(try found.words == wanted["words"].whole(), "\(text)")
            #expect(try found.sentences == wanted["sentences"].whole(), "\(text)")
            #expect(try found.syllables == wanted["syllables"].whole(), "\(text)")
            #expect(file.agree(found.grade, try wanted["fleschKincaidGrade"].number()), "\(text)")
            #expect(file.agree(found.ease, try wanted["fleschReadingEase"].number()), "\(text)")
        }
    }

    @Test func `the quality of a draft is as worked out elsewhere`() throws {
        let file = try VectorFile("review_quality")
        #expect(file.cases.count >= 6)
        for one in file.cases {
            let evidence = try one["in"]["evidence"].table().mapValues {
                try DraftQuality.Source(
                    competency: $0["competency"].text(),
                    position: $0["position"].number(),
                    weight: $0["weight"].number()
                )
            }
            let lines = try one["in"]["sentences"].list().map { line in
                try DraftQuality.Line(
                    isClaim: line["claim"].bool(),
                    cites: line["cites"].list().map { try $0.text() },
                    isBorneOut: line["entailed"].bool(),
                    parts: line["situation"].whole() + line["behaviour"].whole() + line["impact"].whole(),
                    speaksOfPersonality: line["personality"].number() > 0
                )
            }
            let found = DraftQuality(lines, evidence: evidence)
            let wanted = one["out"]
            #expect(file.agree(found.groundedness, try wanted["groundedness"].number()))
            #expect(file.agree(found.coverage, try wanted["coverage"].number()))
            #expect(file.agree(found.competencyCoverage, try wanted["competencyCoverage"].number()))
            #expect(file.agree(found.recencyBalance, try wanted["recencyBalance"].number()))
            #expect(file.agree(found.specificity, try wanted["specificity"].number()))
            #expect(file.agree(found.personalityRate, try wanted["personalityRate"].number()))
        }
    }
}
