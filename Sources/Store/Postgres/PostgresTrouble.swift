private import CPostgres

/// Why a transaction did not come to its end, where that decides what is done next.
enum PostgresTrouble: Sendable {
    /// The line is gone; nothing of the transaction was kept.
    case lost
    /// The server asks for the transaction to be tried again.
    case collision
    /// What was prepared in the server no longer fits the tables.
    case stalePlan
    /// What was prepared in the server is not there: something between us and it gives us now this connection, now that.
    case lostPlan
    /// The database server can only be read; after a fail-over the address may lead to another.
    case readOnlyServer
}

extension StoreError {
    /// Reads a result that says no.
    ///
    /// - Returns: the error, and what it means for the transaction.
    static func postgres(
        _ result: OpaquePointer,
        sql: String?,
        seconds: Int
    ) -> (error: StoreError, trouble: PostgresTrouble?) {
        let state = field(result, 67) ?? ""  // PG_DIAG_SQLSTATE, 'C'
        let words = field(result, 77) ?? "no words"  // PG_DIAG_MESSAGE_PRIMARY, 'M'
        let constraint = field(result, 110).map { " (\($0))" } ?? ""  // PG_DIAG_CONSTRAINT_NAME, 'n'
        let function = field(result, 82)  // PG_DIAG_SOURCE_FUNCTION, 'R'; the message itself may be in any language
        let detail = "\(words)\(constraint) [\(state)]"
        switch state {
        case "40001", "40P01": return (StoreError(.busy, detail, sql: sql), .collision)
        case "57014":
            return (StoreError(.tooSlow, "a statement took longer than \(seconds) s [57014]", sql: sql), nil)
        case "57P01", "57P02", "57P03", "25P03", "57P05": return (StoreError(.unavailable, detail), .lost)
        case "26000", "42P05": return (StoreError(.failed, detail, sql: sql), .lostPlan)
        case "0A000" where function == "RevalidateCachedQuery":
            return (StoreError(.busy, detail, sql: sql), .stalePlan)
        case "25006": return (StoreError(.readOnly, detail, sql: sql), .readOnlyServer)
        case "42501": return (StoreError(.readOnly, detail, sql: sql), nil)
        case "53100": return (StoreError(.full, detail), nil)
        case "53300": return (StoreError(.unavailable, detail), nil)
        case "XX001", "XX002": return (StoreError(.damaged, detail, sql: sql), nil)
        default: break
        }
        switch state.prefix(2) {
        case "23": return (StoreError(.conflict, detail, sql: sql), nil)
        case "55": return (StoreError(.busy, detail, sql: sql), nil)
        case "08": return (StoreError(.unavailable, detail), .lost)
        default: return (StoreError(.failed, detail, sql: sql), nil)
        }
    }

    private static func field(_ result: OpaquePointer, _ code: CInt) -> String? {
        PQresultErrorField(result, code).map { String(cString: $0) }
    }
}
