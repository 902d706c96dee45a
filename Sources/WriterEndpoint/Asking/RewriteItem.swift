import Evidence
import Writing

/// One sentence as a model gets to see it, with the sources that it rests on.
struct RewriteItem: Sendable {
    /// Its place among all sentences.
    let place: Int
    let sentence: Sentence
    let mask: Mask
    /// The sentence, masked.
    let text: String
    /// The quotes of its sources, masked, each once.
    let sources: [String]
    /// True where a source speaks to models: then nothing else stands in the same question.
    let isAlone: Bool

    /// All that the model sees of it.
    var shown: [String] { [text] + sources }

    /// More sources than this are not shown.
    static let mostSources = 6

    init(place: Int, sentence: Sentence, entries: [LedgerEntry], material: RewriteMaterial, isAlone: Bool) {
        self.isAlone = isAlone
        self.place = place
        self.sentence = sentence
        var mask = Mask(subject: material.subject, names: material.names + entries.map(\.voice.name))
        text = Self.masked(sentence.text, &mask)
        var quotes: [String] = []
        for entry in entries where !quotes.contains(entry.quote) { quotes.append(entry.quote) }
        sources = quotes.prefix(Self.mostSources).map { mask.masked($0, isQuote: true) }
        self.mask = mask
    }

    /// Quotes and frame are masked apart: in quotes also strangers' names.
    private static func masked(_ text: String, _ mask: inout Mask) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "“"), let end = rest[start...].firstIndex(of: "”") {
            result += mask.masked(String(rest[..<start]), isQuote: false) + "“"
            result += mask.masked(String(rest[rest.index(after: start)..<end]), isQuote: true) + "”"
            rest = rest[rest.index(after: end)...]
        }
        return result + mask.masked(String(rest), isQuote: false)
    }

    /// What is wrong with a rewording; the words that stand where nothing is.
    func held(_ rewording: String, by check: CitationCheck) -> Result<String, Faults> {
        let rules = RewriteRules(original: text, rewording: rewording, facts: SourceFacts(sources))
        var faults = rules.faults
        guard let words = mask.unmasked(rewording) else { return .failure(Faults(list: faults + [.label("")])) }
        if faults.isEmpty {
            switch check.verdict(of: Sentence(words, sources: sentence.sources, role: sentence.role)) {
            case .supported: break
            case .needsALook: faults.append(.unsupported([]))
            case .unsupported(let found): faults.append(.unsupported(found))
            }
        }
        return faults.isEmpty ? .success(words) : .failure(Faults(list: faults))
    }

    /// Everything that is wrong with a rewording.
    struct Faults: Error {
        let list: [RewriteFault]
    }
}
