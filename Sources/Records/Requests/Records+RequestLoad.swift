public import Evidence
import Store
public import Workspace

extension Records {
    /// Who was asked how often: about anybody within seven days, and in the last round about this person.
    public func requestLoad(about subject: PersonID, now: Int64) async throws -> RequestLoad {
        let workspace = workspace
        return try await database.read { connection in
            try Self.load(about: subject, now: now, workspace: workspace, on: connection)
        }
    }

    /// The same for some people, in one consistent view.
    public func requestLoads(about subjects: [PersonID], now: Int64) async throws -> [PersonID: RequestLoad] {
        let workspace = workspace
        return try await database.read { connection in
            let thisWeek = try Self.thisWeek(now: now, workspace: workspace, on: connection)
            return try subjects.reduce(into: [:]) { loads, subject in
                loads[subject] = try Self.load(
                    about: subject,
                    thisWeek: thisWeek,
                    now: now,
                    workspace: workspace,
                    on: connection
                )
            }
        }
    }

    /// When the last round about a person was sent, microseconds since 1970 UTC; nil when there was none.
    public func lastRequest(about subject: PersonID, now: Int64) async throws -> Int64? {
        let workspace = workspace
        return try await database.read { connection in
            try Self.last(about: subject, now: now, workspace: workspace, on: connection)
        }
    }

    /// When the last round about each person was sent; nobody is listed who was never asked about.
    public func lastRequests(now: Int64) async throws -> [PersonID: Int64] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT subject, max(sent) AS last FROM request_round
                WHERE workspace_id = \(workspace.text) AND sent <= \(now) GROUP BY subject
                """
            )
            return Dictionary(
                uniqueKeysWithValues: try rows.map { (PersonID(try $0.text("subject")), try $0.integer("last")) }
            )
        }
    }

    /// How many requests each colleague got within the last seven days, about anybody; nobody is listed with none.
    public func requestsThisWeek(now: Int64) async throws -> [PersonID: Int] {
        let workspace = workspace
        return try await database.read { connection in
            try Self.thisWeek(now: now, workspace: workspace, on: connection)
        }
    }

    /// Who was asked in the last round about a person.
    public func askedLastTime(about subject: PersonID, now: Int64) async throws -> Set<PersonID> {
        try await requestLoad(about: subject, now: now).askedLastTime
    }

    static func load(
        about subject: PersonID,
        now: Int64,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws -> RequestLoad {
        let thisWeek = try thisWeek(now: now, workspace: workspace, on: connection)
        return try load(about: subject, thisWeek: thisWeek, now: now, workspace: workspace, on: connection)
    }

    private static func load(
        about subject: PersonID,
        thisWeek: [PersonID: Int],
        now: Int64,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws -> RequestLoad {
        let last = try last(about: subject, now: now, workspace: workspace, on: connection)
        let asked =
            try last.map { last in
                try connection.rows(
                    """
                    SELECT colleague FROM colleague_request
                    WHERE workspace_id = \(workspace.text) AND subject = \(subject.text) AND sent = \(last)
                    """
                ).map { PersonID(try $0.text("colleague")) }
            } ?? []
        return RequestLoad(
            thisWeek: thisWeek,
            askedLastTime: Set(asked),
            last: last
        )
    }

    private static func last(
        about subject: PersonID,
        now: Int64,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws -> Int64? {
        try connection.rows(
            """
            SELECT max(sent) AS last FROM request_round
            WHERE workspace_id = \(workspace.text) AND subject = \(subject.text) AND sent <= \(now)
            """
        ).first?.optionalInteger("last")
    }

    private static func thisWeek(
        now: Int64,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws -> [PersonID: Int] {
        let rows = try connection.rows(
            """
            WITH asked (colleague) AS (
                SELECT colleague FROM colleague_request
                WHERE workspace_id = \(workspace.text) AND sent > \(now - RequestSchedule.week) AND sent <= \(now)
                UNION ALL SELECT colleague FROM feedback_request
                WHERE workspace_id = \(workspace.text) AND sent > \(now - RequestSchedule.week) AND sent <= \(now)
            )
            SELECT colleague, count(*) AS requests FROM asked GROUP BY colleague
            """
        )
        return Dictionary(
            uniqueKeysWithValues: try rows.map { (PersonID(try $0.text("colleague")), Int(try $0.integer("requests"))) }
        )
    }
}
