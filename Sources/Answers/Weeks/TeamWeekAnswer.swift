public import Desk
import Evidence
import OneOnOnes
import Reviews
import Workspace
import Writing

/// A team's week for programs.
public struct TeamWeekAnswer: Codable, Sendable {
    struct Line: Codable, Sendable {
        let part: String
        let person: String
        let name: String
        let sentence: SentenceAnswer
    }

    let reader: String
    let from: String
    let to: String
    let lines: [Line]
    let silence: String

    /// Reads it from what the desk gives.
    public init(_ view: TeamWeekView) {
        reader = view.reader.id.text
        from = view.week.from.description
        to = view.week.to.description
        lines = view.week.parts.flatMap { part in
            part.lines.map {
                Line(
                    part: part.sort.rawValue,
                    person: $0.person.text,
                    name: $0.name,
                    sentence: SentenceAnswer($0.sentence)
                )
            }
        }
        silence = TeamWeek.silence
    }
}
