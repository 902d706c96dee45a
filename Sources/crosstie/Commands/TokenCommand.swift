import ArgumentParser
import Desk
import Workspace

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make, list and take back tokens for people's own programs: the API and the assistant's tools.",
        discussion: """
            A token asks with its owner's rights and never more. Its secret is printed once and kept by nobody; the record holds \
            a hash. Signing out everywhere takes every token back.
            """,
        subcommands: [Create.self, List.self, Revoke.self]
    )

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a token and print its secret, once.")

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "What its owner calls it, such as \"my notebook\".")
        var name: String

        @Option(name: .customLong("as"), help: "Whose it is: id, e-mail address or unique name.")
        var owner: String

        @Flag(help: "Let it also do what its owner may do, as far as programs can.")
        var write = false

        @Option(help: "How many days it works, at most \(ProgramToken.longestDays).")
        var days = 90

        func run() async throws {
            let desk = try await globals.desk()
            let person = try await desk.find(owner)
            let made = try await TokenCommand.told {
                try await desk.makeToken(
                    name,
                    scopes: write ? [.read, .write] : [.read],
                    days: days,
                    for: person.id,
                    by: .console
                )
            }
            if globals.json { return try Console.json(TokenAnswer(made.token, secret: made.secret)) }
            Console.line("A token for \(person.name), which works until \(made.token.expires). It is shown this once:")
            Console.line("  \(made.secret)")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List a person's tokens, without their secrets.")

        @OptionGroup var globals: GlobalOptions

        @Option(name: .customLong("as"), help: "Whose: id, e-mail address or unique name.")
        var owner: String

        func run() async throws {
            let desk = try await globals.desk()
            let person = try await desk.find(owner)
            let tokens = try await desk.tokens(of: person.id, for: .console)
            if globals.json { return try Console.json(tokens.map { TokenAnswer($0) }) }
            guard !tokens.isEmpty else { return Console.line("\(person.name) has no token.") }
            Console.table(
                ["token", "name", "may", "made", "works until", "last used"],
                tokens.map { token in
                    [
                        token.id, token.name, token.scopes.sorted().map(\.rawValue).joined(separator: ", "),
                        "\(token.created)", token.isExpired ? "expired" : "\(token.expires)",
                        token.used.map { "\($0)" } ?? "never",
                    ]
                }
            )
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a token back; it works no more from then on.")

        @OptionGroup var globals: GlobalOptions

        @Argument(help: "The token, as the list names it.")
        var token: String

        @Option(name: .customLong("as"), help: "Whose it is: id, e-mail address or unique name.")
        var owner: String

        func run() async throws {
            let desk = try await globals.desk()
            let person = try await desk.find(owner)
            try await TokenCommand.told { try await desk.takeBackToken(token, of: person.id, by: .console) }
            if globals.json { return try Console.json(["revoked": token]) }
            Console.line("The token \(token) works no more.")
        }
    }

    static func told<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
        do {
            return try await work()
        } catch let refusal as TokenRefusal {
            if case .noSuchToken = refusal { throw Failure(.noInput, refusal.description) }
            throw Failure(.usage, refusal.description)
        }
    }
}

/// A token for programs; with its secret only when it was just made.
struct TokenAnswer: Encodable {
    let id: String
    let person: String
    let name: String
    let scopes: [String]
    let created: String
    let expires: String
    let used: String?
    let isExpired: Bool
    let secret: String?

    init(_ token: ProgramToken, secret: String? = nil) {
        id = token.id
        person = token.person.text
        name = token.name
        scopes = token.scopes.sorted().map(\.rawValue)
        created = token.created.description
        expires = token.expires.description
        used = token.used?.description
        isExpired = token.isExpired
        self.secret = secret
    }
}
