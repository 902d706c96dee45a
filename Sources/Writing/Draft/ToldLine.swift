import Evidence

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
