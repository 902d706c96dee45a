import Workspace

/// Who is signed in, by the secret in their cookie.
///
/// Source: idle 12 hours and absolute 7 days; OWASP Session Management Cheat Sheet, "Session Expiration".
struct Sessions: Sendable {
    static let idle: Int64 = 12 * 3600 * 1_000_000
    static let lifetime: Int64 = 7 * 24 * 3600 * 1_000_000
    /// Use is noted at most this often, so that reading pages seldom writes.
    static let touchEvery: Int64 = 5 * 60 * 1_000_000

    let keeping: any SessionKeeping
    let now: @Sendable () -> Int64

    /// Begins a session and clears away what has expired.
    func begin(for person: PersonID) async throws -> Secret {
        let secret = try Secret.random()
        let moment = now()
        try await keeping.forget(
            linksExpiredBefore: moment,
            sessionsBegunBefore: moment - Self.lifetime,
            sessionsUnusedSince: moment - Self.idle
        )
        try await keeping.keep(KeptSession(hash: secret.hash, person: person, begun: moment, used: moment))
        return secret
    }

    /// Who bears a secret; nil when the session ended or expired.
    func person(bearing secret: Secret) async throws -> PersonID? {
        let hash = secret.hash
        guard let session = try await keeping.session(hash) else { return nil }
        let moment = now()
        guard moment - session.used < Self.idle, moment - session.begun < Self.lifetime else {
            try await keeping.end(hash)
            return nil
        }
        if moment - session.used >= Self.touchEvery { try await keeping.touch(hash, at: moment) }
        return session.person
    }

    func end(_ secret: Secret) async throws { try await keeping.end(secret.hash) }

    /// Where a person is signed in, as far as sessions still work.
    func all(of person: PersonID) async throws -> [KeptSession] {
        let moment = now()
        return try await keeping.sessions(of: person).filter {
            moment - $0.used < Self.idle && moment - $0.begun < Self.lifetime
        }
    }

    /// Ends one session of a person; nothing happens when it is somebody else's.
    func end(_ hash: SecretHash, of person: PersonID) async throws {
        guard try await keeping.session(hash)?.person == person else { return }
        try await keeping.end(hash)
    }

    /// Signs a person out everywhere.
    func endAll(of person: PersonID) async throws { try await keeping.endAll(of: person) }
}
