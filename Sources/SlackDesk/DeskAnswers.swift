public import Desk
import Evidence
public import Intake
public import Logging
public import Records
import Reviews
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
    let outbox: Outbox
    let now: @Sendable () -> Int64
    let logger: Logger

    /// Joins the desk with the ways to say something; `site` is where the pages are, for links.
    public init(
        desk: Desk,
        records: Records,
        follower: Follower,
        api: SlackAPI?,
        site: String?,
        outbox: Outbox,
        now: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.desk = desk
        self.records = records
        self.follower = follower
        self.api = api
        self.site = site
        self.outbox = outbox
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

    /// Shows a form at once and fills it when it is made: Slack waits three seconds, and the record may take longer.
    func open(_ title: String, trigger: String, _ made: () async throws -> Modal) async throws {
        guard let api else { return }
        let view = try await api.open(.loading(title), trigger: trigger)
        let modal: Modal
        do {
            modal = try await made()
        } catch {
            logger.error("slack form failed", metadata: ["fault": .string("\(type(of: error))")])
            modal = .words(title, Self.words(for: error))
        }
        try await api.update(view: view, with: modal)
    }

    /// Shows a form that is made already.
    func open(_ modal: Modal, trigger: String) async throws { _ = try await api?.open(modal, trigger: trigger) }

    /// Writes to somebody through the outbox.
    func tell(_ account: AccountID, _ message: OutgoingMessage, key: String, kind: String) async throws {
        try await outbox.put(message, key: key, kind: kind, to: account, now: now())
    }

    /// What went wrong, in words for whoever did it.
    static func words(for error: any Error) -> Mrkdwn {
        switch error {
        case DeskError.notAllowed: Mrkdwn("That is open to the person and their manager alone.")
        case let error as ReviewError: Mrkdwn("\(error)")
        case let error as RequestError: Mrkdwn("\(error)")
        default: Mrkdwn("That did not work, and nothing was changed. Please try again.")
        }
    }
}

extension Modal {
    /// A form that only says something.
    static func words(_ title: String, _ words: Mrkdwn) -> Modal {
        Modal(title, callback: "words", blocks: [.section(words)], close: "Close")
    }
}

extension DeskAnswers: SlackAnswers {
    /// The message that answers a command, seen by the one who typed it alone.
    public func answer(_ command: SlashCommand) async -> WireValue? {
        do {
            switch command.name {
            case "/kudos": return try await kudos(command)?.answer
            case "/feedback": return try await feedback(command)?.answer
            default: return try await own(command).answer
            }
        } catch {
            logger.error("slack command failed", metadata: ["fault": .string("\(type(of: error))")])
            return OutgoingMessage(Self.words(for: error)).answer
        }
    }

    /// What answers a button or a form.
    public func answer(_ interaction: Interaction) async -> WireValue? {
        do {
            switch interaction.act {
            case .actions(let actions, _, let message):
                let place = interaction.place(of: message)
                for action in actions { try await press(action, at: place, by: interaction.user) }
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
            if case .submission(let view) = interaction.act {
                return Modal.words("Crosstie", Self.words(for: error)).replacement(of: view)
            }
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

    /// A form was sent.
    func submit(_ view: OpenView, by user: AccountID) async throws -> WireValue? {
        switch view.callback {
        case KudosForm.callback: try await thank(view, by: user)
        case FeedbackForm.callback: try await give(view, by: user)
        case ObjectionForm.callback: try await object(view, by: user)
        default: nil
        }
    }

    /// A button on the page or on a message.
    func press(_ action: BlockAction, at place: ActionPlace, by user: AccountID) async throws {
        switch action.id {
        case "stop_reading", "start_reading":
            let answer = try await choose(user, silent: action.id == "stop_reading")
            try await tell(user, answer, key: "choice \(user.text) \(now())", kind: "answer")
            if place.message == nil { try await publish(for: user) }
        case "request_next", "request_present", "request_unseen":
            guard let id = action.value.text,
                let sight = ColleagueSight(rawValue: String(action.id.dropFirst("request_".count)))
            else { return }
            try await tap(RequestID(id), sight, at: place, by: user)
        case "feedback_give":
            guard let id = action.value.text else { return }
            try await openFeedback(FeedbackID(id), trigger: place.trigger, by: user)
        case "feedback_decline":
            guard let id = action.value.text else { return }
            try await decline(FeedbackID(id), at: place, by: user)
        case "contest":
            guard let id = action.value.text else { return }
            try await openObjection(to: EntryID(id), trigger: place.trigger, by: user)
        case "contest_said": try await openObjection(toWhatStandsAt: place, by: user)
        default: return
        }
    }
}

/// Where something was pressed: on a message, or on the app's page.
struct ActionPlace: Sendable {
    /// The message; nil on the app's page.
    let message: MessageID?
    /// Opens a form, once, for three seconds.
    let trigger: String
}

extension Interaction {
    func place(of message: MessageID?) -> ActionPlace { ActionPlace(message: message, trigger: trigger) }
}

extension Modal {
    /// The answer to a sent form that shows this one in its place.
    func replacement(of view: OpenView) -> WireValue { replacement }
}
