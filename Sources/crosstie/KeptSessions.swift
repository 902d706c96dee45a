import Records
import Web
import Workspace

/// Sign-in links and sessions in the record, so that they outlive the program and any command can issue a link.
struct KeptSessions: SessionKeeping {
    let records: Records

    func keep(_ link: KeptLink) async throws {
        try await records.keepLink(link.hash.text, for: link.person, expires: link.expires)
    }

    func link(_ hash: SecretHash) async throws -> KeptLink? {
        try await records.link(hash.text).map { KeptLink(hash: hash, person: $0.person, expires: $0.expires) }
    }

    func take(_ hash: SecretHash) async throws -> KeptLink? {
        try await records.takeLink(hash.text).map { KeptLink(hash: hash, person: $0.person, expires: $0.expires) }
    }

    func keep(_ session: KeptSession) async throws {
        try await records.keepSession(session.hash.text, for: session.person, begun: session.begun, used: session.used)
    }

    func session(_ hash: SecretHash) async throws -> KeptSession? {
        try await records.session(hash.text).map {
            KeptSession(hash: hash, person: $0.person, begun: $0.begun, used: $0.used)
        }
    }

    func touch(_ hash: SecretHash, at moment: Int64) async throws {
        try await records.touchSession(hash.text, at: moment)
    }

    func end(_ hash: SecretHash) async throws { try await records.endSession(hash.text) }

    func sessions(of person: PersonID) async throws -> [KeptSession] {
        try await records.sessions(of: person).map {
            KeptSession(hash: SecretHash(text: $0.hash), person: person, begun: $0.begun, used: $0.used)
        }
    }

    func endAll(of person: PersonID) async throws { try await records.endSessions(of: person) }

    func forget(linksExpiredBefore: Int64, sessionsBegunBefore: Int64, sessionsUnusedSince: Int64) async throws {
        try await records.forgetSessions(
            linksExpiredBefore: linksExpiredBefore,
            begunBefore: sessionsBegunBefore,
            unusedSince: sessionsUnusedSince
        )
    }
}
