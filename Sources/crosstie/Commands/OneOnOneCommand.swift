import Answers
import ArgumentParser
import Desk
import Foundation
import OneOnOnes
import Workspace
import Writing

struct OneOnOneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "one-on-one",
        abstract: "What two people keep of their 1:1s: when they talked, what they agreed, when they talk next.",
        discussion: """
            The two are PERSON and whoever PERSON reports to. Actions are shared by both. Notes are sealed for whoever writes \
            them; this command writes one and never shows any: they are read on the page, after signing in.
            """,
        subcommands: [
            Show.self, Held.self, Agree.self, Done.self, Drop.self, Carry.self, Note.self, Schedule.self,
            CalendarImport.self, Due.self,
        ],
        defaultSubcommand: Show.self
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What is open, when they talked, when they talk next."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "Whose 1:1: id, e-mail address or unique name.")
        var person: String

        func run() async throws {
            let desk = try await globals.desk()
            let id = try await desk.find(person).id
            try OneOnOneAnswer.print(
                try await desk.oneOnOne(id, for: try await viewer.viewer(desk)),
                json: globals.json
            )
        }
    }

    struct Held: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Note that the two talked.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "Whose 1:1: id, e-mail address or unique name.")
        var person: String

        @Option(help: "The day, YYYY-MM-DD; today without it.")
        var day: String?

        func run() async throws {
            let desk = try await globals.desk()
            let id = try await desk.find(person).id
            let reader = try await viewer.viewer(desk)
            try await desk.keepOneOnOne(with: id, on: try day.map(Import.day), by: reader)
            try OneOnOneAnswer.print(try await desk.oneOnOne(id, for: reader), json: globals.json)
        }
    }

    struct Agree: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Keep what the two agreed.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "Whose 1:1: id, e-mail address or unique name.")
        var person: String

        @Argument(help: "What was agreed.")
        var words: String

        @Option(help: "Who does it, one of the two; PERSON without it.")
        var owner: String?

        @Option(help: "By when, YYYY-MM-DD.")
        var due: String?

        func run() async throws {
            let desk = try await globals.desk()
            let id = try await desk.find(person).id
            let action = try await desk.agree(
                words,
                with: id,
                owner: try await owner == nil ? id : desk.find(owner ?? "").id,
                due: try due.map(Import.day),
                by: try await viewer.viewer(desk)
            )
            if globals.json { return try Console.json(ActionAnswer(action)) }
            Console.line("Kept [\(action.id)]: \(action.text)")
        }
    }

    struct Done: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "An action was done.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The action's key.")
        var action: String

        func run() async throws { try await globals.follow(action, .done, viewer, words: "Done") }
    }

    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "An action is not needed any more.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The action's key.")
        var action: String

        func run() async throws { try await globals.follow(action, .drop, viewer, words: "Dropped") }
    }

    struct Carry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "An action goes on, by another day.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions

        @Argument(help: "The action's key.")
        var action: String

        @Option(help: "By when, YYYY-MM-DD; without it no day is named.")
        var due: String?

        func run() async throws {
            let day = try due.map(Import.day)
            try await globals.follow(action, .carryOver(day), viewer, words: "Carried over")
        }
    }

    struct Note: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Seal a note for yourself (--as ME); without words it is read from standard input."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "Whose 1:1: id, e-mail address or unique name.")
        var person: String

        @Argument(help: "The note; better given on standard input, where no list of commands keeps it.")
        var words: String?

        func run() async throws {
            let records = try await globals.records(create: false)
            let vault = try await globals.keyFile(key).vault(of: records)
            let desk = Desk(
                records: records,
                ladder: try await globals.ladder(of: records),
                vault: vault,
                clock: GlobalOptions.now
            )
            let author = try await viewer.person(desk)
            let text = words ?? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
            try await desk.writeNote(text, about: try await desk.find(person).id, by: author)
            if globals.json { return try Console.json(["kept": true]) }
            Console.line("Sealed. You read it on the page of the 1:1.")
        }
    }
}

extension GlobalOptions {
    /// Says what came of an action.
    fileprivate func follow(
        _ action: String,
        _ step: AgreedAction.Step,
        _ viewer: ViewerOptions,
        words: String
    ) async throws {
        let desk = try await desk()
        let next = try await desk.follow(action, step, by: try await viewer.viewer(desk))
        if json { return try Console.json(ActionAnswer(next)) }
        Console.line("\(words): \(next.text)")
    }
}
