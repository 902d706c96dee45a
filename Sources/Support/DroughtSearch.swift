import Evidence
import Statistics
import Workspace

/// Finds that little is said about somebody's work, where more was usual.
///
/// Source: `docs/methods.md`, "Support signals". One rule more than a plain "six weeks without any": at the person's own pace
/// at least six things would have been said, else weeks of chance would be called a drought.
struct DroughtSearch {
    let now: Int64
    let busy: BusyWeeks?

    /// So many weeks without a word, at least.
    static let silentWeeks = 6
    /// The middle gap between two words must be at most so many weeks.
    static let usualGap = 2.0
    /// So many words would have come at the usual pace.
    static let expected = 6.0

    func findings(in record: SupportRecord) -> [SupportFinding] {
        guard let counts = record.counts(.drought, before: Week(of: now)) else { return [] }
        if let silence = silence(record, counts) { return [silence] }
        return fallen(record, counts)
    }

    /// Weeks without a single word, at the end of the stream.
    private func silence(_ record: SupportRecord, _ counts: WeeklyCounts) -> SupportFinding? {
        let past = record.heard.filter { $0.moment <= now }.sorted { $0.moment < $1.moment }
        guard let last = past.last, let end = counts.place(of: Week(of: last.moment)) else { return nil }
        let start = max(0, end + 1 - Baseline.reach)
        let before = counts.values[start...end].compactMap(\.self)
        guard before.count >= Baseline.needed, let usual = Sample.mean(before) else { return nil }
        let from = counts.week(at: start).monday.microseconds
        let moments = past.map(\.moment).filter { $0 >= from }
        let gaps = zip(moments, moments.dropFirst()).map { Double($1 - $0) / Double(7 * SupportSearch.day) }
        guard let gap = Sample.median(gaps), gap <= Self.usualGap else { return nil }
        var silent = 0
        var ready: Int64?
        for place in counts.values.indices.dropFirst(end + 1) where counts.values[place] != nil {
            silent += 1
            if ready == nil, silent >= Self.silentWeeks, Double(silent) * usual >= Self.expected {
                ready = counts.week(at: place).end
            }
        }
        guard let ready else { return nil }
        return SupportFinding(
            .drought,
            of: record.person,
            ready: ready,
            reason: .silence(weeks: silent, expected: Double(silent) * usual),
            sources: [last],
            weeks: counts,
            usual: usual
        )
    }

    /// A lasting fall; over as soon as the last four weeks hold half of what is usual.
    private func fallen(_ record: SupportRecord, _ counts: WeeklyCounts) -> [SupportFinding] {
        let stream = busy?.adjusted(counts) ?? counts
        return CountDetector(.fall).alarms(in: stream.values).compactMap { alarm in
            let usual = alarm.baseline.mean
            let newest = counts.values.suffix(4).compactMap(\.self)
            guard newest.reduce(0, +) * 2 < usual * Double(newest.count) else { return nil }
            let told = counts.values[alarm.since...alarm.place].compactMap(\.self)
            let said = told.reduce(0, +)
            // The detector was tuned to several words a week; where few are usual, as many must be missing as in a silence.
            guard usual * Double(told.count) - said >= Self.expected else { return nil }
            let week = counts.week(at: alarm.place)
            return SupportFinding(
                .drought,
                of: record.person,
                ready: week.end,
                reason: .saidLess(count: Int(said), weeks: told.count, usual: usual),
                sources: record.heard.filter { $0.moment < week.end },
                weeks: counts,
                usual: usual
            )
        }
    }
}
