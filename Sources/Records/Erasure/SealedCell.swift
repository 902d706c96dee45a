import Store
import Workspace

/// Where the sealed cells of a row are sealed, so that an erasure can look into them and seal what is left again.
struct SealedCell {
    /// The column.
    let column: String
    /// True where ids stand in it rather than words.
    var isKey: Bool { person == "version" || purpose == .waiting }
    private let purpose: Vault.Purpose
    private let occasion: (SQLRow) throws -> String
    private let person: String

    /// The sealed cells of a table; none for most.
    static func cells(of table: String) -> [SealedCell] {
        switch table {
        case "sealed_fact":
            [.init(column: "sealed", purpose: .choice, occasion: { try $0.text("occasion") }, person: "person_id")]
        case "private_note":
            [.init(column: "sealed", purpose: .note, occasion: { try $0.text("note_id") }, person: "author_id")]
        case "review_version":
            [
                .init(
                    column: "sealed",
                    purpose: .writing,
                    occasion: { "layout \(try $0.text("review_id"))" },
                    person: "version"
                )
            ]
        case "review_words":
            [
                .init(
                    column: "sealed",
                    purpose: .writing,
                    occasion: { "line \(try $0.text("review_id")) \(try $0.integer("line"))" },
                    person: "part"
                )
            ]
        case "feedback_request":
            [
                .init(
                    column: "asked",
                    purpose: .writing,
                    occasion: { "asked \(try $0.text("feedback_id"))" },
                    person: "colleague"
                ),
                .init(
                    column: "sealed",
                    purpose: .writing,
                    occasion: { "given \(try $0.text("feedback_id"))" },
                    person: "colleague"
                ),
            ]
        case "rewording":
            [
                .init(
                    column: "sealed",
                    purpose: .writing,
                    occasion: { "rewording \(try $0.text("rewording_id"))" },
                    person: "subject"
                )
            ]
        case "calibration_draft":
            [
                .init(
                    column: "sealed",
                    purpose: .rating,
                    occasion: { "draft \(try $0.text("room"))" },
                    person: "person_id"
                )
            ]
        case "calibration_answer":
            [.init(column: "sealed", purpose: .rating, occasion: { "answer \(try $0.text("room"))" }, person: "cue_id")]
        case "board_word":
            [
                .init(
                    column: "sealed",
                    purpose: .rating,
                    occasion: { "board \(try $0.text("board_id")) \(try $0.integer("word_no"))" },
                    person: "person_id"
                )
            ]
        case "slack_inbox":
            [.init(column: "payload", purpose: .waiting, occasion: { _ in "slack inbox" }, person: "envelope_id")]
        case "slack_outbox":
            [.init(column: "payload", purpose: .waiting, occasion: { _ in "slack outbox" }, person: "key")]
        default: []
        }
    }

    /// What the cell says; nil where it is empty or of another purpose.
    ///
    /// Errors: `VaultError.noKey`, `.wrongKey`, `.damaged`.
    func text(_ row: SQLRow, vault: Vault?, workspace: WorkspaceID) throws -> String? {
        let sealed = try row.bytes(column)
        guard !sealed.isEmpty else { return nil }
        // Facts of other purposes are figures and groups of the row's own person.
        if purpose == .choice, try row.text("purpose") != purpose.rawValue { return nil }
        guard let kept = try row.optionalText("key_id") else { return String(decoding: sealed, as: UTF8.self) }
        guard let vault else { throw VaultError.noKey }
        guard kept == vault.keyID else { throw VaultError.wrongKey(kept: kept, given: vault.keyID) }
        return try vault.open(sealed, at: try place(row, workspace, whose: try whose(row)))
    }

    /// Seals words for the same place, or for the place of another person.
    func seal(
        _ text: String,
        _ row: SQLRow,
        for other: String? = nil,
        vault: Vault?,
        workspace: WorkspaceID
    ) throws
        -> [UInt8]
    {
        guard try row.optionalText("key_id") != nil else { return Array(text.utf8) }
        guard let vault else { throw VaultError.noKey }
        return try vault.seal(text, at: try place(row, workspace, whose: try other ?? whose(row)))
    }

    private func whose(_ row: SQLRow) throws -> String {
        person == "version" || person == "part" ? String(try row.integer(person)) : try row.text(person)
    }

    private func place(_ row: SQLRow, _ workspace: WorkspaceID, whose: String) throws -> Vault.Place {
        Vault.Place(workspace: workspace, purpose: purpose, occasion: try occasion(row), person: whose)
    }
}
