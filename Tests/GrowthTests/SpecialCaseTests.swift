import Evidence
import Growth
import Ladder
import Signals
import Testing
import Workspace

/// One test for each special case of `docs/methods.md`.
@Suite struct SpecialCaseTests {
    private typealias Stories = LedgerStories

    private func texts(_ reading: ClockReading) -> [String] {
        [reading.headline.text] + reading.explanation.map(\.text) + reading.gates.map(\.words)
    }

    @Test func `a new level begins with nothing, and says that the person is settling in`() {
        var person = Stories.sam
        person.level = 5
        person.levelSince = CivilDate(days: Stories.start.days - 1)
        let reading = ClockReading(Stories.inquiry(Stories.goodYear(), person: person))
        #expect(reading.state == .notEnoughEvidence)
        #expect(reading.isSettlingIn && reading.entries.isEmpty && reading.since == nil)
        #expect(reading.headline.text == "Settling in. We have heard nothing yet. This says nothing about the work.")
        #expect(Set(reading.leftOut.values) == [.beforeLevel])
    }

    @Test func `a year of leave leaves the reading as it was`() throws {
        var inquiry = Stories.inquiry(Stories.goodYear())
        let before = ClockReading(inquiry)
        inquiry.now += 365 * 86_400_000_000
        let forgotten = ClockReading(inquiry)
        inquiry.leave = [Stories.start..<CivilDate(days: Stories.start.days + 366)]
        let after = ClockReading(inquiry)
        #expect(forgotten.state == .notEnoughEvidence)
        #expect(after.state == before.state)
        let mean = try #require(after.mean)
        let earlier = try #require(before.mean)
        #expect(abs(mean - earlier) < 0.05)
        #expect(after.windows.allSatisfy { $0.vote == .silent && $0.entries.isEmpty })
    }

    @Test func `an observer who left keeps one voice, under a name that stays the same and tells nothing`() throws {
        var inquiry = Stories.inquiry(Stories.goodYear())
        let before = ClockReading(inquiry)
        inquiry.departed = ["eve"]
        let after = ClockReading(inquiry)
        #expect(
            after.state == before.state && after.mean == before.mean
                && after.gates.map(\.isMet) == before.gates.map(\.isMet)
        )
        #expect(!texts(after).contains { $0.contains("Eve") } && !after.voices.contains { $0.name == "Eve" })
        let name = try #require(after.voices.map(\.name).first { $0.hasPrefix("Former colleague ") })
        inquiry.now += 86_400_000_000
        #expect(ClockReading(inquiry).voices.map(\.name).contains(name))
        inquiry.departed = ["eve", "dee"]
        #expect(Set(ClockReading(inquiry).voices.map(\.name)).count == 5)
    }

    @Test func `the team is the one at the time of the item, whatever it is called later`() {
        let renamed = Stories.goodYear().enumerated()
            .map { index, entry in
                var copy = entry
                let team = index < 10 ? "Depot & Rails" : entry.voice.team
                copy.voice = Voice(
                    person: entry.voice.person,
                    account: entry.voice.account,
                    name: entry.voice.name,
                    team: team
                )
                return copy
            }
        let reading = ClockReading(Stories.inquiry(renamed))
        // The first entries are the newest: each voice's oldest item still bears the old name.
        #expect(reading.gates.first { $0.kind == .teams }?.words == "Seen from 3 teams; 2 are needed.")
    }

    @Test func `two accounts of one person are one voice`() {
        func entries(_ second: String) -> [LedgerEntry] {
            (0..<16)
                .map { index in
                    var entry = Stories.entry(
                        "x\(index)",
                        by: index.isMultiple(of: 2) ? "ana" : second,
                        daysAgo: 2 + index * 9
                    )
                    if entry.voice.person == "twin" {
                        entry.voice = Voice(person: nil, account: "U-twin", name: "ana.second", team: "Rails")
                    }
                    return entry
                }
        }
        var split = Stories.inquiry(entries("twin"))
        #expect(LedgerItems(split).items.contains { $0.observation.observer == "U-twin" })
        split.aliases = ["U-twin": "ana"]
        let merged = LedgerItems(split).items.map(\.observation)
        #expect(merged == LedgerItems(Stories.inquiry(entries("ana"))).items.map(\.observation))
        #expect(ClockReading(split).voices.count == 1)
        // A second account of the person's own praises nobody.
        split.aliases = ["U-twin": "sam"]
        #expect(LedgerItems(split).leftOut.values.count { $0 == .ownWords } == 8)
    }

    @Test func `people who mostly praise each other are left out together, and named together`() {
        let items = ["ana", "ben"].flatMap { voice in
            (0..<14).map { Stories.entry("\(voice)\($0)", by: voice, daysAgo: 3 + $0 * 12) }
        }
        let others = ["cy", "dee"].map { Stories.entry($0, by: $0, daysAgo: 20) }
        let alone = ClockReading(Stories.inquiry(items + others))
        let ring = ClockReading(Stories.inquiry(items + others), clock: LevelClock(rings: [["ana", "ben"]]))
        #expect(ring.carriers == ["Ana", "Ben"] && alone.carriers.count == 1)
        #expect(ring.mean == alone.mean)
        #expect(ring.gates.first { $0.kind == .withoutAnyOne }?.isMet == false)
        #expect(ring.explanation.contains { $0.text.contains("Ana and Ben") })
    }

    @Test func `it is always said what the reading would be without the manager`() {
        let praise = Stories.goodYear().enumerated()
            .map { index, entry in
                var copy = entry
                if index.isMultiple(of: 3) { copy.voice = Stories.voice("mo") }
                return copy
            }
        for stage in [2.0, 3] {
            let entries = praise.map { entry in
                var copy = entry
                copy.stage = stage
                return copy
            }
            let reading = ClockReading(Stories.inquiry(entries))
            #expect(reading.explanation.contains { $0.text.hasPrefix("Without the words of Mo, the manager, ") })
        }
        // With a quiet team besides the manager too little would be left.
        let few = ["ana", "ben"].flatMap { voice in
            (0..<6).map { Stories.entry("\(voice)\($0)", by: voice, daysAgo: 3 + $0 * 9) }
        }
        let own = (0..<6).map { Stories.entry("mo\($0)", by: "mo", daysAgo: 4 + $0 * 9) }
        #expect(
            ClockReading(Stories.inquiry(few + own)).explanation.contains {
                $0.text == "Without the words of Mo, the manager, too little would be left to say anything."
            }
        )
    }

    @Test(arguments: [(3, true), (4, false)])
    func `where fewer than four could have seen it, two voices and one team are enough, and it says so`(
        audience: Int,
        isSmall: Bool
    ) {
        let entries = (0..<24)
            .map { Stories.entry("e\($0)", by: ["ana", "dee", "rae"][$0 % 3], daysAgo: 3 + $0 * 12) }
        var inquiry = Stories.inquiry(entries)
        inquiry.audience = audience
        let reading = ClockReading(inquiry)
        #expect(reading.isSmallCompany == isSmall)
        #expect((reading.explanation.first?.text == "Small company: treat this as notes.") == isSmall)
        #expect(reading.gates.first { $0.kind == .observers }?.words == "3 people were heard lately; 2 are needed.")
        #expect(reading.gates.first { $0.kind == .teams }?.isMet == isSmall)
    }

    @Test func `an erased item takes all its consequences with it, and the log says no more than that`() throws {
        let clock = LevelClock()
        let strong = LedgerItems(Stories.inquiry(Stories.goodYear())).items.map(\.observation)
        let before = clock.shown(strong, now: Double(Stories.start.days), nextLevel: 5)
        let rest = strong.filter { $0.observer != "eve" && $0.observer != "dee" && $0.observer != "cy" }
        let after = clock.shown(rest, now: Double(Stories.start.days), nextLevel: 5)
        let change = try #require(StateChange(from: before, to: after, cause: .itemRemoved))
        #expect(change.from == .sustainedAtNext && change.to == .notEnoughEvidence)
        #expect(change.words == "Changed because an item was removed.")
        #expect(StateChange(from: before, to: before, cause: .itemRemoved) == nil)
    }

    @Test func `a contested item weighs nothing until it is upheld or put right`() {
        let states: [EvidenceState] = [.settled, .contested, .corrected, .withdrawn]
        let weights = states.map { state in
            LedgerItems(Stories.inquiry([Stories.entry("a", state: state)])).items.count
        }
        #expect(weights == [1, 0, 1, 0])
    }

    @Test func `a state names the items that made it`() throws {
        let reading = ClockReading(Stories.inquiry(Stories.goodYear()))
        let since = try #require(reading.since)
        #expect(!reading.changedBy.isEmpty && reading.changedBy.count <= 2)
        let days = Stories.goodYear().filter { reading.changedBy.contains($0.id) }
            .map { CivilDate(microseconds: $0.moment).days }
        #expect(days.allSatisfy { $0 <= since.days && $0 > since.days - 8 })
    }

    @Test func `two clear views are shown with their names and entries, each on its own side`() throws {
        let entries = ["ana", "ben", "cy", "dee"].flatMap { voice in
            (0..<4).map {
                Stories.entry(
                    "\(voice)\($0)",
                    by: voice,
                    daysAgo: 3 + $0 * 9,
                    stage: voice == "ana" || voice == "ben" ? 3 : 2
                )
            }
        }
        let sides = try #require(ClockReading(Stories.inquiry(entries)).sides)
        #expect(sides.next.names == ["Ana", "Ben"] && sides.present.names == ["Cy", "Dee"])
        #expect(sides.next.entries.count == 8 && Set(sides.next.entries).isDisjoint(with: sides.present.entries))
        #expect(ClockReading(Stories.inquiry(Stories.goodYear())).sides == nil)
    }

    @Test func `what was said in confidence shows as a number and decides nothing`() {
        let secret = (0..<6).map { Stories.entry("s\($0)", by: "zoe", daysAgo: 3 + $0 * 11) }
        let open = ["ana", "ben", "cy", "dee"].flatMap { voice in
            (0..<3).map {
                Stories.entry("\(voice)\($0)", by: voice, daysAgo: 5 + $0 * 14, stage: voice == "cy" ? 2 : 3)
            }
        }
        var inquiry = Stories.inquiry(open + secret)
        inquiry.confidential = Set(secret.map(\.id))
        let reading = ClockReading(inquiry)
        #expect(reading.confidentialItems == 6)
        #expect(reading.explanation.contains { $0.text.hasPrefix("6 confidential items; ") })
        let cited =
            reading.entries + reading.headline.entries + reading.explanation.flatMap(\.entries)
            + reading.windows.flatMap(\.entries) + reading.voices.flatMap(\.entries)
            + reading.competencies.flatMap(\.entries) + Array(reading.leftOut.keys) + reading.changedBy
        #expect(Set(cited).isDisjoint(with: inquiry.confidential))
        #expect(!reading.voices.contains { $0.name == "zoe" } && !texts(reading).contains { $0.contains("zoe") })
        let told = ClockReading(Stories.inquiry(open + secret))
        #expect(told.mean == reading.mean)
        #expect(told.gates.first { $0.kind == .withoutAnyOne }?.isMet == true)
        #expect(reading.gates.first { $0.kind == .withoutAnyOne }?.isMet == false)
    }

    @Test func `a reading leans on the last months where nothing forgotten would say something else`() {
        let old = (0..<24).map {
            Stories.entry("o\($0)", by: ["ana", "ben", "cy"][$0 % 3], daysAgo: 200 + $0 * 9, stage: 2)
        }
        let new = (0..<10).map {
            Stories.entry("n\($0)", by: ["ana", "ben", "cy", "dee"][$0 % 4], daysAgo: 2 + $0 * 3)
        }
        let reading = ClockReading(Stories.inquiry(old + new))
        #expect(reading.leansOnRecentMonths)
        #expect(reading.explanation.contains { $0.text == "This reading leans on the last two months." })
        #expect(!ClockReading(Stories.inquiry(Stories.goodYear())).leansOnRecentMonths)
        #expect(!ClockReading(Stories.inquiry(Array(old.prefix(2)))).leansOnRecentMonths)
    }
}
