/// What an engine says of itself; for whoever looks after it.
public enum DatabaseCondition {
    /// Version and state in words.
    ///
    /// Errors: `StoreError.damaged` when SQLite finds its file damaged, `readOnly` when the server is a replica.
    public static func words(of database: any Database) async throws -> String {
        try await database.read { connection in
            switch connection.dialect {
            case .sqlite: try sqlite(connection)
            case .postgres: try postgres(connection)
            }
        }
    }

    private static func sqlite(_ connection: any Connection) throws(StoreError) -> String {
        let version = try connection.rows("SELECT sqlite_version() AS version").first?.text("version") ?? ""
        let found = try connection.rows("SELECT quick_check AS found FROM pragma_quick_check").first?.text("found")
        guard found == "ok" else { throw StoreError(.damaged, found ?? "no answer") }
        return "SQLite \(version), the file is whole"
    }

    private static func postgres(_ connection: any Connection) throws(StoreError) -> String {
        let row = try connection.rows(
            """
            SELECT current_setting('server_version') AS version, current_setting('max_connections') AS most,
                pg_is_in_recovery() AS is_replica, inet_client_addr() IS NULL AS is_local,
                (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
                (SELECT coalesce(bool_or(ssl), FALSE) FROM pg_stat_ssl WHERE pid = pg_backend_pid()) AS is_encrypted
            """
        ).first
        guard let row else { throw StoreError(.unavailable, "no answer") }
        guard try !row.boolean("is_replica") else {
            throw StoreError(.readOnly, "this server is a replica, which only reads")
        }
        let line =
            if try row.boolean("is_encrypted") { "the line is encrypted" } else if try row.boolean("is_local") {
                "the line is a local socket"
            } else { "the line is NOT encrypted: add sslmode=verify-full to the address" }
        return
            "PostgreSQL \(try row.text("version")), \(try row.integer("connections")) of \(try row.text("most")) connections in use, \(line)"
    }
}
