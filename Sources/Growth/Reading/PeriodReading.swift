public import Evidence
public import Workspace

/// What was seen over a past period, for a review: nothing forgotten, and every stretch of time with the same say.
///
/// Source: `docs/methods.md`, "Competencies".
public struct PeriodReading: Sendable, Hashable {
    /// First day.
    public let from: CivilDate
    /// Last day.
    public let to: CivilDate
    /// Mean share of the stretches that speak; nil where none does.
    public let share: Double?
    /// Stretches of time, the newest first; the oldest may begin before the period and holds only what lies in it.
    public let stretches: [Stretch]
    /// In words.
    public let words: ClockReading.Statement

    /// A stretch of time in the period.
    public struct Stretch: Sendable, Hashable {
        /// Its first day.
        public let from: CivilDate
        /// Its last day.
        public let to: CivilDate
        /// Share of next-level work; nil where nothing was seen.
        public let share: Double?
        /// True where enough was seen to be heard.
        public let speaks: Bool
        /// What was seen in it.
        public let entries: [EntryID]
    }

    /// Reads a person's ledger over whole days, both ends among them.
    public init(
        _ inquiry: ClockInquiry,
        from: CivilDate,
        to: CivilDate,
        clock: LevelClock = LevelClock(),
        workWeights: WorkWeights = WorkWeights()
    ) {
        let start = Double(from.days)
        let end = Double(to.days + 1)
        let items = LedgerItems(inquiry, workWeights: workWeights).items
            .filter { $0.observation.day >= start && $0.observation.day < end }
        let dials = clock.period(days: end - start)
        let windows = dials.periodWindows(items.map(\.observation), from: start, to: end)
        let grouped = Dictionary(grouping: items) { dials.windowIndex(day: $0.observation.day, now: end) }
        self.from = from
        self.to = to
        share = clock.periodShare(items.map(\.observation), from: start, to: end)
        stretches = windows.enumerated()
            .map { index, window in
                let newest = to.days - Int(Double(index) * dials.parameters.windowDays)
                let oldest = to.days - Int(Double(index + 1) * dials.parameters.windowDays) + 1
                return Stretch(
                    from: CivilDate(days: max(from.days, oldest)),
                    to: CivilDate(days: newest),
                    share: window.share,
                    speaks: window.share != nil && window.effectiveEvidence >= clock.parameters.windowMinimumEvidence,
                    entries: (grouped[index] ?? []).filter { !$0.observation.isConfidential }.map(\.entry)
                )
            }
        let open = items.filter { !$0.observation.isConfidential }.map(\.entry)
        words = ClockReading.Statement(
            text: Self.words(
                share: share,
                speaking: stretches.count(where: \.speaks),
                of: stretches.count,
                inquiry.demand
            ),
            entries: share == nil ? [] : open
        )
    }

    private static func words(share: Double?, speaking: Int, of count: Int, _ demand: TargetDemand) -> String {
        guard let share, let level = demand.level else { return "Too little was heard in this period to say a share." }
        let part =
            switch share {
            case ..<0.2: "little"
            case ..<0.4: "some"
            case ...0.6: "about half"
            case ...0.8: "most"
            default: "nearly all"
            }
        return
            "\(speaking) of \(count) eight-week windows of the period speak; \(part) of what colleagues saw in them was "
            + "level-\(level) work. Each window has the same say."
    }
}
