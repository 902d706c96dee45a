import Store
public import Workspace

/// A receipt: somebody looked at a person's pay, or at everybody's.
public struct Look: Sendable, Hashable {
    /// Who looked; nil for the command line.
    public let viewer: PersonID?
    /// At whose; nil for everybody's at once, in an audit.
    public let subject: PersonID?
    /// At what, in words.
    public let object: String
    /// When, microseconds since 1970 UTC.
    public let moment: Int64
}

extension Records {
    /// A person's pay; the receipt is written in the same transaction, or nothing is opened.
    ///
    /// Errors: `VaultError.wrongKey`, `VaultError.damaged`.
    public func pay(
        of person: PersonID,
        vault: Vault,
        seenBy viewer: Access.Viewer,
        as object: String,
        now: Int64
    ) async throws -> Pay? {
        let workspace = workspace
        return try await database.write { connection in
            try Self.note(Look(viewer, at: person, object: object, now: now), workspace: workspace, on: connection)
            let rows = SealedRows(workspace: workspace, vault: vault, connection: connection)
            return try rows.texts(.pay, person: person)[person].map { try Self.pay($0, of: person) }
        }
    }

    /// A person's pay, and what the other people of a category get, without their names; one receipt, as with `pay`.
    ///
    /// Shape: groups by sex as far as they are stated; the person is among the category.
    public func pay(
        of person: PersonID,
        among category: [PersonID],
        vault: Vault,
        seenBy viewer: Access.Viewer,
        as object: String,
        now: Int64
    ) async throws -> (own: Pay?, category: [(sex: String?, pay: Pay)]) {
        let workspace = workspace
        return try await database.write { connection in
            try Self.note(Look(viewer, at: person, object: object, now: now), workspace: workspace, on: connection)
            let rows = SealedRows(workspace: workspace, vault: vault, connection: connection)
            let own = try rows.texts(.pay, person: person)[person].map { try Self.pay($0, of: person) }
            var members: [(sex: String?, pay: Pay)] = []
            for batch in category.batches(of: 500) {
                let groups = try rows.texts(.protected, among: Array(batch)).mapValues(SealedText.groups)
                for (member, text) in try rows.texts(.pay, among: Array(batch)) {
                    members.append((groups[member]?[.sex], try Self.pay(text, of: member)))
                }
            }
            return (own, members)
        }
    }

    /// Everybody's pay, with one receipt that everybody can see.
    public func allPay(
        vault: Vault,
        seenBy viewer: Access.Viewer,
        as object: String,
        now: Int64
    ) async throws -> [PersonID: Pay] {
        let workspace = workspace
        return try await database.write { connection in
            try Self.note(Look(viewer, at: nil, object: object, now: now), workspace: workspace, on: connection)
            let rows = SealedRows(workspace: workspace, vault: vault, connection: connection)
            return Dictionary(
                uniqueKeysWithValues: try rows.texts(.pay).map { ($0.key, try Self.pay($0.value, of: $0.key)) }
            )
        }
    }

    /// Everybody's groups, with one receipt that everybody can see.
    public func allGroups(
        vault: Vault,
        seenBy viewer: Access.Viewer,
        as object: String,
        now: Int64
    ) async throws -> [PersonID: [ProtectedCategory: String]] {
        let workspace = workspace
        return try await database.write { connection in
            try Self.note(Look(viewer, at: nil, object: object, now: now), workspace: workspace, on: connection)
            let rows = SealedRows(workspace: workspace, vault: vault, connection: connection)
            return try rows.texts(.protected).mapValues(SealedText.groups)
        }
    }

    /// Pay before and after each change of track, where people files said both; with one receipt that everybody can see.
    public func payAroundMoves(
        _ moves: [Move],
        vault: Vault,
        seenBy viewer: Access.Viewer,
        as object: String,
        now: Int64
    ) async throws -> [MoveID: (before: Pay, after: Pay)] {
        let workspace = workspace
        return try await database.write { connection in
            try Self.note(Look(viewer, at: nil, object: object, now: now), workspace: workspace, on: connection)
            let rows = SealedRows(workspace: workspace, vault: vault, connection: connection)
            var pays: [MoveID: (before: Pay, after: Pay)] = [:]
            for move in moves {
                let person = move.person
                guard let before = try rows.texts(.pay, occasion: move.id.before, person: person)[person],
                    let after = try rows.texts(.pay, occasion: move.id.after, person: person)[person]
                else { continue }
                pays[move.id] = (try Self.pay(before, of: person), try Self.pay(after, of: person))
            }
            return pays
        }
    }

    /// Who looked at a person's pay, newest first; looks at everybody's are among them.
    public func looks(at person: PersonID) async throws -> [Look] {
        let workspace = workspace
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT subject, viewer, object, moment FROM look
                WHERE workspace_id = \(workspace.text) AND subject IN (\(person.text), \(Look.everybody))
                ORDER BY moment DESC, look_id DESC
                """
            ).map { row in
                let viewer = try row.text("viewer")
                let subject = try row.text("subject")
                return Look(
                    viewer: viewer == Look.console ? nil : PersonID(viewer),
                    subject: subject == Look.everybody ? nil : PersonID(subject),
                    object: try row.text("object"),
                    moment: try row.integer("moment")
                )
            }
        }
    }

    private static func pay(_ text: String, of person: PersonID) throws(VaultError) -> Pay {
        guard let pay = SealedText.pay(text) else { throw .damaged(person: person.text, purpose: "pay") }
        return pay
    }

    private static func note(_ look: Look, workspace: WorkspaceID, on connection: any Connection) throws {
        let subject = look.subject?.text ?? Look.everybody
        let random = UInt32.random(in: 0 ... .max)
        let id = Digest.hexadecimal(
            withUnsafeBytes(of: UInt64(bitPattern: look.moment).bigEndian) { Array($0) }
                + withUnsafeBytes(of: random.bigEndian) { Array($0) }
        )
        try connection.run(
            """
            INSERT INTO look (workspace_id, subject, look_id, viewer, object, moment)
            VALUES (\(workspace.text), \(subject), \(id), \(look.viewer?.text ?? Look.console), \(look.object),
                \(look.moment))
            """
        )
    }
}

extension Look {
    static let everybody = "*"
    static let console = "@console"

    init(_ viewer: Access.Viewer, at subject: PersonID?, object: String, now: Int64) {
        let person: PersonID? = if case .person(let id) = viewer { id } else { nil }
        self.init(viewer: person, subject: subject, object: object, moment: now)
    }
}
