public import Signals

/// How often each class of work is talked about in a person-week of it.
///
/// Source: `docs/methods.md`, "Quiet work".
public struct WorkRates: Sendable, Hashable {
    /// Items in a week of each class; a class that nobody declared weeks for has none.
    public let byClass: [WorkClass: Double]

    /// Wraps rates.
    public init(_ byClass: [WorkClass: Double]) { self.byClass = byClass }

    /// Divides items by declared weeks, over the whole company.
    public init(items: [WorkClass: Int], weeks: [WorkClass: Double]) {
        byClass = weeks.filter { $0.value > 0 }
            .reduce(into: [:]) { $0[$1.key] = Double(items[$1.key] ?? 0) / $1.value }
    }

    /// Items in a week of a class; 0 where nothing is known.
    public subscript(work: WorkClass) -> Double { byClass[work] ?? 0 }

    /// How many items some weeks of work let expect.
    public func expected(_ weeks: [WorkClass: Double]) -> Double {
        WorkClass.allCases.reduce(0) { $0 + max(0, weeks[$1] ?? 0) * self[$1] }
    }
}
