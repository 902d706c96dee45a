import ArgumentParser
import Desk
import Moves
import Workspace

struct ChoiceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "choice",
        abstract: "The yearly question: would you choose this track again?",
        subcommands: [Ask.self, Answer.self, Show.self]
    )

    struct Ask: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open the question of a year; how answers are grouped is fixed with it."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Option(help: "The year.")
        var year: Int

        @Option(help: "How answers are grouped: track, level, family or country.")
        var by = ChoiceDimension.track

        @Option(help: "The last day for answers, YYYY-MM-DD; four weeks from now without it.")
        var until: String?

        func run() async throws {
            let records = try await globals.records(create: false)
            _ = try await globals.keyFile(key).vault(of: records)
            let desk = try await globals.desk(key)
            let today = CivilDate(microseconds: try await desk.now())
            let round = try await desk.openQuestion(
                year: year,
                by: by,
                closes: try until.map(Import.day) ?? CivilDate(days: today.days + 28),
                for: try await viewer.viewer(desk)
            )
            if globals.json { return try Console.json(RoundAnswer(round)) }
            Console.line(
                "The question of \(round.year) is open until \(round.closes), grouped by \(round.dimension.rawValue). Groups are shown afterwards, from five answers on."
            )
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer for yourself (--as PERSON): yes, no or not-sure; nobody else can read it."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Argument(help: "yes, no or not-sure.")
        var choice: Choice

        @Option(help: "Words that stay with you.")
        var words = ""

        @Option(help: "The year; the newest question without it.")
        var year: Int?

        func run() async throws {
            let desk = try await globals.desk(key)
            let own = try await desk.answerQuestion(
                year: year,
                choice,
                words: words,
                by: try await viewer.person(desk)
            )
            if globals.json { return try Console.json(OwnChoiceAnswer(own)) }
            Console.line("Kept, sealed. You can answer anew until \(own.round.closes).")
            if let preview = own.preview {
                Console.line()
                SwitchWords.print(preview, name: "You")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show your own answer (--as PERSON), or with --groups what groups of five and more said."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Flag(help: "Groups instead of an own answer.")
        var groups = false

        @Option(help: "The year; the newest question without it.")
        var year: Int?

        func run() async throws {
            let desk = try await globals.desk(key)
            guard groups || viewer.asPerson == nil else {
                let person = try await viewer.person(desk)
                let own = try await desk.choice(of: person, year: year, for: .person(person))
                if globals.json { return try Console.json(OwnChoiceAnswer(own)) }
                guard let answer = own.answer else {
                    return Console.line("You have not answered \(own.round.year) yet.")
                }
                Console.line(
                    "\(own.round.year): \(answer.choice.rawValue)\(answer.words.isEmpty ? "" : ", “\(answer.words)”")"
                )
                if let preview = own.preview { SwitchWords.print(preview, name: "You") }
                return
            }
            let picture = try await desk.choices(year: year, for: try await viewer.viewer(desk))
            if globals.json { return try Console.json(ChoiceGroupsAnswer(picture)) }
            Console.heading(
                "Would you choose this track again? \(picture.round.year), by \(picture.round.dimension.rawValue)"
            )
            for row in picture.groups.rows {
                Console.line("  \(row.group), \(row.answers) answers")
                for choice in Choice.allCases {
                    Console.line("    \(choice.rawValue): \(row.shares[choice]?.words ?? "")")
                }
            }
            if !picture.groups.hidden.isEmpty {
                Console.line(
                    "  Not told, so that nobody can be made out: \(picture.groups.hidden.joined(separator: ", "))"
                )
            }
        }
    }
}

/// A year's question for programs.
struct RoundAnswer: Encodable {
    let year: Int
    let dimension: String
    let opens: String
    let closes: String

    init(_ round: ChoiceRound) {
        year = round.year
        dimension = round.dimension.rawValue
        opens = round.opens.description
        closes = round.closes.description
    }
}

/// A person's own answer for programs.
struct OwnChoiceAnswer: Encodable {
    let round: RoundAnswer
    let choice: String?
    let words: String?
    let preview: SwitchPreviewAnswer?

    init(_ own: OwnChoice) {
        round = RoundAnswer(own.round)
        choice = own.answer?.choice.rawValue
        words = own.answer?.words
        preview = own.preview.map(SwitchPreviewAnswer.init)
    }
}

/// Answers by groups for programs; shares in fifths, 1 to 5.
struct ChoiceGroupsAnswer: Encodable {
    struct Row: Encodable {
        let group: String
        let answers: Int
        let fifths: [String: Int]
    }

    let round: RoundAnswer
    let groups: [Row]
    let hidden: [String]

    init(_ picture: ChoicePicture) {
        round = RoundAnswer(picture.round)
        groups = picture.groups.rows.map { row in
            let fifths = row.shares.map { ($0.key.rawValue, $0.value.rawValue) }
            return Row(group: row.group, answers: row.answers, fifths: Dictionary(uniqueKeysWithValues: fifths))
        }
        hidden = picture.groups.hidden
    }
}
