import Evidence
import Statistics
import Workspace

/// Finds that somebody's questions stay without a reply, where replies were usual.
///
/// Source: `docs/methods.md`, "Support signals". One rule more than the plain shares: at the person's own usual share it would
/// happen in one stretch of three weeks out of five hundred at most, else five questions are too few to tell.
struct UnansweredSearch {
    let now: Int64

    /// So many questions in three weeks, at least.
    static let fewest = 5
    /// The share of them without a reply.
    static let share = 0.6
    /// The share that is usual must be lower than this.
    static let usualBelow = 0.3
    /// How many earlier stretches of three weeks must have had questions.
    static let stretches = 4
    /// How rare it must be at the usual share.
    static let rarity = 0.002
    /// How many working days a question may wait.
    static let patience = 2

    func findings(in record: SupportRecord) -> [SupportFinding] {
        let asks = record.asks.map { ask in
            let due = WorkingDays.after(ask.trace.moment, count: Self.patience)
            return Asked(trace: ask.trace, due: due, isOpen: ask.reply.map { $0 > due } ?? true)
        }.filter { $0.due <= now }.sorted { $0.due < $1.due }
        guard let first = asks.first else { return [] }
        var found: [SupportFinding] = []
        var quietUntil = Week(number: .min)
        var week = Week(of: first.due)
        while week < Week(of: now) {
            if week >= quietUntil, let finding = finding(record, asks, at: week) {
                found.append(finding)
                quietUntil = week.after(CountDetector.quietWeeks + 1)
            }
            week = week.after(1)
        }
        return found
    }

    private struct Asked {
        let trace: SupportRecord.Trace
        let due: Int64
        let isOpen: Bool
    }

    private func finding(_ record: SupportRecord, _ asks: [Asked], at week: Week) -> SupportFinding? {
        func stretch(_ back: Int) -> [Asked] {
            let end = week.after(-3 * back).end
            return asks.filter { $0.due <= end && $0.due > end - 21 * SupportSearch.day }
        }
        let recent = stretch(0)
        let open = recent.filter(\.isOpen)
        guard recent.count >= Self.fewest, Double(open.count) >= Self.share * Double(recent.count) else { return nil }
        // Two years of stretches; those without questions say nothing.
        let earlier = (1...34).map(stretch).filter { !$0.isEmpty }
        guard earlier.count >= Self.stretches,
            let usual = Sample.median(earlier.map { Double($0.count(where: \.isOpen)) / Double($0.count) }),
            usual < Self.usualBelow
        else { return nil }
        let before = earlier.flatMap(\.self)
        let share = Double(before.count(where: \.isOpen) + 1) / Double(before.count + 2)
        let chance = BinomialDistribution(tries: recent.count, probability: share).atLeast(open.count)
        guard chance <= Self.rarity else { return nil }
        return SupportFinding(
            .unanswered,
            of: record.person,
            ready: week.end,
            reason: .unanswered(open.count, of: recent.count, usual: share),
            sources: open.map(\.trace)
        )
    }
}
