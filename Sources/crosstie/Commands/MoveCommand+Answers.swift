import Desk
import Evidence
import Growth
import Moves
import Workspace

/// A move on the terminal.
enum MoveWords {
    static func print(_ view: MoveView) {
        let move = view.move
        Console.heading("\(move.id): \(view.person.name), \(move.kind.words), \(move.from.words) to \(move.to.words)")
        Console.line("  \(move.state.words)\(move.day.map { ", from \($0) on" } ?? "")")
        if let until = view.settlingUntil { Console.line("  settling until \(until)") }
        if let until = view.returnUntil { Console.line("  can be taken back until \(until)") }
        for event in view.events {
            let outcome = event.outcome.map { " \($0 == .granted ? "granted" : "not yet")" } ?? ""
            Console.line(
                Console.wrapped(
                    "\(CivilDate(microseconds: event.moment)) \(event.act.rawValue)\(outcome) by \(event.actor). \(event.words)",
                    indent: 2
                )
            )
        }
        if let letter = view.letter {
            Console.line()
            Console.heading("To \(view.person.name)")
            Console.line(letter.text)
        }
        if view.needsFirstView {
            Console.line()
            Console.line(
                Console.wrapped(
                    "State and items are shown once you wrote an outcome and two sentences down: crosstie move decide \(move.id) granted|refused --first --words \"…\""
                )
            )
        }
        if let pack = view.pack { print(pack) }
    }

    private static func print(_ pack: LevelUpPack) {
        Console.line()
        Console.heading(
            "Level \(pack.level): \(pack.count) pieces of settled evidence\(pack.since.map { " since \($0)" } ?? "")"
        )
        Console.line(Console.wrapped(pack.headline, indent: 2))
        for gate in pack.met { Console.line("  ✓ \(gate.words)") }
        for gate in pack.unmet { Console.line("  · [\(gate.kind.rawValue)] \(gate.words)") }
        for section in pack.sections {
            Console.line()
            Console.heading(
                "\(section.name) [\(section.id)]: stage \(section.asked)\(section.rises ? "" : ", as today")"
            )
            Console.line(Console.wrapped("\(section.leaning). \(section.statement)", indent: 2))
            entries(section.entries)
        }
        if !pack.others.isEmpty {
            Console.line()
            Console.heading("Speaks to none of these")
            entries(pack.others)
        }
    }

    private static func entries(_ entries: [LedgerEntry]) {
        for entry in entries {
            Console.line(
                Console.wrapped(
                    "– \(CivilDate(microseconds: entry.moment)) \(entry.voice.name): “\(entry.quote)” (\(entry.id))",
                    indent: 4
                )
            )
        }
    }
}

/// A move for programs.
struct MoveAnswer: Encodable {
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

    init(_ move: Move) {
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

    static func print(_ move: Move, json: Bool) throws {
        if json { return try Console.json(MoveAnswer(move)) }
        let day = move.day.map { ", from \($0) on" } ?? ""
        Console.line(
            "\(move.id): \(move.kind.words) of \(move.person), \(move.from.words) to \(move.to.words): \(move.state.words)\(day)."
        )
    }
}

/// A move with its history for programs.
struct MoveViewAnswer: Encodable {
    struct Event: Encodable {
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
    struct Section: Encodable {
        let id: String
        let name: String
        let present: Int?
        let asked: Int
        let statement: String
        let leaning: String
        let evidence: [String]
    }
    struct Pack: Encodable {
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

    init(_ view: MoveView) {
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
