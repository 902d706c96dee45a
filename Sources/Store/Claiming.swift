extension Connection {
    /// Stands behind a question for rows that are about to be taken: rows that somebody else is taking are left out.
    ///
    /// Shape: `SELECT … ORDER BY … LIMIT … \(connection.claiming)`, in a writing transaction. SQLite has one writer and needs
    /// nothing; on PostgreSQL it also holds against statements that do not come through this module's one line of writers.
    /// Source: PostgreSQL, `SELECT`, “The Locking Clause”.
    public var claiming: SQL {
        switch dialect {
        case .sqlite: ""
        case .postgres: "FOR UPDATE SKIP LOCKED"
        }
    }
}
