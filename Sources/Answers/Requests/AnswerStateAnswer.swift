public import Evidence
import Workspace

/// What became of an answer, without its words.
public struct AnswerStateAnswer: Codable, Sendable {
    let id: String
    let request: String
    let sight: String
    let state: String
    let day: String

    /// Reads it from what the desk gives.
    public init(_ answer: ColleagueAnswer) {
        id = answer.id.text
        request = answer.request.text
        sight = answer.sight.rawValue
        state = answer.state.rawValue
        day = CivilDate(microseconds: answer.moment).description
    }
}
