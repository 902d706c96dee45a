public import Evidence
public import Signals
public import Workspace

/// How much an item of a kind of work weighs: work that is rarely talked about weighs more when it is talked about.
///
/// Source: `docs/methods.md`, "Quiet work".
public struct WorkWeights: Sendable, Hashable {
    /// The weight of each class that has one; all others weigh 1.
    public let byClass: [WorkClass: Double]

    /// Items that a class needs before it gets a weight of its own.
    public static let minimumItems = 200
    /// People that they have to be about.
    public static let minimumPeople = 20

    /// Wraps weights; everything weighs 1 unless told.
    public init(_ byClass: [WorkClass: Double] = [:]) { self.byClass = byClass }

    /// The weight of a class.
    public subscript(work: WorkClass) -> Double { byClass[work] ?? 1 }

    /// Fits weights to how often each class is talked about in a week of such work.
    ///
    /// - Parameters:
    ///   - entries: the ledger of the whole company
    ///   - weeks: how many weeks each person declared for each class of work
    ///   - parameters: the dials, for the limits
    /// - Returns: a weight for each class with enough items about enough people
    public static func fit(
        _ entries: [LedgerEntry],
        weeks: [PersonID: [WorkClass: Double]],
        parameters: ClockParameters = ClockParameters()
    ) -> WorkWeights {
        let counting = Dictionary(grouping: entries.filter(\.state.counts), by: \.workClass)
        var rates: [(work: WorkClass, rate: Double, weeks: Double)] = []
        for work in WorkClass.allCases {
            let items = counting[work] ?? []
            let declared = weeks.sorted { $0.key < $1.key }.reduce(0) { $0 + ($1.value[work] ?? 0) }
            guard items.count >= minimumItems, Set(items.map(\.subject)).count >= minimumPeople, declared > 0 else {
                continue
            }
            rates.append((work, Double(items.count) / declared, declared))
        }
        let allWeeks = rates.reduce(0) { $0 + $1.weeks }
        guard allWeeks > 0 else { return WorkWeights() }
        let mean = rates.reduce(0) { $0 + $1.rate * $1.weeks } / allWeeks
        return WorkWeights(
            rates.reduce(into: [:]) { weights, entry in
                weights[entry.work] = ItemWeight.work(
                    rate: entry.rate,
                    meanRate: mean,
                    minimum: parameters.workWeightMinimum,
                    maximum: parameters.workWeightMaximum
                )
            }
        )
    }
}
