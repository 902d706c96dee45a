public import Records
public import Workspace

extension Desk {
    /// For how long each kind is kept.
    public func retention() async throws -> [RetentionLimit] { try await records.retention() }

    /// Sets for how long a kind is kept; nil for no limit.
    ///
    /// Errors: `RetentionError`; `DeskError.notAllowed` for everybody but the console.
    public func keep(_ kind: RetentionKind, days: Int?, by viewer: Access.Viewer) async throws {
        _ = try await open(.auditInputs, for: viewer)
        try await records.keep(kind, days: days, by: viewer.actor.description, now: clock())
    }

    /// What is due to go; nothing is changed.
    public func retentionDue(now: Int64) async throws -> [RetentionDone] {
        try await records.letGo(isPreview: true, now: now)
    }

    /// The daily step of retention: lets everything go whose time is over, with a line in the audit for each kind.
    ///
    /// Shape: for a schedule to call; run twice on a day, the second finds nothing.
    /// Units: `now` in microseconds since 1970 UTC.
    public func keepToRetention(now: Int64) async throws -> [RetentionDone] { try await records.letGo(now: now) }

    /// Signs the audit's head; nil where nothing is new, or no key is there to sign with.
    ///
    /// Shape: for a schedule to call, and after every erasure; the checkpoint's line is to be kept apart from the database.
    public func signCheckpoint(now: Int64) async throws -> Checkpoint? {
        guard let key = vault?.checkpoints else { return nil }
        return try await records.signCheckpoint(with: key, now: now)
    }
}
