import Store
public import Workspace

extension Records {
    /// Seals a note for its author; the audit hears nothing of it.
    ///
    /// Errors: `VaultError.wrongKey`; nothing is changed then.
    public func keep(_ note: NoteRow, vault: Vault) async throws {
        let workspace = workspace
        try await database.write { connection in
            try SealedRows(workspace: workspace, vault: vault, connection: connection).checkKey()
            let other = try connection.rows(
                """
                SELECT key_id FROM private_note WHERE workspace_id = \(workspace.text) AND key_id <> \(vault.keyID)
                LIMIT 1
                """
            ).first
            if let other { throw VaultError.wrongKey(kept: try other.text("key_id"), given: vault.keyID) }
            let place = Self.place(of: note.id, author: note.author, workspace: workspace)
            let sealed = try vault.seal(note.words, at: place)
            try connection.run(
                """
                INSERT INTO private_note (workspace_id, author_id, note_id, person_id, moment, key_id, sealed)
                VALUES (\(workspace.text), \(note.author.text), \(note.id), \(note.person.text), \(note.moment),
                    \(vault.keyID), \(sealed))
                """
            )
        }
    }

    /// An author's notes about one 1:1, the newest first.
    ///
    /// Errors: `VaultError.wrongKey`, `VaultError.damaged`.
    public func notes(by author: PersonID, about person: PersonID, vault: Vault) async throws -> [NoteRow] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT note_id, moment, key_id, sealed FROM private_note
                WHERE workspace_id = \(workspace.text) AND author_id = \(author.text) AND person_id = \(person.text)
                ORDER BY moment DESC, note_id LIMIT 200
                """
            ).map { row in
                let id = try row.text("note_id")
                let kept = try row.text("key_id")
                guard kept == vault.keyID else { throw VaultError.wrongKey(kept: kept, given: vault.keyID) }
                return NoteRow(
                    id: id,
                    author: author,
                    person: person,
                    moment: try row.integer("moment"),
                    words: try vault.open(
                        try row.bytes("sealed"),
                        at: Self.place(of: id, author: author, workspace: workspace)
                    )
                )
            }
        }
    }

    /// Removes an author's own note.
    ///
    /// - Returns: false when the author has no such note.
    public func forget(note id: String, of author: PersonID) async throws -> Bool {
        let workspace = workspace
        return try await database.write { connection in
            try connection.run(
                """
                DELETE FROM private_note
                WHERE workspace_id = \(workspace.text) AND author_id = \(author.text) AND note_id = \(id)
                """
            ) > 0
        }
    }

    /// Bound to author and key, so that nobody's note can be passed off as another's.
    private static func place(of id: String, author: PersonID, workspace: WorkspaceID) -> Vault.Place {
        Vault.Place(workspace: workspace, purpose: .note, occasion: id, person: author.text)
    }
}
