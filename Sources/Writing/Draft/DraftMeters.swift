import Evidence
import Signals
import Workspace

/// The meters of a draft, from its lines and the evidence of its period.
struct DraftMeters {
    let work: DraftWork
    let claims: [DraftLine]
    let lines: [DraftLine]
    let cited: Set<Int>
    let citedEntries: [LedgerEntry]
    let quality: DraftQuality

    init(work: DraftWork, lines: [DraftLine]) {
        self.work = work
        self.lines = lines
        claims = lines.filter { $0.sentence.role == .claim }
        let ids = Set(claims.flatMap(\.sources))
        citedEntries = work.counting.filter { ids.contains($0.id) }
        cited = Set(
            work.moments.indices.filter { work.moments[$0].happening.entries.contains { ids.contains($0.id) } }
        )
        quality = Self.quality(work, lines: lines)
    }

    /// A moment counts once, however many pieces of evidence it has.
    static func quality(_ work: DraftWork, lines: [DraftLine]) -> DraftQuality {
        var moment: [EntryID: Int] = [:]
        for (place, one) in work.moments.enumerated() {
            for entry in one.happening.entries { moment[entry.id] = place }
        }
        let length = Double(max(1, work.composer.to.days - work.composer.from.days + 1))
        let evidence = Dictionary(
            uniqueKeysWithValues: work.moments.enumerated().map { place, one in
                let day = Double(CivilDate(microseconds: one.happening.first).days - work.composer.from.days)
                return (
                    String(place),
                    DraftQuality.Source(
                        competency: one.section.map { String($0) } ?? "none",
                        position: day / length,
                        weight: one.weight
                    )
                )
            }
        )
        return DraftQuality(
            lines.map { line in
                DraftQuality.Line(
                    isClaim: line.sentence.role == .claim,
                    cites: line.sources.compactMap { moment[$0].map { String($0) } },
                    isBorneOut: line.stands,
                    parts: line.parts,
                    speaksOfPersonality: Self.speaksOfCharacter(line)
                )
            },
            evidence: evidence
        )
    }

    /// The ladder's words are nobody's view of the person.
    static func speaksOfCharacter(_ line: DraftLine) -> Bool {
        line.sentence.role != .ladder
            && WordingLint.speaksOfCharacter(Frameless.text(line.text))
    }

    var all: [DraftMeter] {
        guard !work.moments.isEmpty || !claims.isEmpty else { return [] }
        return [groundedness, coverage, competencies, recency, voices, specificity, personality, upkeep] + [length]
            + readability
    }

    // MARK: What to add

    func best(_ count: Int = 12, where wanted: (DraftMoment) -> Bool) -> [Int] {
        work.materials.keys.filter { !cited.contains($0) }
            .sorted { (work.moments[$1].weight, $0) < (work.moments[$0].weight, $1) }
            .filter { wanted(work.moments[$0]) }.prefix(count).map(\.self)
    }

    /// The evidence of these moments that can be told; at most three.
    func entries(_ places: [Int]) -> [EntryID] {
        places.lazy.compactMap { work.materials[$0]?.lead.id }.prefix(3)
            .map(\.self)
    }
}
