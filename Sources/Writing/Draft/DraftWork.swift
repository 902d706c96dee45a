import Evidence
import Signals
import Workspace

/// One composing: evidence to moments, moments to sentences, sentences to blocks.
struct DraftWork {
    let composer: DraftComposer
    let counting: [LedgerEntry]
    let moments: [DraftMoment]
    let check: DraftCheck
    let telling: Telling
    /// What can be told of the moments that are worth a look.
    let materials: [Int: Material]
    /// The weightiest moments of which something can be told, the weightiest first.
    let top: [Int]
    private let sections: [String: Int]
    private let byID: [EntryID: LedgerEntry]

    /// How many moments are looked at closely; the rest weigh less in every respect.
    private static let looked = 160
    /// Words for the sentences that claim something.
    private static let claimWords = 400

    init(composer: DraftComposer, entries: [LedgerEntry]) {
        self.composer = composer
        counting = entries.filter(composer.counts)
        byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        sections = Dictionary(
            composer.competencies.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let sections = sections
        moments = Happening.all(of: counting).map {
            DraftMoment($0, sections: sections, from: composer.from, to: composer.to)
        }.sorted { ($0.happening.first, $0.happening.id) < ($1.happening.first, $1.happening.id) }
        check = DraftCheck(composer: composer, entries: entries)
        let voices = Set(counting.map(\.voice.name)).union(counting.compactMap(\.hearer?.name))
        telling = Telling(
            subject: composer.person.name,
            quoteWords: DraftComposer.quoteWords,
            perspective: composer.perspective,
            names: voices,
            known: composer.names,
            namesYear: composer.to.days - composer.from.days > 366
        )
        let order = moments.indices.sorted { [moments] in
            (moments[$1].weight, $0) < (moments[$0].weight, $1)
        }
        let kept = Set(composer.choices.evidence.filter { $0.value == .keep }.map(\.key)).union(
            composer.choices.notes.keys
        )
        let dropped = Set(composer.choices.evidence.filter { $0.value == .drop }.map(\.key))
        var materials: [Int: Material] = [:]
        for place in Self.looked(kept, moments: moments, order: order) where moments[place].section != nil {
            let entries = moments[place].happening.entries
            let left = dropped.isEmpty ? entries : entries.filter { !dropped.contains($0.id) }
            guard let happening = Happening(left) else { continue }
            let wanted = kept.isEmpty ? nil : happening.entries.first { kept.contains($0.id) }
            materials[place] = telling.material(of: happening, keeping: wanted?.id)
        }
        self.materials = materials
        top = Array(order.filter { materials[$0] != nil }.prefix(DraftSelection.topCount))
    }

    /// The whole draft.
    func draft() -> ReviewDraft {
        var told = told()
        let byHand = HandLines(choices: composer.choices, check: check)
        var blocks = DraftBlocks(told: told.lines, composer: composer)
        blocks.insert(byHand)
        blocks.annotate(
            composer.choices.notes,
            outcomes: composer.outcomes,
            check: check,
            perspective: composer.perspective
        )
        let edges = EdgeLines(work: self, used: Set(blocks.claims.flatMap(\.sources))).lines(telling: &told.telling)
        let summary = DraftSummary(work: self, claims: blocks.claims).lines()
        let questions = DraftQuestions(work: self, blocks: blocks).lines()
        let level = [
            DraftLine(
                key: "level:0",
                sentence: Sentence(composer.levelWords, role: .note),
                origin: .composed,
                standing: .stands
            )
        ]
        let sections = blocks.sections
        let summaryLines = byHand.replaced(summary, in: .summary)
        let edgeLines = byHand.replaced(edges, in: .edges)
        let levelLines = byHand.replaced(level, in: .level)
        let questionLines = byHand.replaced(questions, in: .questions)
        let all = summaryLines + blocks.impact + sections.flatMap(\.lines) + edgeLines + levelLines + questionLines
        return ReviewDraft(
            person: composer.person.name,
            perspective: composer.perspective,
            from: composer.from,
            to: composer.to,
            summaryLines: summaryLines,
            impactLines: blocks.impact,
            sections: sections,
            edgeLines: edgeLines,
            levelLines: levelLines,
            questionLines: questionLines,
            meters: DraftMeters(work: self, lines: all).all,
            guide: TalkGuide(
                work: self,
                impact: blocks.impact,
                sections: sections,
                edges: edgeLines,
                questions: questionLines
            )
        )
    }

    // MARK: Sentences

    /// The chosen moments as checked sentences; what fails is told in another form, or another moment is taken.
    private func told() -> (lines: [ToldLine], telling: Telling) {
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
            for attempt in 1...3 {
                let stands = check.stand(lines.map(\.sentence))
                if stands.allSatisfy(\.self) { break }
                for place in lines.indices where !stands[place] {
                    lines[place].sentence = telling.retell(lines[place].candidate, attempt: attempt)
                }
            }
            let stands = check.stand(lines.map(\.sentence))
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

    private func tell(_ candidate: DraftCandidate, with telling: inout Telling) -> Sentence {
        telling.tell(candidate.material, joining: candidate.others)
    }

    /// What may be told, and upkeep of several weeks as one sentence.
    private func candidates() -> [DraftCandidate] {
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
        return found.filter { $0.isKept || !covered.contains($0.moments[0]) } + merged
    }

    private var brokenShown: [DraftChoices.Edit] {
        composer.choices.shown.filter { !check.gone($0.sources).isEmpty }
    }

    /// Places of moments worth looking at, the weightiest first.
    private static func looked(_ kept: Set<EntryID>, moments: [DraftMoment], order: [Int]) -> [Int] {
        guard order.count > Self.looked else { return order }
        var groups: [String: Int] = [:]
        var wanted: Set<Int> = []
        for place in order {
            let moment = moments[place]
            let isKept = !kept.isEmpty && moment.happening.entries.contains { kept.contains($0.id) }
            if isKept || wanted.count < 60 { wanted.insert(place) }
            var keys = ["\(moment.section ?? -1) \(moment.quarter)"] + moment.voices.prefix(1)
            if moment.isUpkeep { keys.append("upkeep \(moment.quarter)") }
            for key in keys where wanted.count < Self.looked && groups[key, default: 0] < (key.contains(" ") ? 3 : 1) {
                groups[key, default: 0] += 1
                wanted.insert(place)
            }
        }
        return order.filter(wanted.contains)
    }

    /// Own upkeep of several weeks in one conversation, told once with the fullest words.
    private func merged(_ found: [DraftCandidate]) -> [DraftCandidate] {
        let own = found.filter { candidate in
            let lead = candidate.material.lead
            return candidate.material.isOwn && lead.workClass == .upkeep && lead.kind != .feedback && !candidate.isKept
        }
        let groups = Dictionary(grouping: own) {
            "\(moments[$0.moments[0]].section ?? -1) \($0.material.lead.channelName)"
        }
        return groups.sorted { $0.key < $1.key }.compactMap { _, group in
            var weeks: Set<Int> = []
            // One of each week, the best first.
            let spread = group.filter { weeks.insert(HouseWords.week(of: $0.material.lead)).inserted }.prefix(5)
            guard spread.count > 1, let first = spread.first else { return nil }
            let material = first.material
            return DraftCandidate(
                material: Material(
                    happening: material.happening,
                    lead: material.lead,
                    cut: material.cut,
                    tail: nil,
                    hearer: nil
                ),
                moments: spread.flatMap(\.moments),
                others: spread.dropFirst().map(\.material.lead),
                isKept: false
            )
        }
    }
}

/// A sentence with what it was made from.
struct ToldLine {
    let candidate: DraftCandidate
    let section: Int
    let isImpact: Bool
    var sentence: Sentence

    init(_ planned: DraftPlan.Planned, sentence: Sentence) {
        candidate = planned.candidate
        section = planned.section
        isImpact = planned.isImpact
        self.sentence = sentence
    }

    var line: DraftLine {
        DraftLine(
            key: "c:\(candidate.material.lead.id.text)",
            sentence: sentence,
            origin: .composed,
            standing: .stands,
            parts: candidate.others.isEmpty ? candidate.material.parts : 3
        )
    }
}

/// Which chosen sentence stands where, in reading order.
struct DraftPlan {
    struct Planned {
        let candidate: DraftCandidate
        let section: Int
        let isImpact: Bool
    }

    let ordered: [Planned]

    /// The most sentences of the impact block.
    static let mostImpact = 5

    init(_ chosen: [DraftCandidate], moments: [DraftMoment], competencies: Int) {
        func section(_ candidate: DraftCandidate) -> Int { moments[candidate.moments[0]].section ?? 0 }
        var left = Dictionary(chosen.map { (section($0), 1) }, uniquingKeysWith: +)
        // Moments with an effect in somebody's words come first; a section keeps one, and gives two at most.
        let worthy = chosen.indices.filter {
            chosen[$0].material.parts == 3 && chosen[$0].material.lead.kind != .feedback
        }
        .sorted { one, other in
            let (l, r) = (chosen[one].material, chosen[other].material)
            return (l.isOwn ? 1 : 0, -l.quality, one) < (r.isOwn ? 1 : 0, -r.quality, other)
        }
        var impact: [Int] = []
        var given: [Int: Int] = [:]
        for place in worthy where impact.count < Self.mostImpact {
            let home = section(chosen[place])
            guard left[home, default: 0] > 1, given[home, default: 0] < 2 else { continue }
            left[home, default: 0] -= 1
            given[home, default: 0] += 1
            impact.append(place)
        }
        if impact.count < 3 { impact = [] }
        func byTime(_ places: [Int]) -> [Int] {
            places.sorted { (chosen[$0].material.lead.moment, $0) < (chosen[$1].material.lead.moment, $1) }
        }
        let first = byTime(impact).map { Planned(candidate: chosen[$0], section: section(chosen[$0]), isImpact: true) }
        let rest = (0..<max(1, competencies)).flatMap { home in
            byTime(chosen.indices.filter { section(chosen[$0]) == home && !impact.contains($0) })
                .map { Planned(candidate: chosen[$0], section: home, isImpact: false) }
        }
        ordered = first + rest
    }
}
