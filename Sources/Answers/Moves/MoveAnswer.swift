public import Desk
import Evidence
import Growth
import Moves
public import Workspace

/// A move for programs.
public struct MoveAnswer: Codable, Sendable {
    let id: String
    let person: String
    let kind: String
    let fromTrack: String
    let fromLevel: Int?
    let toTrack: String
    let toLevel: Int?
    let state: String
    let begun: String
    let day: String?
    let returns: String?
    let ladder: String

    /// Reads it from what the desk gives.
    public init(_ move: Move) {
        id = move.id.text
        person = move.person.text
        kind = move.kind.rawValue
        fromTrack = move.from.track.rawValue
        fromLevel = move.from.level
        toTrack = move.to.track.rawValue
        toLevel = move.to.level
        state = move.state.rawValue
        begun = CivilDate(microseconds: move.begun).description
        day = move.day?.description
        returns = move.returns?.text
        ladder = move.ladder
    }
}

/// A move with its history for programs.
public struct MoveViewAnswer: Codable, Sendable {
    struct Event: Codable, Sendable {
        let position: Int
        let act: String
        let actor: String
        let day: String
        let outcome: String?
        let words: String
        let rules: [String]
        let named: String?
        let seen: String
    }
    struct Section: Codable, Sendable {
        let id: String
        let name: String
        let present: Int?
        let asked: Int
        let statement: String
        let leaning: String
        let evidence: [String]
    }
    struct Pack: Codable, Sendable {
        let level: Int
        let since: String?
        let state: String?
        let headline: String
        let met: [String]
        let unmet: [String]
        let sections: [Section]
        let others: [String]
    }

    let move: MoveAnswer
    let events: [Event]
    let letter: String?
    let needsFirstView: Bool
    let settlingUntil: String?
    let returnUntil: String?
    let pack: Pack?

    /// Reads it from what the desk gives.
    public init(_ view: MoveView) {
        move = MoveAnswer(view.move)
        events = view.events.map {
            Event(
                position: $0.position,
                act: $0.act.rawValue,
                actor: $0.actor.description,
                day: CivilDate(microseconds: $0.moment).description,
                outcome: $0.outcome?.rawValue,
                words: $0.words,
                rules: $0.rules,
                named: $0.day?.description,
                seen: $0.seen
            )
        }
        letter = view.letter?.text
        needsFirstView = view.needsFirstView
        settlingUntil = view.settlingUntil?.description
        returnUntil = view.returnUntil?.description
        pack = view.pack.map { pack in
            Pack(
                level: pack.level,
                since: pack.since?.description,
                state: pack.state?.rawValue,
                headline: pack.headline,
                met: pack.met.map(\.words),
                unmet: pack.unmet.map(\.words),
                sections: pack.sections.map {
                    Section(
                        id: $0.id,
                        name: $0.name,
                        present: $0.present,
                        asked: $0.asked,
                        statement: $0.statement,
                        leaning: $0.leaning,
                        evidence: $0.entries.map(\.id.text)
                    )
                },
                others: pack.others.map(\.id.text)
            )
        }
    }
}
