import Intake
public import Logging
public import Records
public import Slack
public import Workspace

/// What waits to be written to people: each message once, at an hour when it is welcome, never more than is borne.
public struct Outbox: Sendable {
    private var records: Records
    private let vault: Vault
    private let hours: any OutboxHours

    /// Joins the record's outbox with the rules of writing to people; `vault` seals what waits.
    public init(records: Records, vault: Vault, hours: any OutboxHours = OutboxRules()) {
        self.records = records
        self.vault = vault
        self.hours = hours
    }

    /// Puts a message in; the same key twice is one message.
    ///
    /// Units: `expires` in microseconds from when it may go; after that it is no longer worth sending. `ends` is a moment in
    /// microseconds since 1970 UTC that counts in its place.
    @discardableResult
    public func put(
        _ message: OutgoingMessage,
        key: String,
        kind: String,
        to account: AccountID,
        in channel: ChannelID? = nil,
        expires: Int64 = 2 * 86_400_000_000,
        ends: Int64? = nil,
        now: Int64
    ) async throws -> Bool {
        let due = try await hours.rules(for: account).moment(for: kind, at: now)
        let kept = OutboxMessage(
            key: key,
            kind: kind,
            account: account,
            target: channel?.text ?? account.text,
            payload: message.payload.bytes,
            due: due,
            expires: ends ?? due + expires
        )
        return try await records.keep(outgoing: kept, vault: vault, now: now)
    }

    /// True where a message that nobody asked for would go at once; what quotes people does not wait here with their words.
    public func isOpen(for kind: String, to account: AccountID, now: Int64) async throws -> Bool {
        let rules = try await hours.rules(for: account)
        guard rules.moment(for: kind, at: now) <= now else { return false }
        let answers = OutboxRules.answers
        let sent = try await records.sentCount(to: account, since: now - OutboxRules.day, but: answers)
        return sent + (try await records.waitingCount(for: account, but: answers)) < rules.cap
    }

    /// The same outbox through another way to the record, which may be fenced.
    func through(_ records: Records) -> Outbox {
        var outbox = self
        outbox.records = records
        return outbox
    }

    /// The next message that is due, so that nobody else sends it.
    func claim(now: Int64) async throws -> OutboxMessage? {
        try await records.claimOutgoing(limit: 1, vault: vault, now: now).first
    }

    func rules(for account: AccountID) async throws -> OutboxRules { try await hours.rules(for: account) }
}

/// Sends what waits in the outbox.
public struct OutboxWork: Sendable {
    private var records: Records
    private var outbox: Outbox
    private let api: SlackAPI
    private let now: @Sendable () -> Int64
    private let logger: Logger

    /// Tries before a message is given up.
    static let tries = 5

    /// Joins the outbox with the Web API.
    public init(
        records: Records,
        outbox: Outbox,
        api: SlackAPI,
        now: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.records = records
        self.outbox = outbox
        self.api = api
        self.now = now
        self.logger = logger
    }

    /// Sends what is due; returns how many messages went.
    ///
    /// One is taken at a time: where the program ends while it is under way, nobody knows whether that one arrived, and all
    /// others still wait. Errors: those of the record, and `SlackFault` of the permanent kind.
    @discardableResult
    public func send() async throws -> Int {
        var sent = 0
        let choices = Dictionary(
            try await records.slackChoices().map { ($0.account, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        while !Task.isCancelled, let message = try await outbox.claim(now: now()) {
            if try await send(message, off: choices[message.account]?.off ?? []) { sent += 1 }
        }
        return sent
    }

    /// Sends until the task is cancelled.
    public func run() async {
        while !Task.isCancelled {
            do {
                let sent = try await send()
                if sent > 0 { logger.info("slack messages sent", metadata: ["count": .stringConvertible(sent)]) }
            } catch {
                logger.error("slack outbox failed", metadata: ["fault": .string("\(error)")])
            }
            try? await Task.sleep(for: .seconds(3))
        }
    }

    /// The same where several processes share the record: one sends, so that messages go in order and the limits hold.
    public func run(sharing lease: HeldWork) async {
        await lease.run { fenced in
            var work = self
            work.records = fenced
            work.outbox = outbox.through(fenced)
            await work.run()
        }
    }

    private func send(_ message: OutboxMessage, off: Set<String>) async throws -> Bool {
        let moment = now()
        let isAnswer = OutboxRules.answers.contains(message.kind)
        let rules = try await outbox.rules(for: message.account)
        guard isAnswer || !(off.contains(message.kind) || rules.off.contains(message.kind)),
            let body = WireValue.read(message.payload).flatMap({ OutgoingMessage(kept: $0) })
        else {
            try await records.settle(outgoing: message.key, as: .dropped, now: moment)
            return false
        }
        if let later = try await later(for: message, rules, isAnswer: isAnswer, at: moment) {
            try await records.settle(outgoing: message.key, as: .waiting, due: later, countsTry: false, now: moment)
            return false
        }
        do {
            let posted = try await api.post(body, to: message.target)
            try await records.settle(outgoing: message.key, as: .sent, posted: posted.ts, now: now())
            return true
        } catch let fault as SlackFault {
            try await settle(message, after: fault, at: moment)
            if fault.isPermanent { throw fault }
            return false
        }
    }

    /// When a message may go that may not go now.
    private func later(
        for message: OutboxMessage,
        _ rules: OutboxRules,
        isAnswer: Bool,
        at moment: Int64
    ) async throws -> Int64? {
        let due = rules.moment(for: message.kind, at: moment)
        if due > moment { return due }
        guard !isAnswer else { return nil }
        let since = moment - OutboxRules.day
        let sent = try await records.sentCount(to: message.account, since: since, but: OutboxRules.answers)
        return sent >= rules.cap ? rules.moment(for: message.kind, at: moment + OutboxRules.day / 8) : nil
    }

    private func settle(_ message: OutboxMessage, after fault: SlackFault, at moment: Int64) async throws {
        // A refusal means that nothing was posted; an answer that never came leaves it open.
        let isRefused = if case .tooBusy = fault { true } else { fault.word != nil }
        let isForGood = fault.isAboutOneThing || !isRefused || !(fault.isPassing || fault.isPermanent)
        let isOver = isForGood || message.tries >= Self.tries
        let next = moment + Int64(1 << min(message.tries, 6)) * 60_000_000
        // Where the token is no longer good the message waits for the next one, and no try is counted.
        try await records.settle(
            outgoing: message.key,
            as: isOver && !fault.isPermanent ? .failed : .waiting,
            due: next,
            countsTry: !fault.isPermanent,
            now: now()
        )
        logger.notice("slack message not sent", metadata: ["fault": .string("\(fault)")])
    }
}
