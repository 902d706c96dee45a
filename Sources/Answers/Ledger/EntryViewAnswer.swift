public import Desk
public import Evidence
public import Workspace

/// A piece of evidence with what was done to it, and what the reader can do.
public struct EntryViewAnswer: Codable, Sendable {
    struct Step: Codable, Sendable {
        let act: String
        let name: String
        let words: String
        let day: String
    }

    let entry: EntryAnswer
    let competencies: [String]
    let steps: [Step]
    let mayAccept: Bool
    let mayContest: Bool
    let mayAdd: Bool
    let mayAnswer: Bool
    let answerDue: String?

    /// Reads it from what the desk gives.
    public init(_ view: EntryView) {
        entry = EntryAnswer(view.entry)
        competencies = view.competencies
        steps = view.steps.map { Step(act: $0.act, name: $0.name, words: $0.words, day: $0.day.description) }
        mayAccept = view.mayAccept
        mayContest = view.mayContest
        mayAdd = view.mayAdd
        mayAnswer = view.mayAnswer
        answerDue = view.answerDue?.description
    }
}

/// What became of a piece of evidence, without its words.
public struct EntryStateAnswer: Codable, Sendable {
    let id: String
    let subject: String
    let state: String

    /// Joins a piece, whom it is about and what state it is in now.
    public init(_ id: EntryID, about person: PersonID, state: EvidenceState) {
        self.id = id.text
        subject = person.text
        self.state = state.rawValue
    }
}
