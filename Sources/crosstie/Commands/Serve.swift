import API
import Answers
import ArgumentParser
import Desk
import Foundation
import Jobs
import Logging
import Reading
import Records
import ServiceLifecycle
import UnixSignals
import Web
import Workspace

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the pages on this machine.")

    @OptionGroup var globals: GlobalOptions

    @Option(help: "The port to listen on.")
    var port = 8080

    @Option(help: "The address to listen on; this machine only unless said otherwise.")
    var host = "127.0.0.1"

    @Option(help: "Where people reach the site, https://HOST, when something stands before it.")
    var site: String?

    @OptionGroup var provider: ProviderOptions

    @Option(help: "How many requests a minute a token may send to the API for good.")
    var tokenRate = RateLimits().perMinute

    @Option(help: "How many requests a token may send to the API at once after a rest.")
    var tokenBurst = RateLimits().burst

    @Flag(name: .customLong("slack"), help: "Also follow Slack; `crosstie slack --help` tells what that needs.")
    var followsSlack = false

    @OptionGroup var asking: AskingOptions

    @OptionGroup var slack: SlackOptions

    @Flag(
        name: .customLong("work"),
        inversion: .prefixedNo,
        help: "Also do what is left to workers; --no-work leaves it to `crosstie work`."
    )
    var works = true

    @OptionGroup var leases: LeaseOptions

    @OptionGroup var figures: FiguresOptions

    @Option(
        name: .customLong("link-for"),
        help: "Print a one-time sign-in link for this person; may be given several times."
    )
    var linkFor: [String] = []

    func run() async throws {
        FreedMemory.fewHeaps()
        // What waits for Slack is sealed; the desk is made with the key.
        if followsSlack { _ = try await globals.keyFile().vault(of: try await globals.records(create: true)) }
        let room = try await ReadingRoom(beside: globals)
        var desk = try await globals.desk()
        desk.forgetApart = { try await room.store.forget($0) }
        let briefs = BriefRounds(room: room, desk: desk)
        var program =
            followsSlack ? try await SlackCommand.program(globals, slack, desk: desk, site: site, briefs: briefs) : nil
        program?.duty = works ? .all : .listens
        program?.rule = leases.rule
        let people = linkFor.isEmpty ? try await Self.firstPeople(desk) : try await Self.find(linkFor, desk)
        try await Self.serve(
            desk,
            records: try await globals.records(create: false),
            host: host,
            port: port,
            site: try siteAddress(),
            provider: provider,
            slack: program,
            briefs: briefs,
            works: works,
            rule: leases.rule,
            figures: figures,
            asking: try asking.limits(),
            checkpoints: try CheckpointFile(beside: globals),
            limits: RateLimits(burst: tokenBurst, perMinute: tokenRate),
            linksFor: people
        )
    }

    private func siteAddress() throws -> SiteAddress? {
        guard let site else { return nil }
        guard let address = SiteAddress(site) else {
            throw Failure(
                .usage,
                "“\(site)” is not an address. Write https://HOST or http://HOST:PORT, without a path."
            )
        }
        return address
    }

    private static func find(_ texts: [String], _ desk: Desk) async throws -> [Person] {
        var found: [Person] = []
        for text in texts { found.append(try await desk.find(text)) }
        return found
    }

    /// The manager with the most reports: whoever starts the program wants to see a page with something on it.
    private static func firstPeople(_ desk: Desk) async throws -> [Person] {
        let people = try await desk.people()
        let counts = Dictionary(people.compactMap(\.manager).map { ($0, 1) }, uniquingKeysWith: +)
        let first = people.max { (counts[$0.id] ?? 0, $1.id) < (counts[$1.id] ?? 0, $0.id) }
        return [first].compactMap(\.self)
    }

    /// Runs the site until it is stopped; prints a link for each of the people once it listens.
    static func serve(
        _ desk: Desk,
        records: Records,
        host: String = "127.0.0.1",
        port: Int,
        site: SiteAddress? = nil,
        provider: ProviderOptions? = nil,
        slack: SlackProgram? = nil,
        briefs: BriefRounds? = nil,
        works: Bool = true,
        rule: LeaseRule = LeaseRule(),
        figures: FiguresOptions? = nil,
        asking: AskingLimits = AskingLimits(),
        checkpoints: CheckpointFile? = nil,
        limits: RateLimits = RateLimits(),
        linksFor people: [Person]
    ) async throws {
        let sessions = KeptSessions(records: records)
        var configuration = try WebConfiguration(host: host, port: port, site: site, now: GlobalOptions.now)
        configuration.limits = asking
        configuration.provider = try provider?.provider(
            site: configuration.site,
            desk: desk,
            records: records
        )
        var logger = Logger(label: "crosstie") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        var source = PageSource(desk: desk)
        if let briefs { source.brief = BriefPages(briefs, site: configuration.site) }
        let api = try ProgramInterface(desk: desk, limits: limits, logger: logger, now: GlobalOptions.now)
        source.programs.table = { viewer, address, form in
            try await api.table(at: address, as: form, for: viewer).map { ($0.type, $0.bytes) }
        }
        let application = try WebApplication.build(
            configuration: configuration,
            source: source,
            sessions: sessions,
            doors: slack?.doors ?? [],
            programs: [
                api.door,
                AssistantSource(desk: desk, room: briefs?.room, logger: logger).door(
                    at: configuration.site,
                    limits: limits
                ),
            ],
            logger: logger
        )
        let telling = try figures?.site(desk, records, logger: logger)
        let links = OneTimeLinks(keeping: sessions, now: GlobalOptions.now)
        Console.line()
        Console.heading("Serving on \(configuration.site.text)  (Control-C stops it)")
        for person in people {
            let secret = try await links.issue(for: person.id)
            Console.line("Sign in as \(person.name), once, within 15 minutes:")
            Console.line("  \(links.address(of: secret, at: configuration.site))")
        }
        let work =
            works
            ? JobWork(
                records: records,
                crafts: JobCrafts(
                    desk: desk,
                    briefs: briefs,
                    slack: slack,
                    checkpoints: checkpoints,
                    logger: logger
                ),
                holder: slack?.holder ?? ProcessName.make(),
                logger: logger,
                rule: rule
            ) : nil
        let beside: [(any Service)?] = [FreedMemory(), slack, work, telling]
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: application)] + beside.compactMap(\.self).map { .init(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await group.run()
    }
}
