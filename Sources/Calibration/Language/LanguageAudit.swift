public import Statistics
public import Workspace

/// One text with the groups of its writer's subject, as people stated them; never inferred, least of all from names.
public struct ReviewText: Sendable, Hashable {
    /// Who wrote it.
    public let writer: PersonID
    /// The stated group of the person whom it is about.
    public let group: String
    /// The text.
    public let text: String

    /// Joins the three.
    public init(writer: PersonID, group: String, text: String) {
        self.writer = writer
        self.group = group
        self.text = text
    }
}

/// How often classes of words stand in drafts about two groups, where the company lawfully holds them.
///
/// Source: `docs/methods.md`, "Language of drafts"; Newcombe (1998), Fisher (1922), Monroe, Colaresi and Quinn (2008).
public struct LanguageAudit: Sendable, Hashable {
    /// The fewest writers of a group's texts.
    public static let fewestWriters = 10
    /// The fewest texts of a group.
    public static let fewestTexts = 20

    /// One class of words in two groups.
    public struct ClassGap: Sendable, Hashable {
        /// The class.
        public let kind: LanguageLexicon.Class
        /// One group, by name.
        public let first: String
        /// The other.
        public let second: String
        /// Texts of the first that hold such words, and of the second.
        public let comparison: ProportionComparison
        /// True after correction for all comparisons.
        public let isBeyondChance: Bool
    }

    /// One word in two groups.
    public struct WordGap: Sendable, Hashable {
        /// The word.
        public let word: String
        /// The group that has it more often.
        public let more: String
        /// The other.
        public let less: String
        /// The log-odds ratio in standard errors.
        public let z: Double
    }

    /// Classes, in the order of the lexicon.
    public let classes: [ClassGap]
    /// Words beyond chance, the clearest first.
    public let words: [WordGap]
    /// Groups too small to be looked at; how many there are, never which.
    public let leftOut: Int

    /// Compares every two groups that are large enough.
    public init(_ texts: [ReviewText], lexicon: LanguageLexicon = .english, q: Double = 0.10) {
        let groups = Dictionary(grouping: texts, by: \.group).sorted { $0.key < $1.key }
        let large = groups.filter {
            $0.value.count >= Self.fewestTexts && Set($0.value.map(\.writer)).count >= Self.fewestWriters
        }
        leftOut = groups.count - large.count
        let counted = large.map { GroupTexts(name: $0.key, texts: $0.value.map(\.text), lexicon: lexicon) }
        var gaps: [(LanguageLexicon.Class, GroupTexts, GroupTexts, ProportionComparison)] = []
        var words: [WordGap] = []
        for (place, one) in counted.enumerated() {
            for other in counted.dropFirst(place + 1) {
                for kind in LanguageLexicon.Class.allCases {
                    let comparison = ProportionComparison(
                        Proportion(one.holding[kind] ?? 0, of: one.count),
                        Proportion(other.holding[kind] ?? 0, of: other.count)
                    )
                    gaps.append((kind, one, other, comparison))
                }
                words += Self.words(one, other, q: q)
            }
        }
        let rejected = ManyTests.benjaminiHochberg(gaps.map(\.3.fisherP), q: q).reject
        classes = zip(gaps, rejected).map { gap, isBeyond in
            ClassGap(kind: gap.0, first: gap.1.name, second: gap.2.name, comparison: gap.3, isBeyondChance: isBeyond)
        }
        self.words = words.sorted { (-abs($0.z), $0.word) < (-abs($1.z), $1.word) }
    }

    private static func words(_ one: GroupTexts, _ other: GroupTexts, q: Double) -> [WordGap] {
        // Words that stand in few texts could tell whose they are.
        let shared = Set(one.texts.keys).union(other.texts.keys).filter {
            (one.texts[$0] ?? 0) + (other.texts[$0] ?? 0) >= 5
        }
        let first = one.words.filter { shared.contains($0.key) }
        let second = other.words.filter { shared.contains($0.key) }
        let prior = first.merging(second, uniquingKeysWith: +).mapValues { $0 / 10 }
        let odds = WordLogOdds(first, second, prior: prior)
        return odds.standingOut(q: q).compactMap { word in
            odds.words[word].map {
                WordGap(
                    word: word,
                    more: $0.z > 0 ? one.name : other.name,
                    less: $0.z > 0 ? other.name : one.name,
                    z: $0.z
                )
            }
        }
    }
}

/// One group's texts, counted.
private struct GroupTexts {
    let name: String
    let count: Int
    /// How many texts hold a class.
    let holding: [LanguageLexicon.Class: Int]
    /// How often each word stands.
    let words: [String: Double]
    /// In how many texts.
    let texts: [String: Int]

    init(name: String, texts: [String], lexicon: LanguageLexicon) {
        self.name = name
        count = texts.count
        var holding: [LanguageLexicon.Class: Int] = [:]
        var words: [String: Double] = [:]
        var inTexts: [String: Int] = [:]
        for text in texts {
            for kind in Set(lexicon.findings(in: text).map(\.kind)) { holding[kind, default: 0] += 1 }
            let tokens = LanguageLexicon.tokens(text).map(\.text).filter { $0.count > 2 }
            for token in tokens { words[token, default: 0] += 1 }
            for token in Set(tokens) { inTexts[token, default: 0] += 1 }
        }
        self.holding = holding
        self.words = words
        self.texts = inTexts
    }
}
