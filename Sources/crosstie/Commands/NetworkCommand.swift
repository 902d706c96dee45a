import Answers
import ArgumentParser
import Desk
import OrgNetwork
import Records
import Workspace

struct NetworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Show who is called by name, in counts that can be opened; and what people call for.",
        discussion: """
            A card counts the people and teams that called somebody in 90 days in channels that are open to everyone. It is the \
            person's own: they can hide it, and then nobody sees it. Nobody is compared with anybody, and who called whom is \
            never printed.
            """
    )

    @OptionGroup var globals: GlobalOptions
    @OptionGroup var viewer: ViewerOptions

    @Argument(help: "Id, e-mail address or unique name; without it your own card, or what people call for.")
    var person: String?

    @Flag(help: "What people call for by channel, where at least five people called.")
    var topics = false

    @Flag(help: "Add teams that both call the person and hardly call each other.")
    var bridges = false

    @Flag(help: "Hide your card from everybody; with --as.")
    var hide = false

    @Flag(help: "Show your card again, to you and your manager; with --as.")
    var show = false

    @Flag(help: "Let others be sent to you where many call for what you know; with --as.")
    var optIn = false

    @Flag(help: "Do not be named to others any longer; with --as.")
    var optOut = false

    func validate() throws {
        if hide && show { throw ValidationError("--hide and --show exclude each other.") }
        if optIn && optOut { throw ValidationError("--opt-in and --opt-out exclude each other.") }
        if changes, person != nil || topics {
            throw ValidationError("A choice is about your own card; leave out the rest.")
        }
    }

    private var changes: Bool { hide || show || optIn || optOut }

    func run() async throws {
        let desk = try await globals.desk()
        if changes { return try await choose(desk) }
        let reader = try await viewer.viewer(desk)
        let own = viewer.asPerson
        guard !topics, let name = person ?? own else { return try await printTopics(desk, reader) }
        let found = try await desk.find(name)
        let view = try await desk.calls(to: found.id, withBridges: bridges, for: reader)
        let reports = person == nil ? try await desk.callsToReports(of: found.id, for: reader) : []
        if globals.json {
            return try Console.json(NetworkAnswer(own: CallAnswer(view), reports: reports.map(CallAnswer.init)))
        }
        NetworkWords.print(view)
        for report in reports {
            Console.line()
            NetworkWords.print(report)
        }
    }

    private func printTopics(_ desk: Desk, _ reader: Access.Viewer) async throws {
        let topics = try await desk.topics(for: reader)
        if globals.json { return try Console.json(topics.map(TopicAnswer.init)) }
        NetworkWords.print(topics)
    }

    private func choose(_ desk: Desk) async throws {
        let person = try await viewer.person(desk)
        let choice = try await desk.chooseCalls(
            hidden: hide ? true : show ? false : nil,
            named: optIn ? true : optOut ? false : nil,
            of: person,
            by: .person(person)
        )
        if globals.json { return try Console.json(["hidden": choice.hidden, "named": choice.named]) }
        Console.line(NetworkWords.words(choice))
    }
}
