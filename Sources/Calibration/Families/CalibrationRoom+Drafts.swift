import Evidence
import Statistics
import Workspace

extension CalibrationRoom {
    /// Raters whose competency ratings say one thing in many columns.
    func halo() -> FamilyFinding {
        let measured = byRater.compactMap { rater, drafts -> (rater: PersonID, count: Int, measure: HaloMeasure)? in
            let columns = Set(drafts.flatMap(\.competencies.keys)).filter { key in
                drafts.filter { $0.competencies[key] != nil }.count >= HaloMeasure.fewestPeople
            }.sorted()
            let rows = drafts.compactMap { draft -> [Double]? in
                let row = columns.compactMap { draft.competencies[$0] }
                return row.count == columns.count ? row : nil
            }
            guard columns.count >= HaloMeasure.fewestCompetencies, rows.count >= HaloMeasure.fewestPeople,
                let measure = HaloMeasure(rows)
            else { return nil }
            return (rater, rows.count, measure)
        }.sorted { (name($0.rater), $0.rater) < (name($1.rater), $1.rater) }
        let middle = Sample.median(measured.compactMap(\.measure.meanCorrelation))
        var finding = FamilyFinding(looked: measured.count)
        for (rater, count, measure) in measured {
            let r = measure.meanCorrelation ?? 0
            let isTogether = r >= 0.85 && measured.count >= 2 && r > (middle ?? 1) + 0.15
            guard isTogether || measure.withinPersonSpread < 0.25 else { continue }
            finding.cues.append(
                CalibrationCue(
                    id(.halo, rater.text),
                    .halo,
                    about: "Drafts by \(name(rater))",
                    people: byRater[rater, default: []].map(\.person),
                    seen:
                        "In \(count) drafts by \(name(rater)) the competencies were scored as one: they rise and fall together, and differ by \(CueWords.fixed(measure.withinPersonSpread, 2)) points within a person.",
                    figures: [
                        .init("People", "\(count)"),
                        .init("Mean correlation", measure.meanCorrelation.map { CueWords.fixed($0, 2) } ?? "none"),
                        .init("Other raters, median", middle.map { CueWords.fixed($0, 2) } ?? "none"),
                        .init("Cronbach's alpha", measure.alpha.map { CueWords.fixed($0, 2) } ?? "none"),
                        .init("Within a person", "\(CueWords.fixed(measure.withinPersonSpread, 2)) points"),
                    ],
                    count: count,
                    effect: isTogether ? (r - (middle ?? 0)) * 2 : (0.6 - measure.withinPersonSpread) / unit,
                    misleads: "Some people are alike in everything, and some ladders' competencies lie close together.",
                    next: "Take one competency at a time across all people, instead of one person at a time."
                )
            )
        }
        return finding
    }

    /// Drafts that lean on the last months although the evidence does not.
    func recency() -> FamilyFinding {
        var candidates: [(p: Double, isCue: Bool, cue: () -> CalibrationCue)] = []
        for draft in drafts {
            guard let evidence = people[draft.person]?.evidence else { continue }
            let places = Dictionary(evidence.entries.map { ($0.id, $0.position) }, uniquingKeysWith: { one, _ in one })
            let cited = draft.cited.filter { places[$0] != nil }
            guard cited.count >= CitationTimes.fewestCitations,
                let times = CitationTimes(cited.compactMap { places[$0] }),
                let whole = CitationTimes(evidence.entries.map(\.position))
            else { continue }
            let follows = times.follows(whole)
            let isCue = times.lastQuarterShare >= 0.5 && times.lastQuarterP <= 0.05 && follows < 0.7
            candidates.append((times.lastQuarterP, isCue, { cue(draft, cited, times, whole, evidence) }))
        }
        let rejected = ManyTests.benjaminiHochberg(candidates.map(\.p), q: Self.falseShare).reject
        return FamilyFinding(
            cues: zip(candidates, rejected).filter { $0.isCue && $1 }.map { $0.0.cue() },
            looked: candidates.count
        )
    }

    private func cue(
        _ draft: RoomDraft,
        _ cited: [EntryID],
        _ times: CitationTimes,
        _ whole: CitationTimes,
        _ evidence: EvidenceProfile
    ) -> CalibrationCue {
        let earlier = evidence.entries.filter { $0.position < 0.75 && !cited.contains($0.id) }
            .sorted { ($0.weight, $1.id) > ($1.weight, $0.id) }.prefix(3).map(\.id)
        return CalibrationCue(
            id(.recency, draft.person.text),
            .recency,
            about: name(draft.person),
            people: [draft.person],
            seen:
                "\(CueWords.percent(times.lastQuarterShare)) of the \(cited.count) entries that this draft cites are from the last quarter of the period; in the evidence it is \(CueWords.percent(whole.lastQuarterShare)).",
            figures: [
                .init("Cited", "\(cited.count)"),
                .init("Last quarter, text", CueWords.percent(times.lastQuarterShare)),
                .init("Last quarter, evidence", CueWords.percent(whole.lastQuarterShare)),
                .init("Chance alone", CueWords.chance(times.lastQuarterP)),
            ],
            count: cited.count,
            effect: (times.lastQuarterShare - whole.lastQuarterShare) / (0.25 * 0.75).squareRoot(),
            p: times.lastQuarterP,
            misleads: "The last months may have held the work that mattered most.",
            next: earlier.isEmpty
                ? "Look through the first three quarters once more."
                : "Look at what came earlier: \(earlier.map(\.text).joined(separator: ", ")).",
            entries: earlier + cited
        )
    }

    /// Drafts beside what the evidence lets expect.
    func contradiction() -> FamilyFinding {
        var candidates: [(p: Double, isCue: Bool, cue: () -> CalibrationCue)] = []
        for draft in drafts {
            guard let evidence = people[draft.person]?.evidence, let expectation = expected.values[draft.person],
                evidence.effectiveEvidence >= RatingContradiction.leastEvidence,
                evidence.voices >= RatingContradiction.fewestVoices
            else { continue }
            let found = RatingContradiction(
                draft: draft.rating,
                expected: expectation.rating,
                evidenceSpread: expectation.spread,
                ratingSpread: expected.ratingSpread
            )
            candidates.append((found.p, found.contradicts, { cue(draft, evidence, expectation, found) }))
        }
        let rejected = ManyTests.benjaminiHochberg(candidates.map(\.p), q: Self.falseShare).reject
        return FamilyFinding(
            cues: zip(candidates, rejected).filter { $0.isCue && $1 }.map { $0.0.cue() },
            looked: candidates.count
        )
    }

    private func cue(
        _ draft: RoomDraft,
        _ evidence: EvidenceProfile,
        _ expectation: ExpectedRatings.Expectation,
        _ found: RatingContradiction
    ) -> CalibrationCue {
        func strongest(_ speaksFor: Bool) -> [EntryID] {
            evidence.entries.filter { $0.speaksFor == speaksFor }.sorted { ($0.weight, $1.id) > ($1.weight, $0.id) }
                .prefix(2).map(\.id)
        }
        let (for_, against) = (strongest(true), strongest(false))
        let sides = [("above the level", for_), ("at the level", against)]
            .filter { !$0.1.isEmpty }
            .map { "\($0.0): \($0.1.map(\.text).joined(separator: ", "))" }
        let basis =
            switch expected.basis {
            case .rule: "a plain rule"
            case .fitted(let people): "how \(people) people's evidence and final ratings went together last time"
            }
        let error =
            (expectation.spread * expectation.spread + expected.ratingSpread * expected.ratingSpread).squareRoot()
        let reach = NormalDistribution.z95 * error
        return CalibrationCue(
            id(.contradiction, draft.person.text),
            .contradiction,
            about: name(draft.person),
            people: [draft.person],
            seen:
                "The draft lies \(CueWords.points(found.difference)) points \(found.difference > 0 ? "above" : "below") what the evidence lets expect, more than chance allows. Look at both.",
            figures: [
                .init("Draft", CueWords.rating(draft.rating)),
                .init("Usual range at this evidence", Self.range(expectation.rating, reach)),
                .init("Voices", "\(evidence.voices)"),
                .init("Worth", "\(CueWords.fixed(evidence.effectiveEvidence, 0)) observations"),
                .init("Chance alone", CueWords.chance(found.p)), .init("Range from", basis),
            ],
            count: evidence.entries.count,
            effect: found.difference / unit,
            interval: Interval(low: found.difference - reach, high: found.difference + reach),
            p: found.p,
            misleads:
                "Evidence holds what was said in the open. The writer may know of work that nobody wrote about; that is worth writing down now.",
            next: sides.isEmpty
                ? "Ask the writer for the two things that decided the draft."
                : "Read the clearest entries first. \(sides.joined(separator: "; ").capitalisedFirst).",
            entries: for_ + against
        )
    }

    /// A range inside the scale, never one number: nothing here suggests a rating.
    private static func range(_ middle: Double, _ reach: Double) -> String {
        "\(CueWords.fixed(max(1, middle - reach), 1)) to \(CueWords.fixed(min(5, middle + reach), 1))"
    }

    /// Strong drafts of people about whom little was heard: arithmetic, so always said.
    func thinEvidence() -> FamilyFinding {
        var finding = FamilyFinding(looked: drafts.count)
        for draft in drafts {
            let isStrong = draft.rating >= 4 || draft.rating <= 2
            let evidence = people[draft.person]?.evidence
            var missing: [String] = []
            if isStrong {
                if let evidence {
                    if evidence.effectiveEvidence < 4 {
                        missing.append(
                            "the evidence is worth \(CueWords.fixed(evidence.effectiveEvidence, 1)) observations, four are needed"
                        )
                    }
                    if evidence.voices < 3 {
                        missing.append(
                            "\(CueWords.count(evidence.voices, "voice was", "voices were")) heard, three are needed"
                        )
                    }
                    if evidence.windows < 2 {
                        missing.append(
                            "\(evidence.windows) of six eight-week windows \(evidence.windows == 1 ? "says" : "say") anything, two are needed"
                        )
                    }
                } else {
                    missing.append("there is no evidence that counts")
                }
            }
            let claims = draft.competencies.filter { $0.value >= 4 || $0.value <= 2 }.keys
                .filter { (evidence?.competencyEntries[$0] ?? 0) == 0 }.sorted()
            if !claims.isEmpty { missing.append("no entry speaks to \(claims.joined(separator: ", "))") }
            guard !missing.isEmpty else { continue }
            finding.cues.append(thin(draft, evidence, missing))
        }
        return finding
    }

    private func thin(_ draft: RoomDraft, _ evidence: EvidenceProfile?, _ missing: [String]) -> CalibrationCue {
        CalibrationCue(
            id(.thinEvidence, draft.person.text),
            .thinEvidence,
            about: name(draft.person),
            people: [draft.person],
            seen: "The draft says \(CueWords.rating(draft.rating)), and \(missing.joined(separator: "; ")).",
            figures: [
                .init("Entries", "\(evidence?.entries.count ?? 0)"), .init("Voices", "\(evidence?.voices ?? 0)"),
                .init("Worth", "\(CueWords.fixed(evidence?.effectiveEvidence ?? 0, 1)) observations"),
            ],
            count: evidence?.entries.count ?? 0,
            misleads: "Silence says nothing about the work: quiet work, new people and leave all look like this.",
            next: "Ask three colleagues who could have seen the work, two of them from other teams; then look again.",
            entries: evidence?.entries.map(\.id) ?? []
        )
    }
}

extension String {
    /// The same with a capital first letter.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
