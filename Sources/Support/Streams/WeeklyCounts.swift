/// How often something happened in each week; nil in weeks that say nothing, such as leave.
public struct WeeklyCounts: Sendable, Hashable {
    /// The first week.
    public let first: Week
    /// One value a week, in order.
    public let values: [Double?]

    /// Joins first week and values.
    public init(first: Week, values: [Double?]) {
        self.first = first
        self.values = values
    }

    /// Counts moments by week; weeks without presence are nil, whatever happened in them.
    ///
    /// - Returns: nil when the person was never present before `end`, the first week that is not over.
    public init?(of moments: some Sequence<Int64>, present: Set<Week>, before end: Week) {
        let seen = present.filter { $0 < end }
        guard let first = seen.min() else { return nil }
        var counts: [Week: Double] = [:]
        for moment in moments { counts[Week(of: moment), default: 0] += 1 }
        self.init(
            first: first,
            values: (first.number..<end.number).map { number in
                let week = Week(number: number)
                return seen.contains(week) ? counts[week] ?? 0 : nil
            }
        )
    }

    /// The week at a place.
    public func week(at place: Int) -> Week { first.after(place) }

    /// The place of a week; nil outside.
    public func place(of week: Week) -> Int? {
        let place = week.number - first.number
        return values.indices.contains(place) ? place : nil
    }

    /// The value of a week; nil where it says nothing.
    public subscript(week: Week) -> Double? { place(of: week).flatMap { values[$0] } }
}
