import Crypto
import CryptoExtras
import Foundation
import Hummingbird
import HummingbirdTesting
import OpenID
import Synchronization
import Testing
import Workspace

@testable import Web

/// Signing in with a provider, over the site's own routes.
@Suite struct `Signing in with a provider` {
    private let clock = TestClock()
    private let provider: SigningProvider

    init() throws { provider = try SigningProvider(now: clock.now) }

    private func site(knowing people: [String: PersonID] = ["U1": Mock.manager]) throws -> Site {
        let settings = try OpenIDSettings(
            name: "Slack",
            issuer: SigningProvider.issuer,
            clientID: "crosstie",
            clientSecret: ClientSecret("hush"),
            redirect: "http://localhost/sign-in/provider/back",
            slackTeam: "T1"
        )
        var site = Site(clock: clock)
        site.provider = ProviderSignIn(OpenIDSignIn(settings, transport: provider)) { people[$0.slackUser ?? ""] }
        return site
    }

    /// Begins an attempt: the cookie to send back, and the fields that went to the provider's page.
    private func begin(_ client: any TestClientProtocol) async throws -> (cookie: String, fields: [String: String]) {
        let answer = try await client.execute(uri: "/sign-in/provider", method: .get)
        #expect(answer.status == .seeOther)
        let page = try #require(URLComponents(string: answer.headers[.location] ?? ""))
        let fields = Dictionary(uniqueKeysWithValues: (page.queryItems ?? []).map { ($0.name, $0.value ?? "") })
        return (String((answer.headers[.setCookie] ?? "").prefix { $0 != ";" }), fields)
    }

    @Test func `out to the provider and back, and the week is open`() async throws {
        try await site().run { client in
            let page = try await client.execute(uri: "/sign-in", method: .get)
            #expect(String(buffer: page.body).contains(#"href="/sign-in/provider">Sign in with Slack"#))
            let (cookie, fields) = try await begin(client)
            provider.signs(nonce: fields["nonce"] ?? "")
            let back = "/sign-in/provider/back?code=c1&state=\(fields["state"] ?? "")"
            let answer = try await client.execute(uri: back, method: .get, headers: [.cookie: cookie])
            #expect(answer.status == .seeOther && answer.headers[.location] == "/")
            let set = answer.headers[values: .setCookie]
            #expect(set.contains { $0.hasPrefix("crosstie-attempt=; ") && $0.contains("Max-Age=0") })
            let session = try #require(set.first { $0.hasPrefix("crosstie=") }).prefix { $0 != ";" }
            let week = try await client.execute(uri: "/", method: .get, headers: [.cookie: String(session)])
            #expect(week.status == .ok)
            // The same answer a second time opens nothing.
            let again = try await client.execute(uri: back, method: .get, headers: [.cookie: cookie])
            #expect(
                again.status == .badRequest && !again.headers[values: .setCookie].contains { $0.hasPrefix("crosstie=") }
            )
        }
    }

    @Test func `an answer without the cookie of its attempt, or with that of another, signs nobody in`() async throws {
        try await site().run { client in
            let (_, fields) = try await begin(client)
            let (other, _) = try await begin(client)
            provider.signs(nonce: fields["nonce"] ?? "")
            let back = "/sign-in/provider/back?code=c1&state=\(fields["state"] ?? "")"
            for cookie in [nil, other, "crosstie-attempt=xyz"] {
                let answer = try await client.execute(
                    uri: back,
                    method: .get,
                    headers: cookie.map { [.cookie: $0] } ?? [:]
                )
                #expect(answer.status == .badRequest)
                #expect(!answer.headers[values: .setCookie].contains { $0.hasPrefix("crosstie=") })
                #expect(String(buffer: answer.body).contains("another attempt"))
            }
        }
    }

    @Test func `somebody whom the provider knows and the people file does not gets a page that says so`() async throws {
        try await site(knowing: [:]).run { client in
            let (cookie, fields) = try await begin(client)
            provider.signs(nonce: fields["nonce"] ?? "")
            let back = "/sign-in/provider/back?code=c1&state=\(fields["state"] ?? "")"
            let answer = try await client.execute(uri: back, method: .get, headers: [.cookie: cookie])
            #expect(answer.status == .forbidden && String(buffer: answer.body).contains("not in the people file"))
        }
    }

    @Test func `what the provider refuses is told, and neither code nor secret is logged`() async throws {
        let site = try site()
        try await site.run { client in
            let (cookie, fields) = try await begin(client)
            let back = "/sign-in/provider/back?error=access_denied&state=\(fields["state"] ?? "")&code=verysecretcode"
            let answer = try await client.execute(uri: back, method: .get, headers: [.cookie: cookie])
            #expect(answer.status == .badRequest && String(buffer: answer.body).contains("access_denied"))
        }
        let log = site.log.all.joined(separator: "\n")
        #expect(log.contains("access_denied") && !log.contains("verysecretcode") && !log.contains("hush"))
    }

    @Test func `without a provider there is no such page`() async throws {
        try await Site().run { client in
            let out = try await client.execute(uri: "/sign-in/provider", method: .get)
            let page = try await client.execute(uri: "/sign-in", method: .get)
            #expect(out.status != .seeOther && !String(buffer: page.body).contains("Sign in with"))
        }
    }
}

/// A provider in memory that signs a good token for one account of the workspace `T1`.
private final class SigningProvider: OpenIDTransport, Sendable {
    static let issuer = "https://login.example"
    private static let made = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    private let key: _RSA.Signing.PrivateKey
    private let now: @Sendable () -> Int64
    private let nonce = Mutex("")

    init(now: @escaping @Sendable () -> Int64) throws {
        key = try Self.made.get()
        self.now = now
    }

    func signs(nonce: String) { self.nonce.withLock { $0 = nonce } }

    func get(_ address: String) throws -> [UInt8] {
        if address.hasSuffix("/keys") {
            let parts = try key.publicKey.getKeyPrimitives()
            let set = ["kty": "RSA", "kid": "k", "n": Self.url(parts.modulus), "e": Self.url(parts.publicExponent)]
            return Array(try JSONEncoder().encode(["keys": [set]]))
        }
        let document = [
            "issuer": Self.issuer, "authorization_endpoint": "\(Self.issuer)/authorize",
            "token_endpoint": "\(Self.issuer)/token", "jwks_uri": "\(Self.issuer)/keys",
        ]
        return Array(try JSONEncoder().encode(document))
    }

    func post(_ form: String, to address: String) throws -> [UInt8] {
        let seconds = Double(now()) / 1_000_000
        let claims: [String: Any] = [
            "iss": Self.issuer, "sub": "U1", "aud": "crosstie", "exp": seconds + 300, "iat": seconds,
            "nonce": nonce.withLock { $0 }, "https://slack.com/team_id": "T1", "https://slack.com/user_id": "U1",
        ]
        let parts = try [["alg": "RS256", "kid": "k"], claims]
            .map { Self.url(try JSONSerialization.data(withJSONObject: $0)) }
        let signed = parts.joined(separator: ".")
        let signature = try key.signature(for: SHA256.hash(data: Array(signed.utf8)), padding: .insecurePKCS1v1_5)
        return Array(#"{"ok":true,"id_token":"\#(signed).\#(Self.url(signature.rawRepresentation))"}"#.utf8)
    }

    private static func url(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
