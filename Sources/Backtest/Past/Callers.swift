public import Evidence
import Growth
import Statistics
public import Workspace

/// How many independent people called somebody into talks in which they had not spoken.
///
/// The same discounts as for voices of the clock: half after so many days, and one caller is worth less than two.
public enum Callers {
    /// Half-life of a call, days.
    static let halfLifeDays = 90.0
    /// How alike two calls of one person are.
    static let correlation = 0.5

    /// Effective callers of everybody at a moment, microseconds since 1970 UTC; later calls are not looked at.
    public static func effective(_ asks: [Ask], now: Int64) -> [PersonID: Double] {
        var mass: [PersonID: [PersonID: Double]] = [:]
        for ask in asks where ask.summoned && ask.moment <= now {
            let age = Double(now - ask.moment) / 86_400_000_000
            let weight = ItemWeight.decay(ageDays: age, halfLifeDays: halfLifeDays)
            mass[ask.helper, default: [:]][ask.asker, default: 0] += weight
        }
        return mass.mapValues { callers in
            callers.sorted { $0.key < $1.key }.reduce(0) { $0 + discounted($1.value) }
        }
    }

    private static func discounted(_ mass: Double) -> Double {
        ObserverCell.effective(mass, correlation: correlation)
    }
}

extension Callers {
    /// Clock and calls on one scale: the logarithms of both added up, so that the more balanced of two sums is higher.
    static func together(_ reading: PastReading, called: Double) -> Double {
        Exponential.log(1 + reading.assurance) + Exponential.log(1 + called)
    }
}
