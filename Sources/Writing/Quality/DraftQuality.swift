/// What can be measured of a text that cites evidence; about the text, never about the person.
///
/// Source: `docs/methods.md`, "Meters of a draft".
public struct DraftQuality: Sendable, Hashable {
    /// Claims that cite something and are borne out by it, as a share of all claims; 1 where nothing is claimed.
    public let groundedness: Double
    /// Weight of the evidence that is cited, as a share of all of it.
    public let coverage: Double
    /// Competencies that are cited, as a share of those with evidence.
    public let competencyCoverage: Double
    /// 1 where the quarters of the period are cited as the evidence lies in them, down to 0.
    public let recencyBalance: Double
    /// How many of situation, behaviour and impact a claim has, on average, as a share; 1 where nothing is claimed.
    public let specificity: Double
    /// Sentences with words about personality, as a share of all.
    public let personalityRate: Double

    /// A piece of evidence that can be cited.
    public struct Source: Sendable, Hashable {
        /// Which competency it speaks to most.
        public let competency: String
        /// Where in the period it happened, 0 to 1.
        public let position: Double
        /// What it weighs, nothing forgotten.
        public let weight: Double

        /// Joins what counts of a source.
        public init(competency: String, position: Double, weight: Double) {
            self.competency = competency
            self.position = position
            self.weight = weight
        }

        var quarter: Int { min(3, max(0, Int(position * 4))) }
    }

    /// A sentence of the text.
    public struct Line: Sendable, Hashable {
        /// True when it claims something.
        public let isClaim: Bool
        /// Keys of the evidence that it cites.
        public let cites: [String]
        /// True when its sources bear it out.
        public let isBorneOut: Bool
        /// How many of situation, behaviour and impact it has, 0 to 3.
        public let parts: Int
        /// True when it speaks of personality instead of behaviour.
        public let speaksOfPersonality: Bool

        /// Joins what counts of a sentence.
        public init(isClaim: Bool, cites: [String], isBorneOut: Bool, parts: Int, speaksOfPersonality: Bool) {
            self.isClaim = isClaim
            self.cites = cites
            self.isBorneOut = isBorneOut
            self.parts = parts
            self.speaksOfPersonality = speaksOfPersonality
        }
    }

    /// Measures a text against the evidence of its period; citations of anything else are passed over.
    public init(_ lines: [Line], evidence: [String: Source]) {
        let claims = lines.filter(\.isClaim)
        func share(_ part: Double, of whole: Double, otherwise: Double) -> Double {
            whole > 0 ? part / whole : otherwise
        }
        groundedness = share(
            Double(claims.count { !$0.cites.isEmpty && $0.isBorneOut }),
            of: Double(claims.count),
            otherwise: 1
        )
        specificity = share(
            claims.reduce(0) { $0 + Double($1.parts) / 3 },
            of: Double(claims.count),
            otherwise: 1
        )
        personalityRate = share(
            Double(lines.count(where: \.speaksOfPersonality)),
            of: Double(lines.count),
            otherwise: 0
        )
        let cited = Set(lines.flatMap(\.cites)).sorted().compactMap { evidence[$0] }
        let all = evidence.sorted { $0.key < $1.key }.map(\.value)
        coverage = share(cited.reduce(0) { $0 + $1.weight }, of: all.reduce(0) { $0 + $1.weight }, otherwise: 0)
        competencyCoverage = share(
            Double(Set(cited.map(\.competency)).count),
            of: Double(Set(all.map(\.competency)).count),
            otherwise: 0
        )
        let told = Self.quarters(cited) { _ in 1 }
        let seen = Self.quarters(all, weight: \.weight)
        recencyBalance =
            told.isEmpty || seen.isEmpty ? 1 : 1 - zip(told, seen).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
    }

    /// Shares of the four quarters; empty where nothing weighs anything.
    private static func quarters(_ sources: [Source], weight: (Source) -> Double) -> [Double] {
        var sums = [0.0, 0, 0, 0]
        for source in sources { sums[source.quarter] += weight(source) }
        let total = sums.reduce(0, +)
        return total > 0 ? sums.map { $0 / total } : []
    }
}
