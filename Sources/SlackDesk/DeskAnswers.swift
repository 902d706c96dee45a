public import Desk
import Evidence
public import Intake
public import Logging
public import Records
public import Slack
public import SlackLive
import Workspace

/// What people see and do in Slack, from what lies on their desks; rights are asked there, for whoever did it.
public struct DeskAnswers: Sendable {
    let desk: Desk
    let records: Records
    let follower: Follower
    let api: SlackAPI?
    let site: String?
    let rules: OutboxRules
    let now: @Sendable () -> Int64
    let logger: Logger

    /// Joins the desk with the ways to say something; `site` is where the pages are, for links.
    public init(
        desk: Desk,
        records: Records,
        follower: Follower,
        api: SlackAPI?,
        site: String?,
        rules: OutboxRules,
        now: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.desk = desk
        self.records = records
        self.follower = follower
        self.api = api
        self.site = site
        self.rules = rules
        self.now = now
        self.logger = logger
    }

    /// Who somebody is; nil for accounts that are nobody's here.
    func person(_ account: AccountID) async throws -> Person? {
        try await desk.people().first { $0.account == account }
    }

    /// A link to a page, where the site's address is known.
    func page(_ path: String, _ words: String) -> Mrkdwn? {
        site.map { .link($0 + path, words) }
    }
}

extension DeskAnswers: SlackAnswers {
    /// The message that answers a command, seen by the one who typed it alone.
    public func answer(_ command: SlashCommand) async -> WireValue? {
        do {
            let message =
                switch command.name {
                case "/kudos": try await kudos(command)
                case "/feedback": try await feedback(command)
                default: try await own(command)
                }
            return message.answer
        } catch {
            logger.error("slack command failed", metadata: ["fault": .string("\(type(of: error))")])
            return OutgoingMessage(Mrkdwn("That did not work, and nothing was changed. Please try again.")).answer
        }
    }

    /// What answers a button or a form.
    public func answer(_ interaction: Interaction) async -> WireValue? {
        do {
            switch interaction.act {
            case .actions(let actions, _, _):
                for action in actions { try await press(action, by: interaction.user) }
                return nil
            case .messageShortcut(_, let message, let channel, _):
                try await save(message, in: channel, by: interaction.user, trigger: interaction.trigger)
                return nil
            case .shortcut:
                try await open(KudosForm.modal(), trigger: interaction.trigger)
                return nil
            case .submission(let view): return try await submit(view, by: interaction.user)
            case .closed, .suggestion: return nil
            }
        } catch {
            logger.error("slack action failed", metadata: ["fault": .string("\(type(of: error))")])
            return nil
        }
    }

    /// Something to do that an event asked for.
    public func run(_ errand: Follower.Errand) async {
        do {
            switch errand {
            case .greet(let channel): try await greet(channel)
            case .home(let user): try await publish(for: user)
            case .help(let user):
                let day = now() / 86_400_000_000
                try await tell(user, Self.help, key: "help \(user.text) \(day)", kind: "answer")
            case .backfill: break
            }
        } catch {
            logger.error("slack errand failed", metadata: ["fault": .string("\(error)")])
        }
    }

    func open(_ modal: Modal, trigger: String) async throws { _ = try await api?.open(modal, trigger: trigger) }

    /// Writes to somebody through the outbox.
    func tell(_ account: AccountID, _ message: OutgoingMessage, key: String, kind: String) async throws {
        try await Outbox.put(message, key: key, kind: kind, to: account, into: records, rules: rules, now: now())
    }
}
