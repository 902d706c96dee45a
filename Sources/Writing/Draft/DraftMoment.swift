import Evidence
import Signals
import Workspace

/// One moment of the period as the choice of sentences sees it.
struct DraftMoment {
    let happening: Happening
    /// The competency under which it is told, as its place in the ladder; nil where it speaks to none of the track's.
    ///
    /// The one that it speaks to most, unless another that it bears on would stay empty.
    var section: Int?
    /// Every competency that it bears on with its share, the strongest first.
    let bearings: [(section: Int, share: Double)]
    /// Where in the period it lies, by quarters.
    let quarter: Int
    /// What it weighs, nothing forgotten: sure reading, several voices, words that carry something.
    let weight: Double
    let voices: [String]
    let isUpkeep: Bool

    /// The least share by which evidence bears on a competency beside its first one, and the least part of the first one's.
    private static let leastShare = 0.15
    private static let leastPart = 0.5

    init(_ happening: Happening, sections: [String: Int], from: CivilDate, to: CivilDate) {
        self.happening = happening
        let known = happening.shares.compactMap { one in
            sections[one.competency].map { (section: $0, share: one.share) }
        }
        let strongest = known.first?.share ?? 0
        bearings = known.filter {
            $0.share >= max(Self.leastShare, strongest * Self.leastPart) || $0.share == strongest
        }
        section = known.first?.section
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
    /// The same number for those that say the same.
    var echo: Int?

    var sources: [EntryID] {
        var seen: Set<EntryID> = []
        return (material.sources + others.map(\.id)).filter { seen.insert($0).inserted }
    }

    var words: Int { material.words + (others.isEmpty ? 0 : 7) }
}
