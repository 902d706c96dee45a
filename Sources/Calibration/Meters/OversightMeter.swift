public import Statistics
public import Workspace

/// One decision about a state that a decider was shown.
public struct OversightDecision: Sendable, Hashable {
    /// Who decided.
    public let decider: PersonID
    /// True when the decision said what the state said.
    public let agreed: Bool
    /// Seconds from the moment that state and items were shown until the decision.
    public let readingSeconds: Double
    /// True when the reasons cite an entry.
    public let citesEntry: Bool
    /// True when they cite one that was not among the five shown first.
    public let citesOwnEntry: Bool

    /// Joins what is known.
    public init(decider: PersonID, agreed: Bool, readingSeconds: Double, citesEntry: Bool, citesOwnEntry: Bool) {
        self.decider = decider
        self.agreed = agreed
        self.readingSeconds = readingSeconds
        self.citesEntry = citesEntry
        self.citesOwnEntry = citesOwnEntry
    }
}

/// Whether decisions are still made by people: agreement, time to read, and reasons of their own.
///
/// For those who answer for the process. Source: `docs/methods.md`, "Human oversight"; AI Act Art. 14.
public struct OversightMeter: Sendable, Hashable {
    /// The fewest decisions that say anything.
    public static let fewestDecisions = 15

    /// Whose decisions.
    public let decider: PersonID
    /// How many.
    public let count: Int
    /// How many agreed with the state.
    public let agreed: Proportion
    /// Median seconds from showing to deciding.
    public let medianSeconds: Double
    /// How many gave reasons that cite an entry.
    public let citing: Proportion
    /// How many cite one that was not among the five shown first.
    public let citingOwn: Proportion

    /// Measures every decider with enough decisions; by id.
    public static func all(_ decisions: [OversightDecision]) -> [OversightMeter] {
        Dictionary(grouping: decisions, by: \.decider).sorted { $0.key < $1.key }
            .filter { $0.value.count >= fewestDecisions }.map { OversightMeter($0.key, $0.value) }
    }

    private init(_ decider: PersonID, _ decisions: [OversightDecision]) {
        self.decider = decider
        count = decisions.count
        agreed = Proportion(decisions.filter(\.agreed).count, of: decisions.count)
        medianSeconds = Sample.median(decisions.map(\.readingSeconds)) ?? 0
        citing = Proportion(decisions.filter(\.citesEntry).count, of: decisions.count)
        citingOwn = Proportion(decisions.filter(\.citesOwnEntry).count, of: decisions.count)
    }

    /// True when agreement is nearly complete and most reasons bring nothing of their own.
    public var isCue: Bool { (agreed.rate ?? 0) > 0.95 && 1 - (citingOwn.rate ?? 1) > 0.5 }

    /// What was seen, in a sentence.
    public var words: String {
        let minutes = medianSeconds / 60
        let time = minutes < 1 ? "under a minute" : CueWords.count(Int(minutes.rounded()), "minute", "minutes")
        return
            "In \(agreed.count) of \(count) decisions the outcome was the state that was shown; the median time to read was \(time); \(citing.count) reasons cite an entry, \(citingOwn.count) one that was not among the first five."
    }

    /// Why it may mislead, and what to do next.
    public var advice: String {
        "Clear cases agree. Ask for two of these decisions to be told from the entries, and give the decider more time or fewer cases."
    }
}
