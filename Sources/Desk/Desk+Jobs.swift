public import Jobs
public import Records
public import Workspace

extension Desk {
    /// The same desk for a worker that holds a lease: what is written through it is refused once the lease is lost.
    public func working(under fence: Fence) -> Desk {
        var desk = self
        desk.records = records.fenced(by: fence)
        return desk
    }

    /// Work that was given up, the latest first; facts about the work alone.
    ///
    /// Errors: `DeskError.notAllowed`.
    public func deadJobs(for viewer: Access.Viewer) async throws -> [DeadJob] {
        try await allow(viewer)
        return try await records.jobs(in: [.dead]).map { DeadJob($0) }
    }

    /// How much work there is of each kind and state.
    ///
    /// Errors: `DeskError.notAllowed`.
    public func jobCounts(for viewer: Access.Viewer) async throws -> [JobKind: [JobState: Int]] {
        try await allow(viewer)
        return try await records.jobCounts()
    }

    /// Has work tried again that was given up.
    ///
    /// Errors: `DeskError.notAllowed`, `JobError.noSuchDeadJob`.
    public func retry(deadJob id: String, by viewer: Access.Viewer) async throws {
        try await allow(viewer)
        let key = try await key(ofDeadJob: id)
        try await records.retry(deadJob: key, by: Self.actor(viewer), now: clock())
    }

    /// Lets work go that was given up.
    ///
    /// Errors: `DeskError.notAllowed`, `JobError.noSuchDeadJob`.
    public func drop(deadJob id: String, by viewer: Access.Viewer) async throws {
        try await allow(viewer)
        let key = try await key(ofDeadJob: id)
        try await records.drop(deadJob: key, by: Self.actor(viewer), now: clock())
    }

    /// Has everybody's episodes found again, spread over the workers; returns how many jobs that makes.
    ///
    /// Errors: `DeskError.notAllowed`.
    @discardableResult
    public func findEpisodesAgain(by viewer: Access.Viewer) async throws -> Int {
        try await allow(viewer)
        let now = clock()
        let jobs = try await records.subjects().sorted().map {
            Job(.episodes, key: "episodes \($0.text) \(now)", about: $0.text, due: now, made: now)
        }
        return try await records.enqueue(jobs)
    }

    /// Finds one person's episodes again, as a job asks for it.
    public func findEpisodes(about person: PersonID) async throws {
        try await records.groupEpisodes(about: person, now: clock())
    }

    /// Takes out what is over and remembered for nothing any more; returns how many jobs were forgotten.
    public func tidy() async throws -> Int {
        let now = clock()
        try await records.forgetEnvelopes(now: now)
        return try await records.forgetJobs(endedBefore: now - Self.rememberedJobs)
    }

    /// Units: microseconds that a job's key is remembered after it is over: longer than any schedule's step.
    static let rememberedJobs: Int64 = 7 * 86_400_000_000

    private func allow(_ viewer: Access.Viewer) async throws {
        guard try await picture().access.allows(viewer, to: .jobs) else { throw DeskError.notAllowed }
    }

    private func key(ofDeadJob id: String) async throws -> String {
        let found = try await records.jobs(in: [.dead], limit: 10_000).first {
            DeadJob.id(of: $0) == id || $0.key == id
        }
        guard let found else { throw JobError.noSuchDeadJob(id) }
        return found.key
    }

    private static func actor(_ viewer: Access.Viewer) -> String {
        switch viewer {
        case .person(let id): id.text
        case .console: "operator"
        }
    }
}

/// Work that was given up, as whoever looks after the machine sees it.
public struct DeadJob: Sendable, Hashable {
    /// Names it here; says nothing about anybody.
    public let id: String
    /// What was to be done.
    public let kind: JobKind
    /// When it was asked for, microseconds since 1970 UTC.
    public let made: Int64
    /// When it was given up, microseconds since 1970 UTC.
    public let ended: Int64
    /// How often it was begun.
    public let tries: Int
    /// What went wrong the last time.
    public let fault: JobFault

    init(_ job: Job) {
        id = Self.id(of: job)
        kind = job.kind
        made = job.made
        ended = job.changed
        tries = job.tries
        fault = job.fault ?? .abandoned
    }

    /// A key may hold the id of whoever the work is about, so a number made from it stands in its place.
    static func id(of job: Job) -> String {
        let hash = job.key.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "\(job.kind.rawValue)-\(String(hash, radix: 36))"
    }
}
