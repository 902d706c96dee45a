import Answers
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

extension MoveAnswer {
    static func print(_ move: Move, json: Bool) throws {
        if json { return try Console.json(MoveAnswer(move)) }
        let day = move.day.map { ", from \($0) on" } ?? ""
        Console.line(
            "\(move.id): \(move.kind.words) of \(move.person), \(move.from.words) to \(move.to.words): \(move.state.words)\(day)."
        )
    }
}
