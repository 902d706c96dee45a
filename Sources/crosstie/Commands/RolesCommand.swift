import ArgumentParser
import Desk
import Records
import Workspace

struct RolesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles",
        abstract: "Give, take and list offices for the whole workspace.",
        discussion: """
            people-operations: pay, deciding moves, audits; never about themselves. representative: audits and groups of five \
            and more, nobody's figures.
            """,
        subcommands: [Grant.self, Revoke.self, List.self]
    )

    struct Grant: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give somebody an office.")

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "people-operations or representative.")
        var office: Office

        @Argument(help: "Id, e-mail address or unique name.")
        var person: String

        func run() async throws {
            let desk = try await globals.desk()
            let somebody = try await desk.find(person)
            try await desk.grant(office, to: somebody.id, by: .console)
            try await RolesCommand.list(desk, json: globals.json)
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take an office back.")

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "people-operations or representative.")
        var office: Office

        @Argument(help: "Id, e-mail address or unique name.")
        var person: String

        func run() async throws {
            let desk = try await globals.desk()
            try await desk.revoke(office, from: try await desk.find(person).id, by: .console)
            try await RolesCommand.list(desk, json: globals.json)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List who holds which office.")

        @OptionGroup var globals: GlobalOptions

        func run() async throws { try await RolesCommand.list(try await globals.desk(), json: globals.json) }
    }

    private static func list(_ desk: Desk, json: Bool) async throws {
        let grants = try await desk.offices(for: .console)
        if json { return try Console.json(grants.map(OfficeAnswer.init)) }
        guard !grants.isEmpty else { return Console.line("Nobody holds an office yet.") }
        Console.table(
            ["person", "office", "since", "given by"],
            grants.map(OfficeAnswer.init).map { [$0.person, $0.office, $0.since, $0.by] }
        )
    }
}

/// An office for programs.
struct OfficeAnswer: Encodable {
    let person: String
    let office: String
    let since: String
    let by: String

    init(_ grant: OfficeGrant) {
        person = grant.person.text
        office = grant.office.rawValue
        since = CivilDate(microseconds: grant.granted).description
        by = grant.by
    }
}
