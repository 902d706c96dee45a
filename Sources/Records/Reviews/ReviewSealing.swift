import Evidence
import Store
import Workspace

/// The tables of reviews in one transaction.
struct ReviewSealing {
    let workspace: WorkspaceID
    let vault: Vault
    let connection: any Connection

    /// How the audit names what is done about reviews; the object is the review and its version.
    static let auditPrefix = "review "

    /// Says no before anything is written under a key that is not the one in use.
    func checkKey() throws {
        try SealedRows(workspace: workspace, vault: vault, connection: connection).checkKey()
        for table in ["review_version", "feedback_request"] as [SQL] {
            let other = try connection.rows(
                """
                SELECT key_id FROM \(table) WHERE workspace_id = \(workspace.text) AND key_id <> \(vault.keyID) LIMIT 1
                """
            ).first
            if let other { throw VaultError.wrongKey(kept: try other.text("key_id"), given: vault.keyID) }
        }
    }

    /// Writes the version's layout; what the audit remembers of it.
    func putVersion(_ save: ReviewSave, now: Int64) throws -> String {
        let row = save.row
        let sealed = try vault.seal(save.layout, at: place("layout \(row.id)", String(row.version)))
        try connection.run(
            """
            INSERT INTO review_version (workspace_id, review_id, version, saved, actor, act, state, key_id, sealed)
            VALUES (\(workspace.text), \(row.id), \(Int64(row.version)), \(now), \(save.actor), \(save.act),
                \(row.state), \(vault.keyID), \(sealed))
            """
        )
        return Self.digest(actor: save.actor, act: save.act, state: row.state, saved: now, sealed: sealed)
    }

    /// Writes the words of lines that are not there yet.
    func putWords(_ words: [Int: [WordsRow]], of review: String) throws {
        let known = try Set(
            connection.rows(
                """
                SELECT DISTINCT line FROM review_words
                WHERE workspace_id = \(workspace.text) AND review_id = \(review)
                """
            ).map { Int(try $0.integer("line")) }
        )
        var rows: [[SQLValue]] = []
        for (line, parts) in words.sorted(by: { $0.key < $1.key }) where !known.contains(line) {
            for (part, words) in parts.enumerated() {
                let sealed = try words.text.map {
                    try vault.seal($0, at: place("line \(review) \(line)", String(part)))
                }
                rows.append([
                    .text(workspace.text), .text(review), .integer(Int64(line)), .integer(Int64(part)),
                    (words.entry?.text).sqlValue, .boolean(words.isQuoted), .text(vault.keyID),
                    .bytes(sealed ?? []),
                ])
            }
        }
        for rows in rows.batches(of: 100) {
            try connection.run(
                """
                INSERT INTO review_words (workspace_id, review_id, line, part, entry_id, quoted, key_id, sealed)
                VALUES \(rows: rows)
                """
            )
        }
    }

    /// The words of every line of a review, those of earlier versions among them.
    func words(of review: String) throws -> [Int: [WordsRow]] {
        var words: [Int: [WordsRow]] = [:]
        let rows = try connection.rows(
            """
            SELECT line, part, entry_id, quoted, key_id, sealed FROM review_words
            WHERE workspace_id = \(workspace.text) AND review_id = \(review) ORDER BY line, part
            """
        )
        for row in rows {
            let line = Int(try row.integer("line"))
            let place = place("line \(review) \(line)", String(try row.integer("part")))
            words[line, default: []].append(
                WordsRow(
                    text: try text(of: row, at: place),
                    entry: try row.optionalText("entry_id").map { EntryID($0) },
                    isQuoted: try row.boolean("quoted")
                )
            )
        }
        return words
    }

    /// What a row seals; nil where it was taken back.
    func text(of row: SQLRow, at place: Vault.Place) throws -> String? {
        let sealed = try row.bytes("sealed")
        guard !sealed.isEmpty else { return nil }
        let kept = try row.text("key_id")
        guard kept == vault.keyID else { throw VaultError.wrongKey(kept: kept, given: vault.keyID) }
        return try vault.open(sealed, at: place)
    }

    /// Where something is sealed: the occasion, and its part.
    func place(_ occasion: String, _ part: String) -> Vault.Place {
        Vault.Place(workspace: workspace, purpose: .writing, occasion: occasion, person: part)
    }

    static func digest(actor: String, act: String, state: String, saved: Int64, sealed: [UInt8]) -> String {
        let fields = [actor, act, state, String(saved), Digest.hexadecimal(Digest.sha256(sealed))]
        return Digest.hexadecimal(Digest.sha256(fields: fields).prefix(16))
    }

    static func digest(ofSeals hashes: [String: String]) -> String {
        hashes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    /// Digests of all versions and seals, by what the audit calls them.
    static func digests(on connection: any Connection, workspace: WorkspaceID) throws -> [String: String] {
        var found: [String: String] = [:]
        let versions = try connection.rows(
            """
            SELECT review_id, version, saved, actor, act, state, sealed FROM review_version
            WHERE workspace_id = \(workspace.text) ORDER BY review_id, version
            """
        )
        for row in versions {
            found["\(try row.text("review_id")) \(try row.integer("version"))"] = digest(
                actor: try row.text("actor"),
                act: try row.text("act"),
                state: try row.text("state"),
                saved: try row.integer("saved"),
                sealed: try row.bytes("sealed")
            )
        }
        var seals: [String: [String: String]] = [:]
        let rows = try connection.rows(
            "SELECT review_id, form, hash FROM review_seal WHERE workspace_id = \(workspace.text)"
        )
        for row in rows { seals[try row.text("review_id"), default: [:]][try row.text("form")] = try row.text("hash") }
        for (review, hashes) in seals { found["\(review) seal"] = digest(ofSeals: hashes) }
        return found
    }

    /// Reviews that stand elsewhere than their last version says.
    static func misplaced(on connection: any Connection, workspace: WorkspaceID) throws -> [String] {
        try connection.rows(
            """
            SELECT review.review_id FROM review LEFT JOIN review_version
                ON review_version.workspace_id = review.workspace_id
                AND review_version.review_id = review.review_id AND review_version.version = review.version
            WHERE review.workspace_id = \(workspace.text)
                AND (review_version.state IS NULL OR review_version.state <> review.state)
            ORDER BY review.review_id
            """
        ).map { try $0.text("review_id") }
    }

    /// Removes every review and request for feedback: nobody can open them any more.
    static func forgetAll(workspace: WorkspaceID, on connection: any Connection) throws -> Int {
        var gone = 0
        for table in ["review_seal", "review_words", "review_version", "review", "feedback_request"] as [SQL] {
            gone += try connection.run("DELETE FROM \(table) WHERE workspace_id = \(workspace.text)")
        }
        return gone
    }

    private static let nothing: [UInt8] = []

    /// Takes words back that went with a piece of evidence, from every version of every text; no key is needed.
    static func forget(
        _ entry: EntryID,
        now: Int64,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws {
        try connection.run(
            """
            UPDATE review_words SET sealed = \(Self.nothing), gone = \(now)
            WHERE workspace_id = \(workspace.text) AND entry_id = \(entry.text) AND gone IS NULL
            """
        )
        try connection.run(
            """
            UPDATE feedback_request SET stage = 'withdrawn', sealed = \(Self.nothing)
            WHERE workspace_id = \(workspace.text) AND entry_id = \(entry.text)
            """
        )
    }

    /// The same where a piece of evidence says other words from now on.
    static func forget(
        _ entry: EntryID,
        saying quote: String,
        now: Int64,
        workspace: WorkspaceID,
        on connection: any Connection
    ) throws {
        let before = try connection.rows(
            "SELECT quote FROM evidence WHERE workspace_id = \(workspace.text) AND entry_id = \(entry.text)"
        ).first?.text("quote")
        guard let before, before != quote else { return }
        try connection.run(
            """
            UPDATE review_words SET sealed = \(Self.nothing), gone = \(now)
            WHERE workspace_id = \(workspace.text) AND entry_id = \(entry.text) AND gone IS NULL
            """
        )
    }
}
