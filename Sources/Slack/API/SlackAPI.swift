import AsyncHTTPClient
public import Intake
import NIOCore
import NIOHTTP1

/// Slack's Web API for one token.
///
/// Shape: every call keeps to its method's pace, waits as long as Slack asks, and tries again where that cannot do harm.
/// Errors: `SlackFault`. The token stands in the header of a request and nowhere else.
public struct SlackAPI: Sendable {
    /// Where the methods lie, `https://slack.com/api/`; ends in a slash.
    public let base: String
    private let tokens: any SlackTokenSource
    private let client = SlackClient.shared
    private let gate = RateGate()
    private let patience: Patience

    /// How long a call may take.
    public struct Patience: Sendable {
        /// One try.
        public var timeout: Duration
        /// Tries where Slack failed or did not answer.
        public var tries: Int
        /// How often Slack may ask to wait before the call is given up.
        public var waits: Int

        /// Half a minute, four tries, twenty waits.
        public init(timeout: Duration = .seconds(30), tries: Int = 4, waits: Int = 20) {
            self.timeout = timeout
            self.tries = tries
            self.waits = waits
        }
    }

    /// The Web API as Slack runs it.
    public static let slack = "https://slack.com/api/"

    /// Errors: `SlackFault.notSecure` for plain addresses that leave this machine, `.badAddress`.
    public init(
        base: String = SlackAPI.slack,
        token: SlackToken,
        patience: Patience = .init()
    ) throws(SlackFault) {
        try self.init(base: base, tokens: FixedToken(token: token), patience: patience)
    }

    /// The same with tokens that change; `tokens` is asked before each call, and once more where Slack says that one expired.
    ///
    /// Errors: `SlackFault.notSecure` for plain addresses that leave this machine, `.badAddress`.
    public init(
        base: String = SlackAPI.slack,
        tokens: any SlackTokenSource,
        patience: Patience = .init()
    ) throws(SlackFault) {
        self.base = try Self.checked(base)
        self.tokens = tokens
        self.patience = patience
    }

    /// An address that words and tokens may be sent to, with a slash at its end.
    static func checked(_ base: String) throws(SlackFault) -> String {
        if base.hasPrefix("http://") {
            _ = try WebSocketAddress("ws" + base.dropFirst(4))
        } else if base.hasPrefix("https://") {
            _ = try WebSocketAddress("wss" + base.dropFirst(5))
        } else {
            throw .badAddress
        }
        return base.hasSuffix("/") ? base : base + "/"
    }

    /// Calls a method.
    ///
    /// - Returns: Slack's whole answer, which said `ok`.
    public func call(_ method: SlackMethod, _ arguments: WireValue = [:]) async throws -> WireValue {
        try await answer(to: method, arguments).body
    }

    /// Slack's answer with the scopes of the token.
    struct Answer: Sendable {
        let body: WireValue
        let scopes: [String]
    }

    func answer(
        to method: SlackMethod,
        _ arguments: WireValue = [:],
        patience own: Patience? = nil
    ) async throws -> Answer {
        let patience = own ?? patience
        var backoff = Backoff()
        var waits = 0
        var isRenewed = false
        while true {
            try await gate.turn(of: method)
            let token = try await tokens.current()
            switch await attempt(method, arguments, token, patience) {
            case .answer(let answer): return answer
            case .wait(let seconds):
                waits += 1
                await gate.close(method, for: .seconds(seconds))
                guard waits <= patience.waits else { throw SlackFault.tooBusy(method: method.name, wait: seconds) }
            case .fault(let fault, _) where fault.word == "token_expired" && !isRenewed:
                isRenewed = true
                guard try await tokens.renew(after: token) else { throw fault }
            case .fault(let fault, let mayRepeat):
                guard mayRepeat, backoff.failures + 1 < patience.tries else { throw fault }
                try await Task.sleep(for: backoff.next(chance: .random(in: 0...1)))
            }
            try Task.checkCancellation()
        }
    }

    private enum Attempt {
        case answer(Answer)
        case wait(Int)
        case fault(SlackFault, mayRepeat: Bool)
    }

    private func attempt(
        _ method: SlackMethod,
        _ arguments: WireValue,
        _ token: SlackToken,
        _ patience: Patience
    ) async -> Attempt {
        var request = HTTPClientRequest(url: base + method.name)
        request.method = .POST
        request.headers.add(name: "Authorization", value: "Bearer \(token.secret)")
        if method.takesJSON {
            request.headers.add(name: "Content-Type", value: "application/json; charset=utf-8")
            request.body = .bytes(ByteBuffer(bytes: arguments.bytes))
        } else {
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: FormBody.text(of: arguments)))
        }
        do {
            let timeout = TimeAmount.nanoseconds(Int64(patience.timeout / .nanoseconds(1)))
            let response = try await client.execute(request, timeout: timeout)
            if response.status == .tooManyRequests {
                let seconds = response.headers.first(name: "Retry-After").flatMap { Int($0) } ?? 1
                return .wait(min(max(seconds, 1), 3600))
            }
            let bytes = try await response.body.collect(upTo: 64 << 20)
            return read(method, Int(response.status.code), response.headers, Array(bytes.readableBytesView))
        } catch {
            let reason = (error as? HTTPClientError).map { "\($0.shortDescription)" } ?? "\(type(of: error))"
            return .fault(.unreachable(method: method.name, reason: reason), mayRepeat: !method.isOnce)
        }
    }

    private func read(_ method: SlackMethod, _ status: Int, _ headers: HTTPHeaders, _ bytes: [UInt8]) -> Attempt {
        let body = WireValue.read(bytes)
        guard let body, body.isObject, status < 500 else {
            let mayRepeat = status >= 500 || !method.isOnce
            return .fault(.notAnAnswer(method: method.name, status: status), mayRepeat: mayRepeat)
        }
        if body["ok"].isTrue {
            let scopes = headers.first(name: "x-oauth-scopes") ?? ""
            return .answer(Answer(body: body, scopes: scopes.split(separator: ",").map { String($0).trimmed }))
        }
        let error = body["error"].words ?? "no error was named"
        if error == "ratelimited" { return .wait(1) }
        let details = body["response_metadata"]["messages"].elements.compactMap(\.words)
        return .fault(
            .refused(method: method.name, error: error, needed: body["needed"].words, details: details),
            mayRepeat: SlackFault.passing.contains(error)
        )
    }

    /// Asks for a Socket Mode connection and does not open it.
    public func checkSocket() async throws { _ = try await openSocket() }

    /// The `Date` that an address answers with; nil where it says none.
    public static func date(at base: String) async throws -> String? {
        let request = HTTPClientRequest(url: base + "api.test")
        return try await SlackClient.shared.execute(request, timeout: .seconds(10)).headers.first(name: "Date")
    }

    /// The address of a new Socket Mode connection; it is good once.
    func openSocket() async throws -> String {
        let once = Patience(timeout: .seconds(10), tries: 1, waits: 0)
        let answer = try await answer(to: .openSocket, [:], patience: once)
        guard let url = answer.body["url"].words else {
            throw SlackFault.notAnAnswer(method: SlackMethod.openSocket.name, status: 200)
        }
        return url
    }
}
