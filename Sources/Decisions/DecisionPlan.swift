public import Evidence
public import Workspace

/// The three checks of a decision and how each stands on a day.
///
/// Several that went by unlooked-at are one: only the latest is due.
/// Source: `docs/methods.md`, "Decisions".
public struct DecisionPlan: Sendable, Hashable {
    /// After 30, 90 and 180 days.
    public let checks: [Check]

    /// One of the three.
    public struct Check: Sendable, Hashable {
        /// Which.
        public let checkpoint: DecisionCheckpoint
        /// On which day.
        public let day: CivilDate
        /// How it stands.
        public let standing: Standing
        /// What was said; nil where nothing was.
        public let said: DecisionEvent?
    }

    /// How a check stands.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// Lies ahead.
        case ahead
        /// Waits for somebody to check.
        case due
        /// Was taken.
        case taken
        /// Went by, and a later one stands for it.
        case passed
        /// Never comes, since the decision was reversed before.
        case dropped
    }

    /// Holds a decision's history against a day.
    public init(_ record: DecisionRecord, today: CivilDate) {
        let taken = Dictionary(
            record.checks.compactMap { check in check.checkpoint.map { ($0, check) } },
            uniquingKeysWith: { _, last in last }
        )
        let begun = DecisionCheckpoint.allCases.filter { $0.day(after: record.content.day) <= today }
        let latest = begun.last
        let isWaiting = latest.map { latest in !taken.keys.contains { $0 >= latest } } ?? false
        checks = DecisionCheckpoint.allCases.map { checkpoint in
            let day = checkpoint.day(after: record.content.day)
            let standing: Standing =
                if taken[checkpoint] != nil {
                    .taken
                } else if !record.state.isInForce {
                    .dropped
                } else if day > today {
                    .ahead
                } else {
                    isWaiting && checkpoint == latest ? .due : .passed
                }
            return Check(checkpoint: checkpoint, day: day, standing: standing, said: taken[checkpoint])
        }
    }

    /// The check that waits now; nil where none does.
    public var due: Check? { checks.first { $0.standing == .due } }
    /// The next check ahead; nil where none is left.
    public var next: Check? { checks.first { $0.standing == .ahead } }
}
