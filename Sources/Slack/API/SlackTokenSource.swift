import AsyncHTTPClient
import Intake
import NIOCore
import NIOHTTP1

/// Where the token of a call comes from.
public protocol SlackTokenSource: Sendable {
    /// The token that is good now.
    func current() async throws -> SlackToken
    /// Gets another one after Slack said that this one expired; false where there is none.
    func renew(after token: SlackToken) async throws -> Bool
}

/// One token for good.
struct FixedToken: SlackTokenSource {
    let token: SlackToken

    func current() -> SlackToken { token }
    func renew(after token: SlackToken) -> Bool { false }
}

/// What Slack gives for a refresh token.
public struct RenewedTokens: Sendable {
    /// What calls are made with.
    public let access: String
    /// What the next pair is asked for with; good once.
    public let refresh: String
    /// How long `access` is good, in seconds.
    public let seconds: Int64
}

/// Asks Slack for the next pair of tokens of an app that rotates them.
///
/// Source: Slack documentation, "Token rotation".
public struct TokenRenewal: Sendable {
    private let base: String
    private let client: String
    private let secret: String

    /// Knows the app's client id and secret.
    ///
    /// Errors: as with `SlackAPI`.
    public init(base: String = SlackAPI.slack, client: String, secret: String) throws(SlackFault) {
        self.base = try SlackAPI.checked(base)
        self.client = client
        self.secret = secret
    }

    /// The next pair; the refresh token is used up.
    ///
    /// Errors: `SlackFault`.
    public func renew(_ refresh: String) async throws -> RenewedTokens {
        let method = "oauth.v2.access"
        var request = HTTPClientRequest(url: base + method)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        let form: WireValue = [
            "grant_type": "refresh_token", "refresh_token": .text(refresh), "client_id": .text(client),
            "client_secret": .text(secret),
        ]
        request.body = .bytes(ByteBuffer(string: FormBody.text(of: form)))
        let body: WireValue?
        do {
            let response = try await SlackClient.shared.execute(request, timeout: .seconds(20))
            body = WireValue.read(Array(try await response.body.collect(upTo: 1 << 20).readableBytesView))
        } catch {
            throw SlackFault.unreachable(method: method, reason: "\(type(of: error))")
        }
        guard let body, body.isObject else { throw SlackFault.notAnAnswer(method: method, status: 200) }
        guard body["ok"].isTrue, let access = body["access_token"].words, let next = body["refresh_token"].words else {
            throw SlackFault.refused(
                method: method,
                error: body["error"].words ?? "no error was named",
                needed: nil,
                details: []
            )
        }
        return RenewedTokens(access: access, refresh: next, seconds: body["expires_in"].integer ?? 43_200)
    }
}
