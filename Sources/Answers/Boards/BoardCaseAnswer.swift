public import Desk
import Evidence
import Growth
import Records
import Workspace
import Writing

/// One case, as a calibrator sees it: the state and what others said come after the own vote.
public struct BoardCaseAnswer: Codable, Sendable {
    struct Word: Codable, Sendable {
        let name: String
        let choice: String
        let words: String
    }

    let board: String
    let person: String
    let name: String
    let manager: String?
    let episodes: [EpisodeAnswer]
    let evidence: [EntryAnswer]
    let further: Int
    let own: Word?
    let clock: ClockAnswer?
    let votes: [Word]
    let votesGiven: Int
    let votesOf: Int
    let notes: [Word]
    let decision: Word?
    let twins: [String]
    let mayDecide: Bool

    /// Reads it from what the desk gives.
    public init(_ view: BoardCaseView) {
        func word(_ said: (name: String, word: BoardWord)) -> Word {
            Word(name: said.name, choice: said.word.choice, words: said.word.words)
        }
        board = view.board.id
        person = view.person.id.text
        name = view.person.name
        manager = view.manager
        episodes = view.happenings.map(EpisodeAnswer.init)
        evidence = view.happenings.flatMap(\.entries).map(EntryAnswer.init)
        further = view.further
        own = view.own.map { word(("you", $0)) }
        clock = view.reading.map(ClockAnswer.init)
        votes = view.votes.map(word)
        votesGiven = view.counts.given
        votesOf = view.counts.of
        notes = view.notes.map(word)
        decision = view.decision.map(word)
        twins = view.twins.map(\.id.text)
        mayDecide = view.mayDecide
    }
}
