public import Workspace

/// Links that sign one person in, once, within fifteen minutes.
///
/// Shape: opening a link only shows a button; pressing it uses the link up. So previews in chat do not spend it.
public struct OneTimeLinks: Sendable {
    /// How long a link works: 15 minutes, in microseconds.
    public static let lifetime: Int64 = 15 * 60 * 1_000_000

    private let keeping: any SessionKeeping
    private let now: @Sendable () -> Int64

    /// Issues and redeems links of a store; `now` gives microseconds since 1970 UTC.
    public init(keeping: any SessionKeeping, now: @escaping @Sendable () -> Int64) {
        self.keeping = keeping
        self.now = now
    }

    /// Makes a link's secret and keeps its hash.
    public func issue(for person: PersonID) async throws -> Secret {
        let secret = try Secret.random()
        try await keeping.keep(KeptLink(hash: secret.hash, person: person, expires: now() + Self.lifetime))
        return secret
    }

    /// The address to open, such as `http://127.0.0.1:8080/sign-in/…`.
    public func address(of secret: Secret, at site: SiteAddress) -> String { "\(site.text)/sign-in/\(secret.text)" }

    /// True while a link can still be used.
    func works(_ secret: Secret) async throws -> Bool {
        guard let link = try await keeping.link(secret.hash) else { return false }
        return now() < link.expires
    }

    /// Uses a link up; nil when it was used before, is too old or never was.
    func redeem(_ secret: Secret) async throws -> PersonID? {
        guard let link = try await keeping.take(secret.hash), now() < link.expires else { return nil }
        return link.person
    }
}
