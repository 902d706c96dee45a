public import Jobs
import Store
import Workspace

extension Records {
    /// Takes what only one process may do at a time; nil while somebody else has it.
    ///
    /// Shape: whoever has it already gets it again with a new token, so that a process that begins anew is not heard as before.
    public func take(lease name: String, holder: String, rule: LeaseRule, now: Int64) async throws -> Lease? {
        let workspace = workspace
        let until = rule.end(from: now)
        // Whoever waits for it looks often, and takes nobody's place in the line of writers by it.
        let isHeld = try await database.read { connection in
            try !connection.rows(
                """
                SELECT token FROM work_lease
                WHERE workspace_id = \(workspace.text) AND name = \(name) AND holder <> \(holder) AND held_until > \(now)
                """
            ).isEmpty
        }
        guard !isHeld else { return nil }
        return try await database.write { connection in
            try connection.rows(
                """
                INSERT INTO work_lease (workspace_id, name, holder, token, held_until)
                VALUES (\(workspace.text), \(name), \(holder), 1, \(until))
                ON CONFLICT (workspace_id, name) DO UPDATE
                    SET holder = excluded.holder, token = work_lease.token + 1, held_until = excluded.held_until
                    WHERE work_lease.held_until <= \(now) OR work_lease.holder = excluded.holder
                RETURNING token
                """
            ).first.map { Lease(holder: holder, token: try $0.integer("token"), until: until) }
        }
    }

    /// Says that the holder is still there; true unless somebody else took it.
    public func beat(_ lease: Lease, on name: String, rule: LeaseRule, now: Int64) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            try connection.run(
                """
                UPDATE work_lease SET held_until = \(rule.end(from: now))
                WHERE workspace_id = \(workspace.text) AND name = \(name) AND token = \(lease.token)
                    AND holder = \(lease.holder)
                """
            ) > 0
        }
    }

    /// Gives it back, so that the next one need not wait; nothing where somebody else has it by now.
    public func give(back lease: Lease, on name: String) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                UPDATE work_lease SET held_until = 0, holder = ''
                WHERE workspace_id = \(workspace.text) AND name = \(name) AND token = \(lease.token)
                """
            )
        }
    }

    /// Who has what only one process may do at a time, by its name.
    public func leases() async throws -> [String: Lease] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                "SELECT name, holder, token, held_until FROM work_lease WHERE workspace_id = \(workspace.text)"
            )
            return Dictionary(
                uniqueKeysWithValues: try rows.map {
                    (
                        try $0.text("name"),
                        Lease(
                            holder: try $0.text("holder"),
                            token: try $0.integer("token"),
                            until: try $0.integer("held_until")
                        )
                    )
                }
            )
        }
    }
}
