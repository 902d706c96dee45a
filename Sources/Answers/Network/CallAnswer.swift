public import Desk
import Evidence
import OrgNetwork
import Records
import Workspace

/// A card for programs.
public struct CallAnswer: Codable, Sendable {
    struct Sentence: Codable, Sendable {
        let text: String
        let messages: [Place]
    }
    struct Place: Codable, Sendable {
        let id: String
        let channel: String
        let day: String
        let link: String?
    }
    struct Month: Codable, Sendable {
        let month: String
        let counts: [String: Int]
    }
    struct Time: Codable, Sendable {
        let kind: String
        let medianWorkingHours: Double
        let before: Double
        let calls: Int
    }

    let person: String
    let hidden: Bool?
    let named: Bool?
    let days: Int?
    let callers: Int?
    let calls: Int?
    let otherTeams: [String]?
    let kinds: [String: Int]?
    let outcomes: [String: Int]?
    let calledWidely: Bool?
    let sentences: [Sentence]
    let load: [Sentence]
    let bridges: [Sentence]
    let times: [Time]
    let months: [Month]

    /// Reads it from what the desk gives.
    public init(_ view: CallView) {
        person = view.person.id.text
        hidden = view.choice?.hidden
        named = view.choice?.named
        days = view.card?.days
        callers = view.card?.callers
        calls = view.card?.calls.count
        otherTeams = view.card?.otherTeams
        kinds = view.card.map { card in
            card.calls.reduce(into: [:]) { $0[$1.kind.rawValue, default: 0] += 1 }
        }
        outcomes = view.card.map { card in
            card.calls.reduce(into: [:]) { $0[$1.outcome.rawValue, default: 0] += 1 }
        }
        calledWidely = view.card?.isCalledWidely
        let sentence = { (sentence: CallSentence) in
            Sentence(
                text: sentence.text,
                messages: sentence.messages.map { id in
                    let place = view.places[id]
                    return Place(
                        id: "\(id.channel)/\(id.time.slack)",
                        channel: place?.channel ?? id.channel.text,
                        day: (place?.day ?? CivilDate(microseconds: id.time.microseconds)).description,
                        link: place?.link
                    )
                }
            )
        }
        sentences = view.sentences.map(sentence)
        load = view.load.map(sentence)
        bridges = view.bridges.map(sentence)
        times = view.times.map {
            Time(kind: $0.kind.rawValue, medianWorkingHours: $0.hours, before: $0.before, calls: $0.calls)
        }
        months = (view.card?.months ?? []).map { month in
            Month(
                month: month.name,
                counts: Dictionary(uniqueKeysWithValues: month.counts.map { ($0.key.rawValue, $0.value) })
            )
        }
    }
}

/// A topic for programs.
public struct TopicAnswer: Codable, Sendable {
    let channel: String
    let callers: Int
    let calls: Int
    let answered: Int
    let toAsk: [String]

    /// Reads it from what the desk gives.
    public init(_ topic: TopicView) {
        channel = topic.channel
        callers = topic.calls.callers
        calls = topic.calls.calls
        answered = topic.calls.answered
        toAsk = topic.toAsk.map(\.id.text)
    }
}

extension CallMonth {
    /// `2026-05`.
    fileprivate var name: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
