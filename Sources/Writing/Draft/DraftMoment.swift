import Evidence
import Signals
import Workspace

/// One moment of the period as the choice of sentences sees it.
struct DraftMoment {
    let happening: Happening
    /// The competency that it speaks to most, as its place in the ladder; nil where the track does not have it.
    let section: Int?
    /// Where in the period it lies, by quarters.
    let quarter: Int
    /// What it weighs, nothing forgotten: sure reading, several voices, words that carry something.
    let weight: Double
    let voices: [String]
    let isUpkeep: Bool

    init(_ happening: Happening, sections: [String: Int], from: CivilDate, to: CivilDate) {
        self.happening = happening
        section = happening.competencies.lazy.compactMap { sections[$0] }.first
        let day = CivilDate(microseconds: happening.first).days - from.days
        quarter = max(0, min(3, day * 4 / max(1, to.days - from.days + 1)))
        var best: [String: Double] = [:]
        var substance = 0.0
        for entry in happening.entries {
            // What others say weighs in full; own words tell an act, but nobody else stands behind them.
            let own = entry.voice.person == entry.subject
            best[own ? "" : entry.voice.key] = max(
                best[own ? "" : entry.voice.key] ?? 0,
                entry.confidence * (own ? 0.5 : 0.8)
            )
            substance = max(substance, Happening.substance(of: entry))
        }
        let miss = best.values.sorted().reduce(1) { $0 * (1 - $1) }
        weight = (1 - miss) * (0.3 + 0.7 * min(1, substance * 1.5))
        voices = best.keys.filter { !$0.isEmpty }.sorted()
        isUpkeep = happening.workClass == .upkeep
    }
}

/// A sentence that could be told: about one moment, or about upkeep over several weeks.
struct DraftCandidate {
    let material: Material
    /// The moments that it cites, as places in the list; the quoted one first.
    let moments: [Int]
    /// Evidence of the other moments, for upkeep that is told once.
    let others: [LedgerEntry]
    let isKept: Bool

    var sources: [EntryID] {
        var seen: Set<EntryID> = []
        return (material.sources + others.map(\.id)).filter { seen.insert($0).inserted }
    }

    var words: Int { material.words + (others.isEmpty ? 0 : 7) }
}
