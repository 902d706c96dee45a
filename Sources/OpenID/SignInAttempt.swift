import Crypto

/// One attempt to sign in, bound to one browser by a secret that only its cookie holds.
///
/// State, nonce and code verifier are derived from the secret, each by a hash of its own, so none tells another.
/// Source: RFC 6749, section 10.12 (state); RFC 7636 (code verifier); OpenID Connect Core 1.0, section 15.5.2 (nonce).
public struct SignInAttempt: Sendable {
    private let secret: [UInt8]

    /// How long an attempt may take: ten minutes, in microseconds, as long as a code lives.
    public static let lifetime: Int64 = 10 * 60 * 1_000_000

    /// Starts or takes up an attempt; the secret has at least 256 random bits, in any form of text.
    public init(secret: String) { self.secret = Array(secret.utf8) }

    var state: String { derived("state") }
    var nonce: String { derived("nonce") }
    var verifier: String { derived("verifier") }
    var challenge: String { Base64URL.text(SHA256.hash(data: Array(verifier.utf8))) }

    /// True for the state that this attempt sent, compared in constant time.
    func sent(_ state: String) -> Bool {
        let own = Array(self.state.utf8)
        let given = Array(state.utf8)
        guard own.count == given.count else { return false }
        return zip(own, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func derived(_ purpose: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: SymmetricKey(data: secret))
        return Base64URL.text(code)
    }
}
