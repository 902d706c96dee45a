import Store
public import Workspace

extension Records {
    /// Sets the weekday and hour of a pair; nil takes it back.
    public func set(_ plan: PlanRow?, of pair: PairKey, by actor: String, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                DELETE FROM meeting_plan WHERE workspace_id = \(workspace.text)
                    AND person_id = \(pair.person.text) AND manager_id = \(pair.manager.text)
                """
            )
            if let plan {
                try connection.run(
                    """
                    INSERT INTO meeting_plan (workspace_id, person_id, manager_id, weekday, minute, weeks, anchor, zone)
                    VALUES (\(workspace.text), \(pair.person.text), \(pair.manager.text), \(plan.weekday),
                        \(plan.minute), \(plan.weeks), \(plan.anchor.days), \(plan.zone))
                    """
                )
            }
            let act = plan == nil ? "1:1 day taken back" : "1:1 day set"
            try connection.note(act, on: "\(pair.person) \(pair.manager)", by: actor, at: now, in: workspace)
        }
    }

    /// Puts what a calendar says of some pairs in the place of what it said before, from a moment on.
    ///
    /// Shape: beginnings alone are kept: no title, no place, nobody else who comes.
    public func replace(
        meetings: [PairKey: [Int64]],
        from moment: Int64,
        by actor: String,
        now: Int64
    ) async throws {
        let workspace = workspace
        try await database.write { connection in
            var count = 0
            for (pair, starts) in meetings {
                try connection.run(
                    """
                    DELETE FROM found_meeting WHERE workspace_id = \(workspace.text)
                        AND person_id = \(pair.person.text) AND manager_id = \(pair.manager.text)
                        AND starts >= \(moment)
                    """
                )
                for batch in starts.batches(of: 200) {
                    let rows: [[SQLValue]] = batch.map {
                        [
                            .text(workspace.text), .text(pair.person.text), .text(pair.manager.text), .integer($0),
                        ]
                    }
                    try connection.run(
                        """
                        INSERT INTO found_meeting (workspace_id, person_id, manager_id, starts) VALUES \(rows: rows)
                        ON CONFLICT (workspace_id, person_id, manager_id, starts) DO NOTHING
                        """
                    )
                    count += batch.count
                }
            }
            let detail = "\(count) of \(meetings.count) pairs"
            try connection.note(
                "1:1s found in a calendar",
                on: "calendar",
                by: actor,
                detail: detail,
                at: now,
                in: workspace
            )
        }
    }

    /// Set weekdays, of one person or of everybody.
    public func meetingPlans(of person: PersonID? = nil) async throws -> [PlanRow] {
        try await meetingPlans(ofAll: person.map { [$0] })
    }

    /// Set weekdays of some people, or of everybody.
    public func meetingPlans(ofAll people: [PersonID]?) async throws -> [PlanRow] {
        let workspace = workspace
        let condition = Self.among(people)
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT person_id, manager_id, weekday, minute, weeks, anchor, zone FROM meeting_plan
                WHERE workspace_id = \(workspace.text) \(condition) ORDER BY person_id, manager_id
                """
            ).map {
                PlanRow(
                    pair: try Self.pair($0),
                    weekday: Int(try $0.integer("weekday")),
                    minute: Int(try $0.integer("minute")),
                    weeks: Int(try $0.integer("weeks")),
                    anchor: CivilDate(days: Int(try $0.integer("anchor"))),
                    zone: try $0.text("zone")
                )
            }
        }
    }

    /// What a calendar says between two moments, in order, of one person or of everybody.
    public func foundMeetings(
        of person: PersonID? = nil,
        from: Int64,
        to: Int64
    ) async throws -> [PairKey: [Int64]] {
        try await foundMeetings(ofAll: person.map { [$0] }, from: from, to: to)
    }

    /// The same of some people, or of everybody.
    public func foundMeetings(
        ofAll people: [PersonID]?,
        from: Int64,
        to: Int64
    ) async throws -> [PairKey: [Int64]] {
        let workspace = workspace
        let condition = Self.among(people)
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT person_id, manager_id, starts FROM found_meeting
                WHERE workspace_id = \(workspace.text) AND starts >= \(from) AND starts < \(to) \(condition)
                ORDER BY starts
                """
            )
            return try rows.reduce(into: [:]) { found, row in
                found[try Self.pair(row), default: []].append(try row.integer("starts"))
            }
        }
    }

    private static func among(_ people: [PersonID]?) -> SQL {
        people.map { $0.isEmpty ? "AND 1 = 0" : "AND person_id IN \(list: $0.map(\.text))" } ?? ""
    }

    /// When somebody got the last weekly note, microseconds since 1970 UTC; nil for never.
    public func lastWeeklyNote(of person: PersonID) async throws -> Int64? {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT sent FROM weekly_note
                WHERE workspace_id = \(workspace.text) AND person_id = \(person.text)
                """
            ).first?.integer("sent")
        }
    }

    /// Keeps that a weekly note went out.
    ///
    /// - Returns: false when another one went out after `last`, so that of two who send, one does.
    public func keepWeeklyNote(of person: PersonID, after last: Int64?, now: Int64) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            guard let last else {
                return try connection.run(
                    """
                    INSERT INTO weekly_note (workspace_id, person_id, sent)
                    VALUES (\(workspace.text), \(person.text), \(now)) ON CONFLICT (workspace_id, person_id) DO NOTHING
                    """
                ) > 0
            }
            return try connection.run(
                """
                UPDATE weekly_note SET sent = \(now)
                WHERE workspace_id = \(workspace.text) AND person_id = \(person.text) AND sent = \(last)
                """
            ) > 0
        }
    }
}
