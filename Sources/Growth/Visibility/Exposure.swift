public import Signals
public import Workspace

/// How much of a person's work colleagues can be expected to speak of; never an input of the clock's sums.
///
/// It words a state, orders requests, and nothing else. Source: `docs/methods.md`, "Quiet work".
public struct Exposure: Sendable, Hashable {
    /// Items that the role lets expect over the period.
    public let expected: Double
    /// Items that there are.
    public let heard: Int
    /// Weeks of work in the period.
    public let weeks: Double

    /// Items a month from which on a role is not called quiet.
    public static let quietBelow = 2.0
    private static let weeksAMonth = 365.25 / 12 / 7

    /// Joins what is expected and what was heard.
    public init(expected: Double, heard: Int, weeks: Double) {
        self.expected = expected
        self.heard = heard
        self.weeks = weeks
    }

    /// What was heard against what was expected: about 1 where the role is heard as others like it are.
    public var ratio: Double { (Double(heard) + 2) / (expected + 2) }

    /// Items that the role lets expect in a month.
    public var perMonth: Double { weeks > 0 ? expected / weeks * Self.weeksAMonth : 0 }

    /// True for a role of which little is spoken, whoever holds it.
    public var isQuiet: Bool { weeks > 0 && perMonth < Self.quietBelow }

    /// The role in words; nil for one that is not quiet.
    public var words: String? {
        guard isQuiet else { return nil }
        if perMonth < 0.5 { return "A quiet role: we expect less than 1 item a month." }
        let items = Int(perMonth.rounded())
        return "A quiet role: we expect about \(items) \(items == 1 ? "item" : "items") a month."
    }

    /// Works out everybody's exposure over one period.
    ///
    /// - Parameters:
    ///   - people: one per person
    ///   - rates: how often each class of work is talked about
    /// - Returns: what each person's role lets expect, corrected for how much each team talks
    public static func fit(_ people: [Role], rates: WorkRates) -> [PersonID: Exposure] {
        let expected = people.map { rates.expected($0.weeks) * $0.timeShare }
        var teams: [String: (items: Double, expected: Double)] = [:]
        for (role, expected) in zip(people, expected) {
            guard let team = role.team else { continue }
            teams[team, default: (0, 0)].items += Double(role.items)
            teams[team, default: (0, 0)].expected += expected
        }
        return zip(people, expected)
            .reduce(into: [:]) { result, entry in
                let (role, expected) = entry
                let team = role.team.flatMap { teams[$0] } ?? (0, 0)
                result[role.person] = Exposure(
                    expected: expected * (team.items + 5) / (team.expected + 5),
                    heard: role.items,
                    weeks: role.weeks.values.reduce(0) { $0 + max(0, $1) }
                )
            }
    }

    /// What is known of somebody's work over the period.
    public struct Role: Sendable, Hashable {
        /// Who.
        public let person: PersonID
        /// The person's team.
        public let team: String?
        /// Weeks of each class of work, as declared.
        public let weeks: [WorkClass: Double]
        /// Hours of the working day that lie in the team's median day; 8 for the whole of it.
        public let sharedHours: Double
        /// Items about the person in the period.
        public let items: Int

        /// Joins what is known.
        public init(
            person: PersonID,
            team: String?,
            weeks: [WorkClass: Double],
            sharedHours: Double = 8,
            items: Int
        ) {
            self.person = person
            self.team = team
            self.weeks = weeks
            self.sharedHours = sharedHours
            self.items = items
        }

        /// The part of the work that can be seen from where the team sits; never less than a quarter.
        public var timeShare: Double { max(0.25, sharedHours / 8) }
    }

    /// Hours that a working day of eight hours shares with the team's median day.
    ///
    /// - Parameters:
    ///   - offset: the person's hours ahead of UTC
    ///   - team: those of everybody in the team
    /// - Returns: 0 to 8; 8 where nothing is known of the team
    public static func sharedHours(offset: Double, team: [Double]) -> Double {
        let sorted = team.sorted()
        guard let low = sorted.dropLast(sorted.count / 2).last, let high = sorted.dropFirst(sorted.count / 2).first
        else {
            return 8
        }
        let apart = abs(offset - (low + high) / 2).truncatingRemainder(dividingBy: 24)
        return max(0, 8 - min(apart, 24 - apart))
    }
}
