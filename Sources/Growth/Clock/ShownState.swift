/// The state to show, worked out anew from the items: a look whenever something was seen, every Monday, and now.
///
/// Nothing has to be remembered for it; when an item goes, everything that followed from it goes, too.
/// Source: `docs/methods.md`, "What is shown".
public struct ShownState: Sendable, Hashable {
    /// The state.
    public let state: LevelState
    /// The look at which it was first shown, days since 1970 UTC; nil while nothing was ever heard.
    ///
    /// It is the moment of the item that made the state; only too little evidence can begin without one.
    public let since: Double?
    /// When the newest item happened, days since 1970 UTC.
    public let lastNews: Double?
    /// True when the evidence alone would say something else by now.
    public let isHeld: Bool

    /// Looks again at the moment of every item, on every Monday since the first, and now.
    ///
    /// A look at each item, because what is shown between two of them must not depend on the day of the look. The plain way, one look after the other; `ItemTrail.shown` gives the same and looks only where something can change.
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
        let past = observations.map(\.day).filter { $0.isFinite && $0 <= now }.sorted()
        guard let first = past.first else { return .unheard(look(now).state) }
        var walk = ShownWalk(past: past, parameters: parameters)
        let mondays = Mondays(after: first, until: now)
        for day in Set(past + mondays.all).sorted() {
            let found = look(day)
            walk.take(found.state, probability: found.probability, at: day)
        }
        return walk.shown
    }

    /// What is shown of somebody of whom nothing was heard.
    static func unheard(_ state: LevelState) -> ShownState {
        ShownState(state: state, since: nil, lastNews: nil, isHeld: false)
    }
}

/// A walk over looks, from the first to the last; some of those between may be left out where they change nothing.
struct ShownWalk {
    /// Days of the items up to the last look, in order.
    let past: [Double]
    private let parameters: ClockParameters
    private(set) var state: LevelState?
    private var since: Double?
    private var raw = LevelState.notEnoughEvidence
    /// How many items earlier looks knew of.
    private(set) var counted = 0

    init(past: [Double], parameters: ClockParameters) {
        self.past = past
        self.parameters = parameters
    }

    /// The day of the first item that no look knew of so far.
    var nextNews: Double? { counted < past.count ? past[counted] : nil }

    /// One look.
    mutating func take(_ raw: LevelState, probability: Double, at day: Double) {
        var known = counted
        while known < past.count, past[known] <= day { known += 1 }
        self.raw = raw
        let newItems = known - counted
        counted = known
        // Parts of an episode that grow too old make the others weigh more: time alone would raise a reading.
        if newItems == 0, state == .notEnoughEvidence { return }
        let next = LevelState.advance(
            from: state,
            to: raw,
            probability: probability,
            newItems: newItems,
            parameters: parameters
        )
        if next != state { since = day }
        state = next
    }

    /// What is shown after the last look.
    var shown: ShownState {
        let state = state ?? raw
        return ShownState(state: state, since: since, lastNews: past.last, isHeld: state != raw)
    }
}

/// Every Monday after the first item, and the last look.
struct Mondays {
    /// The first Monday, whether or not it lies before the end.
    private let first: Double
    private let end: Double

    init(after day: Double, until end: Double) {
        // 1970-01-05 was a Monday.
        first = (((day - 4) / 7).rounded(.down) + 1) * 7 + 4
        self.end = end
    }

    /// All of them.
    var all: [Double] { Array(stride(from: first, to: end, by: 7)) + [end] }

    /// The first of them at or after a moment.
    func onOrAfter(_ day: Double) -> Double {
        guard day > first else { return min(first, end) }
        guard day < end else { return end }
        var monday = first + ((day - first) / 7).rounded(.up) * 7
        if monday < day { monday += 7 }
        if monday - 7 >= day { monday -= 7 }
        return min(monday, end)
    }
}
