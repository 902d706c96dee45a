import Decisions
import Evidence
import Workspace

extension DecisionTimeline {
    init(_ plan: DecisionPlan, decided: CivilDate, today: CivilDate) {
        let checks = plan.checks.map { check in
            let tone =
                switch check.standing {
                case .taken: "next"
                case .due: "between"
                case .ahead, .passed, .dropped: "silent"
                }
            return Mark(x: Self.place(check.checkpoint.days), label: "\(check.checkpoint.days) days", tone: tone)
        }
        let age = today.days - decided.days
        let todayX = (0...DecisionCheckpoint.halfYear.days).contains(age) ? Self.place(age) : nil
        let lines = plan.checks.map {
            Fact(label: "After \($0.checkpoint.days) days, \(DayMark($0.day))", words: Self.words(of: $0))
        }
        self.init(
            description: .joined(
                ["Decided on \(DayMark(decided))."] + lines.map { "\($0.label): \($0.words)" }
            ),
            checks: checks,
            todayX: todayX,
            lines: lines
        )
    }

    private static func place(_ days: Int) -> Int { 20 + 280 * days / DecisionCheckpoint.halfYear.days }

    private static func words(of check: DecisionPlan.Check) -> Words {
        switch check.standing {
        case .ahead: "Lies ahead."
        case .due: "Waits for somebody to check."
        case .taken: "Checked: \(Words(phrase: check.said?.outcome?.words ?? ""))."
        case .passed: "Went by; a later check stands for it."
        case .dropped: "Not needed any more."
        }
    }
}

extension String {
    /// The text with a small first letter.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
