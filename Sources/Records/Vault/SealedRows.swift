import Store
import Workspace

/// The table `sealed_fact` in one transaction.
struct SealedRows {
    let workspace: WorkspaceID
    let vault: Vault
    let connection: any Connection

    /// Says no before anything is written under a key that is not the one in use.
    func checkKey() throws {
        let other = try connection.rows(
            """
            SELECT key_id FROM sealed_fact WHERE workspace_id = \(workspace.text) AND key_id <> \(vault.keyID) LIMIT 1
            """
        ).first
        if let other { throw VaultError.wrongKey(kept: try other.text("key_id"), given: vault.keyID) }
    }

    func texts(_ purpose: Vault.Purpose, occasion: String = "", person: PersonID? = nil) throws -> [PersonID: String] {
        try texts(purpose, occasion, where: person.map { "AND person_id = \($0.text)" } ?? "")
    }

    func texts(_ purpose: Vault.Purpose, among people: [PersonID]) throws -> [PersonID: String] {
        try texts(purpose, "", where: "AND person_id IN \(list: people.map(\.text))")
    }

    private func texts(
        _ purpose: Vault.Purpose,
        _ occasion: String,
        where condition: SQL
    ) throws -> [PersonID: String] {
        let rows = try connection.rows(
            """
            SELECT person_id, key_id, sealed FROM sealed_fact
            WHERE workspace_id = \(workspace.text) AND purpose = \(purpose.rawValue) AND occasion = \(occasion) \(condition)
            """
        )
        var texts: [PersonID: String] = [:]
        texts.reserveCapacity(rows.count)
        for row in rows {
            let kept = try row.text("key_id")
            guard kept == vault.keyID else { throw VaultError.wrongKey(kept: kept, given: vault.keyID) }
            let person = try row.text("person_id")
            let place = Vault.Place(workspace: workspace, purpose: purpose, occasion: occasion, person: person)
            texts[PersonID(person)] = try vault.open(try row.bytes("sealed"), at: place)
        }
        return texts
    }

    func put(_ purpose: Vault.Purpose, occasion: String = "", _ texts: [(PersonID, String)]) throws {
        for batch in texts.batches(of: 100) {
            let rows: [[SQLValue]] = try batch.map { person, text in
                let place = Vault.Place(workspace: workspace, purpose: purpose, occasion: occasion, person: person.text)
                return [
                    .text(workspace.text), .text(purpose.rawValue), .text(occasion), .text(person.text),
                    .text(vault.keyID), .bytes(try vault.seal(text, at: place)),
                ]
            }
            try connection.run(
                """
                INSERT INTO sealed_fact (workspace_id, purpose, occasion, person_id, key_id, sealed)
                VALUES \(rows: rows)
                ON CONFLICT (workspace_id, purpose, occasion, person_id) DO UPDATE SET
                    key_id = excluded.key_id, sealed = excluded.sealed
                """
            )
        }
    }

    func clear(_ purpose: Vault.Purpose, occasion: String = "") throws {
        try connection.run(
            """
            DELETE FROM sealed_fact
            WHERE workspace_id = \(workspace.text) AND purpose = \(purpose.rawValue) AND occasion = \(occasion)
            """
        )
    }
}
