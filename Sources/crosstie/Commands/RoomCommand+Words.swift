import ArgumentParser
import Calibration
import Desk
import Foundation
import Records
import Statistics
import Workspace

extension RoomCommand {
    struct Families: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How each family of cues was answered, and which are switched off."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Option(help: "Let this family begin anew.")
        var on: String?

        func run() async throws {
            let desk = try await globals.desk()
            let reader = try await viewer.viewer(desk)
            if let on {
                guard let family = CueFamily(rawValue: on) else {
                    let known = CueFamily.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Failure(.usage, "there is no family “\(on)”. There are: \(known).")
                }
                try await desk.switchOn(family, by: reader)
            }
            let families = try await desk.families(for: reader)
            if globals.json { return try Console.json(families.map(FamilyWords.init)) }
            Console.table(
                ["family", "cycles", "explained", "acted", "state", "what it asks"],
                families.map { view in
                    let cycles = view.history.cycles
                    return [
                        view.history.family.rawValue, "\(cycles.count)",
                        "\(cycles.reduce(0) { $0 + $1.explained })", "\(cycles.reduce(0) { $0 + $1.acted })",
                        view.history.isSwitchedOff ? "off" : "on", view.history.family.title,
                    ]
                }
            )
        }
    }

    struct Words: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a draft's text for words about the person and for team size as an argument; keeps nothing."
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "A text file; “-” for standard input.")
        var file: String

        @Option(name: .customLong("name"), help: "The name of the person whom it is about.")
        var person = ""

        func run() async throws {
            let text = try Self.read(file)
            let names = Set(person.split(separator: " ").map(String.init))
            let found = LanguageLexicon.english.findings(in: text, names: names)
            let sizes = TeamSizeWords.sentences(in: text)
            if globals.json {
                let words = found.map { ["word": $0.word, "kind": $0.kind.rawValue, "question": $0.kind.question] }
                return try Console.json(["words": words, "team size": sizes.map { ["sentence": $0] }])
            }
            for word in found { Console.line("“\(word.word)” (\(word.kind.rawValue)): \(word.kind.question)") }
            for sentence in sizes {
                Console.line("“\(sentence)”: say what was decided, built or changed. Team size is no measure of scope.")
            }
            if found.isEmpty, sizes.isEmpty { Console.line("Nothing to ask about.") }
        }

        private static func read(_ path: String) throws -> String {
            if path == "-" {
                var lines: [String] = []
                while let line = readLine(strippingNewline: false) { lines.append(line) }
                return lines.joined()
            }
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw Failure(.noInput, "the text \(path) cannot be read as UTF-8. Check the path.")
            }
            return text
        }
    }

    struct Language: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Words of a room's drafts by stated groups of ten writers and twenty texts, or more.",
            discussion: "Only where the company lawfully holds groups in the sealed columns of its people file."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "The room's name.")
        var name: String

        @Option(help: "Which stated group, as `crosstie pay` calls it: sex, age, origin …")
        var by: String = "sex"

        func run() async throws {
            guard let category = ProtectedCategory(rawValue: by) else {
                let known = ProtectedCategory.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure(.usage, "there is no group “\(by)”. There are: \(known).")
            }
            let desk = try await globals.desk(key)
            let audit = try await RoomCommand.refusing {
                try await desk.languageAudit(in: name, by: category, for: try await viewer.viewer(desk))
            }
            if globals.json { return try Console.json(LanguageWords(audit)) }
            RoomWords.print(audit)
        }
    }
}

/// A room in words, for a terminal.
enum RoomWords {
    static func print(_ view: RoomView) {
        Console.heading("\(view.room.name), \(view.room.from) to \(view.room.to), \(view.drafts) drafts")
        if view.reading.cues.isEmpty { Console.line("No questions.") }
        for cue in view.reading.cues {
            Console.line()
            Console.heading("\(cue.family.title): \(cue.about)  [\(cue.id)]")
            Console.line(Console.wrapped(cue.seen, indent: 2))
            Console.line(
                Console.wrapped(cue.figures.map { "\($0.label): \($0.words)" }.joined(separator: " · "), indent: 2)
            )
            Console.line(Console.wrapped("May mislead: \(cue.misleads)", indent: 2))
            Console.line(Console.wrapped("Next: \(cue.next)", indent: 2))
            if let answer = view.answers[cue.id] {
                Console.line(Console.wrapped("\(answer.outcome): \(answer.words ?? "")", indent: 2))
            }
        }
        Console.line()
        if view.reading.further > 0 {
            Console.line("\(view.reading.further) smaller findings are not shown: five are enough for one room.")
        }
        if view.withheld > 0 { Console.line("\(view.withheld) not shown to you: your own draft is in them.") }
        for note in view.reading.notes {
            Console.line(Console.wrapped("\(note.family.rawValue): \(note.sentence)", indent: 0))
        }
    }

    static func print(_ audit: LanguageAudit) {
        if audit.classes.isEmpty { Console.line("No two groups are large enough: ten writers and twenty texts each.") }
        let beyond = audit.classes.filter(\.isBeyondChance)
        for gap in beyond {
            let (one, other) = (gap.comparison.first, gap.comparison.second)
            Console.line(
                "\(gap.kind.rawValue): \(one.count) of \(one.total) texts about \(gap.first), \(other.count) of \(other.total) about \(gap.second). Read some of both."
            )
        }
        for gap in audit.words.prefix(20) {
            Console.line("“\(gap.word)” stands more often in texts about \(gap.more) than about \(gap.less).")
        }
        if !audit.classes.isEmpty, beyond.isEmpty, audit.words.isEmpty { Console.line("Nothing beyond chance.") }
        if audit.leftOut > 0 { Console.line("\(audit.leftOut) groups are too small to be looked at.") }
    }
}
