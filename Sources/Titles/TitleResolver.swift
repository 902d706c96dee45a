/// Reads titles: track, range of levels, depth and reach, reasons, and what to ask.
///
/// A title is a weak hint. It opens a conversation about level; it never sets one.
/// Source: `docs/methods.md`, "Titles".
public struct TitleResolver: Sendable {
    /// What is known about companies' own ladders.
    public let known: KnownLadders

    /// Takes the table of known ladders.
    public init(known: KnownLadders = .builtIn) { self.known = known }

    /// Reads one title; linear in its length, whatever stands in it.
    public func resolve(_ query: TitleQuery) -> TitleReading {
        let read = TitleWords(query.title)
        let words = read.text.words
        var sketch = TitleSketch()
        sketch.reasons = read.readings.map { .writtenOut(written: $0.written, meaning: $0.meaning) }
        sketch.apply(rulesFor: words, industry: query.industry)
        sketch.applyGrade(of: read.text)
        applyFacts(to: &sketch, words: words, company: query.company)
        if let size = query.size, size.shift != 0 {
            sketch.low = max(1, sketch.low + size.shift)
            sketch.reasons.append(.smallCompany)
        }
        let cues = DescriptionCues(query.description)
        if cues.depth + cues.scope > 0 { sketch.reasons.append(.description(depth: cues.depth, scope: cues.scope)) }
        if sketch.mode == nil { sketch.reasons.append(.nothing) }
        let archetypes =
            sketch.mode == nil
            ? [] : ArchetypeWords.found(title: words, description: query.description, high: sketch.high)
        return sketch.reading(
            normalised: read.text.line,
            mixture: sketch.mixture.weighed(by: cues),
            archetypes: archetypes,
            query: query
        )
    }

    /// A company's own ladder counts before the words; a bare code counts as all ladders that use it.
    private func applyFacts(to sketch: inout TitleSketch, words: [String], company: String?) {
        if let company, !company.trimmed.isEmpty {
            guard let fact = known.fact(of: company, in: words) else {
                sketch.reasons.append(.noFact(company: company.trimmed))
                return
            }
            (sketch.low, sketch.mode, sketch.high) = (fact.low, fact.low, fact.high)
            sketch.fact = fact
            if sketch.track == .unknown, let track = fact.track ?? Self.track(ofCodeIn: words) { sketch.track = track }
            sketch.reasons.append(.company(fact))
            return
        }
        guard let place = words.firstIndex(where: KnownLadders.isCode), !Self.isSupportTier(place, words) else {
            return
        }
        let facts = known.facts(withCode: words[place])
        guard let low = facts.map(\.low).min(), let high = facts.map(\.high).max() else { return }
        (sketch.low, sketch.mode, sketch.high) = (low, (low + high) / 2, high)
        if sketch.track == .unknown { sketch.track = Self.track(ofCodeIn: words) ?? .unknown }
        var companies: [String] = []
        for fact in facts where !companies.contains(fact.company) { companies.append(fact.company) }
        sketch.reasons.append(.code(words[place], companies: companies))
    }

    /// `l2 support` is a desk, not a level.
    private static func isSupportTier(_ place: Int, _ words: [String]) -> Bool {
        words.contains { ["support", "helpdesk", "servicedesk", "desk", "soc"].contains($0) }
            && words[place].first == "l"
    }

    private static func track(ofCodeIn words: [String]) -> TitleTrack? {
        guard let code = words.first(where: KnownLadders.isCode) else { return nil }
        if code.hasPrefix("ic") { return .ic }
        return code.hasPrefix("m") ? .management : nil
    }
}
