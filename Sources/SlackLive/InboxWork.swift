import Intake
public import Logging
public import Records
import Slack

/// Works on what was stored, in the order in which it came; what fails is tried again, and a backfill mends the rest.
public struct InboxWork: Sendable {
    private let records: Records
    private let follower: Follower
    private let door: SlackDoor
    private let answers: any SlackAnswers
    private let now: @Sendable () -> Int64
    private let logger: Logger
    private let plan: BackfillPlan
    private let hasPrivate: Bool

    /// Deliveries of one round.
    static let width = 500
    /// Units: microseconds between backfills that nobody asked for.
    static let pause: Int64 = 6 * 3_600_000_000

    /// Joins the queue with what works on it.
    public init(
        records: Records,
        follower: Follower,
        door: SlackDoor,
        answers: any SlackAnswers = NoAnswers(),
        plan: BackfillPlan = .init(),
        private hasPrivate: Bool = false,
        now: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.records = records
        self.follower = follower
        self.door = door
        self.answers = answers
        self.plan = plan
        self.hasPrivate = hasPrivate
        self.now = now
        self.logger = logger
    }

    /// Works on what waits, reads again what was missed, and goes on so until the task is cancelled.
    public func run() async {
        let arrivals = door.arrivals()
        door.lostSome()
        await withTaskGroup(of: Void.self) { group in
            // A delivery that failed, and whatever is due by time, is looked at without a new one.
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(20))
                    door.wake()
                }
            }
            group.addTask {
                var last: Int64 = 0
                for await _ in arrivals {
                    do {
                        // What waits first: it is older than what the chat says now, and that is the truth.
                        try await drain()
                        if door.takeGap() || now() - last > Self.pause {
                            last = now()
                            await backfill()
                        }
                        try await follower.group()
                        try await records.forgetEnvelopes(now: now())
                        try await follower.eraseWhenDue()
                    } catch {
                        logger.error("slack work failed", metadata: ["fault": .string("\(type(of: error))")])
                    }
                    if Task.isCancelled { return }
                }
            }
            await group.next()
            group.cancelAll()
        }
    }

    /// Works on everything that waits; returns once nothing does.
    ///
    /// Errors: those of the record.
    public func drain() async throws {
        while true {
            let waiting = try await records.waitingEnvelopes(limit: Self.width)
            guard !waiting.isEmpty else { return }
            do {
                try await work(on: waiting)
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                try await workSingly(on: waiting)
            }
            try Task.checkCancellation()
        }
    }

    private func work(on waiting: [KeptEnvelope]) async throws {
        let errands = try await follower.take(waiting.compactMap(\.event))
        try await records.finish(envelopes: waiting.map(\.id), now: now())
        for errand in errands {
            if errand == .backfill { door.lostSome() } else { await answers.run(errand) }
        }
    }

    /// One after the other, so that one that cannot be worked on does not hold up the others.
    private func workSingly(on waiting: [KeptEnvelope]) async throws {
        for envelope in waiting {
            do {
                try await work(on: [envelope])
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                logger.error("slack delivery failed", metadata: ["fault": .string("\(type(of: error))")])
                try await records.postpone(envelopes: [envelope.id], now: now())
            }
        }
    }

    private func backfill() async {
        do {
            let outcome = try await follower.backfill(plan, private: hasPrivate)
            guard outcome.channels > 0 else { return }
            logger.info(
                "slack read again",
                metadata: [
                    "channels": .stringConvertible(outcome.channels), "messages": .stringConvertible(outcome.messages),
                    "gone": .stringConvertible(outcome.gone), "left": .stringConvertible(outcome.left.count),
                ]
            )
        } catch {
            logger.error("slack backfill failed", metadata: ["fault": .string("\(error)")])
        }
    }
}

extension KeptEnvelope {
    /// The event in it; nil for what was answered when it came.
    var event: EventEnvelope? {
        guard kind == "event", let payload = WireValue.read(payload) else { return nil }
        return if case .event(let envelope) = Delivery(event: payload) { envelope } else { nil }
    }
}
