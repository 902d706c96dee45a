public import Desk
import Records
import Workspace

/// A board's case in a line.
public struct BoardCaseRow: Codable, Sendable {
    let person: String
    let name: String
    let team: String?
    let levelSince: String?
    let pieces: Int?
    let voices: Int?
    let votesGiven: Int
    let votesOf: Int
    let hasVoted: Bool
    let outcome: String?
    let isOpenToReader: Bool

    /// Reads it from what the desk gives.
    public init(_ line: BoardView.Line) {
        person = line.person.id.text
        name = line.person.name
        team = line.person.team
        levelSince = line.since?.description
        pieces = line.heard?.pieces
        voices = line.heard?.voices
        votesGiven = line.votes.given
        votesOf = line.votes.of
        hasVoted = line.hasVoted
        outcome = line.outcome?.rawValue
        isOpenToReader = line.isOpenToReader
    }
}
