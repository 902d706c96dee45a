private import Crypto
private import Foundation
import Store
public import Workspace

/// Something of a reader's that a secret address leads to.
public enum ReadingDoor: Sendable, Hashable {
    /// The public part of the brief of each day, as a feed.
    case feed
    /// The page for others of one day.
    case page(CivilDate)

    var name: String {
        switch self {
        case .feed: "feed"
        case .page(let day): "page \(day.days)"
        }
    }
}

/// What lies behind a secret address; it is sealed with the secret itself.
private struct Behind: Codable {
    let person: String
    let door: String
}

extension ReadingStore {
    // MARK: Secret addresses

    /// Where a secret lies; the database says neither whose it is nor what it leads to.
    func place(_ secret: String) -> String { keys.tag(workspace, secret, for: "door") }

    private func key(_ secret: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(secret.utf8)),
            salt: Array("crosstie door".utf8),
            info: Array(workspace.text.utf8),
            outputByteCount: 32
        )
    }

    /// Opens an address, or gives the one that is open already.
    public func open(_ door: ReadingDoor, of person: PersonID) async throws -> String {
        var notebook = try await notebook(of: person)
        if let secret = notebook.secret(of: door) { return secret }
        let secret = SymmetricKey(size: .bits256).withUnsafeBytes { bytes in
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        let place = place(secret)
        let sealed = try Sealed.seal(Behind(person: person.text, door: door.name), "door " + place, key(secret))
        let workspace = workspace.text
        try await database.write { connection in
            try connection.run(
                "INSERT INTO reader_door (workspace_id, door, leads) VALUES (\(workspace), \(place), \(sealed))"
            )
        }
        notebook.keep(secret, of: door)
        try await keep(notebook, of: person)
        return secret
    }

    /// Closes an address for good; one that is opened again is another.
    public func close(_ door: ReadingDoor, of person: PersonID) async throws {
        var notebook = try await notebook(of: person)
        guard let secret = notebook.secret(of: door) else { return }
        let place = place(secret)
        let workspace = workspace.text
        try await database.write { connection in
            try connection.run("DELETE FROM reader_door WHERE workspace_id = \(workspace) AND door = \(place)")
        }
        notebook.keep(nil, of: door)
        try await keep(notebook, of: person)
    }

    /// Whom and what a secret leads to; nil for one that leads nowhere.
    public func behind(_ secret: String) async throws -> (person: PersonID, door: ReadingDoor)? {
        guard secret.utf8.count == 64 else { return nil }
        let place = place(secret)
        let workspace = workspace.text
        let rows = try await database.read { connection in
            try connection.rows("SELECT leads FROM reader_door WHERE workspace_id = \(workspace) AND door = \(place)")
                .map { try $0.bytes("leads") }
        }
        guard let sealed = rows.first else { return nil }
        let behind = try Sealed.open(sealed, "door " + place, key(secret), as: Behind.self)
        let parts = behind.door.split(separator: " ")
        let door = parts.count == 2 ? Int(parts[1]).map { ReadingDoor.page(CivilDate(days: $0)) } : .feed
        return door.map { (PersonID(behind.person), $0) }
    }

    // MARK: Deliveries

    /// True where somebody stated what to be briefed for, or answered an item.
    public func isReader(_ person: PersonID) throws -> Bool { try keys.key(of: tag(person), create: false) != nil }

    /// True when a day's brief was delivered.
    public func isDelivered(to person: PersonID, on day: CivilDate) async throws -> Bool {
        let (reader, workspace) = (tag(person), workspace.text)
        return try await database.read { connection in
            try !connection.rows(
                """
                SELECT day FROM reader_delivery
                WHERE workspace_id = \(workspace) AND reader = \(reader) AND day = \(day.days)
                """
            ).isEmpty
        }
    }

    /// Keeps that a day's brief goes out; false where somebody else sent it already.
    public func claimDelivery(to person: PersonID, on day: CivilDate) async throws -> Bool {
        let (reader, workspace) = (tag(person), workspace.text)
        return try await database.write { connection in
            try connection.run(
                """
                INSERT INTO reader_delivery (workspace_id, reader, day) VALUES (\(workspace), \(reader), \(day.days))
                ON CONFLICT (workspace_id, reader, day) DO NOTHING
                """
            ) > 0
        }
    }
}
