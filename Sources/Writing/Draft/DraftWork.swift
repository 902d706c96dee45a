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
    private static let looked = 120
    /// Words for the sentences that claim something.
    static let claimWords = 395

    init(composer: DraftComposer, entries: [LedgerEntry]) {
        self.composer = composer
        counting = entries.filter(composer.counts)
        byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        sections = Dictionary(
            composer.competencies.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let sections = sections
        var moments = Happening.all(of: counting).map {
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
            namesYear: composer.to.days - composer.from.days > 366,
            team: composer.person.team,
            passageWords: DraftComposer.passageWords
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
        let homes = DraftHomes(moments, tellable: Set(materials.keys)).sections
        for place in moments.indices { moments[place].section = homes[place] }
        self.moments = moments
        top = Array(
            order.filter { materials[$0].map { !$0.isSlight } ?? false }.prefix(DraftSelection.topCount)
        )
    }

    /// The whole draft.
    func draft() -> ReviewDraft {
        var told = told()
        let byHand = HandLines(choices: composer.choices, check: check)
        var blocks = DraftBlocks(told: told.lines, work: self)
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
}
