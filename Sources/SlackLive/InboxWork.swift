import Intake
import Jobs
public import Logging
public import Records
import Slack
import Workspace

/// Works on what was stored, in the order in which it came; what fails is tried again, and a backfill mends the rest.
public struct InboxWork: Sendable {
    private var records: Records
    private let vault: Vault
    private let follower: Follower
    private let door: SlackDoor
    private let answers: any SlackAnswers
    private let now: @Sendable () -> Int64
    private let logger: Logger
    private let plan: BackfillPlan
    private let hasPrivate: Bool
    private let lane = ErrandLane()
    /// Who works, where several processes share the record; nil where there is but one.
    private var holder: String?
    /// How often what may be due is looked at without a delivery; those that another process took come by nothing else.
    private var tick: Duration = .seconds(5)

    /// Deliveries of one round: few, so that whoever stores the next ones waits for a short transaction only.
    static let width = 100
    /// Units: microseconds between backfills that nobody asked for.
    static let pause: Int64 = 6 * 3_600_000_000
    /// Units: microseconds between backfills where something was read without all that stands around it.
    static let rest: Int64 = 600_000_000
    /// Units: microseconds until a backfill that failed is tried again; doubled with every failure, up to a quarter of an hour.
    static let patience: Int64 = 30_000_000
    /// Units: microseconds between two groupings and tidyings while deliveries keep coming.
    static let tidying: Int64 = 10_000_000

    /// Joins the queue with what works on it; `vault` opens what waits.
    public init(
        records: Records,
        vault: Vault,
        follower: Follower,
        door: SlackDoor,
        answers: any SlackAnswers = NoAnswers(),
        plan: BackfillPlan = .init(),
        private hasPrivate: Bool = false,
        now: @escaping @Sendable () -> Int64,
        logger: Logger
    ) {
        self.records = records
        self.vault = vault
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
                    try? await Task.sleep(for: tick)
                    door.wake()
                }
            }
            group.addTask {
                var rhythm = Rhythm()
                for await _ in arrivals {
                    do {
                        try await turn(&rhythm)
                    } catch is CancellationError {
                        return
                    } catch {
                        logger.error("slack work failed", metadata: ["fault": .string("\(type(of: error))")])
                    }
                    if Task.isCancelled { return }
                }
            }
            group.addTask { await lane.serve(run) }
            await group.next()
            group.cancelAll()
        }
    }

    /// The same where several processes share the record: only whoever holds the lease works, and another one takes over when it is
    /// gone.
    ///
    /// One lease for the workspace, not one for each channel: reading needs what was said before, which lies in one memory; people,
    /// choices and Slack's limits are the workspace's; and a person's evidence comes from many channels.
    public func run(sharing lease: HeldWork) async {
        var mine = self
        mine.holder = lease.holder
        mine.tick = .seconds(1)
        let shared = mine
        await lease.run(waiting: { await passGapsOn() }) { fenced in
            var work = shared
            work.records = fenced
            do {
                try await follower.hold(fenced)
                await work.run()
            } catch {
                logger.error("slack work failed", metadata: ["fault": .string("\(type(of: error))")])
            }
            await follower.letGo()
        }
    }

    /// Asks whoever follows the chat to read it again, where events were lost on the way to this process.
    public func passGapsOn() async {
        guard door.takeGap() else { return }
        let now = now()
        do {
            try await records.enqueue([Job(.chatAgain, key: "chat-again \(now)", due: now, made: now)])
        } catch {
            door.lostSome()
        }
    }

    /// What other processes asked for; the lease of the chat holds for it as well.
    private static let askedLease = LeaseRule(length: 3_600_000_000)
    private static let askedBackOff = BackOff(first: patience, longest: patience * 30, tries: 50)

    private func asked() async throws -> [Job] {
        guard let holder else { return [] }
        return try await records.claimJobs(
            [.chatAgain],
            limit: 100,
            holder: holder,
            rule: Self.askedLease,
            backOff: Self.askedBackOff,
            now: now()
        )
    }

    /// When what is not done for each delivery was done last, microseconds since 1970 UTC.
    private struct Rhythm {
        var backfill: Int64 = 0
        var failures = 0
        var closedUntil: Int64 = 0
        var tidied: Int64 = 0
    }

    private func turn(_ rhythm: inout Rhythm) async throws {
        // What waits first: it is older than what the chat says now, and that is the truth.
        try await drain()
        let since = now() - rhythm.backfill
        let asked = now() >= rhythm.closedUntil ? try await asked() : []
        if !asked.isEmpty { door.lostSome() }
        if now() >= rhythm.closedUntil,
            door.takeGap() || since > Self.pause || since > Self.rest && door.takeBehind()
        {
            rhythm.backfill = now()
            if await backfill() {
                rhythm.failures = 0
                for job in asked { try await records.finish(job, now: now()) }
            } else {
                for job in asked {
                    try await records.fail(job, JobFault(sort: "SlackFault"), backOff: Self.askedBackOff, now: now())
                }
                // What was missed is still missing.
                rhythm.closedUntil = now() + min(Self.patience << Int64(min(rhythm.failures, 5)), Self.patience * 30)
                rhythm.failures += 1
                door.lostSome()
            }
        }
        // A person's evidence is read whole to find its episodes; with every few messages that would be all that is done.
        guard now() - rhythm.tidied > Self.tidying else { return }
        let began = now()
        try await follower.group()
        try await records.forgetEnvelopes(now: now())
        try await follower.eraseWhenDue()
        rhythm.tidied = now() + min((now() - began) * 4, Self.tidying * 2)
    }

    /// Works on everything that waits; returns once nothing does.
    ///
    /// Errors: those of the record.
    public func drain() async throws {
        while true {
            let waiting = try await records.waitingEnvelopes(limit: Self.width, vault: vault)
            guard !waiting.isEmpty else { return }
            if holder != nil { try await follower.hearChoices() }
            do {
                try await work(on: waiting)
            } catch is CancellationError {
                throw CancellationError()
            } catch let error as JobError {
                // Somebody else works on them by now.
                throw error
            } catch {
                try await workSingly(on: waiting)
            }
            await lane.finish(run)
            try Task.checkCancellation()
        }
    }

    private func run(_ errand: Follower.Errand) async {
        await answers.run(errand)
        // What was said before the app was invited.
        if case .greet(let channel) = errand { await backfill([channel]) }
    }

    private func work(on waiting: [KeptEnvelope]) async throws {
        let errands = try await follower.take(waiting.compactMap(\.event))
        // What was sealed with a key that is lost is read from the chat itself.
        if waiting.contains(where: { $0.payload == nil }) { door.lostSome() }
        try await records.finish(envelopes: waiting.map(\.id), now: now())
        if errands.contains(.backfill) { door.fellBehind() }
        lane.add(errands.filter { $0 != .backfill })
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

    @discardableResult
    private func backfill(_ channels: Set<ChannelID>? = nil) async -> Bool {
        do {
            let outcome = try await follower.backfill(plan, private: hasPrivate, only: channels)
            guard outcome.channels > 0 else { return true }
            logger.info(
                "slack read again",
                metadata: [
                    "channels": .stringConvertible(outcome.channels), "messages": .stringConvertible(outcome.messages),
                    "gone": .stringConvertible(outcome.gone), "left": .stringConvertible(outcome.left.count),
                ]
            )
            return true
        } catch {
            logger.error("slack backfill failed", metadata: ["fault": .string("\(error)")])
            return false
        }
    }
}

extension KeptEnvelope {
    /// The event in it; nil for what was answered when it came.
    var event: EventEnvelope? {
        guard kind == "event", let payload = payload.flatMap({ WireValue.read($0) }) else { return nil }
        return if case .event(let envelope) = Delivery(event: payload) { envelope } else { nil }
    }
}
