/// What was seen in one stretch of time, nothing forgotten.
public struct EvidenceWindow: Sendable, Hashable {
    /// Effective evidence in it.
    public let effectiveEvidence: Double
    /// How many people spoke in it.
    public let observers: Int
    /// Share at the next level; nil for a silent window.
    public let share: Double?

    /// Joins what was seen.
    public init(effectiveEvidence: Double, observers: Int, share: Double?) {
        self.effectiveEvidence = effectiveEvidence
        self.observers = observers
        self.share = share
    }
}

/// Which windows speak, and for what; 0 is the newest.
public struct WindowVotes: Sendable, Hashable {
    /// Windows with enough evidence to be heard.
    public let speaking: [Int]
    /// Speaking windows above the threshold.
    public let supporting: [Int]
    /// Speaking windows with little of the next level; shown, not needed by any gate.
    public let against: [Int]

    /// Lets each window vote.
    public init(_ windows: [EvidenceWindow], parameters: ClockParameters) {
        func indices(_ vote: (Double) -> Bool) -> [Int] {
            windows.indices.filter { index in
                guard let share = windows[index].share else { return false }
                return windows[index].effectiveEvidence >= parameters.windowMinimumEvidence && vote(share)
            }
        }
        speaking = indices { _ in true }
        supporting = indices { $0 > parameters.threshold }
        against = indices { $0 <= parameters.windowAgainst }
    }

    /// True when enough windows support, and most of those that speak.
    ///
    /// - Parameters:
    ///   - parameters: the dials
    ///   - isSettling: leaves windows that speak against out of those that speak
    /// - Returns: whether the support lasted
    public func isSustained(_ parameters: ClockParameters, isSettling: Bool = false) -> Bool {
        let heard = speaking.count - (isSettling ? against.count : 0)
        guard heard > 0, supporting.count >= parameters.windowsNeeded else { return false }
        return Double(supporting.count) / Double(heard) >= parameters.supportRatio
    }
}
