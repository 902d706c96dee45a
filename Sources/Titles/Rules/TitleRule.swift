/// What some words of a title usually stand for.
struct TitleRule: Sendable, Hashable {
    let pattern: TitlePattern
    let track: TitleTrack
    let low: Int
    let mode: Int
    let high: Int
    let mixture: TitleMixture
    /// True when the words speak of managing, which means little after “product” or “project”.
    let speaksOfManaging: Bool

    init(
        _ pattern: String,
        _ track: TitleTrack,
        _ low: Int,
        _ mode: Int,
        _ high: Int,
        _ mixture: (Double, Double, Double),
        managing: Bool = false
    ) {
        self.pattern = TitlePattern(pattern)
        self.track = track
        (self.low, self.mode, self.high) = (low, mode, high)
        self.mixture = TitleMixture(depth: mixture.0, scope: mixture.1, both: mixture.2)
        speaksOfManaging = managing
    }
}
