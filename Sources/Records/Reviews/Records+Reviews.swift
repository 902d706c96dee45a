import Evidence
import Store
public import Workspace

extension Records {
    /// Begins a review: its first version.
    ///
    /// Shape: `make` gets the review's number about this person, from 1. Errors: `ReviewRecordError.alreadyOpen` where one of
    /// this sort by this author is being written; `VaultError.wrongKey`.
    @discardableResult
    public func begin(
        reviewOf person: PersonID,
        vault: Vault,
        now: Int64,
        _ make: @escaping @Sendable (Int) throws -> ReviewSave
    ) async throws -> ReviewRow {
        let workspace = workspace
        return try await database.write { connection in
            let sealing = ReviewSealing(workspace: workspace, vault: vault, connection: connection)
            try sealing.checkKey()
            let last = try connection.rows(
                """
                SELECT coalesce(max(number), 0) AS last FROM review
                WHERE workspace_id = \(workspace.text) AND person = \(person.text)
                """
            ).first?.integer("last")
            let number = Int(last ?? 0) + 1
            let save = try make(number)
            let row = save.row
            let open = try connection.rows(
                """
                SELECT review_id FROM review
                WHERE workspace_id = \(workspace.text) AND person = \(person.text) AND author = \(row.author.text)
                    AND sort = \(row.sort) AND state = 'writing'
                """
            ).first
            if let open { throw ReviewRecordError.alreadyOpen(try open.text("review_id")) }
            try connection.run(
                """
                INSERT INTO review (workspace_id, review_id, sort, person, author, number, first_day, last_day, version,
                    state)
                VALUES (\(workspace.text), \(row.id), \(row.sort), \(person.text), \(row.author.text),
                    \(Int64(number)), \(Int64(row.from.days)), \(Int64(row.to.days)), \(Int64(row.version)), \(row.state))
                """
            )
            try Self.put(save, sealing, now: now)
            return row
        }
    }

    /// Saves the next version of a review.
    ///
    /// Errors: `ReviewRecordError.noSuchReview`, `.changed` where another version than `version` is kept by now.
    public func save(_ save: ReviewSave, from version: Int, vault: Vault, now: Int64) async throws {
        let workspace = workspace
        try await database.write { connection in
            let sealing = ReviewSealing(workspace: workspace, vault: vault, connection: connection)
            try sealing.checkKey()
            var save = save
            save.row.version = version + 1
            let row = save.row
            let changed = try connection.run(
                """
                UPDATE review SET version = \(Int64(row.version)), state = \(row.state), shared_at = \(row.sharedAt),
                    acknowledged_at = \(row.acknowledgedAt), sealed_at = \(row.sealedAt)
                WHERE workspace_id = \(workspace.text) AND review_id = \(row.id) AND version = \(Int64(version))
                """
            )
            guard changed == 1 else {
                let kept = try connection.rows(
                    """
                    SELECT version, actor FROM review_version
                    WHERE workspace_id = \(workspace.text) AND review_id = \(row.id) ORDER BY version DESC LIMIT 1
                    """
                ).first
                guard let kept else { throw ReviewRecordError.noSuchReview(row.id) }
                throw ReviewRecordError.changed(
                    kept: Int(try kept.integer("version")),
                    by: try kept.text("actor")
                )
            }
            try Self.put(save, sealing, now: now)
        }
    }

    /// A review without its words; nil when there is none.
    public func review(_ id: String) async throws -> ReviewRow? {
        try await reviews(where: "review_id = \(id)").first
    }

    /// Reviews about a person, the newest first.
    public func reviews(about person: PersonID) async throws -> [ReviewRow] {
        try await reviews(where: "person = \(person.text)")
    }

    /// Reviews by an author, the newest first.
    public func reviews(by author: PersonID) async throws -> [ReviewRow] {
        try await reviews(where: "author = \(author.text)")
    }

    /// What stands where in a version, as the caller wrote it, and the words of every line.
    ///
    /// Errors: `ReviewRecordError.noSuchReview`; `VaultError.wrongKey`, `.damaged`.
    public func content(
        of id: String,
        version: Int,
        vault: Vault
    ) async throws -> (layout: String, words: [Int: [WordsRow]]) {
        let workspace = workspace
        return try await database.read { connection in
            let sealing = ReviewSealing(workspace: workspace, vault: vault, connection: connection)
            let row = try connection.rows(
                """
                SELECT key_id, sealed FROM review_version
                WHERE workspace_id = \(workspace.text) AND review_id = \(id) AND version = \(Int64(version))
                """
            ).first
            guard let row, let layout = try sealing.text(of: row, at: sealing.place("layout \(id)", String(version)))
            else { throw ReviewRecordError.noSuchReview(id) }
            return (layout, try sealing.words(of: id))
        }
    }

    /// Every version of a review, the oldest first.
    public func versions(ofReview id: String) async throws -> [ReviewVersionRow] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT version, saved, actor, act, state FROM review_version
                WHERE workspace_id = \(workspace.text) AND review_id = \(id) ORDER BY version
                """
            ).map {
                ReviewVersionRow(
                    version: Int(try $0.integer("version")),
                    saved: try $0.integer("saved"),
                    actor: try $0.text("actor"),
                    act: try $0.text("act"),
                    state: try $0.text("state")
                )
            }
        }
    }

    /// Hashes of a sealed review's forms, by form; empty where it is not sealed.
    public func seals(ofReview id: String) async throws -> [String: String] {
        let workspace = workspace
        return try await database.read { connection in
            let rows = try connection.rows(
                "SELECT form, hash FROM review_seal WHERE workspace_id = \(workspace.text) AND review_id = \(id)"
            )
            return Dictionary(
                try rows.map { (try $0.text("form"), try $0.text("hash")) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    /// The review whose sealed form has a hash, and which form; nil where none has.
    public func review(sealedAs hash: String) async throws -> (id: String, form: String)? {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT review_id, form FROM review_seal WHERE workspace_id = \(workspace.text) AND hash = \(hash)
                ORDER BY review_id, form
                """
            ).first.map { (try $0.text("review_id"), try $0.text("form")) }
        }
    }

    /// SHA-256 of some bytes, in lower-case hexadecimal digits.
    public static func hash(_ bytes: [UInt8]) -> String { Digest.hexadecimal(Digest.sha256(bytes)) }

    private func reviews(where condition: SQL) async throws -> [ReviewRow] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT * FROM review WHERE workspace_id = \(workspace.text) AND \(condition)
                ORDER BY last_day DESC, number DESC, review_id
                """
            ).map { row in
                ReviewRow(
                    id: try row.text("review_id"),
                    sort: try row.text("sort"),
                    person: PersonID(try row.text("person")),
                    author: PersonID(try row.text("author")),
                    from: CivilDate(days: Int(try row.integer("first_day"))),
                    to: CivilDate(days: Int(try row.integer("last_day"))),
                    version: Int(try row.integer("version")),
                    state: try row.text("state"),
                    sharedAt: try row.optionalInteger("shared_at"),
                    acknowledgedAt: try row.optionalInteger("acknowledged_at"),
                    sealedAt: try row.optionalInteger("sealed_at")
                )
            }
        }
    }

    /// Version, words, seals and audit of a save.
    private static func put(_ save: ReviewSave, _ sealing: ReviewSealing, now: Int64) throws {
        let (workspace, connection) = (sealing.workspace, sealing.connection)
        let digest = try sealing.putVersion(save, now: now)
        try sealing.putWords(save.words, of: save.row.id)
        var audit = try AuditChain(workspace: workspace, on: connection)
        func note(_ act: String, _ object: String, _ detail: String) {
            audit.append(
                .init(actor: save.actor, name: ReviewSealing.auditPrefix + act, object: object, detail: detail),
                at: now
            )
        }
        note(save.act, "\(save.row.id) \(save.row.version)", digest)
        if !save.hashes.isEmpty {
            try connection.run(
                """
                INSERT INTO review_seal (workspace_id, review_id, form, hash)
                VALUES \(rows: save.hashes.sorted { $0.key < $1.key }.map {
                    [.text(workspace.text), .text(save.row.id), .text($0.key), .text($0.value)]
                })
                """
            )
            note("seal", "\(save.row.id) seal", ReviewSealing.digest(ofSeals: save.hashes))
        }
        try audit.flush(on: connection)
    }
}
