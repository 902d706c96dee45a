import ArgumentParser
import Desk
import Logging
import Records
import ServiceLifecycle
import UnixSignals

struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "Do what is left to workers, without serving pages; as many of these as you like may run.",
        discussion: """
            Each job is done by one process at a time. A process that dies holds up what it had until its lease is over; then another one \
            takes it over. With --slack it also follows the chat and sends messages: one process at a time does that, \
            the others stand by. `crosstie serve --no-work` leaves everything to these processes.
            """
    )

    @OptionGroup var globals: GlobalOptions

    @Option(help: "How many jobs at once.")
    var width = 2

    @Option(help: "Where people reach the site, https://HOST, for links in messages.")
    var site: String?

    @Flag(name: .customLong("slack"), help: "Also follow Slack; `crosstie slack --help` tells what that needs.")
    var followsSlack = false

    @OptionGroup var slack: SlackOptions

    @OptionGroup var leases: LeaseOptions

    func validate() throws {
        guard (1...64).contains(width) else { throw ValidationError("--width is between 1 and 64.") }
    }

    func run() async throws {
        FreedMemory.fewHeaps()
        if followsSlack { _ = try await globals.keyFile().vault(of: try await globals.records(create: true)) }
        let desk = try await globals.desk()
        let records = try await globals.records(create: false)
        let briefs = BriefRounds(room: try await ReadingRoom(beside: globals), desk: desk)
        var program =
            followsSlack ? try await SlackCommand.program(globals, slack, desk: desk, site: site, briefs: briefs) : nil
        program?.duty = .works
        program?.rule = leases.rule
        var logger = Logger(label: "crosstie") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        let work = JobWork(
            records: records,
            crafts: JobCrafts(
                desk: desk,
                briefs: briefs,
                slack: program,
                checkpoints: try CheckpointFile(beside: globals),
                logger: logger
            ),
            holder: program?.holder ?? ProcessName.make(),
            logger: logger,
            width: width,
            begins: .zero,
            rule: leases.rule
        )
        Console.line("Working  (Control-C stops it)")
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: work), .init(service: FreedMemory())]
                    + (program.map { [.init(service: $0)] } ?? []),
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await group.run()
    }
}
