public import Growth
import Statistics
import Workspace

/// How long before a move the clock first said something; weekly looks, none inside the freeze.
public struct LeadTime: Sendable, Hashable, Codable {
    /// The state, or a stronger one.
    public let state: String
    /// People who moved and about whom anything could be read.
    public let people: Int
    /// How many of them came to the state before the freeze.
    public let reached: Int
    /// Days from the first such look to the move: the quarter, the middle and the three-quarter point of them.
    public let days: [Int]

    /// The states that are looked for.
    static let states: [LevelState] = [.emerging, .operatingAtNext, .sustainedAtNext]

    /// First looks of one person at each state, days before the move; nil where nothing could be read.
    ///
    /// - Parameters:
    ///   - move: the move
    ///   - plan: freeze and standard
    ///   - clocks: clocks by the moment they were fitted at, the earliest first; a look takes the latest before it
    ///   - material: the record
    /// - Returns: days by state
    public static func first(
        before move: KnownMove,
        plan: BacktestPlan,
        clocks: [(moment: Int64, clocks: TeamClocks)],
        in material: PastMaterial
    ) -> [LevelState: Int]? {
        guard let first = material.firstCount(of: move.person) else { return nil }
        let last = move.day.days - plan.freezeDays - 1
        var day = CivilDate(microseconds: first).days
        day += (8 - CivilDate(days: day).weekday) % 7
        var found: [LevelState: Int] = [:]
        while day <= last, found.count < states.count {
            let moment = CivilDate(days: day + 1).microseconds - 1
            let fitted = clocks.last { $0.moment <= moment }?.clocks ?? TeamClocks()
            guard
                let reading = PastReading(
                    about: move.person,
                    at: moment,
                    standard: plan.standard,
                    heard: true,
                    clocks: fitted,
                    in: material
                )
            else { return nil }
            for state in states where found[state] == nil && reading.state.order >= state.order {
                found[state] = move.day.days - day
            }
            day += 7
        }
        return found
    }

    /// Sums up many people.
    public static func summary(_ people: [[LevelState: Int]]) -> [LeadTime] {
        states.map { state in
            let days = people.compactMap { $0[state] }.map(Double.init).sorted()
            let points = [0.25, 0.5, 0.75].compactMap { Sample.quantileOfSorted(days, $0) }
            return LeadTime(
                state: state.rawValue,
                people: people.count,
                reached: days.count,
                days: points.map { Int($0.rounded()) }
            )
        }
    }
}
