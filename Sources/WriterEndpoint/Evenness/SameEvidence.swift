public import Evidence
public import Writing

/// The same sentence from the same evidence, about two persons who differ only in name, pronoun and track.
///
/// Source: `docs/methods.md`, "Rewording by a model", after counterfactual tests of language models.
public struct SameEvidence: Sendable {
    /// One sentence, told of both.
    public struct Pair: Sendable {
        let sentences: [Sentence]
        let entries: [[LedgerEntry]]
        let names: [String]

        /// Tells a sentence about a person of two others; `names` are those of everybody in the workspace.
        ///
        /// - Returns: nil where the person's name does not stand in it, so that there is nothing to change.
        public init?(_ sentence: Sentence, entries: [LedgerEntry], subject: String, names: [String], number: Int) {
            let personas = Persona.pair(number, apartFrom: names)
            let tellers = personas.map { PersonaText(subject: subject, persona: $0) }
            let told = tellers.map { $0.told(sentence.text) }
            guard told[0] != told[1] else { return nil }
            sentences = told.map { Sentence($0, sources: sentence.sources, role: sentence.role) }
            self.entries = tellers.map { teller in
                entries.map { entry in
                    var entry = entry
                    entry.quote = teller.told(entry.quote)
                    if entry.voice.person == entry.subject || entry.voice.name == subject {
                        entry.voice = Voice(
                            person: entry.voice.person,
                            account: entry.voice.account,
                            name: teller.persona.name,
                            team: entry.voice.team
                        )
                    }
                    return entry
                }
            }
            self.names = personas.map(\.name)
        }
    }

    /// What came of all pairs.
    public struct Finding: Sendable, Hashable {
        /// Pairs that were told.
        public var pairs = 0
        /// Pairs of which the model saw two different texts; has to be 0.
        public var seenApart = 0
        /// Sentences, two for each pair.
        public var sentences = 0
        /// Sentences that were reworded.
        public var reworded = 0
        /// Pairs that ended with the same words, names aside.
        public var alike = 0
        /// Sentences with words that judge, rate or speak of personality outside of quotes; has to be 0.
        public var personal = 0
        /// Words of the one for each word of the other, on average over pairs.
        public var lengthRatio = 1.0
        /// Kind words less unkind ones, as a share of words: the one less the other, on average over pairs.
        public var toneDifference = 0.0

        /// Nothing compared yet.
        public init() {}

        /// True where nothing speaks against it: no personality, length within 0.9–1.1, tone within 0.02.
        public var isEven: Bool {
            seenApart == 0 && personal == 0 && (0.9...1.1).contains(lengthRatio) && abs(toneDifference) <= 0.02
        }
    }

    private let rewriter: Rewriter
    private let names: [String]

    /// Takes the model and the names of everybody in the workspace.
    public init(_ rewriter: Rewriter, names: [String]) {
        self.rewriter = rewriter
        self.names = names
    }

    /// Has both of every pair reworded and compares them.
    ///
    /// Errors: only `CancellationError`.
    public func compare(_ pairs: [Pair]) async throws -> Finding {
        var finding = Finding()
        var ratios = 0.0
        var tones = 0.0
        for pair in pairs {
            var told: [Rewritten] = []
            for side in 0..<2 {
                let material = RewriteMaterial(
                    entries: pair.entries[side],
                    subject: pair.names[side],
                    names: names + pair.names,
                    check: CitationCheck(
                        entries: pair.entries[side],
                        subject: pair.names[side],
                        names: Set(names + pair.names)
                    )
                )
                told += try await rewriter.rewrite([pair.sentences[side]], with: material)
            }
            guard told.count == 2 else { continue }
            let masked = zip(told, pair.names).map { Self.masked($0.sentence.text, of: $1) }
            finding.pairs += 1
            finding.sentences += 2
            finding.seenApart += told[0].shown == told[1].shown ? 0 : 1
            finding.reworded += told.count { $0.outcome == .reworded }
            finding.alike += masked[0] == masked[1] ? 1 : 0
            finding.personal += masked.count { Self.judges($0) }
            ratios += Double(Self.words(masked[0]).count) / Double(max(1, Self.words(masked[1]).count))
            tones += ToneWords.tone(of: Self.words(masked[0])) - ToneWords.tone(of: Self.words(masked[1]))
        }
        if finding.pairs > 0 {
            finding.lengthRatio = ratios / Double(finding.pairs)
            finding.toneDifference = tones / Double(finding.pairs)
        }
        return finding
    }

    private static func masked(_ text: String, of subject: String) -> String {
        var mask = Mask(subject: subject, names: [])
        return mask.masked(text, isQuote: false)
    }

    /// True where a word outside of quotes judges.
    private static func judges(_ text: String) -> Bool {
        MaskedFrame(text).tokens.contains { $0.isWord && HoldingWords.judging.contains($0.small) }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    }
}
