import Foundation

/// Signing in with a provider: to its page and back, by the code flow with PKCE.
///
/// Source: OpenID Connect Core 1.0, section 3.1; `docs/methods.md`, "Signing in". The provider's own tokens are used once and let go.
public struct OpenIDSignIn: Sendable {
    /// What was agreed with the provider.
    public let settings: OpenIDSettings
    private let transport: any OpenIDTransport
    private let shelf: KeyShelf

    /// Knows the provider by its settings; nothing is asked before somebody signs in.
    public init(_ settings: OpenIDSettings, transport: any OpenIDTransport) {
        self.settings = settings
        self.transport = transport
        shelf = KeyShelf(issuer: settings.issuer, transport: transport)
    }

    /// The provider's page to send a browser to.
    ///
    /// Errors: `OpenIDError`.
    public func page(for attempt: SignInAttempt) async throws -> String {
        let page = try await shelf.description().authorization
        var fields: [(name: String, value: String)] = [
            ("response_type", "code"), ("scope", "openid profile email"), ("client_id", settings.clientID),
            ("redirect_uri", settings.redirect), ("state", attempt.state), ("nonce", attempt.nonce),
            ("code_challenge", attempt.challenge), ("code_challenge_method", "S256"),
        ]
        if let team = settings.slackTeam { fields.append(("team", team)) }
        return "\(page)\(page.contains("?") ? "&" : "?")\(WebAddress.form(fields))"
    }

    /// Who came back from the provider's page.
    ///
    /// - Parameters:
    ///   - answer: the query that the browser brought back
    ///   - attempt: the attempt of this browser
    ///   - now: microseconds since 1970 UTC
    /// - Returns: who they are, once everything fits
    /// - Throws: `OpenIDError`; state is compared before anything is sent to the provider
    public func identity(_ answer: Answer, of attempt: SignInAttempt, now: Int64) async throws -> OpenIDIdentity {
        guard let state = answer.state, attempt.sent(state) else { throw OpenIDError.otherAttempt }
        if let word = answer.error { throw OpenIDError.refused(Self.plain(word)) }
        guard let code = answer.code, !code.isEmpty else {
            throw OpenIDError.malformed(what: "the provider's answer", field: "code")
        }
        let form = WebAddress.form([
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.redirect),
            ("client_id", settings.clientID), ("client_secret", settings.clientSecret.text),
            ("code_verifier", attempt.verifier),
        ])
        let token = try IDToken(try await exchange(form))
        let claims = try token.claims(by: try await shelf.keys(with: token.key, now: now))
        return try claims.identity(settings, nonce: attempt.nonce, now: now)
    }

    /// The signed token for a code.
    ///
    /// Slack refuses with status 200 and `ok: false`, others with 400.
    private func exchange(_ form: String) async throws -> String {
        let address = try await shelf.description().token
        guard let reply = try? JSONDecoder().decode(Reply.self, from: Data(try await transport.post(form, to: address)))
        else { throw OpenIDError.malformed(what: "the provider's answer", field: "JSON") }
        if let word = reply.error { throw OpenIDError.refused(Self.plain(word)) }
        guard reply.ok != false, let token = reply.id_token else {
            throw OpenIDError.malformed(what: "the provider's answer", field: "id_token")
        }
        return token
    }

    /// A provider's word as it may be shown: short, and letters, digits and `_` only.
    private static func plain(_ word: String) -> String {
        let letters = word.unicodeScalars.filter {
            $0 == "_" || ($0.isASCII && $0.properties.isAlphabetic) || ("0"..."9").contains($0)
        }
        return letters.isEmpty ? "no reason" : String(String.UnicodeScalarView(letters.prefix(60)))
    }

    /// What a browser brings back from the provider's page.
    public struct Answer: Sendable, Hashable {
        let code: String?
        let state: String?
        let error: String?

        /// Takes the fields `code`, `state` and `error` of the query.
        public init(code: String?, state: String?, error: String?) {
            self.code = code
            self.state = state
            self.error = error
        }
    }

    private struct Reply: Decodable {
        let ok: Bool?
        let error: String?
        let id_token: String?
    }
}
