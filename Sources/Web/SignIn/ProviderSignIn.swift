public import OpenID
public import Workspace

/// Signing in with the company's own provider: who it is there, and whom that makes here.
public struct ProviderSignIn: Sendable {
    let signIn: OpenIDSignIn
    let person: @Sendable (OpenIDIdentity) async throws -> PersonID?
    let spent = SpentAttempts()

    /// Joins the provider and the way from an identity there to a person here; nil for a stranger.
    public init(_ signIn: OpenIDSignIn, person: @escaping @Sendable (OpenIDIdentity) async throws -> PersonID?) {
        self.signIn = signIn
        self.person = person
    }
}

/// Attempts that have come back, so that an answer of the provider serves once.
actor SpentAttempts {
    private var until: [SecretHash: Int64] = [:]

    /// True the first time; `now` in microseconds since 1970 UTC.
    func spend(_ attempt: SecretHash, now: Int64) -> Bool {
        until = until.filter { $0.value > now }
        return until.updateValue(now + SignInAttempt.lifetime, forKey: attempt) == nil
    }
}

/// The cookie that binds an attempt to the browser that began it.
struct AttemptCookie: Sendable {
    let secure: Bool

    var name: String { secure ? "__Host-crosstie-attempt" : "crosstie-attempt" }

    /// Sets the cookie; nil takes it away.
    ///
    /// It has to come along when the provider sends the browser back, hence `Lax`.
    func header(_ secret: Secret?) -> String {
        let age = secret == nil ? 0 : SignInAttempt.lifetime / 1_000_000
        return "\(name)=\(secret?.text ?? ""); Path=/; Max-Age=\(age); HttpOnly; SameSite=Lax"
            + (secure ? "; Secure" : "")
    }
}
