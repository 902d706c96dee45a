public import Desk
import Reviews
import Workspace
import Writing

/// A draft for programs.
public struct DraftAnswer: Codable, Sendable {
    struct Section: Codable, Sendable {
        let competency: String
        let notEnoughEvidence: Bool
        let sentences: [SentenceAnswer]
    }
    struct Meter: Codable, Sendable {
        let name: String
        let words: String
        let advice: String?
    }

    let person: String
    let from: String
    let to: String
    let summary: [SentenceAnswer]
    let impact: [SentenceAnswer]
    let sections: [Section]
    let edges: [SentenceAnswer]
    let level: [SentenceAnswer]
    let questions: [SentenceAnswer]
    let meters: [Meter]

    /// Reads it from what the desk gives.
    public init(_ view: DraftView) {
        let draft = view.draft
        person = view.person.id.text
        from = draft.from.description
        to = draft.to.description
        summary = draft.summary.map(SentenceAnswer.init)
        impact = draft.impact.map(SentenceAnswer.init)
        sections = draft.sections.map {
            Section(
                competency: $0.competency,
                notEnoughEvidence: $0.isEmpty,
                sentences: $0.sentences.map(SentenceAnswer.init)
            )
        }
        edges = draft.edges.map(SentenceAnswer.init)
        level = draft.level.map(SentenceAnswer.init)
        questions = draft.questions.map(SentenceAnswer.init)
        meters = draft.meters.map { Meter(name: $0.name, words: $0.words, advice: $0.advice) }
    }
}
