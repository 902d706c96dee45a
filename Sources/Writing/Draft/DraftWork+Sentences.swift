import Evidence

/// Moments to sentences: which may be told, which are chosen, in which form they stand the check.
extension DraftWork {
    /// The chosen moments as checked sentences; what fails is told in another form, or another moment is taken.
    func told() -> (lines: [ToldLine], telling: Telling) {
        let candidates = candidates()
        let selection = DraftSelection(moments: moments, candidates: candidates, top: top, budget: Self.claimWords)
        var failed: Set<Int> = []
        var best: (lines: [ToldLine], telling: Telling) = ([], telling)
        for _ in 0..<4 {
            let chosen = selection.choose(without: failed)
            let plan = DraftPlan(
                chosen.map { candidates[$0] },
                moments: moments,
                competencies: composer.competencies.count
            )
            var telling = telling
            var lines = plan.ordered.map { ToldLine($0, sentence: tell($0.candidate, with: &telling)) }
            var stands = check.stand(lines.map(\.sentence))
            for attempt in 1...3 {
                let fallen = lines.indices.filter { !stands[$0] }
                if fallen.isEmpty { break }
                for place in fallen { lines[place].sentence = telling.retell(lines[place].candidate, attempt: attempt) }
                for (place, isFine) in zip(fallen, check.stand(fallen.map { lines[$0].sentence })) {
                    stands[place] = isFine
                }
            }
            if stands.allSatisfy(\.self) { return (lines, telling) }
            for (line, isFine) in zip(lines, stands) where !isFine {
                if let place = chosen.first(where: { candidates[$0].material == line.candidate.material }) {
                    failed.insert(place)
                }
            }
            best = (zip(lines, stands).filter(\.1).map(\.0), telling)
        }
        return best
    }

    func tell(_ candidate: DraftCandidate, with telling: inout Telling) -> Sentence {
        telling.tell(candidate.material, joining: candidate.others)
    }

    /// What may be told, and upkeep of several weeks as one sentence.
    func candidates() -> [DraftCandidate] {
        let choices = composer.choices
        let kept = Set(choices.evidence.filter { $0.value == .keep }.map(\.key)).union(choices.notes.keys)
        let byHand = Set(
            (choices.edits + brokenShown).flatMap { edit in
                edit.sources + (edit.text.isEmpty ? [EntryID(String(edit.key.dropFirst(2)))] : [])
            }
        )
        let found = materials.sorted { (moments[$1.key].weight, $0.key) < (moments[$0.key].weight, $1.key) }
            .compactMap { place, material -> DraftCandidate? in
                let entries = moments[place].happening.entries
                if !byHand.isEmpty, entries.contains(where: { byHand.contains($0.id) }) { return nil }
                return DraftCandidate(
                    material: material,
                    moments: [place],
                    others: [],
                    isKept: kept.contains(material.lead.id)
                )
            }
        // What is told of several weeks at once is not told week by week.
        let merged = merged(found)
        let covered = Set(merged.filter { $0.moments.count > 2 }.flatMap(\.moments))
        return Self.withEchoes(found.filter { $0.isKept || !covered.contains($0.moments[0]) } + merged)
    }

    /// The same words come up on several days: those that say the same share a number, and one of them is told.
    private static func withEchoes(_ candidates: [DraftCandidate]) -> [DraftCandidate] {
        var told: [Set<String>] = []
        return candidates.map { candidate in
            let words = Set(
                candidate.material.cut.text.split { !$0.isLetter && !$0.isNumber }.filter { $0.utf8.count > 4 }
                    .map { WordStem.of($0.lowercased()) }
            )
            var candidate = candidate
            candidate.echo = told.firstIndex { other in
                Double(other.intersection(words).count) >= 0.6 * Double(max(1, min(other.count, words.count)))
            }
            if candidate.echo == nil {
                candidate.echo = told.count
                told.append(words)
            }
            return candidate
        }
    }

    var brokenShown: [DraftChoices.Edit] {
        composer.choices.shown.filter { !check.gone($0.sources).isEmpty }
    }
}
