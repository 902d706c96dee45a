import Evidence
import Workspace

/// The claims of a draft in their blocks.
struct DraftBlocks {
    private(set) var impact: [DraftLine] = []
    private var bySection: [Int: [DraftLine]] = [:]
    let competencies: [(id: String, name: String)]
    private let work: DraftWork

    init(told: [ToldLine], work: DraftWork) {
        self.work = work
        competencies = work.composer.competencies
        for line in told {
            if line.isImpact {
                impact.append(line.line)
            } else {
                bySection[line.section, default: []].append(line.line)
            }
        }
    }

    /// All lines that claim something or annotate a claim.
    var claims: [DraftLine] { impact + competencies.indices.flatMap { bySection[$0] ?? [] } }

    /// A box is empty only where nothing that counts bears on its competency; where what does is told elsewhere, it says where.
    var sections: [ReviewDraft.Section] {
        competencies.enumerated().map { place, competency in
            let own = bySection[place] ?? []
            let lines = own.isEmpty ? [pointer(to: place, competency.id)].compactMap(\.self) : own
            return ReviewDraft.Section(
                id: competency.id,
                competency: competency.name,
                lines: lines,
                request: lines.isEmpty
                    ? DraftRequest(competencyID: competency.id, competency: competency.name) : nil
            )
        }
    }

    /// Where evidence on a competency is told, since it bears on another one more; nil where there is none.
    private func pointer(to section: Int, _ id: String) -> DraftLine? {
        let bearing = work.moments.indices.filter { place in
            work.materials[place] != nil && work.moments[place].bearings.contains { $0.section == section }
        }
        guard !bearing.isEmpty else { return nil }
        let ids = Set(bearing.flatMap { work.moments[$0].happening.entries.map(\.id) })
        func tells(_ lines: [DraftLine]) -> [DraftLine] { lines.filter { !ids.isDisjoint(with: $0.sources) } }
        let above = tells(impact)
        let homes = competencies.indices.filter { !tells(bySection[$0] ?? []).isEmpty }
        let cited = (above + homes.flatMap { tells(bySection[$0] ?? []) }).flatMap(\.sources).filter(ids.contains)
        let places =
            (above.isEmpty ? [] : ["what came of it"]) + homes.map { competencies[$0].name.lowercased() }.prefix(3)
        let words =
            places.isEmpty
            ? "There is evidence on this that is not told in this text. Open it, or ask those who were there."
            : "What bears on this is told under \(Telling.list(places))."
        return DraftLine(
            key: "see:\(id)",
            sentence: Sentence(words, sources: places.isEmpty ? untold(bearing) : cited, role: .note),
            origin: .composed,
            standing: .stands
        )
    }

    /// The few entries that stand for moments of which nothing is told, the weightiest first.
    private func untold(_ moments: [Int]) -> [EntryID] {
        moments.sorted { (work.moments[$1].weight, $0) < (work.moments[$0].weight, $1) }
            .prefix(3).compactMap { work.materials[$0]?.lead.id }
    }

    /// Puts in sentences by hand and broken ones, each in its block, by the moment of their first source.
    mutating func insert(_ byHand: HandLines) {
        impact = merged(impact, byHand.lines(in: .impact))
        for (place, competency) in competencies.enumerated() {
            let lines = byHand.lines(in: .competency(competency.id))
            if !lines.isEmpty { bySection[place] = merged(bySection[place] ?? [], lines) }
        }
    }

    /// Identifiers begin with the moment, so that they order by time.
    private func merged(_ one: [DraftLine], _ other: [DraftLine]) -> [DraftLine] {
        (one + other).enumerated().sorted {
            ($0.element.sources.first?.text ?? "~", $0.offset) < ($1.element.sources.first?.text ?? "~", $1.offset)
        }.map(\.element)
    }

    /// Puts what the manager noted, and what became of decisions, behind the line that cites the evidence.
    mutating func annotate(
        _ notes: [EntryID: String],
        outcomes: [EntryID: String],
        check: DraftCheck,
        perspective: Perspective
    ) {
        guard !notes.isEmpty || !outcomes.isEmpty else { return }
        func with(_ lines: [DraftLine]) -> [DraftLine] {
            lines.flatMap { line in
                [line]
                    + line.sources.compactMap { id in
                        outcomes[id].map { words in
                            DraftLine(
                                key: "outcome:\(id.text)",
                                sentence: Sentence(
                                    "What became of it, by the decision ledger: \(words).",
                                    sources: [id],
                                    role: .note
                                ),
                                origin: .composed,
                                standing: .stands
                            )
                        }
                    }
                    + line.sources.compactMap { id in
                        notes[id].map { note in
                            let gone = check.gone([id])
                            let who = perspective == .own ? "My own words" : "Manager's words"
                            return DraftLine(
                                key: "note:\(id.text)",
                                sentence: Sentence("\(who): \(note)", sources: [id], role: .note),
                                origin: .managersWords,
                                standing: gone.isEmpty ? .stands : .broken(gone)
                            )
                        }
                    }
            }
        }
        impact = with(impact)
        for place in bySection.keys.sorted() { bySection[place] = with(bySection[place] ?? []) }
    }
}

/// Sentences by hand, and shown ones whose evidence is gone.
struct HandLines {
    private let byBlock: [DraftBlock: [DraftLine]]
    private let taken: Set<String>

    init(choices: DraftChoices, check: DraftCheck) {
        let keys = Set(choices.edits.map(\.key))
        let broken = choices.shown.filter {
            !keys.contains($0.key) && !$0.text.isEmpty && !check.gone($0.sources).isEmpty
        }
        let all = choices.edits.map { ($0, DraftLine.Origin.managersWords) } + broken.map { ($0, .composed) }
        let kept = all.filter { !$0.0.text.isEmpty }
        let lines = check.lines(kept)
        byBlock = Dictionary(zip(kept, lines).map { ($0.0.0.block, [$0.1]) }, uniquingKeysWith: +)
        taken = Set(choices.edits.filter(\.text.isEmpty).map(\.key))
    }

    func lines(in block: DraftBlock) -> [DraftLine] { byBlock[block] ?? [] }

    /// A block's own lines with those by hand in their place.
    func replaced(_ lines: [DraftLine], in block: DraftBlock) -> [DraftLine] {
        let hand = self.lines(in: block)
        let keys = Set(lines.map(\.key))
        return lines.filter { !taken.contains($0.key) }.map { line in hand.first { $0.key == line.key } ?? line }
            + hand.filter { !keys.contains($0.key) }
    }
}
