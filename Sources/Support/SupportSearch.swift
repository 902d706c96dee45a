import Evidence
import Workspace

/// Looks through one person's streams for what may be worth raising.
///
/// Source: `docs/methods.md`, "Support signals". Every stream is held against the person's own usual weeks; only weeks that
/// are over count.
public struct SupportSearch: Sendable {
    /// Now, microseconds since 1970 UTC.
    public let now: Int64
    /// What each week did to everybody, by kind.
    public let busy: [SupportKind: BusyWeeks]

    /// How far back something found can lie, in days: as long as a signal may wait and then stay open.
    static let reach = 42
    static let day: Int64 = 86_400_000_000

    /// Knows the moment, and what weeks did to everybody.
    public init(now: Int64, busy: [SupportKind: BusyWeeks] = [:]) {
        self.now = now
        self.busy = busy
    }

    /// Works out from many people's records what each week did to everybody; some hundred people are enough.
    public init(now: Int64, company: [SupportRecord]) {
        let end = Week(of: now)
        var busy: [SupportKind: BusyWeeks] = [:]
        for kind in [SupportKind.blocked, .load, .drought, .afterHours] {
            busy[kind] = BusyWeeks(company.compactMap { $0.counts(kind, before: end) })
        }
        self.init(now: now, busy: busy)
    }

    /// Everything found that is not long over, by kind and time.
    public func findings(in record: SupportRecord) -> [SupportFinding] {
        let found =
            openBlockers(record) + risen(.blocked, record, record.blockers.map(\.trace))
            + UnansweredSearch(now: now).findings(in: record) + lone(record)
            + risen(.load, record, record.demands) + hours(record)
            + DroughtSearch(now: now, busy: busy[.drought]).findings(in: record)
            + quietEdges(record)
        return found.filter { $0.ready <= now && $0.ready > now - Int64(Self.reach) * Self.day }
            .sorted { (Self.order($0.kind), -$0.ready) < (Self.order($1.kind), -$1.ready) }
    }

    static func order(_ kind: SupportKind) -> Int { SupportKind.allCases.firstIndex(of: kind) ?? 0 }

    private func openBlockers(_ record: SupportRecord) -> [SupportFinding] {
        let past = record.blockers.filter { $0.trace.moment <= now }
        return Dictionary(grouping: past, by: \.matter).values.compactMap { words in
            let words = words.sorted { $0.trace.moment < $1.trace.moment }
            guard let last = words.last, last.moved.map({ $0 > now }) ?? true else { return nil }
            var first = last
            // Words about one matter belong to one blocker while they follow each other within three weeks.
            for earlier in words.reversed() {
                guard first.trace.moment - earlier.trace.moment <= 21 * Self.day else { break }
                first = earlier
            }
            let since = first.trace.moment
            let ready = max(WorkingDays.after(since, count: 5), WorkingDays.after(last.trace.moment, count: 1))
            return SupportFinding(
                .blocked,
                of: record.person,
                ready: ready,
                reason: .openBlocker(
                    since: CivilDate(microseconds: since),
                    workingDays: Self.workingDays(from: since, to: now)
                ),
                sources: words.map(\.trace)
            )
        }.sorted { $0.ready > $1.ready }
    }

    /// Whole working days between two moments.
    static func workingDays(from start: Int64, to end: Int64) -> Int {
        let (first, last) = (CivilDate(microseconds: start).days, CivilDate(microseconds: end).days)
        guard last > first else { return 0 }
        return ((first + 1)...last).count { CivilDate(days: $0).weekday <= 5 }
    }

    /// A lasting rise of a weekly count.
    private func risen(
        _ kind: SupportKind,
        _ record: SupportRecord,
        _ traces: [SupportRecord.Trace]
    ) -> [SupportFinding] {
        guard let counts = record.counts(kind, before: Week(of: now)) else { return [] }
        let stream = busy[kind]?.adjusted(counts) ?? counts
        return CountDetector(.rise).alarms(in: stream.values).map { alarm in
            finding(kind, record, counts, alarm, traces) { count, weeks, usual in
                kind == .blocked
                    ? .moreBlockers(count: count, weeks: weeks, usual: usual)
                    : .moreAsked(count: count, weeks: weeks, usual: usual)
            }
        }
    }

    /// Hours grow when both detectors say so within six weeks.
    private func hours(_ record: SupportRecord) -> [SupportFinding] {
        guard let counts = record.counts(.afterHours, before: Week(of: now)) else { return [] }
        let stream = busy[.afterHours]?.adjusted(counts) ?? counts
        let ranks = RankDetector(.rise).alarms(in: stream.values)
        return CountDetector(.rise).alarms(in: stream.values).compactMap { alarm in
            guard let other = ranks.first(where: { abs($0 - alarm.place) <= 6 }) else { return nil }
            let both = CountDetector.Alarm(
                place: max(alarm.place, other),
                since: alarm.since,
                baseline: alarm.baseline
            )
            // Hours are told as numbers only: which message was written late is nobody's business.
            return finding(.afterHours, record, counts, both, []) { .moreHours(count: $0, weeks: $1, usual: $2) }
        }
    }

    private func finding(
        _ kind: SupportKind,
        _ record: SupportRecord,
        _ counts: WeeklyCounts,
        _ alarm: CountDetector.Alarm,
        _ traces: [SupportRecord.Trace],
        reason: (_ count: Int, _ weeks: Int, _ usual: Double) -> SupportFinding.Reason
    ) -> SupportFinding {
        let start = max(0, min(alarm.since, alarm.place - 3))
        let told = counts.values[start...alarm.place].compactMap(\.self)
        let week = counts.week(at: alarm.place)
        let from = counts.week(at: start).monday.microseconds
        return SupportFinding(
            kind,
            of: record.person,
            ready: week.end,
            reason: reason(Int(told.reduce(0, +)), told.count, alarm.baseline.mean),
            sources: traces.filter { $0.moment >= from && $0.moment < week.end },
            weeks: counts,
            usual: alarm.baseline.mean
        )
    }

    private func lone(_ record: SupportRecord) -> [SupportFinding] {
        record.alone.map {
            SupportFinding(
                .loneKeeper,
                of: record.person,
                ready: $0.found.microseconds,
                reason: .alone(system: $0.name),
                sources: $0.sources
            )
        }
    }

    /// An edge that was named, and then ten weeks without an item and without anybody asked.
    private func quietEdges(_ record: SupportRecord) -> [SupportFinding] {
        record.edges.compactMap { edge in
            let since = max(edge.named, edge.lastNews ?? edge.named)
            let ready = CivilDate(days: since.days + 70)
            guard ready.microseconds <= now else { return nil }
            let weeks = (CivilDate(microseconds: now).days - since.days) / 7
            return SupportFinding(
                .quietEdge,
                of: record.person,
                ready: ready.microseconds,
                reason: .quietEdge(edge.competency, weeks: weeks),
                sources: []
            )
        }
    }
}

extension SupportRecord {
    /// The weekly counts behind a kind; nil for kinds without, and where the person was never present.
    public func counts(_ kind: SupportKind, before end: Week) -> WeeklyCounts? {
        switch kind {
        case .blocked: WeeklyCounts(of: blockers.map(\.trace.moment), present: present, before: end)
        case .load: WeeklyCounts(of: demands.map(\.moment), present: present, before: end)
        case .drought: WeeklyCounts(of: heard.map(\.moment), present: present, before: end)
        case .afterHours:
            outside.flatMap { WeeklyCounts(of: $0, present: present.subtracting(onCall), before: end) }
        case .unanswered, .loneKeeper, .quietEdge: nil
        }
    }
}
