import Desk
import Workspace
import Writing

extension DraftPage {
    /// A draft as a desk has it.
    init(_ view: DraftView) {
        var numbers = SourceNumbers(view.sources)
        let draft = view.draft
        let opening = draft.summary.map { numbers.line($0) }
        let groups = draft.sections.filter { !$0.isEmpty }.map { section in
            DraftGroup(competency: section.competency, lines: section.sentences.map { numbers.line($0) })
        }
        let edges = draft.edges.map { sentence in
            DraftEdge(edge: "Growth", lines: [numbers.line(sentence)], next: [])
        }
        let gaps = draft.sections.filter(\.isEmpty).map {
            EvidenceGap(
                about: $0.competency,
                words: "Not enough evidence. Leave this open, or ask those who were there."
            )
        }
        self.init(
            person: PersonLink(name: view.person.name, link: .person(view.person.id)),
            role: view.person.role,
            from: DayMark(draft.from),
            to: DayMark(draft.to),
            opening: opening,
            groups: groups,
            edges: edges,
            gaps: gaps,
            notes: draft.meters.map {
                QualityNote(
                    check: $0.name,
                    words: [$0.words, $0.advice].compactMap(\.self).joined(separator: " "),
                    needsLook: $0.advice != nil
                )
            },
            sources: numbers.sources
        )
    }
}
