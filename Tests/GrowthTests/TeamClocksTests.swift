import Evidence
import Growth
import Statistics
import Testing
import Workspace

@Suite struct TeamClocksTests {
    private typealias Stories = LedgerStories

    /// A company in which everybody is seen by the same five voices, with the given part of next-level work.
    private func company(_ people: Int, track: Track = .ic, prefix: String = "p", next: Int) -> [ClockInquiry] {
        (0..<people)
            .map { person in
                let id = PersonID("\(prefix)\(person)")
                let entries = (0..<40)
                    .map { index in
                        Stories.entry(
                            "\(id.text)-\(index)",
                            by: ["ana", "ben", "cy", "dee", "eve"][index % 5],
                            about: id,
                            daysAgo: 3 + index * 4,
                            stage: (index * 7 + person) % 10 < next ? 3 : 2
                        )
                    }
                return Stories.inquiry(entries, person: Person(id: id, name: id.text, track: track, level: 4))
            }
    }

    @Test func `a small company keeps the default threshold`() {
        let clocks = TeamClocks.fit(company(29, next: 5))
        #expect(clocks.calibrations[.ic]?.basis == .defaults)
        #expect(clocks.clock(for: .ic).parameters.threshold == 0.45)
    }

    @Test func `where praise comes easily the threshold rises, where it is rare it falls`() throws {
        let generous = try #require(TeamClocks.fit(company(40, next: 7)).calibrations[.ic])
        let harsh = try #require(TeamClocks.fit(company(40, next: 1)).calibrations[.ic])
        #expect(generous.basis == .everybody && harsh.basis == .everybody)
        #expect(generous.threshold > 0.45 && generous.threshold <= 0.60)
        #expect(harsh.threshold < 0.45 && harsh.threshold >= 0.30)
        #expect(abs(harsh.priorMean - (harsh.threshold - 0.15)) < 1e-12)
    }

    @Test func `tracks get thresholds of their own when both have thirty people, and a wide gap is named`() {
        let many = company(100, next: 8) + company(100, track: .management, prefix: "m", next: 0)
        let clocks = TeamClocks.fit(many)
        #expect(clocks.calibrations[.ic] != clocks.calibrations[.management])
        #expect(clocks.tracksDiffer)
        let few = TeamClocks.fit(company(40, next: 8) + company(10, track: .management, prefix: "m", next: 0))
        #expect(few.calibrations[.ic] == few.calibrations[.management])
        #expect(!few.tracksDiffer)
    }

    @Test func `an observer who praises everybody is corrected, and the reading says so without a label`() {
        let plain = company(20, next: 3)
        let generous = plain.map { inquiry in
            var copy = inquiry
            copy.entries += (0..<10)
                .map {
                    Stories.entry(
                        "\(inquiry.person.id.text)-fan\($0)",
                        by: "zoe",
                        about: inquiry.person.id,
                        daysAgo: 4 + $0 * 6
                    )
                }
            return copy
        }
        let clocks = TeamClocks.fit(generous)
        #expect(clocks.leniency["zoe"] > 0.1)
        let reading = clocks.reading(generous[0])
        #expect(
            reading.explanation.contains {
                $0.text == "Corrected for how generously each person tends to write."
            }
        )
    }

    @Test func `the order of people and entries does not matter`() {
        var random = Seeded(4)
        let people = company(12, next: 4)
        let mixed = people.shuffled(using: &random).map { inquiry in
            var copy = inquiry
            copy.entries.shuffle(using: &random)
            return copy
        }
        #expect(TeamClocks.fit(people) == TeamClocks.fit(mixed))
    }

    @Test func `nobody at all gives the defaults`() {
        #expect(TeamClocks.fit([]) == TeamClocks())
    }

    @Test func `people who mostly praise each other are one voice in everybody's reading`() {
        func praise(_ voice: String, of subject: PersonID) -> [LedgerEntry] {
            (0..<8)
                .map {
                    Stories.entry("\(voice)-\(subject.text)-\($0)", by: voice, about: subject, daysAgo: 3 + $0 * 10)
                }
        }
        let people = [("ana", praise("ben", of: "ana")), ("ben", praise("ana", of: "ben"))]
            .map { Stories.inquiry($0.1, person: Person(id: PersonID($0.0), name: $0.0, level: 4)) }
        let sam = Stories.inquiry(
            praise("ana", of: "sam") + praise("ben", of: "sam") + [Stories.entry("c", by: "cy", stage: 2)]
        )
        let clocks = TeamClocks.fit(people + [sam])
        #expect(clocks.rings == [["ana", "ben"]])
        #expect(clocks.reading(sam).carriers == ["Ana", "Ben"])
    }

    /// The same company as it was the day before each one's promotion.
    private func promotions(_ people: Int, track: Track = .ic, prefix: String = "q", next: Int) -> [ClockInquiry] {
        company(people, track: track, prefix: prefix, next: next)
    }

    @Test func `thirty known promotions anchor the threshold between those before one and everybody else`() throws {
        let people = company(60, next: 2)
        let anchored = TeamClocks.fit(people, promotions: promotions(30, next: 9))
        let fitted = try #require(anchored.calibrations[.ic])
        #expect(fitted.basis == .promotions && anchored.calibrations[.management] == fitted)
        let below = try #require(TeamClocks.fit(people).calibrations[.ic])
        #expect(below.basis == .everybody && fitted.threshold > below.threshold)
        #expect(TeamClocks.fit(people, promotions: promotions(29, next: 9)).calibrations[.ic] == below)
    }

    @Test func `who was promoted is not among the others, and evidence older than a year is not looked at`() throws {
        let people = company(31, next: 2)
        let before = promotions(40, next: 9)
        let apart = try #require(TeamClocks.fit(people + before, promotions: before).calibrations[.ic])
        let elsewhere = promotions(40, prefix: "r", next: 9)
        let among = try #require(TeamClocks.fit(people + before, promotions: elsewhere).calibrations[.ic])
        #expect(apart.basis == .promotions && among.basis == .promotions && apart.threshold < among.threshold)
        let aged = before.map { inquiry in
            var copy = inquiry
            copy.entries += (0..<20)
                .map {
                    Stories.entry(
                        "\(inquiry.person.id.text)-old\($0)",
                        by: "eve",
                        about: inquiry.person.id,
                        daysAgo: 366 + $0,
                        stage: 2
                    )
                }
            return copy
        }
        #expect(
            TeamClocks.fit(people, promotions: aged).calibrations
                == TeamClocks.fit(people, promotions: before).calibrations
        )
    }

    @Test func `each track has its own anchor where both have thirty promotions`() throws {
        let people = company(40, next: 2) + company(40, track: .management, prefix: "m", next: 2)
        let before = promotions(30, next: 9) + promotions(30, track: .management, prefix: "n", next: 5)
        let clocks = TeamClocks.fit(people, promotions: before)
        let ic = try #require(clocks.calibrations[.ic])
        let management = try #require(clocks.calibrations[.management])
        #expect(ic.basis == .promotions && management.basis == .promotions && ic.threshold > management.threshold)
        #expect(clocks.trackGap == management.threshold - ic.threshold)
    }

    @Test func `a gap between the tracks is put into words, and a small one is not`() throws {
        let wide = TeamClocks.fit(company(100, next: 8) + company(100, track: .management, prefix: "m", next: 0))
        let words = try #require(wide.trackWords)
        #expect(words.hasPrefix("Colleagues write more readily of next-level work by individual contributors"))
        #expect(TeamClocks.fit(company(40, next: 5)).trackWords == nil)
    }
}
