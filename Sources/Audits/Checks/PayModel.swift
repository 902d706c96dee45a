import Statistics
import Workspace

/// The columns of a pay regression: level, craft, place, years at the company, and whom it is about.
struct PayModel {
    /// People with pay and level, of whom the columns were made.
    let people: [AuditPerson]
    private let logPay: [Double]
    private let nuisance: [[Double]]
    /// True when years at the company are a column.
    let usesTenure: Bool

    /// Gathers columns over people; those without pay or level are left out.
    ///
    /// - Parameters:
    ///   - people: of whom.
    ///   - day: years are counted to it.
    ///   - levels: one column for each level but one; without it the people must be of one level.
    ///   - tracks: a column for managers.
    init(_ people: [AuditPerson], day: CivilDate, levels: Bool = true, tracks: Bool) {
        let paid = people.filter { $0.fullTimeBase != nil && $0.level != nil }
        let dated = paid.filter { $0.started != nil }
        // Years count when nearly everybody has them; the few without are then left out of this figure.
        usesTenure = !dated.isEmpty && Double(dated.count) >= 0.9 * Double(paid.count)
        let kept = usesTenure ? dated : paid
        self.people = kept
        logPay = kept.map { Exponential.log($0.fullTimeBase ?? 1) }
        var columns: [[Double]] = []
        func dummies(_ value: (AuditPerson) -> String) {
            let values = kept.map(value)
            var counts: [String: Int] = [:]
            for one in values { counts[one, default: 0] += 1 }
            // The commonest is what the others are compared with.
            let order = counts.keys.sorted { (counts[$1, default: 0], $0) < (counts[$0, default: 0], $1) }
            for one in order.dropFirst() { columns.append(values.map { $0 == one ? 1 : 0 }) }
        }
        if levels { dummies { String($0.level ?? 0) } }
        dummies { $0.family }
        dummies { $0.place }
        if usesTenure {
            columns.append(kept.map { Double(day.days - ($0.started?.days ?? day.days)) / 365.25 })
        }
        if tracks, Set(kept.map(\.track)).count == 2 { columns.append(kept.map { $0.track == .management ? 1 : 0 }) }
        nuisance = columns
    }

    /// Compares those for whom it is true with the others.
    func compare(_ isInside: (AuditPerson) -> Bool) -> Result<PayRegression, PayRegression.Refusal> {
        let target = people.map { isInside($0) ? 1.0 : 0 }
        do throws(PayRegression.Refusal) {
            return .success(try PayRegression(logPay: logPay, columns: nuisance + [target]))
        } catch {
            return .failure(error)
        }
    }
}

extension PayRegression.Refusal {
    /// Why there is no adjusted figure, in a sentence.
    var words: String {
        switch self {
        case .smallGroup(let count):
            "There is no adjusted figure: it needs \(PayRegression.leastPeople) people of each, and there are \(count)."
        case .tooFewRows(let freedom):
            "There is no adjusted figure: \(PayRegression.leastFreedom) people more than columns are needed, and there are "
                + "\(freedom)."
        case .inseparable:
            "There is no adjusted figure: who is in the group follows from level, craft and place, so they cannot be told apart."
        case .malformed: "There is no adjusted figure: the pay on file cannot be read as numbers."
        }
    }
}
