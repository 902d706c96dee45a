import Store
public import Workspace

extension Records {
    /// All accounts, by id.
    public func accounts() async throws -> [Account] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT * FROM account WHERE workspace_id = \(workspace.text) ORDER BY account_id"
            ).map(Account.init)
        }
    }

    /// Moments of the first and the last message, microseconds since 1970 UTC; nil where there is none.
    public func span() async throws -> ClosedRange<Int64>? {
        let workspace = workspace
        return try await database.read { connection in
            let row = try connection.rows(
                """
                SELECT min(posted) AS earliest, max(posted) AS latest FROM message
                WHERE workspace_id = \(workspace.text) AND NOT deleted
                """
            ).first
            guard let row, let first = try row.optionalInteger("earliest"), let last = try row.optionalInteger("latest")
            else { return nil }
            return first...last
        }
    }
}

extension Account {
    fileprivate init(_ row: SQLRow) throws {
        let word = try row.text("sort")
        guard let sort = Sort(rawValue: word) else { throw RecordError.unknownWord(column: "sort", word: word) }
        self.init(
            id: AccountID(try row.text("account_id")),
            name: try row.text("name"),
            realName: try row.optionalText("real_name"),
            handle: try row.optionalText("handle"),
            email: try row.optionalText("email"),
            sort: sort,
            deactivated: try row.boolean("deactivated"),
            bot: try row.optionalText("bot_id").map { AccountID($0) }
        )
    }
}
