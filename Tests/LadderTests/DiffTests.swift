import Ladder
import Testing

@Suite struct `Comparing ladders` {
    private func ladder(_ part: String = "", as other: String = "") throws -> CareerLadder {
        try LadderDocument.read(
            yaml: part.isEmpty ? SmallLadder.text : SmallLadder.with(part, as: other),
            file: "x.yml"
        ).ladder
    }

    @Test func `a ladder and itself say the same`() throws {
        let diff = LadderDiff(from: .reference, to: .reference)
        #expect(diff.changes.isEmpty && !diff.needsVersion)
    }

    @Test(arguments: [
        (
            "{craft: 5, judgement: 2}", "{craft: 4, judgement: 2}",
            "Level 2 ic now asks for stage 4 of Craft; it asked for 5."
        ),
        ("title: Master", "title: Sage", "Level 2 ic is now called Sage; it was Master."),
        (
            "upper: 140", "upper: 144",
            "Level 1, ic, zone A, EUR: the range is now 100 to 144, middle 120; it was 100 to 140, middle 120."
        ),
        ("budget: None.", "budget: A little.", "Level 1: budget changed for everybody at this level."),
        (
            "settlingDays: 182", "settlingDays: 90",
            "Settling in after a change of track now takes 90 days; it took 182."
        ),
        ("Settles disputes.", "Ends disputes.", "Stage 3 of Judgement is worded anew."),
        (
            "[3, 5.01]", "[3, 5.005]",
            "Scope scores from 3.0 to 5.005 now belong to level 2; they went from 3.0 to 5.01."
        ),
    ])
    func `one change is one sentence, and the version has to rise`(part: String, other: String, sentence: String) throws
    {
        let diff = LadderDiff(from: try ladder(), to: try ladder(part, as: other))
        #expect(diff.changes.map(\.sentence) == [sentence])
        #expect(diff.needsVersion)
    }

    @Test func `what touches people comes before words`() throws {
        let text = SmallLadder.with("Settles disputes.", as: "Ends disputes.").replacing(
            "version: 1.0.0",
            with: "version: 1.1.0"
        )
        .replacing("{people: 5, judgement: 2}", with: "{people: 4, judgement: 2}")
        let diff = LadderDiff(from: try ladder(), to: try LadderDocument.read(yaml: text, file: "x.yml").ladder)
        #expect(diff.changes.map(\.weight) == [.meaning, .words])
        #expect(!diff.needsVersion)
    }
}

@Suite struct `Two roles side by side` {
    @Test func `a change of track at one level keeps level and authority and says what carries over`() throws {
        let (today, target) = (Target(track: .ic, level: 6), Target(track: .management, level: 6))
        let comparison = try #require(RoleComparison(from: today, to: target, in: .reference))
        #expect(comparison.keepsLevel && comparison.changesTrack)
        #expect(comparison.today.authority == comparison.target.authority)
        #expect(comparison.rows.filter { $0.change == .starts }.map(\.id) == ["people", "health", "system"])
        #expect(comparison.rows.filter { $0.change == .ends }.map(\.id) == ["craft", "design", "multiply"])
        let people = comparison.rows.first { $0.id == "people" }
        #expect(people?.carriedFrom.map(\.id) == ["multiply"])
        #expect(people?.carriedFrom.first?.weight == 0.5)
    }

    @Test(arguments: [60, 80, 100])
    func `no line is wider than asked for, and no word hurts`(width: Int) throws {
        for level in 3...9 {
            let comparison = try #require(
                RoleComparison(
                    from: Target(track: .management, level: level, family: "sales"),
                    to: Target(track: .ic, level: level, family: "sales"),
                    in: .reference
                )
            )
            let text = LadderText.comparison(comparison, width: width)
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= width && $0.last != " " })
            for word in ["step down", "demotion", "back to", "lost", "reverted"] {
                #expect(!text.lowercased().contains(word))
            }
        }
    }

    @Test func `the next level of the same track shows what rises`() throws {
        let comparison = try #require(
            RoleComparison(from: Target(track: .ic, level: 5), to: Target(track: .ic, level: 6), in: .reference)
        )
        #expect(
            comparison.rows.filter { $0.change == .rises }.map(\.id)
                == CareerLadder.reference.risingCompetencies(after: 5, on: .ic)
        )
        #expect(comparison.rows.allSatisfy { $0.carriedFrom.isEmpty })
        #expect(
            RoleComparison(from: Target(track: .management, level: 2), to: Target(track: .ic, level: 2), in: .reference)
                == nil
        )
    }
}
