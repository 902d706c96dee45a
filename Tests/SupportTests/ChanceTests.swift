import Evidence
import Statistics
import Testing
import Workspace

@testable import Support

/// How often chance alone raises a signal, and how often a real change does, in made-up companies with fixed seeds.
struct ChanceTests {
    /// Weeks from which a detector can speak, and the years that it then watches.
    static let first = 32
    static func years(_ people: Int) -> Double { Double(people) * Double(130 - first) / 52 }

    private func company(_ people: Int, seed: UInt64, mean: Double = 3, factor: Double = 1) -> [WeeklyCounts] {
        var weeks = MadeWeeks(seed: seed)
        weeks.mean = mean
        weeks.factor = factor
        return (0..<people).map { _ in WeeklyCounts(first: Invented.start, values: weeks.person()) }
    }

    @Test(arguments: [CountDetector.Change.rise, .fall])
    func `chance raises about a tenth of an alarm in a person-year`(change: CountDetector.Change) {
        let streams = company(400, seed: 7)
        let busy = BusyWeeks(streams)
        let counts = streams.map { busy.adjusted($0).values }
        let alarms = counts.reduce(0) { $0 + CountDetector(change).alarms(in: $1).count { $0.place >= Self.first } }
        let ranks = counts.reduce(0) { $0 + RankDetector(change).alarms(in: $1).count { $0 >= Self.first } }
        // A tenth, and three standard errors of 75 alarms.
        #expect(Double(alarms) / Self.years(400) <= 0.135)
        #expect(Double(ranks) / Self.years(400) <= 0.135)
    }

    @Test(arguments: [
        (CountDetector.Change.rise, 2.0, 3.0, 0.46), (.rise, 3, 3, 0.84), (.fall, 0.2, 3, 0.64), (.fall, 0.2, 8, 0.88),
    ])
    func `a lasting change is found within ten weeks as often as the table says`(
        change: CountDetector.Change,
        factor: Double,
        mean: Double,
        share: Double
    ) {
        var weeks = MadeWeeks(seed: 11)
        weeks.mean = mean
        weeks.factor = factor
        let people = 300
        let found = (0..<people).count { _ in
            let stream = weeks.person().enumerated().map { place, value in
                value.map { $0 / (MadeWeeks.isBusy(place) ? 1.3 : 1) }
            }
            let alarms = CountDetector(change).alarms(in: stream)
            return alarms.contains { (weeks.changes...weeks.changes + 10).contains($0.place) }
        }
        #expect(abs(Double(found) / Double(people) - share) < 0.09)
    }

    /// How often a drought would have been raised, Monday by Monday.
    private func droughts(_ record: SupportRecord) -> Int {
        var kept: [KeptSupport] = []
        for place in Self.first..<131 {
            let now = Invented.start.after(place).monday.microseconds
            let findings = DroughtSearch(now: now, busy: nil).findings(in: record)
            if let signal = SupportAgenda(now: now).open(findings, kept: kept), signal.opened == now {
                kept.append(signal.kept)
            }
        }
        return kept.count
    }

    @Test(arguments: [0.3, 0.5, 0.75, 1, 1.5, 3])
    func `a drought is called by chance at most a tenth of a time in a person-year, however little is usual`(
        mean: Double
    )
        throws
    {
        let people = 60
        var weeks = MadeWeeks(seed: 23)
        weeks.mean = mean
        var alarms = 0
        for _ in 0..<people {
            let values = weeks.person()
            let present = Set(values.indices.filter { values[$0] != nil }.map { Invented.start.after($0) })
            var record = SupportRecord(person: "p", present: present)
            record.heard = Invented.traces(values.map { Int($0 ?? 0) })
            alarms += droughts(record)
        }
        // A tenth, and three standard errors of eleven alarms.
        #expect(Double(alarms) / Self.years(people) <= 0.19)
    }
}
