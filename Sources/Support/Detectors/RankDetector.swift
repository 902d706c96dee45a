#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Finds a lasting change of any weekly measure by its rank among the person's own earlier weeks; needs no model of counts.
///
/// Source: e-detectors after Shin, Ramdas and Rinaldo (2024); `docs/methods.md`, "Support signals".
public struct RankDetector: Sendable, Hashable {
    /// Which way.
    public let change: CountDetector.Change

    /// Where the logarithm of the wealth raises an alarm.
    public static let threshold = 3.3
    private static let bets = [0.4, 0.8]

    /// Watches one way.
    public init(_ change: CountDetector.Change) { self.change = change }

    /// The logarithm of the wealth after each week, never set back; nil before the first bet and where too little is known
    /// of the usual weeks.
    public func path(of values: [Double?]) -> [Double?] {
        var wealth = Self.start
        var hasBet = false
        return values.indices.map { place in
            let known = known(values, before: place)
            guard known.count >= Baseline.needed else { return nil }
            if let value = values[place] {
                bet(&wealth, on: value, known: known)
                hasBet = true
            }
            return hasBet ? Self.logarithm(wealth) : nil
        }
    }

    /// The places at which it raises an alarm: then the wealth starts again and thirteen weeks stay quiet.
    public func alarms(in values: [Double?]) -> [Int] {
        var wealth = Self.start
        var quietUntil = 0
        var alarms: [Int] = []
        for (place, value) in values.enumerated() {
            let known = known(values, before: place)
            guard let value, known.count >= Baseline.needed else { continue }
            bet(&wealth, on: value, known: known)
            if place >= quietUntil, Self.logarithm(wealth) >= Self.threshold {
                alarms.append(place)
                wealth = Self.start
                quietUntil = place + CountDetector.quietWeeks + 1
            }
        }
        return alarms
    }

    private static var start: [Double] { bets.map { _ in 1 } }

    private static func logarithm(_ wealth: [Double]) -> Double {
        log(max(wealth.reduce(0, +) / Double(wealth.count), 1e-9))
    }

    private func known(_ values: [Double?], before place: Int) -> [Double] {
        values[Baseline.places(before: place)].compactMap(\.self)
    }

    private func bet(_ wealth: inout [Double], on value: Double, known: [Double]) {
        let beyond = known.count { change == .rise ? $0 > value : $0 < value }
        let equal = known.count { $0 == value }
        // Equal weeks share the middle rank; a small rank is an unusual week.
        let rank = (Double(beyond) + 0.5 * Double(equal + 1)) / Double(known.count + 1)
        for (place, stake) in Self.bets.enumerated() {
            wealth[place] = max(1, wealth[place]) * (1 + stake * (1 - 2 * rank))
        }
    }
}
