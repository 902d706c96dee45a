import Records
public import Workspace

extension Desk {
    /// Makes a token for a person; the secret is given once and kept by nobody.
    ///
    /// Errors: ``TokenRefusal``; `DeskError.notAllowed`.
    public func makeToken(
        _ name: String,
        scopes: Set<TokenScope>,
        days: Int,
        for person: PersonID,
        by viewer: Access.Viewer
    ) async throws -> (token: ProgramToken, secret: String) {
        let picture = try await open(.tokens, of: person, for: viewer)
        guard picture.people[person]?.active == true else { throw DeskError.noSuchPerson(person.text) }
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (1...ProgramToken.longestName).contains(name.count) else {
            throw TokenRefusal.badName(longest: ProgramToken.longestName)
        }
        guard (1...ProgramToken.longestDays).contains(days) else {
            throw TokenRefusal.badDays(longest: ProgramToken.longestDays)
        }
        let now = clock()
        guard try await records.tokens(of: person).count(where: { $0.expires > now }) < ProgramToken.most else {
            throw TokenRefusal.tooMany(ProgramToken.most)
        }
        let secret = ProgramToken.prefix + (0..<4).map { _ in Self.freshKey() }.joined()
        let row = TokenRow(
            id: Self.freshKey(),
            person: person,
            name: name,
            scopes: scopes.union([.read]).sorted().map(\.rawValue).joined(separator: " "),
            created: now,
            expires: now + Int64(days) * 86_400_000_000
        )
        try await records.keep(row, secret: secret, by: viewer.actor.description, now: now)
        return (ProgramToken(row, now: now), secret)
    }

    /// A person's tokens, the newest first.
    public func tokens(of person: PersonID, for viewer: Access.Viewer) async throws -> [ProgramToken] {
        _ = try await open(.tokens, of: person, for: viewer)
        let now = clock()
        return try await records.tokens(of: person).map { ProgramToken($0, now: now) }
    }

    /// Takes a token back; it works no more from this moment on.
    ///
    /// Errors: ``TokenRefusal/noSuchToken(_:)``.
    public func takeBackToken(_ id: String, of person: PersonID, by viewer: Access.Viewer) async throws {
        _ = try await open(.tokens, of: person, for: viewer)
        guard try await records.forgetToken(id, of: person, by: viewer.actor.description, now: clock()) else {
            throw TokenRefusal.noSuchToken(id)
        }
    }

    /// The token of a secret; nil where it is not one, has expired, or its owner no longer works here.
    public func token(bearing secret: String) async throws -> ProgramToken? {
        let digits = secret.utf8.dropFirst(ProgramToken.prefix.utf8.count)
        guard secret.hasPrefix(ProgramToken.prefix), digits.count == 64,
            digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
            let row = try await records.token(bearing: secret)
        else { return nil }
        let now = clock()
        guard row.expires > now, try await name(of: row.person) != nil else { return nil }
        let today = CivilDate(microseconds: now)
        if row.usedDay != today { try await records.touchToken(row.id, on: today) }
        return ProgramToken(row, now: now)
    }
}

extension ProgramToken {
    init(_ row: TokenRow, now: Int64) {
        id = row.id
        person = row.person
        name = row.name
        scopes = Set(row.scopes.split(separator: " ").compactMap { TokenScope(rawValue: String($0)) })
        created = CivilDate(microseconds: row.created)
        expires = CivilDate(microseconds: row.expires)
        used = row.usedDay
        isExpired = row.expires <= now
    }
}
