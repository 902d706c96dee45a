public import Desk
import Evidence
public import OneOnOnes
import Reviews
import Workspace
public import Writing

/// A preparation for programs.
public struct PrepAnswer: Codable, Sendable {
    struct Question: Codable, Sendable {
        let kind: String
        let text: String
        let key: String
    }

    let person: String
    let reader: String
    let date: String
    let next: String?
    let since: String
    let words: Int
    let recent: [SentenceAnswer]
    let earlier: [SentenceAnswer]
    let thanks: SentenceAnswer?
    let support: SentenceAnswer?
    let edge: [SentenceAnswer]
    let actions: [ActionAnswer]
    let questions: [Question]
    let note: SentenceAnswer?

    /// Reads it from what the desk gives.
    public init(_ view: PrepView) {
        person = view.person.id.text
        reader = view.prep.reader.rawValue
        date = view.today.description
        next = view.next.map { "\($0.day) \(MeetingPlan.hour($0.minute))" }
        since = view.prep.since.description
        words = view.prep.wordCount
        recent = view.prep.recent.map(SentenceAnswer.init)
        earlier = view.prep.earlier.map(SentenceAnswer.init)
        thanks = view.prep.thanks.map(SentenceAnswer.init)
        support = view.prep.support.map(SentenceAnswer.init)
        edge = view.prep.edge.map { SentenceAnswer($0.sentence) }
        actions = view.prep.actions.map(ActionAnswer.init)
        questions = view.prep.questions.map { Question(kind: $0.kind.rawValue, text: $0.text, key: $0.key) }
        note = view.prep.note.map(SentenceAnswer.init)
    }
}

/// An action for programs.
public struct ActionAnswer: Codable, Sendable {
    let id: String
    let text: String
    let owner: String
    let agreed: String
    let due: String?
    let state: String
    let carried: Int

    /// Reads it from what the desk gives.
    public init(_ action: AgreedAction) {
        id = action.id
        text = action.text
        owner = action.owner.text
        agreed = action.agreed.description
        due = action.due?.description
        state = action.state.rawValue
        carried = action.carried
    }
}

/// A sentence for programs.
public struct SentenceAnswer: Codable, Sendable {
    let text: String
    let role: String
    let sources: [String]

    /// Reads it from what the desk gives.
    public init(_ sentence: Sentence) {
        text = sentence.text
        role = sentence.role.rawValue
        sources = sentence.sources.map(\.text)
    }
}
