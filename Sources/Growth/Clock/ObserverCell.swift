import Statistics

/// All that one observer said about one person, as one voice.
public struct ObserverCell: Sendable, Hashable {
    /// Who spoke.
    public let observer: String
    /// The observer's team at the oldest usable item.
    public let team: String
    /// Sum of the weights.
    public let mass: Double
    /// Share at the next level, corrected for how generously the observer tends to write; 0 to 1.
    public let share: Double

    /// Joins an observer's voice.
    public init(observer: String, team: String, mass: Double, share: Double) {
        self.observer = observer
        self.team = team
        self.mass = mass
        self.share = share
    }

    /// How many independent observations the mass is worth; never more than the inverse of the correlation.
    ///
    /// Source: design effect of equally correlated observations, Kish 1965.
    public func effectiveMass(_ correlation: Double) -> Double { Self.effective(mass, correlation: correlation) }

    /// How many independent observations a mass is worth; untouched up to 1.
    public static func effective(_ mass: Double, correlation: Double) -> Double {
        mass <= 1 ? mass : mass / (1 + (mass - 1) * correlation)
    }
}

/// Sums items by observer, in any order of the items.
struct CellSums {
    private var sums: [String: Entry] = [:]

    private struct Entry {
        var mass = ExactSum()
        var next = ExactSum()
        var firstDay = Double.infinity
        var team = ""

        mutating func take(_ item: Observation, weight: Double) {
            mass.add(weight)
            next.add(weight * item.next)
            if item.day < firstDay || (item.day == firstDay && item.team < team) {
                firstDay = item.day
                team = item.team
            }
        }
    }

    /// How many observers have an item.
    var observers: Int { sums.count }

    /// Adds an item with its weight.
    mutating func add(_ item: Observation, weight: Double) {
        sums[item.observer, default: Entry()].take(item, weight: weight)
    }

    /// One cell per observer with any mass, by observer.
    func cells(_ leniency: LeniencyTable) -> [ObserverCell] {
        sums.sorted { $0.key < $1.key }
            .compactMap { observer, entry in
                let mass = entry.mass.value
                guard mass > 0 else { return nil }
                let share = entry.next.value / mass - leniency[observer]
                return ObserverCell(observer: observer, team: entry.team, mass: mass, share: min(1, max(0, share)))
            }
    }
}
