/// How long work that failed is left alone, and when it is given up.
///
/// Formula: after try n the pause is `first · 2ⁿ⁻¹`, at most `longest`, times a share between ¾ and 1 that follows from key and try, so
/// that work that failed together does not come back together, and the same job waits equally long on every machine.
public struct BackOff: Sendable, Hashable {
    /// Units: microseconds after the first failure.
    public var first: Int64
    /// Units: microseconds at most.
    public var longest: Int64
    /// How often a job is begun before it is given up.
    public var tries: Int

    /// Half a minute, an hour, eight tries: given up after about an hour unless told.
    public init(first: Int64 = 30_000_000, longest: Int64 = 3_600_000_000, tries: Int = 8) {
        self.first = max(first, 1)
        self.longest = max(longest, self.first)
        self.tries = max(tries, 1)
    }

    /// What becomes of a job that failed.
    public enum Verdict: Sendable, Hashable {
        /// It is tried again at this moment, microseconds since 1970 UTC.
        case again(Int64)
        /// It is given up.
        case dead
    }

    /// What becomes of a job that was begun `tries` times and failed now.
    public func verdict(after tries: Int, key: String, at now: Int64) -> Verdict {
        guard tries < self.tries else { return .dead }
        return .again(now + pause(after: tries, key: key))
    }

    /// How long a job is left alone, microseconds.
    public func pause(after tries: Int, key: String) -> Int64 {
        let doublings = min(max(tries - 1, 0), 40)
        let (grown, isTooLong) = first.multipliedReportingOverflow(by: 1 << Int64(doublings))
        let whole = isTooLong ? longest : min(grown, longest)
        let share = Int64(Self.hash("\(key) \(tries)") % 1000)
        return whole - whole / 4000 * share
    }

    /// FNV-1a, 64 bits: the same on every machine, which Swift's own hash is not.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
