import Store
public import Workspace

/// When somebody wants to be written to, and what about, as it is kept.
public struct DeliveryChoiceRow: Sendable, Hashable {
    /// Whose choice.
    public let person: PersonID
    /// Kinds that are switched off, by name.
    public let off: [String]
    /// The first minute of the day in which a message may come.
    public let opens: Int
    /// The first minute of the evening in which none may come.
    public let closes: Int
    /// The zone of these hours; nil where none was given.
    public let zone: String?

    /// Joins its parts.
    public init(person: PersonID, off: [String], opens: Int, closes: Int, zone: String?) {
        self.person = person
        self.off = off
        self.opens = opens
        self.closes = closes
        self.zone = zone
    }
}

extension Records {
    /// For how long it is remembered what was delivered, in microseconds; by then its week is long over.
    static let deliveriesKept: Int64 = 90 * 86_400_000_000

    /// Keeps parts of a delivery as delivered, all or none.
    ///
    /// Shape: `isWeekly` marks the weekly note as sent, too.
    /// - Returns: false when one of them was delivered before; nothing is changed then.
    public func claim(
        delivery parts: [String],
        to reader: PersonID,
        isWeekly: Bool,
        now: Int64
    ) async throws -> Bool {
        let workspace = workspace
        do {
            try await database.write { connection in
                for part in parts {
                    let made = try connection.run(
                        """
                        INSERT INTO delivery (workspace_id, reader_id, part, moment)
                        VALUES (\(workspace.text), \(reader.text), \(part), \(now))
                        ON CONFLICT (workspace_id, reader_id, part) DO NOTHING
                        """
                    )
                    // Thrown, so that what was written before it in this transaction is taken back.
                    guard made > 0 else { throw Delivered() }
                }
                if isWeekly {
                    try connection.run(
                        """
                        INSERT INTO weekly_note (workspace_id, person_id, sent)
                        VALUES (\(workspace.text), \(reader.text), \(now))
                        ON CONFLICT (workspace_id, person_id) DO UPDATE SET sent = excluded.sent
                        """
                    )
                }
                try connection.run(
                    """
                    DELETE FROM delivery WHERE workspace_id = \(workspace.text) AND reader_id = \(reader.text)
                        AND moment < \(now - Self.deliveriesKept)
                    """
                )
            }
        } catch is Delivered {
            return false
        }
        return true
    }

    private struct Delivered: Error {}

    /// What was delivered, by reader.
    public func delivered(to reader: PersonID? = nil) async throws -> [PersonID: Set<String>] {
        let workspace = workspace
        let condition: SQL = reader.map { "AND reader_id = \($0.text)" } ?? ""
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT reader_id, part FROM delivery WHERE workspace_id = \(workspace.text) \(condition)
                ORDER BY reader_id, part
                """
            ).reduce(into: [:]) { found, row in
                found[PersonID(try row.text("reader_id")), default: []].insert(try row.text("part"))
            }
        }
    }

    /// When people got their last weekly notes, microseconds since 1970 UTC.
    public func lastWeeklyNotes() async throws -> [PersonID: Int64] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                "SELECT person_id, sent FROM weekly_note WHERE workspace_id = \(workspace.text) ORDER BY person_id"
            ).reduce(into: [:]) { $0[PersonID(try $1.text("person_id"))] = try $1.integer("sent") }
        }
    }

    /// What people chose about messages; who chose nothing is not among them.
    public func deliveryChoices() async throws -> [PersonID: DeliveryChoiceRow] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT person_id, off, opens, closes, zone FROM delivery_choice
                WHERE workspace_id = \(workspace.text) ORDER BY person_id
                """
            ).reduce(into: [:]) { found, row in
                let person = PersonID(try row.text("person_id"))
                found[person] = DeliveryChoiceRow(
                    person: person,
                    off: try row.text("off").split(separator: " ").map(String.init),
                    opens: Int(try row.integer("opens")),
                    closes: Int(try row.integer("closes")),
                    zone: try row.optionalText("zone")
                )
            }
        }
    }

    /// Keeps a choice in the place of the one before.
    public func keep(_ choice: DeliveryChoiceRow) async throws {
        let workspace = workspace
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO delivery_choice (workspace_id, person_id, off, opens, closes, zone)
                VALUES (\(workspace.text), \(choice.person.text), \(choice.off.joined(separator: " ")), \(choice.opens),
                    \(choice.closes), \(choice.zone))
                ON CONFLICT (workspace_id, person_id) DO UPDATE SET
                    off = excluded.off, opens = excluded.opens, closes = excluded.closes, zone = excluded.zone
                """
            )
        }
    }
}
