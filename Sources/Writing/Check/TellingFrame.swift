import Evidence
import Signals

/// The words that the house puts around a quote; each says no more than the kind of its evidence does.
enum TellingFrame {
    /// What the person did, before own words; several of one meaning, so that texts do not all sound alike.
    static func own(_ kind: SignalKind) -> [String] {
        switch kind {
        case .ownership: ["took this on", "said what was next and took it"]
        case .decision: ["settled a question", "settled it"]
        case .upkeep: ["kept things running", "looked after what runs"]
        case .judgement: ["gave a reasoned view", "weighed it"]
        case .coaching: ["explained", "walked somebody through it"]
        case .delivery: ["finished something", "reported it done"]
        case .blocked: ["said what stands in the way"]
        case .recognition, .feedback: ["wrote"]
        }
    }

    /// How somebody else's words are brought in; the name of the person follows.
    static func heard(_ kind: SignalKind) -> [String] {
        switch kind {
        case .recognition: ["said about", "wrote about"]
        case .feedback: ["wrote to"]
        default: ["wrote about"]
        }
    }

    /// Words that may stand in any sentence.
    static let common = ["spoke to it as well", "for a change", "Say thank you for what", "saw on"]

    /// All words that a sentence about these sources may have without their saying so.
    static func phrases(for entries: [LedgerEntry]) -> [String] {
        let kinds = Set(entries.map(\.kind))
        // Speech stays in: who spoke is checked by it.
        let acts = kinds.flatMap { Self.own($0) }.filter { !CheckWords.speech.contains($0) }
        return (acts + common).sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    }
}
