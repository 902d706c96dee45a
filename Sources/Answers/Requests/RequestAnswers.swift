public import Desk
public import Evidence
import Workspace

/// One's own request for programs.
public struct RequestView: Codable, Sendable {
    let id: String
    let person: String
    let name: String
    let competency: String
    let question: QuestionAnswer
    let sent: String
    let until: String
    let standing: String
    let answer: AnswerView?

    /// Reads it from what the desk gives.
    public init(_ own: OwnRequest) {
        id = own.request.id.text
        person = own.person.id.text
        name = own.person.name
        competency = own.question.competency
        question = QuestionAnswer(own.question)
        sent = own.sent.description
        until = CivilDate(microseconds: own.request.expires).description
        standing = own.standing.rawValue
        answer = own.request.answer.map { AnswerView($0, name: $0.voice.name) }
    }
}

/// A question for programs.
public struct QuestionAnswer: Codable, Sendable {
    let competency: String
    let name: String
    let next: String
    let present: String

    /// Reads it from what the desk gives.
    public init(_ question: ColleagueQuestion) {
        competency = question.competency
        name = question.name
        next = question.next
        present = question.present
    }
}

/// An answer for programs.
public struct AnswerView: Codable, Sendable {
    let id: String
    let request: String
    let voice: String
    let sight: String
    let words: String
    let day: String
    let state: String

    /// Reads it from what the desk gives.
    public init(_ answer: ColleagueAnswer, name: String) {
        id = answer.id.text
        request = answer.request.text
        voice = name
        sight = answer.sight.rawValue
        words = answer.words
        day = CivilDate(microseconds: answer.moment).description
        state = answer.state.rawValue
    }
}

/// A round for programs; who was asked stays out, what was answered is in the person's rounds.
public struct RequestRoundAnswer: Codable, Sendable {
    let id: String
    let person: String
    let question: QuestionAnswer
    let sent: String
    let asked: Int
    let answered: Int

    /// Reads it from what the desk gives.
    public init(_ round: SentRound) {
        id = round.id.text
        person = round.subject.text
        question = QuestionAnswer(round.question)
        sent = CivilDate(microseconds: round.sent).description
        asked = round.requests.count
        answered = round.requests.count { $0.answer != nil }
    }
}

/// A person's rounds for programs.
public struct RoundsAnswer: Codable, Sendable {
    struct Round: Codable, Sendable {
        let id: String
        let question: QuestionAnswer
        let sent: String
        let sender: String
        let until: String
        let asked: Int
        let held: Int
        let answers: [AnswerView]
    }

    let person: String
    let isDue: Bool
    let next: String?
    let rounds: [Round]

    /// Reads it from what the desk gives.
    public init(_ view: RoundsView) {
        person = view.person.id.text
        isDue = view.isDue
        next = view.next?.description
        rounds = view.rounds.map { round in
            Round(
                id: round.id.text,
                question: QuestionAnswer(round.question),
                sent: round.sent.description,
                sender: round.sender,
                until: round.until.description,
                asked: round.asked,
                held: round.held,
                answers: round.answers.map { AnswerView($0.answer, name: $0.name) }
            )
        }
    }
}
