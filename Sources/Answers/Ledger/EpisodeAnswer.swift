import Evidence
import Signals
import Workspace
public import Writing

/// What happened once, with the evidence that tells it.
public struct EpisodeAnswer: Codable, Sendable {
    let id: String
    let from: String
    let to: String
    let heard: Int
    let own: Int
    let voices: [String]
    let evidence: [String]

    /// Reads it from what the desk gives.
    public init(_ happening: Happening) {
        id = happening.id.text
        from = CivilDate(microseconds: happening.first).description
        to = CivilDate(microseconds: happening.last).description
        heard = happening.heard.count
        own = happening.own.count
        voices = happening.voices
        evidence = happening.entries.map(\.id.text)
    }
}
