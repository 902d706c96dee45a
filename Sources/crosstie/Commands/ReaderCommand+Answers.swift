import Learning
import Signals

/// Agreement for programs.
struct AgreementAnswer: Encodable {
    struct Counts: Encodable {
        let name: String
        let confirmed: Int
        let removed: Int
        let added: Int
        let subjectChanged: Int
        let share: Double?
        let low: Double?
        let high: Double?

        init(_ name: String, _ agreement: Agreement) {
            self.name = name
            confirmed = agreement.confirmed
            removed = agreement.removed
            added = agreement.added
            subjectChanged = agreement.subjectChanged
            share = agreement.share
            low = agreement.interval?.lowerBound
            high = agreement.interval?.upperBound
        }
    }
    struct Week: Encodable {
        let monday: String
        let all: Counts
        let kinds: [Counts]
    }

    let all: Counts
    let weeks: [Week]
    let kinds: [Counts]
    let readers: [Counts]

    init(_ report: AgreementReport) {
        all = Counts("all", report.overall)
        weeks = report.weeks.map { week in
            Week(
                monday: "\(week.monday)",
                all: Counts("all", week.agreement),
                kinds: week.kinds.map { Counts($0.kind.rawValue, $0.agreement) }
            )
        }
        kinds = report.kinds.map { Counts($0.kind.rawValue, $0.agreement) }
        readers = report.readers.map { Counts("\($0.reader.name) \($0.reader.version)", $0.agreement) }
    }
}
