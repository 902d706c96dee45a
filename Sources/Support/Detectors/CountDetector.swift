#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Finds a lasting change of weekly counts against a person's own usual weeks.
///
/// Source: cumulative sums after Page (1954), with quasi-Poisson increments; `docs/methods.md`, "Support signals".
public struct CountDetector: Sendable, Hashable {
    /// Which way.
    public let change: Change

    /// A direction of change.
    public enum Change: Sendable, Hashable, CaseIterable {
        /// Towards a doubling.
        case rise
        /// Towards a third.
        case fall
    }

    /// After an alarm, so many weeks stay quiet.
    public static let quietWeeks = 13

    /// Watches one way.
    public init(_ change: Change) { self.change = change }

    /// Where the sum raises an alarm: a tenth of a false alarm in a person-year, by simulation.
    public var threshold: Double {
        switch change {
        case .rise: 6.4
        case .fall: 5.0
        }
    }

    /// An alarm, and where the change that raised it begins to show.
    public struct Alarm: Sendable, Hashable {
        /// The place of the week that raised it.
        public let place: Int
        /// The first place since which the sum was above nothing.
        public let since: Int
        /// What was usual.
        public let baseline: Baseline
    }

    /// The cumulative sum after each week, never set back; nil where too little is known of the usual weeks.
    public func path(of values: [Double?]) -> [Double?] {
        let baselines = Baselines(of: values)
        var sum = 0.0
        return values.indices.map { place in
            guard let baseline = baselines.before(place) else { return nil }
            if let value = values[place] { sum = max(0, sum + step(value, baseline)) }
            return sum
        }
    }

    /// Every alarm: after one the sum starts again and thirteen weeks stay quiet.
    public func alarms(in values: [Double?]) -> [Alarm] {
        let baselines = Baselines(of: values)
        var sum = 0.0
        var since = 0
        var quietUntil = 0
        var alarms: [Alarm] = []
        for (place, value) in values.enumerated() {
            guard let value, let baseline = baselines.before(place) else { continue }
            if sum == 0 { since = place }
            sum = max(0, sum + step(value, baseline))
            if place >= quietUntil, sum >= threshold {
                alarms.append(Alarm(place: place, since: since, baseline: baseline))
                sum = 0
                quietUntil = place + Self.quietWeeks + 1
            }
        }
        return alarms
    }

    private func step(_ value: Double, _ baseline: Baseline) -> Double {
        let level = baseline.level
        let evidence =
            switch change {
            case .rise: log(2) * value - level
            case .fall: level * 2 / 3 - log(3) * value
            }
        return evidence / baseline.dispersion
    }
}
