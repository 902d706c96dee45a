import Calibration
import Desk
import Workspace
import Writing

extension DraftPage {
    /// A draft as a desk has it.
    init(_ view: DraftView) {
        var numbers = SourceNumbers(view.sources)
        let draft = view.draft
        let opening = draft.summary.map { numbers.line($0) }
        var groups: [DraftGroup] = []
        if !draft.impact.isEmpty {
            groups.append(DraftGroup(competency: "What came of it", lines: draft.impact.map { numbers.line($0) }))
        }
        groups += draft.sections.filter { !$0.isEmpty }.map { section in
            DraftGroup(competency: section.competency, lines: section.sentences.map { numbers.line($0) })
        }
        if !draft.level.isEmpty {
            groups.append(DraftGroup(competency: "Level reading", lines: draft.level.map { numbers.line($0) }))
        }
        if !draft.questions.isEmpty {
            groups.append(DraftGroup(competency: "To talk about", lines: draft.questions.map { numbers.line($0) }))
        }
        let edges =
            draft.edges.isEmpty
            ? [] : [DraftEdge(edge: "Growth", lines: draft.edges.map { numbers.line($0) }, next: [])]
        let bias = view.bias.lines.filter { $0.advice != nil }.map { ($0.name, $0.words, $0.advice) }
        let meters = draft.meters.map { ($0.name, $0.words, $0.advice) }
        self.init(
            person: PersonLink(name: view.person.name, link: .person(view.person.id)),
            role: view.person.role,
            from: DayMark(draft.from),
            to: DayMark(draft.to),
            opening: opening,
            groups: groups,
            edges: edges,
            gaps: draft.requests.map { EvidenceGap(about: $0.competency, words: $0.words) },
            notes: (meters + bias).map { name, words, advice in
                QualityNote(
                    check: name,
                    words: [words.replacing("%", with: " in a hundred"), advice].compactMap(\.self).joined(
                        separator: " "
                    ),
                    needsLook: advice != nil
                )
            },
            sources: numbers.sources,
            ask: .rounds(about: view.person.id)
        )
    }
}
