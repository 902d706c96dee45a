public import Evidence

/// One thing to know about a draft as a text, and what would improve it; never about the person.
///
/// Source: `docs/methods.md`, "Meters of a draft".
public struct DraftMeter: Sendable, Hashable {
    /// What is measured.
    public let measure: Measure
    /// The figure; nil where there is nothing to measure.
    public let value: Double?
    /// Where it should lie.
    public let gate: ClosedRange<Double>
    /// True where it lies there.
    public let isMet: Bool
    /// The finding in words.
    public let words: String
    /// What would improve it; nil when nothing needs to.
    public let advice: String?
    /// Evidence that would improve it when it is kept, the best first.
    public let add: [EntryID]
    /// Keys of the lines that it is about.
    public let lines: [String]

    /// What is looked at.
    public var name: String { measure.name }

    /// Joins its parts.
    public init(
        _ measure: Measure,
        value: Double?,
        gate: ClosedRange<Double>,
        isMet: Bool,
        words: String,
        advice: String? = nil,
        add: [EntryID] = [],
        lines: [String] = []
    ) {
        self.measure = measure
        self.value = value
        self.gate = gate
        self.isMet = isMet
        self.words = words
        self.advice = isMet ? nil : advice
        self.add = isMet ? [] : add
        self.lines = isMet ? [] : lines
    }

    /// What can be measured of a draft, in the order in which it is shown.
    public enum Measure: String, Sendable, Hashable, CaseIterable, Codable {
        /// Claims that their sources bear out.
        case groundedness
        /// How much of the weightiest evidence is told.
        case coverage
        /// How many of the competencies with evidence are told.
        case competencies
        /// Whether the text follows the whole period.
        case recency
        /// How many voices it quotes, against those that spoke.
        case voices
        /// Situation, behaviour and impact.
        case specificity
        /// Sentences about character.
        case personality
        /// Whether upkeep has its place.
        case upkeep
        /// Words in all.
        case length
        /// How easily it reads.
        case readability
        /// Words in a sentence.
        case sentenceLength = "sentence length"

        /// What it is called on the page.
        public var name: String {
            switch self {
            case .groundedness: "Sources"
            case .coverage: "Coverage"
            case .competencies: "Competencies"
            case .recency: "Balance over time"
            case .voices: "Voices"
            case .specificity: "Situation, behaviour, impact"
            case .personality: "Words about character"
            case .upkeep: "Keeping the lights on"
            case .length: "Length"
            case .readability: "Readability"
            case .sentenceLength: "Length of sentences"
            }
        }
    }
}
