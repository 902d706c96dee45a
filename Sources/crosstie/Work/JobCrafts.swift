import Desk
import Evidence
import Jobs
import Logging
import Records
import SlackDesk
import Workspace

/// What a process can do of what is left to workers, and which moments of the clock it looks at.
struct JobCrafts: Sendable {
    /// Does a job and returns how much it was; what it writes goes through the fence.
    typealias Craft = @Sendable (_ job: Job, _ fence: Fence) async throws -> Int

    var works: [JobKind: Craft] = [:]
    var schedules: [Schedule] = []

    private static let minute: Int64 = 60_000_000
    private static let day = 1440 * minute

    /// What every process can do; feeds, briefs and notes where it has what they need.
    init(
        desk: Desk,
        briefs: BriefRounds?,
        slack: SlackProgram?,
        checkpoints: CheckpointFile?,
        logger: Logger
    ) {
        add(.supportSignals, every: Self.day) { _, fence in
            try await desk.working(under: fence).openSupportSignals()
        }
        add(.requests, every: Self.day) { _, fence in
            do {
                return try await desk.working(under: fence).sendDueRequests(for: .console).count
            } catch RequestError.notAutomatic {
                return 0
            }
        }
        add(.reminders, every: Self.day) { _, _ in
            let waiting = try await desk.objectionsToAnswer(for: .console).count { $0.answers == nil }
            let dead = try await desk.deadJobs(for: .console).count
            // Somebody who reads the log has to act.
            if waiting > 0 {
                logger.notice("objections that only the console may answer, crosstie objections: \(waiting)")
            }
            if dead > 0 { logger.notice("work that was given up, crosstie jobs list: \(dead)") }
            return waiting + dead
        }
        add(.tidying, every: 60 * Self.minute) { _, fence in try await desk.working(under: fence).tidy() }
        add(.retention, every: Self.day) { _, fence in
            let gone = try await desk.working(under: fence).keepToRetention(now: GlobalOptions.now())
            try await checkpoints?.sign(desk)
            return gone.count
        }
        works[.episodes] = { job, fence in
            try await desk.working(under: fence).findEpisodes(about: PersonID(job.about))
            return 1
        }
        if let briefs {
            add(.feeds, every: 5 * Self.minute) { _, _ in try await briefs.fetch().fetched }
            add(.briefs, every: 5 * Self.minute) { _, _ in try await briefs.make(now: try await desk.now()) }
        }
        if let slack, slack.outbox != nil {
            add(.notes, every: 10 * Self.minute) { _, fence in
                try await slack.notes(under: fence).work(now: GlobalOptions.now())
            }
        }
    }

    private mutating func add(_ kind: JobKind, every: Int64, _ craft: @escaping Craft) {
        works[kind] = craft
        schedules.append(Schedule(kind, every: every))
    }
}
