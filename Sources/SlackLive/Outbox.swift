import Intake
public import Logging
public import Records
public import Slack
public import Workspace

/// Sends what waits in the outbox: each message once, at an hour when it is welcome, never more than is borne.
public struct Outbox: Sendable {
    private let records: Records
    private let api: SlackAPI
    private let rules: OutboxRules
    private let now: @Sendable () -> Int64
    private let logger: Logger

    /// Tries before a message is given up.
    static let tries = 5

    /// Joins the record's outbox with the Web API.
    public init(
        records: Records,
        api: SlackAPI,
        rules: OutboxRules = .init(),
        now: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.records = records
        self.api = api
        self.rules = rules
        self.now = now
        self.logger = logger
    }

    /// Puts a message in; the same key twice is one message.
    ///
    /// Units: `expires` in microseconds from now; after that it is no longer worth sending.
    @discardableResult
    public static func put(
        _ message: OutgoingMessage,
        key: String,
        kind: String,
        to account: AccountID,
        in channel: ChannelID? = nil,
        expires: Int64 = 2 * 86_400_000_000,
        into records: Records,
        rules: OutboxRules = .init(),
        now: Int64
    ) async throws -> Bool {
        let due = rules.moment(for: kind, at: now)
        return try await records.keep(
            outgoing: OutboxMessage(
                key: key,
                kind: kind,
                account: account,
                target: channel?.text ?? account.text,
                payload: message.payload.bytes,
                due: due,
                expires: due + expires
            ),
            now: now
        )
    }

    /// Sends what is due; returns how many messages went.
    ///
    /// Errors: those of the record, and `SlackFault` of the permanent kind.
    @discardableResult
    public func send() async throws -> Int {
        var sent = 0
        let choices = Dictionary(
            try await records.slackChoices().map { ($0.account, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for message in try await records.claimOutgoing(limit: 50, now: now()) {
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
            try? await Task.sleep(for: .seconds(5))
        }
    }

    private func send(_ message: OutboxMessage, off: Set<String>) async throws -> Bool {
        let moment = now()
        let isAnswer = OutboxRules.answers.contains(message.kind)
        guard isAnswer || !(off.contains(message.kind) || rules.off.contains(message.kind)),
            let body = WireValue.read(message.payload).flatMap({ OutgoingMessage(kept: $0) })
        else {
            try await records.settle(outgoing: message.key, as: .dropped, now: moment)
            return false
        }
        let due = rules.moment(for: message.kind, at: moment)
        guard due <= moment else {
            try await records.settle(outgoing: message.key, as: .waiting, due: due, now: moment)
            return false
        }
        if !isAnswer, try await records.sentCount(to: message.account, since: moment - OutboxRules.day) >= rules.cap {
            let later = rules.moment(for: message.kind, at: moment + OutboxRules.day / 4)
            try await records.settle(outgoing: message.key, as: .waiting, due: later, now: moment)
            return false
        }
        do {
            let posted = try await api.post(body, to: message.target)
            try await records.settle(outgoing: message.key, as: .sent, posted: posted.ts, now: now())
            return true
        } catch let fault as SlackFault {
            // A refusal means that nothing was posted; an answer that never came leaves it open.
            let mayRepeat =
                if case .tooBusy = fault { true } else { fault.word.map { !fault.isPermanent && !$0.isEmpty } ?? false }
            let isOver = fault.isAboutOneThing || !mayRepeat || message.tries >= Self.tries
            let next = moment + Int64(1 << min(message.tries, 6)) * 60_000_000
            try await records.settle(
                outgoing: message.key,
                as: isOver ? .failed : .waiting,
                due: isOver ? nil : next,
                now: now()
            )
            logger.notice("slack message not sent", metadata: ["fault": .string("\(fault)")])
            if fault.isPermanent { throw fault }
            return false
        }
    }
}
