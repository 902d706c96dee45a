/// The state to show, worked out anew from the items: a look every Monday, and one now.
///
/// Nothing has to be remembered for it; when an item goes, everything that followed from it goes, too.
/// Source: `docs/methods.md`, "What is shown".
public struct ShownState: Sendable, Hashable {
    /// The state.
    public let state: LevelState
    /// The look at which it was first shown, days since 1970 UTC; nil while nothing was ever heard.
    public let since: Double?
    /// When the newest item happened, days since 1970 UTC.
    public let lastNews: Double?
    /// True when the evidence alone would say something else by now.
    public let isHeld: Bool

    /// Looks again at every Monday since the first item, and now.
    ///
    /// - Parameters:
    ///   - observations: all items about the person
    ///   - now: the moment of the look, days since 1970 UTC
    ///   - parameters: the dials
    ///   - look: what the evidence alone says at a moment
    /// - Returns: the state and since when it is shown
    public static func replay(
        _ observations: [Observation],
        now: Double,
        parameters: ClockParameters,
        look: (Double) -> Assessment
    ) -> ShownState {
        let past = observations.map(\.day).filter { $0 <= now }.sorted()
        guard let first = past.first(where: { now - $0 <= parameters.maximumAgeDays }) else {
            return ShownState(state: look(now).state, since: nil, lastNews: past.last, isHeld: false)
        }
        var shown: LevelState?
        var raw = LevelState.notEnoughEvidence
        var since = first
        var counted = 0
        for day in looks(from: first, to: now) {
            let next = past[counted...].firstIndex { $0 > day } ?? past.endIndex
            let found = look(day)
            raw = found.state
            let state = LevelState.advance(
                from: shown,
                to: raw,
                probability: found.probability,
                newItems: next - counted,
                parameters: parameters
            )
            if state != shown { since = day }
            shown = state
            counted = next
        }
        let state = shown ?? raw
        return ShownState(state: state, since: since, lastNews: past.last, isHeld: state != raw)
    }

    /// Mondays after the first day, and the last day itself.
    private static func looks(from first: Double, to now: Double) -> [Double] {
        // 1970-01-05 was a Monday.
        let week = ((first - 4) / 7).rounded(.down) + 1
        return Array(stride(from: week * 7 + 4, to: now, by: 7)) + [now]
    }
}
