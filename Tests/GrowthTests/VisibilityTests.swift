import Evidence
import Growth
import Signals
import Statistics
import Testing
import Workspace

@Suite struct VisibilityTests {
    private func together(_ people: [PersonID], _ happening: String, day: Double) -> [Participation] {
        people.map { Participation(person: $0, happening: happening, day: day) }
    }

    @Test func `the audience shares three threads, reviews or incidents in 120 days`() {
        let all =
            together(["sam", "ana", "ben", "cy"], "t1", day: 300) + together(["sam", "ana", "ben"], "t2", day: 310)
            + together(["sam", "ana"], "t3", day: 280) + together(["sam", "ben"], "t4", day: 279.9)
            + together(["ana", "ben"], "t5", day: 390) + together(["sam", "ana", "ana"], "t1", day: 301)
        #expect(Audience.of("sam", in: all, now: 400) == ["ana"])
        #expect(Audience.of("sam", in: all, now: 399) == ["ana", "ben"])
        #expect(Audience.of("ben", in: all, now: 400) == ["ana"])
        #expect(Audience.sizes(all, now: 400) == ["sam": 1, "ana": 2, "ben": 1, "cy": 0])
        #expect(Audience.of("sam", in: all, now: 309).isEmpty)
    }

    @Test func `everybody at once gives what one after the other gives`() {
        var random = SeededRandom(21)
        let all = (0..<600)
            .map { _ in
                Participation(
                    person: PersonID("p\(Int.random(in: 0..<25, using: &random))"),
                    happening: "h\(Int.random(in: 0..<120, using: &random))",
                    day: Double.random(in: 0...400, using: &random)
                )
            }
        for (person, size) in Audience.sizes(all, now: 300) {
            #expect(Audience.of(person, in: all, now: 300).count == size)
        }
    }

    @Test func `a quiet role is named by what it lets expect, whoever holds it`() throws {
        let rates = WorkRates(items: [.launch: 400, .upkeep: 100], weeks: [.launch: 400, .upkeep: 400])
        #expect(rates[.launch] == 1 && rates[.upkeep] == 0.25 && rates[.craft] == 0)
        let fitted = Exposure.fit(
            [
                Exposure.Role(person: "keeper", team: nil, weeks: [.upkeep: 24], items: 6),
                Exposure.Role(person: "starter", team: nil, weeks: [.launch: 24], items: 24),
                Exposure.Role(person: "far", team: nil, weeks: [.upkeep: 24], sharedHours: 1, items: 0),
            ],
            rates: rates
        )
        let keeper = try #require(fitted["keeper"])
        #expect(keeper.expected == 6 && keeper.ratio == 1 && keeper.isQuiet)
        #expect(keeper.words == "A quiet role: we expect about 1 item a month.")
        #expect(fitted["starter"]?.words == nil)
        let far = try #require(fitted["far"])
        #expect(far.expected == 1.5 && far.words == "A quiet role: we expect less than 1 item a month.")
    }

    @Test func `a team that talks less is expected to say less`() throws {
        let rates = WorkRates([.craft: 0.5])
        let roles = ["a", "b"].map {
            Exposure.Role(person: PersonID($0), team: "still", weeks: [.craft: 20], items: 0)
        }
        // Expected 20 in the team and none heard: (0 + 5) / (20 + 5) of 10.
        #expect(Exposure.fit(roles, rates: rates)["a"]?.expected == 2)
    }

    @Test(
        arguments: [
            (0.0, [0.0, 0, 1], 8.0), (9, [0, 1, 2], 0), (-5, [0, 0], 3), (12, [-12], 8), (3, [], 8), (11, [-11], 6),
        ] as [(Double, [Double], Double)]
    )
    func `hours are shared with the team's median day`(offset: Double, team: [Double], hours: Double) {
        #expect(Exposure.sharedHours(offset: offset, team: team) == hours)
    }

    @Test func `exposure words a reading and changes nothing in it`() {
        var inquiry = LedgerStories.inquiry([LedgerStories.entry("a")])
        let before = ClockReading(inquiry)
        inquiry.exposure = Exposure(expected: 6, heard: 1, weeks: 24)
        let after = ClockReading(inquiry)
        #expect(after.explanation.first?.text == "A quiet role: we expect about 1 item a month.")
        #expect(after.requestNeed?.visibility == 3.0 / 8)
        #expect(after.headline == before.headline && after.gates == before.gates && after.state == before.state)
    }
}
