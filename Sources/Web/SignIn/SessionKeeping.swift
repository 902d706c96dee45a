public import Workspace

/// Where links and sessions are kept between requests; hashes only, never the secrets.
///
/// Units: times are microseconds since 1970 UTC.
public protocol SessionKeeping: Sendable {
    /// Keeps a link until it is taken or forgotten.
    func keep(_ link: KeptLink) async throws
    /// The link of a hash; nil when there is none.
    func link(_ hash: SecretHash) async throws -> KeptLink?
    /// Removes a link and gives it; of two who ask at once, one gets nil.
    func take(_ hash: SecretHash) async throws -> KeptLink?
    /// Keeps a session until it ends or is forgotten.
    func keep(_ session: KeptSession) async throws
    /// The session of a hash; nil when there is none.
    func session(_ hash: SecretHash) async throws -> KeptSession?
    /// Notes that a session was in use; nothing happens when there is none.
    func touch(_ hash: SecretHash, at moment: Int64) async throws
    /// Ends a session; nothing happens when there is none.
    func end(_ hash: SecretHash) async throws
    /// Forgets links that expired and sessions that began or were last used before a moment.
    func forget(linksExpiredBefore: Int64, sessionsBegunBefore: Int64, sessionsUnusedSince: Int64) async throws
    /// Every session of a person, the latest used first.
    func sessions(of person: PersonID) async throws -> [KeptSession]
    /// Ends every session of a person and takes back links that were not used yet.
    func endAll(of person: PersonID) async throws
}

/// A one-time link as it is kept.
public struct KeptLink: Sendable, Hashable {
    /// The hash of its secret.
    public let hash: SecretHash
    /// Whom it signs in.
    public let person: PersonID
    /// When it stops working.
    public let expires: Int64

    /// Joins its parts.
    public init(hash: SecretHash, person: PersonID, expires: Int64) {
        self.hash = hash
        self.person = person
        self.expires = expires
    }
}

/// A session as it is kept.
public struct KeptSession: Sendable, Hashable {
    /// The hash of its secret.
    public let hash: SecretHash
    /// Who is signed in.
    public let person: PersonID
    /// When it began.
    public let begun: Int64
    /// When it was last in use.
    public var used: Int64

    /// Joins its parts.
    public init(hash: SecretHash, person: PersonID, begun: Int64, used: Int64) {
        self.hash = hash
        self.person = person
        self.begun = begun
        self.used = used
    }
}

/// Links and sessions in memory: they end with the program.
public actor SessionMemory: SessionKeeping {
    private var links: [SecretHash: KeptLink] = [:]
    private var sessions: [SecretHash: KeptSession] = [:]

    /// Starts empty.
    public init() {}

    /// Keeps a link until it is taken or forgotten.
    public func keep(_ link: KeptLink) { links[link.hash] = link }
    /// The link of a hash; nil when there is none.
    public func link(_ hash: SecretHash) -> KeptLink? { links[hash] }
    /// Removes a link and gives it.
    public func take(_ hash: SecretHash) -> KeptLink? { links.removeValue(forKey: hash) }
    /// Keeps a session until it ends or is forgotten.
    public func keep(_ session: KeptSession) { sessions[session.hash] = session }
    /// The session of a hash; nil when there is none.
    public func session(_ hash: SecretHash) -> KeptSession? { sessions[hash] }
    /// Notes that a session was in use.
    public func touch(_ hash: SecretHash, at moment: Int64) { sessions[hash]?.used = moment }
    /// Ends a session.
    public func end(_ hash: SecretHash) { sessions[hash] = nil }
    /// Forgets links that expired and sessions that began or were last used before a moment.
    public func forget(linksExpiredBefore: Int64, sessionsBegunBefore: Int64, sessionsUnusedSince: Int64) {
        links = links.filter { $0.value.expires > linksExpiredBefore }
        sessions = sessions.filter { $0.value.begun > sessionsBegunBefore && $0.value.used > sessionsUnusedSince }
    }
    /// Every session of a person, the latest used first.
    public func sessions(of person: PersonID) -> [KeptSession] {
        sessions.values.filter { $0.person == person }.sorted { ($0.used, $0.hash.text) > ($1.used, $1.hash.text) }
    }
    /// Ends every session of a person and takes back links that were not used yet.
    public func endAll(of person: PersonID) {
        sessions = sessions.filter { $0.value.person != person }
        links = links.filter { $0.value.person != person }
    }
}
