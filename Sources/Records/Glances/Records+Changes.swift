import Store
public import Workspace

/// What happened to the record since a place in its audit, as far as it concerns the clocks.
public struct RecordChanges: Sendable, Hashable {
    /// The last place looked at.
    public let position: Int64
    /// People about whom there is other evidence now, or other answers.
    public let subjects: Set<PersonID>
    /// True when people, moves or offices may be others.
    public let isAboutPeople: Bool
    /// True when so much happened that it is faster to look at everything again.
    public let isMuch: Bool
}

extension Records {
    /// How the audit says that all of a source was read.
    public static let importFinished = "import finished"

    /// How many steps of the audit are followed one by one.
    private static let mostSteps = 5000

    /// What the audit says since a place.
    ///
    /// Evidence changes only under acts whose object is the piece, the person or the request; what came in together is found
    /// by its place. Everything else is taken to be about people, so that an act that is new here costs time, not truth.
    public func changes(since position: Int64) async throws -> RecordChanges {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT position, act, object FROM audit
                WHERE workspace_id = \(workspace.text) AND position > \(position)
                ORDER BY position LIMIT \(Self.mostSteps + 1)
                """
            )
            guard rows.count <= Self.mostSteps else {
                return RecordChanges(position: position, subjects: [], isAboutPeople: true, isMuch: true)
            }
            var trace = ChangeTrace(workspace: workspace)
            for row in rows { try trace.take(row) }
            return try trace.changes(since: position, on: connection)
        }
    }
}

/// Steps of the audit on their way to the people that they concern.
private struct ChangeTrace {
    let workspace: WorkspaceID
    private var last: Int64?
    private var firstCapture: Int64?
    private var objects: Set<String> = []
    private var isErasure = false
    private var subjects: Set<PersonID> = []

    init(workspace: WorkspaceID) { self.workspace = workspace }

    /// Acts that leave people, moves, offices and evidence as they were.
    private static let besides: Set<String> = [
        "1:1 kept", "1:1 day set", "1:1 day taken back", "1:1s found in a calendar", "action agreed", "cue closed",
        "support signal opened", "support signal answered", "support signals chosen", "calls chosen", "token made",
        "token taken back", "trial kept", "room opened", "room closed", "cue answered",
    ]

    mutating func take(_ row: SQLRow) throws {
        let position = try row.integer("position")
        let object = try row.text("object")
        last = position
        switch try row.text("act") {
        case AuditChain.captured: firstCapture = firstCapture ?? position
        case AuditChain.grouped: subjects.insert(PersonID(object))
        case Records.importFinished, RequestRow.sent: break
        // What is written and asked changes no evidence; what becomes of it is captured under its own act.
        case let act
        where act.hasPrefix(ReviewSealing.auditPrefix) || act.hasPrefix("feedback ")
            || act == "exported review" || Self.besides.contains(act):
            break
        // Rows are gone that would say whom the others were about.
        case AuditChain.erased, AuditChain.blanked, AuditChain.restated: isErasure = true
        default: objects.insert(object)
        }
    }

    func changes(since position: Int64, on connection: any Connection) throws -> RecordChanges {
        var subjects = subjects
        var left = objects
        if let firstCapture {
            let rows = try connection.rows(
                """
                SELECT DISTINCT subject FROM evidence
                WHERE workspace_id = \(workspace.text) AND captured_in BETWEEN \(firstCapture) AND \(last ?? firstCapture)
                """
            )
            for row in rows { subjects.insert(PersonID(try row.text("subject"))) }
        }
        for some in objects.sorted().batches(of: 400) {
            let rows = try connection.rows(
                """
                SELECT entry_id AS object, subject FROM evidence
                WHERE workspace_id = \(workspace.text) AND entry_id IN \(list: Array(some))
                UNION ALL SELECT request_id AS object, subject FROM colleague_request
                WHERE workspace_id = \(workspace.text) AND request_id IN \(list: Array(some))
                """
            )
            for row in rows {
                left.remove(try row.text("object"))
                subjects.insert(PersonID(try row.text("subject")))
            }
        }
        return RecordChanges(
            position: last ?? position,
            subjects: subjects,
            isAboutPeople: !left.isEmpty,
            isMuch: isErasure
        )
    }
}
