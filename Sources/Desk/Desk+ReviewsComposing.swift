import Evidence
import Ladder
import Reviews
import Workspace
import Writing

/// A review beside the evidence of its period and the composer that knows both.
struct ReviewWork {
    let person: Person
    /// All evidence about the person, withdrawn pieces that the review uses among it.
    let entries: [LedgerEntry]
    let composer: DraftComposer

    /// What can be told: evidence of the period that counts, the oldest first.
    var candidates: [LedgerEntry] { entries.filter(composer.counts) }

    /// Evidence by key, for citing and for marks.
    var kept: [EntryID: LedgerEntry] { entries.asSources }

    /// Binds words to those who said them; what is cited comes first, then the rest of the period.
    func splitter(citing sources: [EntryID] = []) -> WordSplitter {
        let cited = sources.compactMap { id in entries.first { $0.id == id } }
        let others = entries.filter { !sources.contains($0.id) && $0.state != .withdrawn }
        return WordSplitter((cited + others).map { ($0.id, $0.quote) })
    }

    /// The composer with what was decided and written in a review.
    func composer(for review: Review) -> DraftComposer {
        var composer = composer
        composer.perspective = review.sort == .selfReview ? .own : .others
        var choices = DraftChoices()
        for (entry, choice) in review.choices {
            switch choice.verdict {
            case .keep: choices.evidence[entry] = .keep
            case .drop: choices.evidence[entry] = .drop
            case nil: break
            }
            if let note = choice.note { choices.notes[entry] = note.text }
        }
        choices.edits = review.edits { $0.hand != .composed && !$0.isAnnotation }
        choices.edits += review.takenOut.sorted().map {
            DraftChoices.Edit(key: $0, block: .impact, text: "", sources: [])
        }
        choices.shown = review.edits { $0.hand == .composed }
        composer.choices = choices
        return composer
    }

    /// A fresh composition for a review.
    func composed(for review: Review) -> [ComposedBlock] {
        let draft = composer(for: review).compose(entries)
        let dropped = Set(review.choices.filter { $0.value.verdict == .drop }.keys)
        func block(_ block: DraftBlock, _ title: String, _ lines: [DraftLine]) -> ComposedBlock {
            ComposedBlock(
                id: block.text,
                title: title,
                lines: lines.filter { $0.origin != .composed || dropped.isDisjoint(with: $0.sources) }.map {
                    ComposedBlock.Line($0.key, $0.sentence, hand: $0.origin == .composed ? .composed : .author)
                }
            )
        }
        // Only a competency's part stays there empty, since only there one can ask.
        return [block(.summary, "Summary", draft.summaryLines), block(.impact, "What came of it", draft.impactLines)]
            .filter { !$0.lines.isEmpty }
            + draft.sections.map { block(.competency($0.id), $0.competency, $0.lines) }
            + [
                block(.edges, "Growth", draft.edgeLines), block(.level, "Level reading", draft.levelLines),
                block(.questions, "To talk about", draft.questionLines),
            ].filter { !$0.lines.isEmpty }
    }

    /// The draft that says just what the review says, for meters and the talk guide.
    func measured(_ review: Review) -> ReviewDraft {
        var composer = composer(for: review)
        composer.choices.edits = review.edits { !$0.isAnnotation }
        let known = Set(review.lines.map(\.key))
        let more = composer.compose(entries).lines.filter { !known.contains($0.key) }
        composer.choices.edits += more.map {
            DraftChoices.Edit(key: $0.key, block: .impact, text: "", sources: [])
        }
        return composer.compose(entries)
    }

    /// What the check says of each line, by its number.
    func checked(_ review: Review) -> [Int: DraftLine] {
        let composer = composer(for: review)
        var found: [Int: DraftLine] = [:]
        for hand in [ReviewLine.Hand.composed, .author, .reworded] {
            let lines = review.blocks.flatMap { block in
                block.lines.filter { $0.hand == hand }.map { (line: $0, block: block.id) }
            }
            let edits = lines.map { $0.line.edit(in: $0.block, key: String($0.line.id)) }
            let checks = composer.recheck(
                edits,
                origin: hand == .composed ? .composed : .managersWords,
                against: entries
            )
            for check in checks { if let id = Int(check.key) { found[id] = check } }
        }
        return found
    }
}

extension Review {
    /// Some lines as the composer takes them.
    fileprivate func edits(_ isWanted: (ReviewLine) -> Bool) -> [DraftChoices.Edit] {
        blocks.flatMap { block in block.lines.filter(isWanted).map { $0.edit(in: block.id) } }
    }
}

extension ReviewLine {
    fileprivate func edit(in block: String, key: String? = nil) -> DraftChoices.Edit {
        DraftChoices.Edit(
            key: key ?? self.key,
            block: DraftBlock(text: block) ?? .impact,
            text: text,
            sources: sources
        )
    }
}
