import Store
public import Workspace

extension Records {
    /// In which weeks each account wrote anything; weeks from Monday, counted from the one that holds 1970-01-01.
    ///
    /// Units: moments in microseconds since 1970 UTC, both ends included.
    public func writingWeeks(from: Int64, to: Int64) async throws -> [AccountID: Set<Int>] {
        let workspace = workspace
        // 1970-01-01 was a Thursday: three days are added, and seven days divide.
        let (shift, week): (Int64, Int64) = (259_200_000_000, 604_800_000_000)
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT DISTINCT author, (posted + \(shift)) / \(week) AS week FROM message
                WHERE workspace_id = \(workspace.text) AND posted BETWEEN \(from) AND \(to) AND author IS NOT NULL
                    AND sort = 'words' AND NOT deleted
                """
            )
            var weeks: [AccountID: Set<Int>] = [:]
            for row in rows {
                weeks[AccountID(try row.text("author")), default: []].insert(Int(try row.integer("week")))
            }
            return weeks
        }
    }

    /// In which hours an account wrote anything, by the moment at which each begins, in order.
    ///
    /// Units: microseconds since 1970 UTC.
    public func writingHours(of account: AccountID, from: Int64, to: Int64) async throws -> [Int64] {
        let workspace = workspace
        let hour: Int64 = 3_600_000_000
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT DISTINCT posted / \(hour) AS hour FROM message
                WHERE workspace_id = \(workspace.text) AND author = \(account.text) AND posted BETWEEN \(from) AND \(to)
                    AND sort = 'words' AND NOT deleted
                ORDER BY hour
                """
            ).map { try $0.integer("hour") * hour }
        }
    }

    /// When others said something about the work of some people, to their knowledge.
    ///
    /// Units: moments in microseconds since 1970 UTC, both ends included.
    public func wordsAboutWork(
        about subjects: [PersonID],
        from: Int64,
        to: Int64
    ) async throws -> [PersonID: [Int64]] {
        guard !subjects.isEmpty else { return [:] }
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                """
                SELECT subject, posted FROM evidence
                WHERE workspace_id = \(workspace.text) AND subject IN \(list: subjects.map(\.text))
                    AND posted BETWEEN \(from) AND \(to)
                    AND kind IN ('recognition', 'feedback') AND voice_person IS DISTINCT FROM subject
                    AND state IN ('shown', 'settled', 'corrected')
                """
            )
            var words: [PersonID: [Int64]] = [:]
            for row in rows { words[PersonID(try row.text("subject")), default: []].append(try row.integer("posted")) }
            return words
        }
    }
}
