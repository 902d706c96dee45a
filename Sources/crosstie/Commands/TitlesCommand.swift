import Answers
import ArgumentParser
import Foundation
import Titles

struct TitlesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "titles",
        abstract: "Read job titles: track, range of levels, depth and reach, and what to ask.",
        subcommands: [Resolve.self, Facts.self]
    )

    struct Resolve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read one title, or a column of titles in a table; never one level from a title alone."
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "The title, such as \"Principal Architect\".")
        var title: String?

        @Option(help: "The company that uses it.")
        var company: String?

        @Option(help: "The line of business, such as banking.")
        var industry: String?

        @Option(help: "How many people work there: a number, or <50, 50-500, 500-5000, >5000.")
        var size: String?

        @Option(help: "What the work is, in free words.")
        var description = ""

        @Option(help: "A table (CSV) with a column of titles, to be read row by row.")
        var file: String?

        @Option(help: "The column of titles.")
        var column = "title"

        @Option(help: "Where to write the table with the readings; without it on standard output.")
        var out: String?

        @Option(help: "A table of facts about companies' ladders, in place of the built-in one.")
        var facts: String?

        func run() async throws {
            let resolver = try TitlesCommand.resolver(facts)
            let size = try size.map { text in
                guard let size = CompanySize(text) else {
                    throw Failure(
                        .usage,
                        "“\(text)” is no size. Write a number of people, or <50, 50-500, 500-5000, >5000."
                    )
                }
                return size
            }
            if let file { return try table(file, resolver, size) }
            guard let title else { throw Failure(.usage, "name a title, or a table with --file.") }
            let query = TitleQuery(title, company: company, industry: industry, size: size, description: description)
            let reading = resolver.resolve(query)
            if globals.json { return try Console.json(TitleAnswer(title, reading)) }
            show(title, reading)
        }

        private func show(_ title: String, _ reading: TitleReading) {
            Console.heading("\(title): \(reading.track.words), \(reading.levelWords)")
            if let depth = reading.technicalDepth, let reach = reading.organisationalReach {
                Console.line("  technical depth       \(depth.words)")
                Console.line("  organisational reach  \(reach.words)")
                Console.line("  emphasis              \(reading.emphasis.rawValue)")
            }
            if !reading.archetypes.isEmpty {
                Console.line("  reads like            \(reading.archetypes.map(\.id).joined(separator: ", "))")
            }
            Console.line()
            Console.heading("Why")
            for reason in reading.reasons { Console.line(Console.wrapped("· \(reason.sentence)", indent: 2)) }
            guard !reading.questions.isEmpty else { return }
            Console.line()
            Console.heading("What to ask")
            for question in reading.questions { Console.line(Console.wrapped("· \(question.words)", indent: 2)) }
        }

        private func table(_ file: String, _ resolver: TitleResolver, _ size: CompanySize?) throws {
            let table = try TitlesCommand.told {
                try TitleTable(
                    csv: try TitlesCommand.text(of: file),
                    file: file,
                    column: column,
                    defaults: TitleQuery(
                        "",
                        company: company,
                        industry: industry,
                        size: size,
                        description: description
                    ),
                    resolver: resolver
                )
            }
            if globals.json { return try Console.json(table.rows.map { TitleAnswer($0.title, $0.reading) }) }
            guard let out else { return FileHandle.standardOutput.write(Data(table.csv.utf8)) }
            try LadderCommand.write(table.csv, to: out)
            Console.line("\(out): \(table.rows.count.grouped) titles read, \(table.open.grouped) of them say nothing.")
        }
    }

    struct Facts: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what is known about companies' own ladders, as a table to copy and change."
        )

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "A table of facts to check; without it the built-in one is printed.")
        var file: String?

        func run() async throws {
            if let file {
                let known = try TitlesCommand.resolver(file).known
                return Console.line("\(file): \(known.facts.count) facts about \(known.companies.count) companies.")
            }
            FileHandle.standardOutput.write(Data(KnownLadders.builtInText.utf8))
        }
    }

    static func resolver(_ facts: String?) throws -> TitleResolver {
        guard let facts else { return TitleResolver() }
        return TitleResolver(known: try told { try KnownLadders(csv: try text(of: facts), file: facts) })
    }

    static func text(of file: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure(.noInput, "there is no file at \(file), or it cannot be read. Check the path.")
        }
        return String(decoding: data, as: UTF8.self)
    }

    static func told<Answer>(_ work: () throws -> Answer) throws -> Answer {
        do { return try work() } catch let error as TitlesError { throw Failure(.data, "\(error)") }
    }
}
