import Statistics
import Workspace

extension CalibrationRoom {
    /// Pairs at one level whose evidence is alike and whose drafts are not.
    func comparators() -> FamilyFinding {
        var pairs: [(pair: EvidencePair, one: RoomDraft, other: RoomDraft)] = []
        let levels = Dictionary(grouping: drafts.filter { comparable($0) }) { people[$0.person]?.person.level ?? 0 }
        for (_, drafts) in levels.sorted(by: { $0.key < $1.key }) {
            let twins = EvidenceTwins(drafts.compactMap { people[$0.person] })
            let byPerson = Dictionary(drafts.map { ($0.person, $0) }, uniquingKeysWith: { one, _ in one })
            for pair in twins.pairs {
                if let one = byPerson[pair.one], let other = byPerson[pair.other] { pairs.append((pair, one, other)) }
            }
        }
        // Differences of drafts scatter by chance; only those beyond it are worth two people's time.
        let gaps = drafts.compactMap { draft in expected.values[draft.person].map { draft.rating - $0.rating } }
        let scatter =
            max(expected.ratingSpread, 0.5, (Sample.variance(gaps) ?? 0).squareRoot()) * 2.0.squareRoot()
        let p = pairs.map { pair -> Double in
            func rest(_ draft: RoomDraft) -> Double { draft.rating - (expected.values[draft.person]?.rating ?? 3) }
            return NormalDistribution.twoSided((rest(pair.one) - rest(pair.other)) / scatter)
        }
        let rejected = ManyTests.benjaminiHochberg(p, q: Self.falseShare).reject
        var finding = FamilyFinding(looked: pairs.count)
        for (place, (pair, one, other)) in pairs.enumerated() {
            guard rejected[place], pair.isClose, abs(one.rating - other.rating) >= 1 else { continue }
            finding.cues.append(cue(pair, one, other, p: p[place]))
        }
        return finding
    }

    private func comparable(_ draft: RoomDraft) -> Bool {
        guard let person = people[draft.person], person.person.level != nil else { return false }
        return (person.evidence?.effectiveEvidence ?? 0) >= 4
    }

    private func cue(_ pair: EvidencePair, _ one: RoomDraft, _ other: RoomDraft, p: Double) -> CalibrationCue {
        let both = [one, other].sorted { (name($0.person), $0.person) < (name($1.person), $1.person) }
        let level = people[one.person]?.person.level ?? 0
        return CalibrationCue(
            id(.comparators, both[0].person.text, both[1].person.text),
            .comparators,
            about: "\(name(both[0].person)) and \(name(both[1].person))",
            people: both.map(\.person),
            seen:
                "Similar evidence at level \(level), different drafts: \(CueWords.rating(both[0].rating)) for \(name(both[0].person)), \(CueWords.rating(both[1].rating)) for \(name(both[1].person)). Look at both.",
            figures: [
                .init("Distance of the evidence", CueWords.fixed(pair.distance, 2)),
                .init("A quarter of all pairs lies below", CueWords.fixed(pair.quartile, 2)),
                .init(
                    "Drafts",
                    both.map { "\(name($0.person)) \(CueWords.rating($0.rating))" }.joined(separator: ", ")
                ),
                .init("Chance alone", CueWords.chance(p)),
            ],
            count: 2,
            effect: abs(one.rating - other.rating) / (unit * 2.0.squareRoot()),
            p: p,
            misleads: "Alike in what was heard is not alike in all that was done.",
            next: "Let both writers say what the other draft would need to read like theirs. Neither is the measure.",
            entries: both.flatMap { people[$0.person]?.evidence?.entries.suffix(3).map(\.id) ?? [] }
        )
    }
}
