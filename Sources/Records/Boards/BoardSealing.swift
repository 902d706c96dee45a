import Store
import Workspace

/// The table `board_word` in one transaction.
struct BoardSealing {
    let workspace: WorkspaceID
    let vault: Vault
    let connection: any Connection

    /// Says no before anything is written under a key that is not the one in use.
    func checkKey() throws {
        try SealedRows(workspace: workspace, vault: vault, connection: connection).checkKey()
    }

    func isOpen(_ board: String) throws -> Bool {
        try connection.rows(
            """
            SELECT 1 AS one FROM board
            WHERE workspace_id = \(workspace.text) AND board_id = \(board) AND locked IS NULL
            """
        ).first != nil
    }

    func put(_ word: BoardWord, on board: String) throws {
        let last =
            try connection.rows(
                """
                SELECT coalesce(max(word_no), 0) AS last FROM board_word
                WHERE workspace_id = \(workspace.text) AND board_id = \(board) AND person_id = \(word.person.text)
                """
            ).first?.integer("last") ?? 0
        let sealed = try vault.seal(word.words, at: place(board, word.person.text, last + 1))
        try connection.run(
            """
            INSERT INTO board_word
                (workspace_id, board_id, person_id, word_no, sort, choice, author, moment, key_id, sealed)
            VALUES (\(workspace.text), \(board), \(word.person.text), \(last + 1), \(word.sort.rawValue),
                \(word.choice), \(word.author.text), \(word.moment), \(vault.keyID), \(sealed))
            """
        )
    }

    /// Everything that was said, or what was said about one person.
    func words(of board: String, about person: PersonID? = nil) throws -> [BoardWord] {
        let among: SQL = person.map { "AND person_id = \($0.text)" } ?? ""
        return try connection.rows(
            """
            SELECT person_id, word_no, sort, choice, author, moment, key_id, sealed FROM board_word
            WHERE workspace_id = \(workspace.text) AND board_id = \(board) \(among) ORDER BY moment, person_id, word_no
            """
        ).map { row in
            let kept = try row.text("key_id")
            guard kept == vault.keyID else { throw VaultError.wrongKey(kept: kept, given: vault.keyID) }
            let (person, sort) = (try row.text("person_id"), try row.text("sort"))
            guard let known = BoardWord.Sort(rawValue: sort) else {
                throw RecordError.unknownWord(column: "sort", word: sort)
            }
            return BoardWord(
                person: PersonID(person),
                sort: known,
                choice: try row.text("choice"),
                words: try vault.open(
                    try row.bytes("sealed"),
                    at: place(board, person, try row.integer("word_no"))
                ),
                author: PersonID(try row.text("author")),
                moment: try row.integer("moment")
            )
        }
    }

    /// A digest over everything said, in its order.
    static func digest(_ words: [BoardWord]) -> [UInt8] {
        words.reduce(into: []) { digest, word in
            digest = Digest.sha256(
                fields: [
                    word.person.text, word.sort.rawValue, word.choice, word.words, word.author.text,
                    String(word.moment),
                ],
                after: digest
            )
        }
    }

    private func place(_ board: String, _ person: String, _ number: Int64) -> Vault.Place {
        Vault.Place(workspace: workspace, purpose: .rating, occasion: "board \(board) \(number)", person: person)
    }
}
