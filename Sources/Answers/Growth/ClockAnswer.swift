public import Desk
import Evidence
public import Growth
import Ladder
import Workspace
import Writing

/// A line of the list for programs.
public struct ClockRowAnswer: Codable, Sendable {
    let person: String
    let name: String
    let team: String?
    let track: String
    let presentLevel: Int?
    let level: Int?
    let state: String?
    let words: String
    let since: String?

    /// Reads it from what the desk gives.
    public init(_ row: ClockRow) {
        person = row.person.id.text
        name = row.person.name
        team = row.person.team
        track = row.person.track.rawValue
        presentLevel = row.person.level
        level = row.level
        state = row.state?.rawValue
        words = row.words
        since = row.since?.description
    }
}

/// A reading of the clock for programs.
public struct ClockAnswer: Codable, Sendable {
    struct Gate: Codable, Sendable {
        let kind: String
        let met: Bool
        let words: String
    }
    struct Window: Codable, Sendable {
        let from: String
        let to: String
        let share: Double?
        let effectiveEvidence: Double
        let vote: String
        let evidence: [String]
    }
    struct Voice: Codable, Sendable {
        let name: String
        let team: String?
        let moments: Int
    }
    struct Competency: Codable, Sendable {
        let id: String
        let name: String
        let state: String
        let words: String
        let evidence: [String]
    }

    let person: String
    let track: String
    let level: Int?
    let presentLevel: Int
    let state: String?
    let headline: String
    let explanation: [String]
    let gates: [Gate]
    let mean: Double?
    let low: Double?
    let high: Double?
    let windows: [Window]
    let voices: [Voice]
    let carriers: [String]
    let competencies: [Competency]
    let contested: Bool
    let noNewsSince: String?
    let evidence: [String]
    let leftOut: [String: String]

    /// Reads it from what the desk gives.
    public init(_ reading: ClockReading) {
        person = reading.person.text
        track = reading.track.rawValue
        level = reading.level
        presentLevel = reading.presentLevel
        state = reading.state?.rawValue
        headline = reading.headline.text
        explanation = reading.explanation.map(\.text)
        gates = reading.gates.map { Gate(kind: $0.kind.rawValue, met: $0.isMet, words: $0.words) }
        mean = reading.mean
        low = reading.interval?.low
        high = reading.interval?.high
        windows = reading.windows.map {
            Window(
                from: $0.from.description,
                to: $0.to.description,
                share: $0.share,
                effectiveEvidence: $0.effectiveEvidence,
                vote: $0.vote.rawValue,
                evidence: $0.entries.map(\.text)
            )
        }
        voices = reading.voices.map { Voice(name: $0.name, team: $0.team, moments: $0.moments) }
        carriers = reading.carriers
        competencies = reading.competencies.map {
            Competency(
                id: $0.id,
                name: $0.name,
                state: $0.state.rawValue,
                words: $0.words,
                evidence: $0.entries.map(\.text)
            )
        }
        contested = reading.isContested
        noNewsSince = reading.noNewsSince?.description
        evidence = reading.entries.map(\.text)
        leftOut = Dictionary(uniqueKeysWithValues: reading.leftOut.map { ($0.key.text, $0.value.rawValue) })
    }
}
