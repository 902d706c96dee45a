/// One piece of work that waits for a worker, is under way, or is over.
public struct Job: Sendable, Hashable {
    /// Names the work for good: the same key is done once.
    public var key: String
    /// What is to be done.
    public var kind: JobKind
    /// What it is done to: an id, never words; empty where the kind says all.
    public var about: String
    /// What is taken first: the higher the sooner.
    public var priority: Int
    /// Not before this moment, microseconds since 1970 UTC.
    public var due: Int64
    /// When it was asked for, microseconds since 1970 UTC.
    public var made: Int64
    /// How often it was begun.
    public var tries: Int
    /// How it stands.
    public var state: JobState
    /// Who has it; nil where nobody does.
    public var lease: Lease?
    /// What went wrong the last time.
    public var fault: JobFault?
    /// When its state changed last, microseconds since 1970 UTC.
    public var changed: Int64

    /// Asks for work; its priority is its kind's unless told.
    public init(
        _ kind: JobKind,
        key: String,
        about: String = "",
        priority: Int? = nil,
        due: Int64,
        made: Int64,
        tries: Int = 0,
        state: JobState = .waiting,
        lease: Lease? = nil,
        fault: JobFault? = nil,
        changed: Int64? = nil
    ) {
        self.kind = kind
        self.key = key
        self.about = about
        self.priority = priority ?? kind.priority
        self.due = due
        self.made = made
        self.tries = tries
        self.state = state
        self.lease = lease
        self.fault = fault
        self.changed = changed ?? made
    }
}

/// How a job stands.
public enum JobState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Nobody has it.
    case waiting
    /// Somebody has it until their lease runs out.
    case running
    /// It was done.
    case done
    /// It failed as often as it may, and waits for somebody to look at it.
    case dead
    /// Somebody looked at it and let it go.
    case dropped
}

/// What went wrong, in facts alone: no words of people, no names, no addresses.
public struct JobFault: Sendable, Hashable, Codable {
    /// The error's type, `StoreError`.
    public var sort: String
    /// The error's case where it has one without facts about people, `busy`; else empty.
    public var code: String

    /// Joins the two.
    public init(sort: String, code: String = "") {
        self.sort = sort
        self.code = code
    }

    /// Whoever had the job was gone before it ended.
    public static let abandoned = JobFault(sort: "abandoned")
}
