/// How long to wait before the next try.
///
/// Units: doubles from half a second to half a minute; a share of up to a third is left to chance, so that many clients
/// do not come back at once.
struct Backoff: Sendable {
    private(set) var failures = 0

    static let first = Duration.milliseconds(500)
    static let most = Duration.seconds(30)

    mutating func succeed() { failures = 0 }

    /// The wait after one more failure; `chance` is from 0 to 1, `asked` what the other side asked for.
    mutating func next(chance: Double, asked: Duration? = nil) -> Duration {
        let grown = Self.first * (1 << min(failures, 6))
        failures += 1
        let wait = min(grown, Self.most)
        let spread = wait * (2.0 / 3 + chance / 3)
        return max(spread, asked ?? .zero)
    }
}
