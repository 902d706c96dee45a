import Store
import Workspace

/// The table `calibration_draft` in one transaction.
struct RoomSealing {
    let workspace: WorkspaceID
    let vault: Vault
    let connection: any Connection

    /// Says no before anything is written under a key that is not the one in use.
    func checkKey() throws {
        try SealedRows(workspace: workspace, vault: vault, connection: connection).checkKey()
        for table in ["calibration_draft", "calibration_answer"] as [SQL] {
            let other = try connection.rows(
                """
                SELECT key_id FROM \(table) WHERE workspace_id = \(workspace.text) AND key_id <> \(vault.keyID) LIMIT 1
                """
            ).first
            if let other { throw VaultError.wrongKey(kept: try other.text("key_id"), given: vault.keyID) }
        }
    }

    func drafts(of room: String) throws -> [PersonID: String] {
        let rows = try connection.rows(
            """
            SELECT person_id, key_id, sealed FROM calibration_draft
            WHERE workspace_id = \(workspace.text) AND room = \(room)
            """
        )
        return Dictionary(
            try rows.map { row in
                let person = try row.text("person_id")
                return (PersonID(person), try text(of: row, at: place(person, room: room)))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func put(_ drafts: [(key: PersonID, value: String)], room: String) throws {
        for batch in drafts.batches(of: 100) {
            let rows: [[SQLValue]] = try batch.map { person, text in
                [
                    .text(workspace.text), .text(room), .text(person.text), .text(vault.keyID),
                    .bytes(try vault.seal(text, at: place(person.text, room: room))),
                ]
            }
            try connection.run(
                """
                INSERT INTO calibration_draft (workspace_id, room, person_id, key_id, sealed)
                VALUES \(rows: rows)
                """
            )
        }
    }

    func clear(_ room: String) throws {
        try connection.run("DELETE FROM calibration_draft WHERE workspace_id = \(workspace.text) AND room = \(room)")
    }

    func text(of row: SQLRow, at place: Vault.Place) throws -> String {
        let kept = try row.text("key_id")
        guard kept == vault.keyID else { throw VaultError.wrongKey(kept: kept, given: vault.keyID) }
        return try vault.open(try row.bytes("sealed"), at: place)
    }

    /// Where an answer's words are sealed.
    func place(answer cue: String, room: String) -> Vault.Place {
        Vault.Place(workspace: workspace, purpose: .rating, occasion: "answer \(room)", person: cue)
    }

    private func place(_ person: String, room: String) -> Vault.Place {
        Vault.Place(workspace: workspace, purpose: .rating, occasion: "draft \(room)", person: person)
    }
}
