public import Statistics

/// The sustained-level clock: what a person's evidence says about the work of the next level.
///
/// A decayed beta-binomial on observers' voices, with the design effect of Kish 1965, leave-one-out, breadth and windows.
/// Source: `docs/methods.md`, "The clock".
public struct LevelClock: Sendable, Hashable {
    /// The dials.
    public var parameters: ClockParameters
    /// How generously each observer tends to write.
    public var leniency: LeniencyTable
    /// People who mostly praise each other; each group counts as one voice where voices are left out.
    public var rings: [Set<String>]
    /// Leave of the person that is looked at, days since 1970 UTC, without overlap; nothing is forgotten meanwhile.
    public var leave: [Range<Double>] = []
    /// True for half a year after a change of track: windows with little of the next level are left out of the count.
    public var isSettling = false
    /// The same for looks at these days only, days since 1970 UTC.
    public var settling: Range<Double>?

    /// Joins dials and what is known of the observers.
    public init(
        parameters: ClockParameters = ClockParameters(),
        leniency: LeniencyTable = LeniencyTable(),
        rings: [Set<String>] = []
    ) {
        self.parameters = parameters
        self.leniency = leniency
        self.rings = rings
    }

    /// One voice per observer, by observer; `episodes` has to be counted over all of the person's items.
    public func cells(_ observations: [Observation], now: Double, episodes: EpisodeSizes) -> [ObserverCell] {
        var sums = CellSums()
        for item in observations where episodes.isUsable(item) {
            let age = now - item.day - leaveDays(from: item.day, to: now)
            let decay = ItemWeight.decay(ageDays: age, halfLifeDays: parameters.halfLifeDays)
            sums.add(item, weight: episodes.weight(item) * decay)
        }
        return sums.cells(leniency)
    }

    func leaveDays(from day: Double, to now: Double) -> Double {
        leave.reduce(0) { $0 + max(0, min(now, $1.upperBound) - max(day, $1.lowerBound)) }
    }

    /// What the voices say together, on top of what was assumed before.
    ///
    /// - Parameters:
    ///   - cells: the voices
    ///   - mean: the assumed share, the parameters' own unless given
    ///   - strength: how many observations that is worth, the parameters' own unless given
    ///   - dropped: observers to leave out
    /// - Returns: what is known of the share, and how many independent observations the voices are worth
    public func posterior(
        _ cells: [ObserverCell],
        mean: Double? = nil,
        strength: Double? = nil,
        leavingOut dropped: Set<String> = []
    ) -> (distribution: BetaDistribution, effectiveEvidence: Double) {
        var sums = VoiceSums()
        for cell in cells where !dropped.contains(cell.observer) {
            sums.add(mass: cell.effectiveMass(parameters.observerCorrelation), share: cell.share)
        }
        let known = sums.posterior(mean: mean ?? parameters.priorMean, strength: strength ?? parameters.priorStrength)
        return (known, sums.effectiveEvidence)
    }

    /// Windows that do not overlap, the newest first; nothing is forgotten in them.
    public func windows(_ observations: [Observation], now: Double, episodes: EpisodeSizes) -> [EvidenceWindow] {
        var sums = Array(repeating: CellSums(), count: max(0, parameters.windowsBack))
        for item in observations where episodes.isUsable(item) {
            guard let index = windowIndex(day: item.day, now: now) else { continue }
            sums[index].add(item, weight: episodes.weight(item))
        }
        return sums.map { window in
            var voices = VoiceSums()
            for cell in window.cells(leniency) {
                voices.add(mass: cell.effectiveMass(parameters.observerCorrelation), share: cell.share)
            }
            return EvidenceWindow(
                effectiveEvidence: voices.effectiveEvidence,
                observers: window.observers,
                share: voices.share
            )
        }
    }

    /// The window that a day lies in, 0 the newest; nil for days outside all of them.
    public func windowIndex(day: Double, now: Double) -> Int? {
        let width = parameters.windowDays
        guard day <= now, width > 0 else { return nil }
        let guess = (now - day) / width
        guard guess < Double(parameters.windowsBack) + 1 else { return nil }
        // The borders are computed as they are written, so that an item on a border falls to the older window.
        let near = Int(guess)
        return [near - 1, near, near + 1]
            .first { index in
                guard index >= 0, index < parameters.windowsBack else { return false }
                let newest = now - Double(index) * width
                return day <= newest && day > newest - width
            }
    }

    /// How many teams have to have seen the work of a level: its scope grows, so does the circle that can see it.
    public static func requiredTeams(nextLevel: Int) -> Int { nextLevel <= 4 ? 1 : nextLevel <= 5 ? 2 : 3 }

    /// How many observers are needed where only so many people could have seen the work.
    public func requiredObservers(audience: Int?) -> Int {
        guard let audience else { return parameters.minimumObservers }
        return max(2, min(parameters.minimumObservers, (max(0, audience) + 1) / 2))
    }
}
