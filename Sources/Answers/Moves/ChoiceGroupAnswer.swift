public import Moves
import Workspace

/// What a group of five and more answered to the yearly question.
public struct ChoiceGroupAnswer: Codable, Sendable {
    let group: String
    let answers: Int
    let yes: String
    let no: String
    let notSure: String

    /// Reads it from what may be told: shares in fifths, in words.
    public init(_ row: ChoiceGroups.Row) {
        func words(_ choice: Choice) -> String { (row.shares[choice] ?? .few).words }
        group = row.group
        answers = row.answers
        (yes, no, notSure) = (words(.yes), words(.no), words(.notSure))
    }
}
