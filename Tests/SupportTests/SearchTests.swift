import Evidence
import Statistics
import Support
import Testing
import Workspace

/// Each signal of its own, from plain weeks.
struct SearchTests {
    private func record(_ weeks: Int) -> SupportRecord {
        SupportRecord(person: "p", present: Invented.weeks(weeks))
    }

    private func findings(_ record: SupportRecord, after weeks: Int) -> [SupportFinding] {
        SupportSearch(now: Invented.start.after(weeks).monday.microseconds).findings(in: record)
    }

    @Test func `a quiet record says nothing`() {
        #expect(findings(record(40), after: 40).isEmpty)
        #expect(findings(SupportRecord(person: "p", present: []), after: 40).isEmpty)
    }

    @Test func `a blocker that nobody replied to for more than five working days is found, and gone once somebody did`()
    {
        var record = record(40)
        let said = Invented.start.after(38).monday.microseconds + 43_200_000_000
        let trace = SupportRecord.Trace(moment: said, entry: "e1")
        record.blockers = [.init(trace, matter: "gpu", moved: nil)]
        #expect(findings(record, after: 39).isEmpty)
        let found = findings(record, after: 40)
        #expect(found.map(\.kind) == [.blocked])
        #expect(found.first?.sources == [trace])
        record.blockers = [.init(trace, matter: "gpu", moved: said + 3_600_000_000)]
        #expect(findings(record, after: 40).isEmpty)
    }

    @Test func `a blocker that is said again counts from its first word, whoever replied in between`() throws {
        var record = record(40)
        let first = Invented.start.after(36).monday.microseconds
        let again = Invented.start.after(38).monday.microseconds
        record.blockers = [
            .init(.init(moment: first), matter: "gpu", moved: first + 1),
            .init(.init(moment: again), matter: "gpu", moved: nil),
        ]
        let finding = try #require(findings(record, after: 40).first)
        #expect(finding.reason == .openBlocker(since: CivilDate(microseconds: first), workingDays: 20))
    }

    @Test func `questions without a reply are found where replies were usual, and not where they never were`() throws {
        var record = record(40)
        func ask(_ week: Int, _ count: Int, open: Int) -> [SupportRecord.Question] {
            Invented.moments(count, in: Invented.start.after(week)).enumerated().map { place, moment in
                SupportRecord.Question(.init(moment: moment), reply: place < open ? nil : moment + 3_600_000_000)
            }
        }
        let usual = (0..<34).flatMap { ask($0, 2, open: $0 % 9 == 0 ? 1 : 0) }
        record.asks = usual + ask(36, 3, open: 2) + ask(37, 3, open: 3)
        let found = findings(record, after: 39)
        #expect(found.map(\.kind) == [.unanswered])
        record.asks = (0..<36).flatMap { ask($0, 2, open: 1) } + ask(36, 3, open: 2) + ask(37, 3, open: 3)
        #expect(findings(record, after: 39).isEmpty)
        record.asks = usual + ask(36, 2, open: 2) + ask(37, 2, open: 2)
        #expect(findings(record, after: 39).isEmpty, "four questions are too few")
    }

    @Test
    func `silence where much was usual is found, over with the first word, and not called where little was usual`() {
        var record = record(60)
        record.heard = Invented.traces((0..<30).map { $0 % 3 == 0 ? 0 : 1 })
        #expect(findings(record, after: 38).isEmpty)
        #expect(findings(record, after: 39).map(\.kind) == [.drought])
        record.heard += [.init(moment: Invented.moments(1, in: Invented.start.after(38))[0])]
        #expect(findings(record, after: 39).isEmpty)
        record.heard = Invented.traces((0..<30).map { $0 % 4 == 0 ? 1 : 0 })
        #expect(findings(record, after: 44).isEmpty)
    }

    @Test func `weeks of leave are not silence`() {
        var record = SupportRecord(person: "p", present: Invented.weeks(31))
        record.heard = Invented.traces(Array(repeating: 2, count: 30))
        #expect(findings(record, after: 45).isEmpty)
    }

    @Test func `a doubled load is found, a busy week of everybody is not`() {
        let plain = [3, 2, 4, 3, 3, 2, 3, 4, 2, 3]
        func counts(_ last: [Int]) -> [Int] { (0..<3).flatMap { _ in plain } + last }
        var busy = record(36)
        busy.demands = Invented.traces(counts([9, 10, 9, 11, 10, 9]))
        #expect(findings(busy, after: 36).map(\.kind) == [.load])
        let company = (0..<20).map { number in
            var record = SupportRecord(person: PersonID("p\(number)"), present: Invented.weeks(36))
            record.demands = busy.demands
            return record
        }
        let search = SupportSearch(now: Invented.start.after(36).monday.microseconds, company: company)
        #expect(search.findings(in: busy).isEmpty)
    }

    @Test func `a week in which the whole company rests is no drought of anybody`() {
        let people = (0..<20).map { number in
            var record = SupportRecord(person: PersonID("p\(number)"), present: Invented.weeks(40))
            record.heard = Invented.traces((0..<40).map { $0 >= 34 && $0 < 37 ? 0 : 3 + (number + $0) % 3 })
            return record
        }
        let search = SupportSearch(now: Invented.start.after(38).monday.microseconds, company: people)
        #expect(people.allSatisfy { search.findings(in: $0).isEmpty })
    }

    @Test func `hours are silent without a declared zone, on call, and unless both ways of looking agree`() {
        var record = record(50)
        let hours = (0..<40).map { [1, 0, 2, 1][$0 % 4] } + Array(repeating: 8, count: 10)
        #expect(findings(record, after: 50).isEmpty)
        record.outside = Invented.traces(hours).map(\.moment)
        let found = findings(record, after: 50)
        #expect(found.map(\.kind) == [.afterHours])
        #expect(found.first?.sources.isEmpty == true, "no message is named")
        record.onCall = Set((40..<50).map { Invented.start.after($0) })
        #expect(findings(record, after: 50).isEmpty)
    }

    @Test(arguments: [
        ("2026-03-02", 7, false), ("2026-03-02", 6, true), ("2026-03-02", 19, false), ("2026-03-02", 20, true),
        ("2026-03-06", 23, true), ("2026-03-07", 12, true), ("2026-03-08", 12, true), ("2026-03-09", 12, false),
    ])
    func `evenings, nights and weekends lie outside a person's hours`(day: String, hour: Int64, isOutside: Bool) {
        #expect(OutsideHours.contains(Invented.day(day).microseconds + hour * 3_600_000_000) == isOutside)
    }

    @Test func `an edge is told after ten weeks without news`() {
        var record = record(40)
        let now = Invented.start.after(40).monday
        record.edges = [.init(competency: "Design", named: CivilDate(days: now.days - 69), lastNews: nil)]
        #expect(findings(record, after: 40).isEmpty)
        record.edges = [.init(competency: "Design", named: CivilDate(days: now.days - 80), lastNews: nil)]
        #expect(findings(record, after: 40).map(\.reason) == [.quietEdge("Design", weeks: 11)])
        let news = CivilDate(days: now.days - 20)
        record.edges = [.init(competency: "Design", named: CivilDate(days: now.days - 80), lastNews: news)]
        #expect(findings(record, after: 40).isEmpty)
    }

    @Test func `what comes in another order is found all the same`() {
        var random = SeededRandom(5)
        var record = record(40)
        record.heard = Invented.traces((0..<40).map { $0 < 32 ? random.poisson(2) : 0 })
        record.demands = Invented.traces((0..<40).map { random.poisson($0 < 34 ? 3 : 9) })
        let found = findings(record, after: 40)
        #expect(!found.isEmpty)
        var shuffled = record
        shuffled.heard.shuffle(using: &random)
        shuffled.demands.shuffle(using: &random)
        #expect(findings(shuffled, after: 40) == found)
    }

    @Test func `what has not happened yet changes nothing`() {
        var random = SeededRandom(6)
        for _ in 0..<40 {
            var record = record(40)
            record.heard = Invented.traces((0..<40).map { _ in random.poisson(1) })
            record.demands = Invented.traces((0..<40).map { _ in random.poisson(3) })
            let now = findings(record, after: 40)
            record.present = Invented.weeks(60)
            record.heard += Invented.traces(Array(repeating: 0, count: 40) + Array(repeating: 9, count: 20))
            record.demands += Invented.traces(Array(repeating: 0, count: 40) + Array(repeating: 30, count: 20))
            #expect(findings(record, after: 40) == now)
        }
    }
}
