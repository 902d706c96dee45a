public import Desk
import Evidence
import Growth
import Workspace
import Writing

/// A week for programs.
public struct WeekAnswer: Codable, Sendable {
    struct Cue: Codable, Sendable {
        let kind: String
        let person: String
        let title: String
        let why: SentenceAnswer
        let due: String
    }
    struct Card: Codable, Sendable {
        let person: String
        let recent: [SentenceAnswer]
        let state: String?
        let headline: String?
        let waiting: Int
    }

    let viewer: String
    let date: String
    let cues: [Cue]
    let cards: [Card]

    /// Reads it from what the desk gives.
    public init(_ week: WeekView) {
        viewer = week.viewer.id.text
        date = week.today.description
        cues = week.cues.map {
            Cue(
                kind: $0.kind.rawValue,
                person: $0.person.text,
                title: $0.title,
                why: SentenceAnswer($0.why),
                due: $0.due.description
            )
        }
        cards = week.cards.map {
            Card(
                person: $0.person.id.text,
                recent: $0.recent.map(SentenceAnswer.init),
                state: $0.reading?.state?.rawValue,
                headline: $0.reading?.headline.text,
                waiting: $0.waiting
            )
        }
    }
}
