public import Statistics

/// The pay of two groups compared, as the law and a statistician would.
///
/// Source: Directive (EU) 2023/970, Article 3; Welch 1947; `docs/methods.md`, "Pay gaps".
public struct PayGap: Sendable, Hashable {
    /// How many in the group that the gap is a share of.
    public let baseCount: Int
    /// How many in the other group.
    public let groupCount: Int
    /// (mean of base − mean of group) / mean of base; nil where a group is empty or the base mean is not above 0.
    public let meanGap: Double?
    /// The same of medians.
    public let medianGap: Double?
    /// Difference of means, its interval and probability; nil with fewer than two people in a group.
    public let welch: WelchComparison?
    /// Where the mean gap lies, 95 %.
    public let interval: Interval?
    /// Share of all ways to deal out this pay that lie as far apart; nil above 20 000 ways.
    public let permutationP: Double?

    /// From this gap on, whichever way, the law asks for an explanation.
    public static let trigger = 0.05

    /// Compares the pay of a group with that of the base group.
    public init(base: [Double], group: [Double]) {
        baseCount = base.count
        groupCount = group.count
        let mean = Sample.mean(base).flatMap { $0 > 0 ? $0 : nil }
        meanGap = mean.flatMap { base in Sample.mean(group).map { (base - $0) / base } }
        let median = Sample.median(base).flatMap { $0 > 0 ? $0 : nil }
        medianGap = median.flatMap { base in Sample.median(group).map { (base - $0) / base } }
        let compared = WelchComparison(base, group)
        welch = compared
        interval = mean.flatMap { base in compared.map { $0.interval.mapped { $0 / base } } }
        permutationP = PermutationTest.p(base, group)
    }

    /// True when the mean gap is at least 5 %, whichever way.
    public var isTriggered: Bool { meanGap.map { abs($0) >= Self.trigger } ?? false }

    /// True when the interval leaves out 0.
    public var isSignificant: Bool { interval?.excludesZero ?? false }

    /// What both together say.
    public var reading: GapReading { GapReading(isTriggered: isTriggered, isSignificant: isSignificant) }

    /// True when a group has fewer than five people, so that viewers see nothing of it.
    public var isSmall: Bool { min(baseCount, groupCount) < 5 }

    /// The more careful of the two probabilities; nil with fewer than two people in a group.
    public var p: Double? { welch.map { max($0.p, permutationP ?? 0) } }
}

/// What a gap and its interval say together.
public enum GapReading: String, Sendable, Hashable, CaseIterable, Codable {
    /// At least 5 %, and chance alone does not explain it.
    case reviewNow
    /// At least 5 %, but chance alone could explain it.
    case reviewUncertain
    /// Under 5 %, but chance alone does not explain it.
    case watch
    /// Neither.
    case noSignal

    /// Joins the law's trigger and the statistician's.
    public init(isTriggered: Bool, isSignificant: Bool) {
        self =
            switch (isTriggered, isSignificant) {
            case (true, true): .reviewNow
            case (true, false): .reviewUncertain
            case (false, true): .watch
            case (false, false): .noSignal
            }
    }
}

extension GapReading {
    /// In words.
    public var words: String {
        switch self {
        case .reviewNow: "5 % or more, and beyond chance"
        case .reviewUncertain: "5 % or more, could be chance"
        case .watch: "under 5 %, but beyond chance"
        case .noSignal: "under 5 %, could be chance"
        }
    }
}
