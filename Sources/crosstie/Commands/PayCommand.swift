import Answers
import ArgumentParser
import Desk
import Foundation
import Ladder
import Moves
import Records
import Workspace

struct PayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pay",
        abstract: "A person's pay statement, who looked at it, and the last resort after a lost key.",
        subcommands: [Statement.self, Looks.self, Forget.self]
    )

    struct Statement: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a person's pay in its range, and averages of the category; leaves a receipt."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Option(help: "Id, e-mail address or unique name.")
        var person: String

        func run() async throws {
            let desk = try await globals.desk(key)
            let statement = try await desk.payStatement(
                of: try await desk.find(person).id,
                for: try await viewer.viewer(desk)
            )
            if globals.json { return try Console.json(StatementAnswer(statement)) }
            PayWords.print(statement)
        }
    }

    struct Looks: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List who looked at a person's pay.")

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var viewer: ViewerOptions
        @OptionGroup var key: KeyOptions

        @Option(help: "Id, e-mail address or unique name.")
        var person: String

        func run() async throws {
            let desk = try await globals.desk(key)
            let looks = try await desk.looks(at: try await desk.find(person).id, for: try await viewer.viewer(desk))
            if globals.json { return try Console.json(looks.map(LookAnswer.init)) }
            Console.table(
                ["when", "who", "at", "what"],
                looks.map(LookAnswer.init).map { [$0.moment, $0.viewer, $0.at, $0.what] }
            )
        }
    }

    struct Forget: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove everything that is sealed, where the key is lost for good."
        )

        @OptionGroup var globals: GlobalOptions
        @OptionGroup var key: KeyOptions

        @Flag(help: "Yes, remove pay, protected categories and answers.")
        var yes = false

        func run() async throws {
            guard yes else {
                throw Failure(
                    .usage,
                    "this removes pay, protected categories and all answers for good. Add --yes to do it."
                )
            }
            let records = try await globals.records(create: false)
            let desk = Desk(records: records, ladder: try await globals.ladder(of: records), clock: GlobalOptions.now)
            try await desk.forgetSealedFacts(by: .console)
            if globals.json { return try Console.json(["forgotten": true]) }
            Console.line("Removed. The next people file fills pay and protected categories anew.")
        }
    }
}

/// A statement on the terminal.
enum PayWords {
    static func print(_ statement: PayStatement) {
        let person = statement.person
        let level = person.level.map { "level \($0)" } ?? "no level"
        Console.heading("Pay of \(person.name), \(level), \(person.track.rawValue), on \(statement.today)")
        let currency = statement.pay?.currency ?? statement.parity?.ic?.currency ?? ""
        if let pay = statement.pay {
            Console.line("  base pay a year: \(amount(Double(pay.base) / 100)) \(currency)")
            if let variable = pay.variable {
                Console.line("  variable pay a year: \(amount(Double(variable) / 100)) \(currency)")
            }
            if let share = pay.share {
                Console.line(
                    "  share of full time: \(Int((share * 100).rounded())) %; as for full time: \(amount(pay.fullTimeBase)) \(currency)"
                )
            }
        } else {
            Console.line("  no people file states it")
        }
        if let parity = statement.parity {
            for range in [parity.ic, parity.management].compactMap(\.self) {
                Console.line(
                    "  range on the \(range.track.rawValue) track, zone \(range.zone): \(amount(range.lower)) – \(amount(range.middle)) – \(amount(range.upper)) \(range.currency)"
                )
            }
            Console.line("  \(parity.words)")
        }
        if let position = statement.position {
            let penetration = position.penetration.map { ", range penetration \(Int(($0 * 100).rounded())) %" } ?? ""
            Console.line("  compa-ratio \(rounded(position.compaRatio))\(penetration): \(position.words)")
        }
        Console.line()
        Console.heading("Averages of the category: \(statement.category)")
        for row in statement.averages.rows {
            Console.line("  \(row.group) (\(row.count)): \(amount(row.average)) \(currency)")
        }
        if statement.averages.isSuppressed {
            Console.line(
                "  Averages about fewer than \(CategoryAverages.minimum) people, or that would give some away, are not told."
            )
        }
        Console.line(
            "  Base pay as for full time. You can ask people operations for more; an answer is due within two months."
        )
    }

    static func amount(_ value: Double) -> String { Int(value.rounded()).grouped }
    static func rounded(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}

/// A statement for programs.
struct StatementAnswer: Encodable {
    struct Range: Encodable {
        let track: String
        let zone: String
        let currency: String
        let lower: Double
        let middle: Double
        let upper: Double
    }
    struct Average: Encodable {
        let group: String
        let count: Int
        let average: Double
    }

    let person: String
    let level: Int?
    let track: String
    let role: String?
    let zone: String?
    let currency: String?
    let base: Double?
    let variable: Double?
    let fullTimeBase: Double?
    let share: Double?
    let ranges: [Range]
    let parity: String?
    let compaRatio: Double?
    let rangePenetration: Double?
    let position: String?
    let category: String
    let averages: [Average]
    let suppressed: Bool

    init(_ statement: PayStatement) {
        person = statement.person.id.text
        level = statement.person.level
        track = statement.person.track.rawValue
        role = statement.role
        zone = statement.zone
        currency = statement.pay?.currency
        base = statement.pay.map { Double($0.base) / 100 }
        variable = statement.pay?.variable.map { Double($0) / 100 }
        fullTimeBase = statement.pay?.fullTimeBase
        share = statement.pay?.share
        ranges = [statement.parity?.ic, statement.parity?.management].compactMap(\.self).map {
            Range(
                track: $0.track.rawValue,
                zone: $0.zone,
                currency: $0.currency,
                lower: $0.lower,
                middle: $0.middle,
                upper: $0.upper
            )
        }
        parity = statement.parity?.words
        compaRatio = statement.position?.compaRatio
        rangePenetration = statement.position?.penetration
        position = statement.position?.words
        category = statement.category
        averages = statement.averages.rows.map { Average(group: $0.group, count: $0.count, average: $0.average) }
        suppressed = statement.averages.isSuppressed
    }
}
