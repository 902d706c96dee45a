import Evidence
import Signals
import Workspace
import Writing

extension PrepComposer {
    /// The growth edge: the ladder's words, what was last seen of it, a chance coming up.
    func edge(
        _ open: [LedgerEntry],
        _ told: inout TellingDesk,
        used: Set<EntryID>
    ) -> (lines: [PrepLine], hasChance: Bool) {
        guard let edge = facts.edge else { return (unseen(), false) }
        let named = facts.kept.filter { $0.edge == edge.competencyID }.max { $0.day < $1.day }
        let before = named.map { " (named on \(DateWords.day($0.day)))" } ?? ""
        let ladder = Sentence("\(edge.competency), next: \(edge.statement)\(before)", role: .ladder)
        var lines = [PrepLine(label: "", sentence: ladder)]
        let from = back(Self.seenDays).microseconds
        let related = Self.latest(
            open.filter { $0.moment >= from && $0.competencies.first?.competency == edge.competencyID }
        )
        let unused = related.filter { used.isDisjoint(with: $0.entries.map(\.id)) && !Self.isBlocked($0) }
        if let seen = told.first(of: unused) {
            lines.append(PrepLine(label: Self.seen, sentence: seen))
        } else if let named, !related.contains(where: { $0.last >= named.day.microseconds }) {
            let words = "Nothing was seen of it here since then, which says nothing about the work."
            lines.append(PrepLine(label: "", sentence: Sentence(words, role: .note)))
        }
        let taken = used.union(lines.flatMap(\.sentence.sources))
        guard let chance = chance(open, &told, used: taken) else { return (lines, false) }
        return (lines + [PrepLine(label: Self.chance, sentence: chance)], true)
    }

    /// Where no edge can be named: what the ladder asks in one of the competencies of which nothing can be said yet.
    private func unseen() -> [PrepLine] {
        guard let blank = PrepQuestions.blank(of: facts) else { return [] }
        let others = facts.askAbout.filter { $0 != blank }.prefix(Self.unseenLimit).map { "“\($0.competency)”" }
        let list = ([others.dropLast().joined(separator: ", ")] + others.suffix(1)).filter { !$0.isEmpty }
        let beside = others.isEmpty ? "" : ", and of \(list.joined(separator: " and "))"
        let words = "Too little was seen here of it\(beside) to name an edge; that says nothing about the work."
        let ladder = Sentence("\(blank.competency) asks next: \(blank.statement)", role: .ladder)
        return [
            blank.statement.isEmpty ? nil : PrepLine(label: "", sentence: ladder),
            PrepLine(
                label: "",
                sentence: Sentence(
                    blank.statement.isEmpty ? words.replacing("of it", with: "of “\(blank.competency)”") : words,
                    role: .note
                )
            ),
        ].compactMap(\.self)
    }

    /// The most other competencies that are named as unseen.
    static let unseenLimit = 2

    /// What stands before words about the edge.
    static let seen = "Last seen"
    /// What stands before work that the edge could be tried on.
    static let chance = "A chance coming up"

    /// The latest episodes; of years of evidence, the newest are enough.
    private static func latest(_ entries: [LedgerEntry]) -> [Happening] {
        let newest = entries.indices.sorted { entries[$0].moment > entries[$1].moment }.prefix(40)
        let episodes = Set(newest.map { entries[$0].episode })
        return Happening.all(of: entries.filter { episodes.contains($0.episode) })
    }

    /// Work that the person took on and nobody reported done; else something agreed that is still ahead.
    private func chance(_ open: [LedgerEntry], _ told: inout TellingDesk, used: Set<EntryID>) -> Sentence? {
        let from = facts.now - Int64(Self.chanceDays) * 86_400_000_000
        let taken = Set(open.lazy.filter { $0.kind == .ownership && $0.moment >= from }.map(\.episode))
        let ahead = Happening.all(of: open.filter { taken.contains($0.episode) }).filter { episode in
            used.isDisjoint(with: episode.entries.map(\.id)) && episode.heard.isEmpty
                && !episode.own.contains { $0.kind == .delivery }
        }
        // The words that take it on, whatever else was said around them.
        let promises = ahead.compactMap { episode in
            Happening(episode.own.filter { $0.kind == .ownership && $0.moment >= from }.suffix(1))
        }
        if let work = told.first(of: promises) { return work }
        let today = CivilDate(microseconds: facts.now)
        let own = facts.actions.filter { $0.owner == facts.person.id && $0.due.map { $0 >= today } ?? true }
        return own.min(by: AgreedAction.isSooner).map { Sentence("What was agreed, “\($0.text)”.", role: .note) }
    }
}
