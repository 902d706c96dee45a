/// How generously each observer tends to write, against what everybody else says of the same people.
///
/// Never a label on a person; a reading is corrected by it. Source: `docs/methods.md`, "Leniency".
public struct LeniencyTable: Sendable, Hashable {
    /// The correction per observer, subtracted from the observer's share.
    public let byObserver: [String: Double]

    /// Wraps corrections; none unless told.
    public init(_ byObserver: [String: Double] = [:]) { self.byObserver = byObserver }

    /// The correction for an observer; 0 for one who was never compared.
    public subscript(observer: String) -> Double { byObserver[observer] ?? 0 }

    /// Works the corrections out over everybody: additive, shrunken, in a fixed number of passes.
    ///
    /// - Parameters:
    ///   - people: all items about each person
    ///   - now: the moment of the look, days since 1970 UTC
    ///   - parameters: the dials
    /// - Returns: a correction for every observer
    public static func fit(
        _ people: [String: [Observation]],
        now: Double,
        parameters: ClockParameters
    ) -> LeniencyTable {
        let clock = LevelClock(parameters: parameters)
        let seen = people.sorted { $0.key < $1.key }
            .map { _, items in
                clock.cells(items, now: now, episodes: EpisodeSizes(items, now: now, parameters: parameters))
            }
        var corrections: [String: Double] = [:]
        for _ in 0..<max(0, parameters.leniencyPasses) {
            corrections = pass(seen, corrections: corrections, parameters: parameters)
        }
        return LeniencyTable(corrections)
    }

    /// One pass: what each observer saw, less what all others say about the same people.
    private static func pass(
        _ seen: [[ObserverCell]],
        corrections: [String: Double],
        parameters: ClockParameters
    ) -> [String: Double] {
        var difference: [String: Double] = [:]
        var mass: [String: Double] = [:]
        for cells in seen {
            let voices = cells.map { cell in
                let corrected = min(1, max(0, cell.share - (corrections[cell.observer] ?? 0)))
                let effective = cell.effectiveMass(parameters.observerCorrelation)
                return (cell: cell, mass: effective, corrected: corrected)
            }
            let prior = parameters.priorStrength
            let next = voices.reduce(prior * parameters.priorMean) { $0 + $1.mass * $1.corrected }
            let total = voices.reduce(prior) { $0 + $1.mass }
            for voice in voices where total - voice.mass > 0 {
                let rest = (next - voice.mass * voice.corrected) / (total - voice.mass)
                difference[voice.cell.observer, default: 0] += voice.mass * (voice.cell.share - rest)
                mass[voice.cell.observer, default: 0] += voice.mass
            }
        }
        return difference.reduce(into: [:]) { result, entry in
            result[entry.key] = entry.value / ((mass[entry.key] ?? 0) + parameters.leniencyStrength)
        }
    }
}
