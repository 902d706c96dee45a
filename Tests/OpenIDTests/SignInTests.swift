import Foundation
import Testing

@testable import OpenID

@Suite struct `Signing in with a provider` {
    private static let now: Int64 = 1_760_000_000_000_000
    private static let secret = String(repeating: "5f", count: 32)

    private let provider: MadeUpProvider
    private let signIn: OpenIDSignIn
    private let attempt = SignInAttempt(secret: Self.secret)

    init() throws {
        provider = try MadeUpProvider()
        signIn = OpenIDSignIn(try Self.settings(team: "T1"), transport: provider)
    }

    private static func settings(team: String?) throws -> OpenIDSettings {
        try OpenIDSettings(
            name: "Made up",
            issuer: MadeUpProvider.issuer,
            clientID: "crosstie",
            clientSecret: ClientSecret("hush"),
            redirect: "https://crosstie.example/sign-in/provider/back",
            slackTeam: team
        )
    }

    private func claims(_ changes: [String: Any?] = [:]) -> [String: Any] {
        let seconds = Double(Self.now) / 1_000_000
        var claims: [String: Any] = [
            "iss": MadeUpProvider.issuer, "sub": "U1", "aud": "crosstie", "exp": seconds + 300, "iat": seconds,
            "nonce": attempt.nonce, "email": "ana@crosstie.example", "email_verified": true, "name": "Ana",
            "https://slack.com/team_id": "T1", "https://slack.com/user_id": "U1",
        ]
        for (name, value) in changes { claims[name] = value }
        return claims
    }

    private func come(back token: String, to signIn: OpenIDSignIn? = nil) async throws -> OpenIDIdentity {
        await provider.answer(#"{"ok":true,"access_token":"x","id_token":"\#(token)"}"#)
        let answer = OpenIDSignIn.Answer(code: "c1", state: attempt.state, error: nil)
        return try await (signIn ?? self.signIn).identity(answer, of: attempt, now: Self.now)
    }

    @Test func `the provider's page gets client, scope, state, nonce, challenge and workspace`() async throws {
        let page = try #require(URLComponents(string: try await signIn.page(for: attempt)))
        let fields = Dictionary(uniqueKeysWithValues: (page.queryItems ?? []).map { ($0.name, $0.value ?? "") })
        #expect(page.path == "/authorize" && fields["response_type"] == "code" && fields["client_id"] == "crosstie")
        #expect(fields["scope"] == "openid profile email" && fields["team"] == "T1")
        #expect(fields["redirect_uri"] == "https://crosstie.example/sign-in/provider/back")
        #expect(fields["state"] == attempt.state && fields["nonce"] == attempt.nonce)
        #expect(fields["code_challenge_method"] == "S256" && fields["code_challenge"] == attempt.challenge)
        #expect(Set([attempt.state, attempt.nonce, attempt.verifier, attempt.challenge, Self.secret]).count == 5)
    }

    @Test func `whoever comes back with a good token is known by issuer and subject`() async throws {
        let identity = try await come(back: try await provider.token(claims()))
        #expect(identity.issuer == MadeUpProvider.issuer && identity.subject == "U1" && identity.slackUser == "U1")
        #expect(identity.email == "ana@crosstie.example" && identity.name == "Ana")
        let form = try #require(await provider.forms.first)
        #expect(form["code"] == "c1" && form["code_verifier"] == attempt.verifier && form["client_secret"] == "hush")
        #expect(form["redirect_uri"] == "https://crosstie.example/sign-in/provider/back")
    }

    @Test func `an address that the provider did not verify is not taken`() async throws {
        #expect(try await come(back: try await provider.token(claims(["email_verified": false]))).email == nil)
        #expect(try await come(back: try await provider.token(claims(["email_verified": "true"]))).email != nil)
    }

    @Test(
        arguments: [
            ("iss", "https://other.example", OpenIDError.claim(name: "issuer", .other)),
            ("iss", nil, .claim(name: "issuer", .missing)),
            ("aud", "somebody", .claim(name: "audience", .other)),
            ("aud", nil, .claim(name: "audience", .missing)),
            ("azp", "somebody", .claim(name: "authorized party", .other)),
            ("nonce", "old", .claim(name: "nonce", .other)),
            ("nonce", nil, .claim(name: "nonce", .missing)),
            ("sub", "", .claim(name: "subject", .missing)),
            ("https://slack.com/team_id", "T2", .claim(name: "workspace", .other)),
            ("https://slack.com/team_id", nil, .claim(name: "workspace", .missing)),
        ] as [(String, String?, OpenIDError)]
    )
    func `a claim that is missing or for somebody else fells the token`(
        name: String,
        value: String?,
        error: OpenIDError
    ) async throws {
        let token = try await provider.token(claims([name: value]))
        await #expect(throws: error) { try await come(back: token) }
    }

    @Test(arguments: [(-61.0, 0.0, false), (-59, 0, true), (300, 61, false), (300, 59, true)])
    func `clocks may be a minute apart, no more`(expires: Double, issued: Double, isGood: Bool) async throws {
        let seconds = Double(Self.now) / 1_000_000
        let token = try await provider.token(claims(["exp": seconds + expires, "iat": seconds + issued]))
        if isGood {
            #expect(try await come(back: token).subject == "U1")
        } else {
            await #expect(throws: OpenIDError.self) { try await come(back: token) }
        }
    }

    @Test(arguments: ["none", "HS256", "ES256", "PS256", "rs256", ""])
    func `nothing but RS256 is believed`(method: String) async throws {
        let token = try await provider.token(claims(), header: ["alg": method])
        await #expect(throws: OpenIDError.method(method)) { try await come(back: token) }
    }

    @Test func `an extension that has to be understood is not passed over`() async throws {
        let token = try await provider.token(claims(), header: ["crit": ["b64"]])
        await #expect(throws: OpenIDError.method("extensions of its own")) { try await come(back: token) }
    }

    @Test func `a token that was changed after it was signed does not fit`() async throws {
        let token = try await provider.token(claims())
        let other = try await provider.token(claims(["sub": "U2"]))
        let parts = token.split(separator: ".")
        let mixed = [parts[0], other.split(separator: ".")[1], parts[2]].joined(separator: ".")
        await #expect(throws: OpenIDError.signature) { try await come(back: mixed) }
    }

    @Test(arguments: ["", "a", "a.b", "a.b.c.d", "..", "e30.e30.", "?.e30.e30", "e30=.e30.e30"])
    func `what is no token is no fault of the program`(text: String) async throws {
        await #expect(throws: OpenIDError.self) { try await come(back: text) }
    }

    @Test func `a new key is asked for once, and invented ones do not make Crosstie ask again and again`() async throws
    {
        _ = try await come(back: try await provider.token(claims()))
        try await provider.rotate(to: "second")
        let token = try await provider.token(claims())
        await #expect(throws: OpenIDError.unknownKey("second")) { try await come(back: token) }
        for name in ["a", "b", "c"] {
            let invented = try await provider.token(claims(), header: ["kid": name])
            await #expect(throws: OpenIDError.unknownKey(name)) { try await come(back: invented) }
        }
        #expect(await provider.keyRequests == 1)
        let answer = OpenIDSignIn.Answer(code: "c1", state: attempt.state, error: nil)
        await provider.answer(#"{"id_token":"\#(token)"}"#)
        #expect(try await signIn.identity(answer, of: attempt, now: Self.now + 60_000_000).subject == "U1")
        #expect(await provider.keyRequests == 2)
    }

    @Test func `an answer that belongs to another browser never reaches the provider`() async throws {
        for state in [SignInAttempt(secret: "other").state, "", nil] {
            let answer = OpenIDSignIn.Answer(code: "c1", state: state, error: nil)
            await #expect(throws: OpenIDError.otherAttempt) {
                try await signIn.identity(answer, of: attempt, now: Self.now)
            }
        }
        #expect(await provider.forms.isEmpty)
    }

    @Test func `a refusal is told in the provider's word, made harmless`() async throws {
        let answer = OpenIDSignIn.Answer(code: nil, state: attempt.state, error: "access_denied<script>")
        await #expect(throws: OpenIDError.refused("access_deniedscript")) {
            try await signIn.identity(answer, of: attempt, now: Self.now)
        }
        await provider.answer(#"{"ok":false,"error":"invalid_code"}"#)
        let good = OpenIDSignIn.Answer(code: "c1", state: attempt.state, error: nil)
        await #expect(throws: OpenIDError.refused("invalid_code")) {
            try await signIn.identity(good, of: attempt, now: Self.now)
        }
    }

    @Test func `a provider that calls itself somebody else, or sends secrets in the open, is not used`() async throws {
        await provider.say("issuer", "https://login.example/")
        await #expect(
            throws: OpenIDError.otherIssuer(expected: MadeUpProvider.issuer, given: "https://login.example/")
        ) { try await signIn.page(for: attempt) }
        await provider.say("issuer", MadeUpProvider.issuer)
        await provider.say("token_endpoint", "http://login.example/token")
        await #expect(throws: OpenIDError.plainAddress("http://login.example/token")) {
            try await signIn.page(for: attempt)
        }
        await provider.say("token_endpoint", "http://127.0.0.1:9/token")
        await #expect(throws: OpenIDError.plainAddress("http://127.0.0.1:9/token")) {
            try await signIn.page(for: attempt)
        }
        #expect(throws: OpenIDError.plainAddress("http://login.example")) {
            try OpenIDSettings(
                name: "x",
                issuer: "http://login.example",
                clientID: "c",
                clientSecret: ClientSecret("s"),
                redirect: "https://crosstie.example/back"
            )
        }
        #expect(WebAddress.isSafe("http://127.0.0.1:8081/x") && !WebAddress.isSafe("http://127.0.0.1.example/x"))
        #expect(!WebAddress.isSafe("https://user@host.example/") && !WebAddress.isSafe("ftp://localhost/"))
    }

    @Test func `another provider needs no workspace`() async throws {
        let plain = OpenIDSignIn(try Self.settings(team: nil), transport: provider)
        let token = try await provider.token(
            claims(["https://slack.com/team_id": nil, "aud": ["crosstie", "b"], "azp": "crosstie"])
        )
        let identity = try await come(back: token, to: plain)
        #expect(identity.subject == "U1" && identity.slackUser == nil)
    }

    @Test func `no error and no description ever holds a secret, a code or a token`() async throws {
        let token = try await provider.token(claims(["nonce": "old"]))
        var said = "\(ClientSecret("hush")) \(String(reflecting: ClientSecret("hush")))"
        do { _ = try await come(back: token) } catch { said += "\(error) \(String(reflecting: error))" }
        #expect(said.contains("nonce") && !said.contains("hush") && !said.contains(token.prefix(20)))
    }
}
