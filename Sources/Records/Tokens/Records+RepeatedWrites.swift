import Store
import Workspace

extension Records {
    /// Claims a key for a write, or tells what became of the write that has it.
    ///
    /// Shape: `request` is what was asked, whole; its SHA-256 is kept. What is older than `oldest` is forgotten, and what
    /// was at work since before `stale` counts as never begun, since whoever worked on it is gone.
    /// Units: microseconds since 1970 UTC.
    public func beginWrite(
        _ key: String,
        of token: String,
        request: [UInt8],
        oldest: Int64,
        stale: Int64,
        now: Int64
    ) async throws -> RepeatedWrite {
        let workspace = workspace
        let hash = Self.hash(request)
        return try await database.write { connection in
            try connection.run(
                """
                DELETE FROM program_answer
                WHERE workspace_id = \(workspace.text) AND (begun < \(oldest) OR (status IS NULL AND begun < \(stale)))
                """
            )
            let known = try connection.rows(
                """
                SELECT request_hash, status, body FROM program_answer
                WHERE workspace_id = \(workspace.text) AND token_id = \(token) AND answer_key = \(key)
                """
            ).first
            if let known {
                guard try known.text("request_hash") == hash else { return .other }
                guard let status = try known.optionalInteger("status") else { return .atWork }
                return .answered(status: Int(status), body: try known.optionalText("body") ?? "")
            }
            try connection.run(
                """
                INSERT INTO program_answer (workspace_id, token_id, answer_key, request_hash, begun)
                VALUES (\(workspace.text), \(token), \(key), \(hash), \(now))
                """
            )
            return .new
        }
    }

    /// Keeps what a write was answered; without a status it was not done, and its key is free again.
    public func endWrite(_ key: String, of token: String, status: Int?, body: String) async throws {
        let workspace = workspace
        try await database.write { connection in
            if let status {
                try connection.run(
                    """
                    UPDATE program_answer SET status = \(Int64(status)), body = \(body)
                    WHERE workspace_id = \(workspace.text) AND token_id = \(token) AND answer_key = \(key)
                    """
                )
            } else {
                try connection.run(
                    """
                    DELETE FROM program_answer
                    WHERE workspace_id = \(workspace.text) AND token_id = \(token) AND answer_key = \(key)
                    """
                )
            }
        }
    }
}
