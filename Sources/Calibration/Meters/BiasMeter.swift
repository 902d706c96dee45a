public import Evidence
public import Signals
import Statistics

/// How far a text leans on visible wins, on the last months and on one voice, beside the ledger that it was written from.
///
/// Says something about a text, never about its subject. Source: `docs/methods.md`, "Bias meter".
public struct BiasMeter: Sendable, Hashable {
    /// The fewest citations that can lean anywhere.
    public static let fewestCitations = 4

    /// A share in the text beside the same in the ledger.
    public struct Share: Sendable, Hashable {
        /// Of what is cited.
        public let text: Double
        /// Of what the ledger holds.
        public let ledger: Double
        /// Probability of so much in the text, or more, where it is drawn from the ledger by chance.
        public let p: Double

        /// True where the text has clearly more of it: a fifth more of the whole, and not by chance.
        public var isMore: Bool { text - ledger >= 0.2 && p <= 0.05 }
    }

    /// How many happenings are told, of how many.
    public struct Episodes: Sendable, Hashable {
        /// Told.
        public let told: Int
        /// All.
        public let all: Int
    }

    /// How many entries are cited.
    public let cited: Int
    /// How many the ledger holds for the period.
    public let held: Int
    /// Each class of work that either has.
    public let classes: [WorkClass: Share]
    /// Launches alone: visible wins.
    public let launches: Share
    /// The last quarter of the period.
    public let lastQuarter: Share
    /// The voice that the text cites most.
    public let oneVoice: Share
    /// How many voices the ledger holds.
    public let voices: Int
    /// How many happenings are told, of how many.
    public let episodes: Episodes
    /// Share of the ledger's weight in its twelve weightiest happenings that is told.
    public let coverage: Double
    /// Entries of kinds that the text tells less than the ledger holds, the clearest first; at most three.
    public let untold: [EntryID]

    /// Compares a text's citations with the ledger of the same period; citations that it does not hold are left out.
    public init(cited ids: some Sequence<EntryID>, ledger: [ProfileEntry]) {
        let wanted = Set(ids)
        let told = ledger.filter { wanted.contains($0.id) }
        cited = told.count
        held = ledger.count
        func share(_ isIn: (ProfileEntry) -> Bool) -> Share {
            let (x, y) = (told.filter(isIn).count, ledger.filter(isIn).count)
            let usual = Double(y) / Double(max(1, ledger.count))
            return Share(
                text: Double(x) / Double(max(1, told.count)),
                ledger: usual,
                p: BinomialDistribution(tries: told.count, probability: usual).atLeast(x)
            )
        }
        let classes = WorkClass.allCases.map { kind in (kind, share { $0.workClass == kind }) }
            .filter { $0.1.text > 0 || $0.1.ledger > 0 }
        self.classes = Dictionary(uniqueKeysWithValues: classes)
        launches = share { $0.workClass == .launch }
        lastQuarter = share { $0.position >= 0.75 }
        let counts = Dictionary(told.map { ($0.voice, 1) }, uniquingKeysWith: +)
        let loudest = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        oneVoice = share { $0.voice == loudest }
        voices = Set(ledger.map(\.voice)).count

        // A happening weighs at most one, however often it was told.
        let happenings = Dictionary(grouping: ledger, by: \.episode).sorted { $0.key < $1.key }
        let toldEpisodes = Set(told.map(\.episode))
        episodes = Episodes(told: toldEpisodes.count, all: happenings.count)
        let weights = happenings.map { ($0.key, min(1, $0.value.reduce(0) { $0 + $1.weight })) }
            .sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(12)
        let whole = weights.reduce(0) { $0 + $1.1 }
        coverage = whole > 0 ? weights.reduce(0) { $0 + (toldEpisodes.contains($1.0) ? $1.1 : 0) } / whole : 0
        let lacking = self.classes.filter { $0.value.text < $0.value.ledger }
        untold = ledger.filter { lacking[$0.workClass] != nil && !toldEpisodes.contains($0.episode) }
            .sorted { ($0.weight, $1.id) > ($1.weight, $0.id) }.prefix(3).map(\.id)
    }

    /// True when there are citations enough to lean anywhere.
    public var says: Bool { cited >= Self.fewestCitations && held > cited }

    /// True where the text leans on one voice although several were heard.
    public var leansOnOneVoice: Bool { says && voices >= 3 && oneVoice.text >= 0.7 && oneVoice.isMore }
}
