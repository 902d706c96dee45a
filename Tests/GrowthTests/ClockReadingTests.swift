import Evidence
import Growth
import Signals
import Statistics
import Testing
import VectorTesting
import Workspace

@Suite struct ClockReadingTests {
    private typealias Stories = LedgerStories

    @Test func `a good year reads as sustained, with its windows, share and voices`() throws {
        let reading = ClockReading(Stories.inquiry(Stories.goodYear()))
        #expect(reading.state == .sustainedAtNext)
        let share = try #require(reading.mean)
        let interval = try #require(reading.interval)
        let percent = { (value: Double) in Int((value * 100).rounded()) }
        #expect(
            reading.headline.text
                == "For 6 of the last 6 eight-week windows most of what colleagues saw was level-5 work "
                + "(mean \(percent(share)) %, 80 % interval \(percent(interval.low))–\(percent(interval.high)) %)."
        )
        #expect(reading.gates.allSatisfy { $0.isMet })
        #expect(reading.voices.map(\.name) == ["Ana", "Ben", "Cy", "Dee", "Eve"])
        #expect(reading.voices.first?.team == "Rails")
        #expect(reading.voices.reduce(0) { $0 + $1.moments } == 48)
        #expect(reading.entries.count == 48)
        #expect(Set(reading.headline.entries) == Set(reading.entries))
        #expect(reading.noNewsSince == nil)
        let since = try #require(reading.since)
        #expect(since < Stories.start && since > CivilDate(days: Stories.start.days - 330))
        #expect(reading.changedBy.count == 1)
    }

    @Test func `every window names its days and its entries, without gap or overlap`() {
        let reading = ClockReading(Stories.inquiry(Stories.goodYear()))
        #expect(reading.windows.count == 6)
        #expect(reading.windows.first?.to == Stories.start)
        for (newer, older) in zip(reading.windows, reading.windows.dropFirst()) {
            #expect(newer.from.days == older.to.days + 1)
        }
        #expect(reading.windows.allSatisfy { $0.vote == .supports && !$0.entries.isEmpty })
        let inWindows = reading.windows.flatMap(\.entries)
        #expect(Set(inWindows).count == inWindows.count)
    }

    @Test func `too little heard says nothing about the work`() {
        let reading = ClockReading(
            Stories.inquiry([Stories.entry("a"), Stories.entry("b"), Stories.entry("c", episode: "ep-a")])
        )
        #expect(reading.state == .notEnoughEvidence)
        #expect(
            reading.headline.text
                == "We have heard about 2 moments from 1 person. This says nothing about the work."
        )
        #expect(reading.mean == nil && reading.interval == nil)
        #expect(reading.gates.map(\.kind) == [.evidence, .observers])
        #expect(reading.requestDue)
    }

    @Test func `nothing heard says so`() {
        let reading = ClockReading(Stories.inquiry([]))
        #expect(reading.headline.text == "We have heard nothing yet. This says nothing about the work.")
        #expect(reading.since == nil)
        #expect(reading.entries.isEmpty)
    }

    @Test(arguments: [(89, true), (90, false)])
    func `the first ninety days at a level are settling in`(days: Int, settling: Bool) {
        var person = Stories.sam
        person.levelSince = CivilDate(days: Stories.start.days - days)
        let reading = ClockReading(Stories.inquiry([Stories.entry("a")], person: person))
        #expect(reading.isSettlingIn == settling)
        #expect(reading.headline.text.hasPrefix("Settling in.") == settling)
    }

    @Test func `whom to ask is named where little was heard`() {
        var inquiry = Stories.inquiry([Stories.entry("a", by: "ana")])
        inquiry.colleagues = ["ana", "ben", "dee", "sam"].map {
            ClockInquiry.Candidate(
                person: PersonID($0),
                name: Stories.names[$0] ?? "Sam",
                team: Stories.teams[$0] ?? "Rails"
            )
        }
        let reading = ClockReading(inquiry)
        #expect(reading.whomToAsk.map(\.name) == ["Ben", "Dee", "Ana"])
        #expect(reading.explanation.last?.text == "Worth asking: Ben, Dee and Ana.")
        inquiry.lastRequest = inquiry.now - 41 * 86_400_000_000
        #expect(!ClockReading(inquiry).requestDue)
    }

    @Test func `work of the present level is named as that, and never as a lack`() {
        let reading = ClockReading(Stories.inquiry(Stories.goodYear(stage: 2)))
        #expect(reading.state == .atLevel)
        #expect(reading.headline.text == "Doing the work of level 4.")
    }

    @Test func `strong work that is new names time as missing`() {
        let recent = Stories.goodYear().map { entry in
            var copy = entry
            copy.moment = Stories.now - (Stories.now - entry.moment) / 8
            return copy
        }
        let reading = ClockReading(Stories.inquiry(recent))
        #expect(reading.state == .operatingAtNext)
        #expect(reading.headline.text.hasSuffix("Still missing: time."))
        #expect(reading.gates.first { $0.kind == .time }?.isMet == false)
    }

    @Test func `work that only one team saw names the missing teams at level 5`() {
        let near = Stories.goodYear().map { entry in
            var copy = entry
            copy.voice = Voice(
                person: entry.voice.person,
                account: entry.voice.account,
                name: entry.voice.name,
                team: "Rails"
            )
            return copy
        }
        let reading = ClockReading(Stories.inquiry(near))
        #expect(reading.state == .operatingAtNext)
        #expect(reading.headline.text.hasSuffix("Still missing: voices from more teams."))
        var small = Stories.inquiry(near)
        small.audience = 3
        let notes = ClockReading(small)
        #expect(notes.state == .sustainedAtNext)
        #expect(notes.isSmallCompany)
        #expect(notes.explanation.first?.text == "Small company: treat this as notes.")
    }

    @Test func `a reading that rests on one colleague says on whom`() {
        let fan = (0..<40).map { Stories.entry("f\($0)", by: "eve", daysAgo: 3 + $0 * 2) }
        let others = ["ana", "ben", "cy"].map { Stories.entry($0, by: $0, daysAgo: 20, stage: $0 == "ana" ? 2 : 3) }
        let reading = ClockReading(Stories.inquiry(fan + others))
        #expect(reading.state == .emerging)
        let sentence = reading.explanation.first { $0.text == "It rests on one colleague: Eve." }
        #expect(sentence?.entries.count == 40)
        #expect(reading.carriers == ["Eve"])
    }

    @Test func `the manager's own items are always set apart`() throws {
        let own = (0..<4).map { Stories.entry("m\($0)", by: "mo", daysAgo: 10 + $0 * 10) }
        let reading = ClockReading(Stories.inquiry(Stories.goodYear() + own))
        let sentence = try #require(reading.explanation.first { $0.text.contains("Mo, the manager") })
        #expect(sentence.text == "Without the words of Mo, the manager, it is clearly level-5 work, too.")
        #expect(Set(sentence.entries) == Set(own.map(\.id)))
        #expect(reading.voices.first { $0.name == "Mo" }?.isManager == true)
        let without = ClockReading(Stories.inquiry(Stories.goodYear()))
        #expect(without.explanation.contains { $0.text == "The manager's own words are not among these." })
    }

    @Test func `competencies lean by their evidence, and the growth edge is one that rises`() {
        let weak = (0..<24)
            .map {
                Stories.entry(
                    "w\($0)",
                    by: ["ana", "ben", "cy", "dee", "eve"][$0 % 5],
                    daysAgo: 4 + $0 * 3,
                    competency: "judgement",
                    stage: 2
                )
            }
        let strong = Stories.goodYear().filter { $0.competencies.first?.competency == "craft" }
        let reading = ClockReading(Stories.inquiry(weak + strong))
        let states = Dictionary(uniqueKeysWithValues: reading.competencies.map { ($0.id, $0.state) })
        #expect(reading.competencies.map(\.id) == Stories.demand.competencies.map(\.id))
        #expect(states["judgement"] == .contradicted)
        #expect(states["influence"] == .thin)
        #expect(reading.edge == .competency("judgement"))
        let judgement = reading.competencies.first { $0.id == "judgement" }
        #expect(judgement?.entries.count == 24)
        #expect(judgement?.words == "evidence leans no")
    }

    @Test func `a competency that the target does not raise is never the growth edge`() {
        let weak = (0..<20)
            .map {
                Stories.entry(
                    "w\($0)",
                    by: ["ana", "ben", "cy", "dee", "eve"][$0 % 5],
                    daysAgo: 4 + $0 * 3,
                    competency: "ownership",
                    stage: 2
                )
            }
        let strong = Stories.goodYear().filter { $0.competencies.first?.competency == "craft" }
        let reading = ClockReading(Stories.inquiry(weak + strong))
        let ownership = reading.competencies.first { $0.id == "ownership" }
        #expect(ownership?.words == "asks for nothing new at this target; shown, not counted")
        #expect(ownership?.entries.count == 20)
        #expect(reading.edge == .competency("craft"))
    }

    @Test func `where all that rises is thin there is a list to ask about instead`() {
        let reading = ClockReading(
            Stories.inquiry((0..<20).map { Stories.entry("o\($0)", by: "ana", competency: "ownership") })
        )
        #expect(reading.edge == .askAbout(["craft", "design", "judgement"]))
    }

    @Test func `at the top of the ladder there are competencies and no state`() {
        let top = TargetDemand(
            track: .ic,
            level: nil,
            presentLevel: 9,
            competencies: [CompetencyDemand(id: "craft", name: "Craft", present: 5, target: 5)]
        )
        let entries = (0..<20).map {
            Stories.entry("t\($0)", by: ["ana", "ben", "cy"][$0 % 3], daysAgo: 5 + $0 * 5, stage: 5)
        }
        let reading = ClockReading(Stories.inquiry(entries, demand: top))
        #expect(reading.state == nil)
        #expect(reading.headline.text == "Top of the ladder: read by competency only.")
        #expect(reading.competencies.first?.state == .supported)
        #expect(reading.gates.isEmpty && reading.mean == nil && reading.edge == .none && !reading.requestDue)
    }

    @Test func `silence keeps the state and says since when there is no news`() {
        var inquiry = Stories.inquiry(Stories.goodYear())
        inquiry.now += 70 * 86_400_000_000
        let reading = ClockReading(inquiry)
        #expect(reading.state == .sustainedAtNext)
        #expect(reading.noNewsSince == CivilDate(days: Stories.start.days - 5))
        #expect(reading.explanation.contains { $0.text == "No news since 2026-05-27." })
    }

    @Test(arguments: Array(stride(from: 0, through: 770, by: 35)))
    func `no day of two silent years lowers what is shown`(days: Int) {
        var inquiry = Stories.inquiry(Stories.goodYear())
        inquiry.now += Int64(days) * 86_400_000_000
        let state = ClockReading(inquiry).state
        #expect(state == .sustainedAtNext || state == .notEnoughEvidence)
    }

    @Test func `an erased entry leaves no trace in any part of the reading`() {
        let extra = Stories.entry("extra", by: "zoe", daysAgo: 12)
        let before = ClockReading(Stories.inquiry(Stories.goodYear()))
        let with = ClockReading(Stories.inquiry(Stories.goodYear() + [extra]))
        var contested = extra
        contested.state = .contested
        let after = ClockReading(Stories.inquiry(Stories.goodYear() + [contested]))
        #expect(with != before)
        #expect(after.entries == before.entries && after.headline == before.headline)
        #expect(after.explanation == before.explanation && after.windows == before.windows)
        #expect(after.leftOut == ["extra": .notCounting])
    }

    @Test func `what lies in the future or more than two years back is behind nothing, and says why`() {
        var person = Stories.sam
        person.levelSince = nil
        let entries = [Stories.entry("a"), Stories.entry("old", daysAgo: 731), Stories.entry("soon", daysAgo: -1)]
        let reading = ClockReading(Stories.inquiry(entries, person: person))
        #expect(reading.entries == ["a"])
        #expect(reading.leftOut == ["old": .outsideTime, "soon": .outsideTime])
        #expect(reading.headline.text.hasPrefix("We have heard about 1 moment from 1 person."))
    }

    @Test func `the order of the ledger does not matter`() {
        var random = Seeded(9)
        let entries = Stories.goodYear()
        let reading = ClockReading(Stories.inquiry(entries))
        #expect(ClockReading(Stories.inquiry(entries.shuffled(using: &random))) == reading)
    }

    @Test func `two clear views on each side are both shown`() {
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
        let reading = ClockReading(Stories.inquiry(entries))
        #expect(reading.isContested)
        let sentence = reading.explanation.first { $0.text.hasPrefix("Colleagues see it differently: 2 saw") }
        #expect(sentence?.entries.count == 16)
    }
}
