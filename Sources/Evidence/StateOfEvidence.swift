import Workspace

extension LedgerEntry {
    /// How far the entry has come at a given moment: what was shown settles by itself after five working days.
    ///
    /// Source: `docs/methods.md`, "States of evidence".
    /// Units: microseconds since 1970 UTC.
    public func state(at now: Int64) -> EvidenceState {
        guard state == .shown, let settles = settlesAt, now >= settles else { return state }
        return .settled
    }

    /// When the entry settles if nobody objects, microseconds since 1970 UTC; nil when it was not shown.
    public var settlesAt: Int64? {
        shownAt.map { WorkingDays.after($0, count: WorkingDays.toSettle) }
    }

    /// The entry as it stands at a given moment.
    public func settled(at now: Int64) -> LedgerEntry {
        var entry = self
        entry.state = state(at: now)
        if entry.state == .settled, entry.settledAt == nil { entry.settledAt = settlesAt }
        return entry
    }
}

/// Monday to Friday; public holidays are not known here, so the wait is never too long, only sometimes a day shorter.
public enum WorkingDays {
    /// How many working days evidence waits for its subject.
    public static let toSettle = 5

    /// The same time of day, so many working days later; weekends do not count.
    public static func after(_ moment: Int64, count: Int) -> Int64 {
        var day = CivilDate(microseconds: moment)
        let timeOfDay = moment - day.microseconds
        var left = count
        while left > 0 {
            day = CivilDate(days: day.days + 1)
            if day.weekday <= 5 { left -= 1 }
        }
        return day.microseconds + timeOfDay
    }
}

/// What somebody does about a piece of evidence.
public enum EvidenceAct: String, Sendable, Hashable, CaseIterable {
    /// Its subject could see it from now on.
    case show
    /// Its subject agrees.
    case accept
    /// Its subject objects, with a reason.
    case contest
    /// Somebody other than subject and voice found the objection wrong.
    case uphold
    /// It was put right.
    case correct
    /// It goes: deleted at its source, hidden by its subject, or found wrong.
    case withdraw
}

extension EvidenceState {
    /// The state that an act leads to; nil where the act is not possible.
    public func after(_ act: EvidenceAct) -> EvidenceState? {
        switch (self, act) {
        case (.captured, .show): .shown
        case (.shown, .accept): .settled
        case (.shown, .contest), (.settled, .contest), (.corrected, .contest): .contested
        case (.contested, .uphold): .settled
        case (.contested, .correct), (.shown, .correct), (.settled, .correct): .corrected
        case (.withdrawn, _): nil
        case (_, .withdraw): .withdrawn
        default: nil
        }
    }
}
