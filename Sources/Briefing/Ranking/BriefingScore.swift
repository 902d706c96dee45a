#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// How much an item is worth to somebody this morning.
///
/// Source: `docs/methods.md`, "The briefing".
public struct BriefingScore: Sendable, Hashable {
    /// Half-life of the item's sort, in hours.
    public var halfLifeHours: Double
    /// Age in hours.
    public var ageHours: Double
    /// How near the item is to the profile, 0 to 1.
    public var roleFit: Double
    /// What follows from it for this person, 0 to 1.
    public var consequence: Double
    /// Prior of its source, 0 to 1.
    public var sourceTrust: Double
    /// How often this person said "useful" of its topics.
    public var useful: Double
    /// How often this person said "not useful".
    public var notUseful: Double
    /// True when a near-duplicate was shown in the last seven days.
    public var seen: Bool

    /// Makes a score.
    public init(
        halfLifeHours: Double,
        ageHours: Double,
        roleFit: Double,
        consequence: Double,
        sourceTrust: Double,
        useful: Double = 0,
        notUseful: Double = 0,
        seen: Bool = false
    ) {
        self.halfLifeHours = halfLifeHours
        self.ageHours = ageHours
        self.roleFit = roleFit
        self.consequence = consequence
        self.sourceTrust = sourceTrust
        self.useful = useful
        self.notUseful = notUseful
        self.seen = seen
    }

    /// What is left of a news of this age.
    public var fresh: Double { exp2(-ageHours / halfLifeHours) }
    /// The share of "useful", drawn to one half by four answers' weight.
    public var taste: Double { Self.taste(useful: useful, notUseful: notUseful) }
    /// The score.
    public var value: Double {
        Self.value(
            fresh: fresh,
            roleFit: roleFit,
            consequence: consequence,
            trust: sourceTrust,
            taste: taste,
            seen: seen
        )
    }

    /// (useful + 1) / (useful + not useful + 2).
    public static func taste(useful: Double, notUseful: Double) -> Double {
        (useful + 2 * 0.5) / (useful + notUseful + 2)
    }

    @inline(__always)
    static func value(
        fresh: Double,
        roleFit: Double,
        consequence: Double,
        trust: Double,
        taste: Double,
        seen: Bool
    ) -> Double {
        fresh * (0.40 * roleFit + 0.25 * consequence + 0.15 * trust + 0.20 * taste) * (seen ? 0.6 : 1)
    }
}

/// Picks items that are worth much and unlike each other.
///
/// Source: Carbonell and Goldstein (1998), maximal marginal relevance; ties go to the lower index.
public enum Diversity {
    /// The share of worth against likeness.
    public static let usual = 0.7

    /// Places of the picked items in the order of picking; `allowed` may forbid one given those picked before.
    public static func pick(
        _ count: Int,
        of relevance: [Double],
        lambda: Double = usual,
        similarity: (Int, Int) -> Double,
        allowed: (Int, [Int]) -> Bool = { _, _ in true }
    ) -> [Int] {
        var picked: [Int] = []
        var most = [Double](repeating: 0, count: relevance.count)
        var left = Array(relevance.indices)
        while picked.count < count {
            var best: Int?
            var top = -Double.infinity
            for index in left where allowed(index, picked) {
                let value = lambda * relevance[index] - (1 - lambda) * most[index]
                if value > top {
                    top = value
                    best = index
                }
            }
            guard let best else { return picked }
            picked.append(best)
            left.removeAll { $0 == best }
            for index in left { most[index] = max(most[index], similarity(index, best)) }
        }
        return picked
    }
}
