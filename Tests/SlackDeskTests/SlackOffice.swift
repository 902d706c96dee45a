import Desk
import Evidence
import Intake
import Ladder
import Logging
import Records
import Signals
import Slack
import SlackDesk
import SlackLive
import Store
import Synchronization
import Testing
import Workspace

/// A small company that talks in Slack: the real record, reader, follower and desk, and a Slack that only listens.
struct SlackOffice: Sendable {
    static let team = "T0MADEUP"
    /// Tuesday, 2026-11-24, 10:00 UTC.
    static let start: Int64 = 1_795_514_400_000_000
    static let hour: Int64 = 3_600_000_000
    static let site = "https://crosstie.example"

    let records: Records
    let vault: Vault
    let desk: Desk
    let follower: Follower
    let answers: DeskAnswers
    let outbox: Outbox
    let sender: OutboxWork
    let notes: SlackNotes
    let door: SlackDoor
    let work: InboxWork
    let slack: FakeSlack
    let clock: OfficeClock
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static let people: [Person] = [
        person("mo", "Mo Lind", "U0MO", nil, .management, 6), person("ana", "Ana Berg", "U0ANA", "mo", .ic, 5),
        person("ben", "Ben Holt", "U0BEN", "mo", .ic, 4), person("cleo", "Cleo Sand", "U0CLEO", "mo", .ic, 4),
        person("dia", "Dia Wolf", "U0DIA", "mo", .ic, 5), person("eli", "Eli Moor", "U0ELI", "mo", .ic, 3),
    ]

    private static func person(
        _ id: String,
        _ name: String,
        _ account: String,
        _ manager: String?,
        _ track: Track,
        _ level: Int
    ) -> Person {
        Person(
            id: PersonID(id),
            name: name,
            account: AccountID(account),
            manager: manager.map { PersonID($0) },
            team: "Papers",
            track: track,
            level: level,
            started: CivilDate(microseconds: start - 900 * 24 * hour),
            levelSince: CivilDate(microseconds: start - 400 * 24 * hour)
        )
    }

    static var users: WireValue {
        .list(
            people.map { person in
                let account = person.account?.text ?? ""
                return [
                    "id": .text(account), "team_id": .text(team), "name": .text(person.id.text), "deleted": false,
                    "profile": ["real_name": .text(person.name), "display_name": .text(person.name)],
                ]
            }
        )
    }

    static let channels: WireValue = .list([
        ["id": "C0TEAM", "name": "team", "is_member": true], ["id": "C0NEW", "name": "new", "is_member": true],
    ])

    /// Opens the office, lets the body work in it, and holds every payload that went out against Slack's limits.
    static func open<T: Sendable>(
        briefs: (any BriefSource)? = nil,
        database: (any Database)? = nil,
        _ body: (SlackOffice) async throws -> T
    ) async throws -> T {
        try await FakeSlack.running { slack, api in
            let office = try await SlackOffice(slack, api, briefs: briefs, database: database)
            let answer = try await body(office)
            for call in slack.calls {
                #expect(BlockRules.faults(of: call) == [], "\(call.method)")
            }
            return answer
        }
    }

    private init(
        _ slack: FakeSlack,
        _ api: SlackAPI,
        briefs: (any BriefSource)?,
        database: (any Database)?
    ) async throws {
        let clock = OfficeClock(Self.start)
        let now: @Sendable () -> Int64 = { clock.now }
        let records = try await Records.open(try database ?? openDatabase(.memory, create: true))
        try await records.begin(name: "Made up", now: clock.now)
        try await records.begin(slack: Self.team)
        try await records.keep(address: "https://made-up.example")
        try await records.replacePeople(Self.people, now: clock.now)
        let vault = try Vault(key: [UInt8](1...32))
        let reader = try StaticReader()
        let desk = Desk(records: records, ladder: .reference, vault: vault, clock: now)
        let follower = Follower(
            records: records,
            sources: LiveSources(
                reading: {
                    let accounts = try await records.accounts()
                    let capture = Capture(
                        people: Dictionary(
                            Self.people.compactMap { person in person.account.map { ($0, person) } },
                            uniquingKeysWith: { first, _ in first }
                        ),
                        names: Dictionary(accounts.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
                        address: ChatAddress(base: "https://made-up.example"),
                        reader: reader.stamp,
                        ladderVersion: "1",
                        now: now()
                    )
                    return .init(reader: reader, capture: capture)
                },
                now: now
            ),
            app: FollowedApp(team: Self.team, account: "U0APP")
        )
        try await follower.begin()
        try await follower.learn(Self.users, Self.channels)
        let outbox = Outbox(records: records, vault: vault, hours: OwnHours(records: records, company: OutboxRules()))
        answers = DeskAnswers(
            desk: desk,
            records: records,
            follower: follower,
            api: api,
            site: Self.site,
            outbox: outbox,
            now: now,
            logger: Self.logger
        )
        sender = OutboxWork(records: records, outbox: outbox, api: api, now: now, logger: Self.logger)
        notes = SlackNotes(
            desk: desk,
            records: records,
            outbox: outbox,
            briefs: briefs,
            site: Self.site,
            logger: Self.logger
        )
        door = SlackDoor(
            secrets: SigningSecrets(["secret"]),
            records: records,
            vault: vault,
            answers: answers,
            now: now
        )
        work = InboxWork(
            records: records,
            vault: vault,
            follower: follower,
            door: door,
            answers: answers,
            now: now,
            logger: Self.logger
        )
        self.records = records
        self.vault = vault
        self.desk = desk
        self.follower = follower
        self.outbox = outbox
        self.slack = slack
        self.clock = clock
    }
}

/// The time in the office; it stands still until a test moves it.
final class OfficeClock: Sendable {
    private let moment: Mutex<Int64>

    init(_ start: Int64) { moment = Mutex(start) }

    var now: Int64 { moment.withLock { $0 } }

    func pass(hours: Int64) { moment.withLock { $0 += hours * SlackOffice.hour } }
}

extension SlackOffice {
    /// Something that happened in the chat, through the door as Slack brings it, and worked on.
    func happen(_ event: WireValue, id: String) async throws {
        let seconds = clock.now / 1_000_000
        let payload: WireValue = [
            "type": "event_callback", "event_id": .text(id), "team_id": .text(Self.team), "api_app_id": "A0",
            "event_time": .integer(seconds), "event": event,
        ]
        let secrets = try #require(SigningSecrets(["secret"]))
        let answer = await door.take(
            .events,
            times: ["\(seconds)"],
            signatures: [secrets.signature(of: payload.bytes, at: seconds)],
            body: payload.bytes
        )
        #expect(answer.status == 200)
        try await work.drain()
        try await follower.group()
    }

    /// Somebody says something in a channel.
    @discardableResult
    func say(_ text: String, by user: String, in channel: String = "C0TEAM", number: Int = 1) async throws -> String {
        let ts = "\(clock.now / 1_000_000 - 60).00000\(number)"
        try await happen(
            [
                "type": "message", "channel": .text(channel), "channel_type": "channel", "user": .text(user),
                "text": .text(text), "ts": .text(ts), "event_ts": .text(ts), "team": .text(Self.team),
            ],
            id: "Ev \(channel) \(ts)"
        )
        return ts
    }

    /// What somebody types, and what they get back.
    func type(_ command: String, _ text: String = "", by user: String) async throws -> WireValue? {
        let payload: WireValue = [
            "command": .text(command), "text": .text(text), "user_id": .text(user), "team_id": .text(Self.team),
            "channel_id": "C0TEAM", "trigger_id": .text("t \(slack.calls.count)"),
        ]
        guard case .command(let command) = Delivery(command: payload) else { throw Missing() }
        return await answers.answer(command)
    }

    /// What somebody presses.
    func press(
        _ action: String,
        _ value: String = "",
        by user: String,
        on message: (String, String)? = nil
    ) async throws {
        var payload: WireValue = [
            "type": "block_actions", "user": ["id": .text(user)], "trigger_id": .text("t \(slack.calls.count)"),
            "actions": [["action_id": .text(action), "block_id": "b", "value": .text(value)]],
        ]
        if let message {
            payload = payload.setting(
                "container",
                to: ["type": "message", "channel_id": .text(message.0), "message_ts": .text(message.1)]
            )
        }
        guard case .interaction(let interaction) = Delivery(interaction: payload) else { throw Missing() }
        _ = await answers.answer(interaction)
    }

    /// A form that somebody sends.
    func submit(
        _ callback: String,
        _ metadata: String = "",
        _ values: [String: WireValue],
        by user: String
    ) async throws -> WireValue? {
        let state = values.sorted { $0.key < $1.key }.map { name, value in
            WireField(name, .object([WireField(name, value)]))
        }
        let payload: WireValue = [
            "type": "view_submission", "user": ["id": .text(user)],
            "view": [
                "id": .text("V \(slack.calls.count)"), "hash": "h", "callback_id": .text(callback),
                "private_metadata": .text(metadata), "state": ["values": .object(state)],
            ],
        ]
        guard case .interaction(let interaction) = Delivery(interaction: payload) else { throw Missing() }
        return await answers.answer(interaction)
    }

    /// The last form that was shown.
    var form: WireValue {
        slack.calls("views.update").last?["view"] ?? slack.calls("views.open").last?["view"] ?? .null
    }

    /// The page that was put up last for somebody.
    func home(of user: String) async throws -> WireValue {
        await answers.run(.home(AccountID(user)))
        return try #require(slack.calls("views.publish").last { $0["user_id"].string == user })["view"]
    }

    /// What was written to somebody, in order.
    func messages(to target: String) -> [WireValue] {
        slack.calls("chat.postMessage").filter { $0["channel"].string == target }
    }

    struct Missing: Error {}
}
