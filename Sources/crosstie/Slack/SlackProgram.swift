import AsyncHTTPClient
import Desk
import Evidence
import Foundation
import Intake
import Jobs
import Ladder
import Learning
import Logging
import NIOCore
import NIOHTTP1
import Records
import ServiceLifecycle
import Slack
import SlackDesk
import SlackLive
import Web
import Workspace

/// Composes everything that speaks with Slack.
struct SlackProgram: Sendable {
    let records: Records
    let api: SlackAPI?
    let follower: Follower
    let door: SlackDoor
    let work: InboxWork
    let outbox: OutboxWork?
    let socket: SocketMode?
    /// This process in leases.
    let holder: String
    /// What this process does of what is to be done.
    var duty = SlackDuty.all
    /// How long a process that died holds up what it did.
    var rule = LeaseRule()
    private let desk: Desk
    private let writing: Outbox
    private let briefs: (any BriefSource)?
    private let site: String?
    let selection: LiveSelection
    let logger: Logger

    /// Asks Slack who we are, where a token is given, and joins the parts.
    init(
        _ options: SlackOptions,
        desk: Desk,
        records: Records,
        vault: Vault,
        ladder: CareerLadder,
        site: String?,
        briefs: (any BriefSource)? = nil,
        logger: Logger
    ) async throws {
        let secrets = try options.secrets()
        guard secrets.bot != nil || secrets.signing != nil || secrets.app != nil || secrets.rotation != nil else {
            throw Failure(
                .usage,
                "no token of Slack is given. Set CROSSTIE_SLACK_BOT_TOKEN and CROSSTIE_SLACK_APP_TOKEN, or name a file with --slack-file. `crosstie slack manifest` begins the set-up."
            )
        }
        let api = try await Self.api(options, secrets, records: records, vault: vault)
        let identity = try await api?.identity()
        let now: @Sendable () -> Int64 = { GlobalOptions.now() }
        if let identity { try await records.begin(slack: identity.team) }
        if let address = identity?.address, try await records.workspaceState()?.address == nil {
            try await records.keep(address: address)
        }
        // The chat goes on: the record is no longer read as of a day in the past.
        if try await records.workspaceState()?.asOf != nil { try await records.set(asOf: nil) }
        let hours = OwnHours(records: records, company: options.rules)
        let writing = Outbox(records: records, vault: vault, hours: hours)
        let follower = Follower(
            records: records,
            sources: Self.sources(records, ladder, team: identity?.team),
            selection: options.selection,
            app: FollowedApp(team: identity?.team, account: identity?.account),
            history: api
        )
        try await follower.begin()
        let answers = DeskAnswers(
            desk: desk,
            records: records,
            follower: follower,
            api: api,
            site: site,
            outbox: writing,
            now: now,
            logger: logger
        )
        let door = SlackDoor(
            secrets: secrets.signing,
            records: records,
            vault: vault,
            answers: answers,
            late: { address, answer in await Self.post(answer, to: address) },
            now: now
        )
        work = InboxWork(
            records: records,
            vault: vault,
            follower: follower,
            door: door,
            answers: answers,
            private: !options.selection.privateChannels.isEmpty,
            now: now,
            logger: logger
        )
        outbox = api.map { OutboxWork(records: records, outbox: writing, api: $0, now: now, logger: logger) }
        socket = try secrets.app.map {
            SocketMode(api: try SlackAPI(base: options.api, token: $0), logger: logger)
        }
        holder = ProcessName.make()
        self.desk = desk
        self.writing = writing
        self.briefs = briefs
        self.site = site
        self.records = records
        self.api = api
        self.follower = follower
        self.door = door
        self.logger = logger
        selection = options.selection
    }

    /// What puts notes into the outbox, for a worker that holds a lease.
    func notes(under fence: Fence) -> SlackNotes {
        SlackNotes(
            desk: desk.working(under: fence),
            records: records.fenced(by: fence),
            outbox: writing,
            briefs: briefs,
            site: site,
            logger: logger
        )
    }

    /// The Web API with the token that somebody gave, or with those that Slack renews.
    static func api(
        _ options: SlackOptions,
        _ secrets: SlackOptions.Secrets,
        records: Records,
        vault: Vault
    ) async throws -> SlackAPI? {
        guard let rotation = secrets.rotation else {
            return try secrets.bot.map { try SlackAPI(base: options.api, token: $0) }
        }
        let tokens = RotatingToken(
            records: records,
            vault: vault,
            renewal: try TokenRenewal(base: options.api, client: rotation.client, secret: rotation.secret),
            now: { GlobalOptions.now() }
        )
        try await tokens.begin(access: secrets.bot?.text, refresh: rotation.refresh)
        return try SlackAPI(base: options.api, tokens: tokens)
    }

    /// Who reads, with people and names as the record has them; people who were not matched yet are matched again.
    private static func sources(_ records: Records, _ ladder: CareerLadder, team: String?) -> LiveSources {
        LiveSources(
            reading: {
                let accounts = try await records.accounts()
                let known = try await records.people()
                let matching = PeopleMatching(known: known, accounts: accounts)
                if Set(matching.people) != Set(known) {
                    try await records.replacePeople(matching.people, ladder: ladder.stamp, now: GlobalOptions.now())
                }
                let reader = try await ReaderChoice.taught(records, ladder: ladder)
                let capture = Capture(
                    people: matching.byAccount,
                    names: Dictionary(accounts.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
                    address: ChatAddress(base: try await records.workspaceState()?.address, team: team),
                    reader: reader.stamp,
                    ladderVersion: ladder.version,
                    asked: ladder.asked,
                    now: GlobalOptions.now()
                )
                return LiveSources.Reading(reader: reader, capture: capture)
            },
            now: { GlobalOptions.now() }
        )
    }

    /// The three addresses that Slack calls.
    var doors: [RawDoor] {
        SlackDoor.Address.allCases.map { address in
            RawDoor(path: "/slack/\(address.rawValue)", limit: SlackDoor.limit) { [door] knock in
                let answer = await door.take(
                    address,
                    times: knock.values(of: "X-Slack-Request-Timestamp"),
                    signatures: knock.values(of: "X-Slack-Signature"),
                    body: knock.body
                )
                return RawReply(status: answer.status, type: answer.type, body: answer.body)
            }
        }
    }

    /// An answer that took longer goes only to where Slack takes such answers.
    private static func post(_ answer: WireValue, to address: String) async {
        guard let place = try? OutgoingAddress(address),
            (place.scheme == "https" && place.host == "hooks.slack.com")
                || (place.scheme == "http" && place.host == "127.0.0.1")
        else { return }
        var request = HTTPClientRequest(url: place.text)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json; charset=utf-8")
        request.body = .bytes(ByteBuffer(bytes: answer.bytes))
        _ = try? await SlackClient.shared.execute(request, timeout: .seconds(10))
    }
}

/// What a process does for Slack where several share the record.
enum SlackDuty: Sendable {
    /// Takes deliveries and answers people; others work on what came.
    case listens
    /// Works on what came and sends what waits; others take deliveries.
    case works
    /// Both.
    case all
}

extension SlackProgram: Service {
    private func lease(_ name: String) -> HeldWork {
        HeldWork(name, records: records, holder: holder, rule: rule, now: { GlobalOptions.now() }, logger: logger)
    }

    /// Works until the program is stopped; what is under way is in the record by then or waits in it.
    func run() async throws {
        let (work, outbox, door, logger, duty) = (work, outbox, door, logger, duty)
        // Whoever does not listen opens no line: Slack spreads deliveries over those that are open.
        let socket = duty == .works ? nil : socket
        await follower.letGo()
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                if duty == .listens {
                    group.addTask {
                        while !Task.isCancelled {
                            try? await Task.sleep(for: .seconds(2))
                            await work.passGapsOn()
                        }
                    }
                } else {
                    group.addTask { await work.run(sharing: lease("slack inbox")) }
                    if let outbox { group.addTask { await outbox.run(sharing: lease("slack outbox")) } }
                }
                if let socket {
                    group.addTask {
                        do {
                            try await socket.run(
                                take: { try await door.take($0) },
                                gap: { door.lostSome() }
                            )
                        } catch is CancellationError {
                        } catch {
                            logger.error("slack socket mode stopped", metadata: ["fault": .string("\(error)")])
                        }
                    }
                }
                await group.waitForAll()
            }
        }
    }
}

extension PeopleMatching {
    /// The people already known, else the accounts themselves.
    init(known: [Person], accounts: [Account]) {
        guard known.allSatisfy({ $0.account?.text == $0.id.text }) else {
            self.init(people: known, accounts: accounts, origin: .record, left: [])
            return
        }
        let ids = Set(known.map(\.id))
        let members = accounts.filter { $0.sort == .member && !ids.contains(PersonID($0.id.text)) }
        let people = members.map {
            Person(id: PersonID($0.id.text), name: $0.name, email: $0.email, account: $0.id, active: !$0.deactivated)
        }
        self.init(people: known + people, accounts: accounts, origin: .accounts, left: [])
    }
}
