import ArgumentParser
import Desk
import Records
import Web
import Workspace

struct SignIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-in",
        abstract: "Print a one-time sign-in link for a person; it works once, for 15 minutes."
    )

    @OptionGroup var globals: GlobalOptions

    @Argument(help: "Id, e-mail address or unique name.")
    var person: String

    @Option(help: "Where people reach the site.")
    var site = "http://127.0.0.1:8080"

    func run() async throws {
        guard let site = SiteAddress(site) else {
            throw Failure(
                .usage,
                "“\(site)” is not an address. Write https://HOST or http://HOST:PORT, without a path."
            )
        }
        let person = try await globals.desk().find(person)
        let keeping = KeptSessions(records: try await globals.records(create: false))
        let links = OneTimeLinks(keeping: keeping, now: GlobalOptions.now)
        let address = links.address(of: try await links.issue(for: person.id), at: site)
        if globals.json { return try Console.json(["person": person.id.text, "link": address]) }
        Console.line("Sign in as \(person.name), once, within 15 minutes:")
        Console.line("  \(address)")
    }
}
