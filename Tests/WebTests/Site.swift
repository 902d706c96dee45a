import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import Workspace

@testable import Web

/// The site with made-up content, a clock that a test can turn, and a log that a test can read.
struct Site: Sendable {
    var clock = TestClock()
    let log = LogLines()
    let memory = SessionMemory()
    var address = "http://localhost"
    var provider: ProviderSignIn?
    /// English alone, unless a test is about another language: each takes a moment to make.
    var languages: [Language] = [.english]

    var links: OneTimeLinks { OneTimeLinks(keeping: memory, now: clock.now) }

    func application(port: Int = 8080, source: PageSource = .mock) throws -> some ApplicationProtocol {
        var configuration = try WebConfiguration(
            port: port,
            site: SiteAddress(address),
            provider: provider,
            now: clock.now
        )
        configuration.languages = languages
        let log = log
        var logger = Logger(label: "test") { _ in LogLines.Keeper(lines: log) }
        logger.logLevel = .info
        return try WebApplication.build(configuration: configuration, source: source, sessions: memory, logger: logger)
    }

    /// Runs a test against the site without a network.
    func run(
        source: PageSource = .mock,
        _ test: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        try await application(source: source).test(.router, test)
    }

    /// Signs a person in and gives the cookie to send.
    func cookie(for person: PersonID, _ client: any TestClientProtocol) async throws -> String {
        let secret = try await links.issue(for: person)
        let answer = try await client.execute(
            uri: "/sign-in/\(secret.text)",
            method: .post,
            headers: [.origin: address]
        )
        let cookie = answer.headers[.setCookie] ?? ""
        return String(cookie.prefix { $0 != ";" })
    }
}

/// Microseconds that pass when a test says so.
final class TestClock: Sendable {
    private let moment = Mutex<Int64>(1_779_000_000_000_000)

    var now: @Sendable () -> Int64 { { self.moment.withLock { $0 } } }

    func pass(seconds: Int64) { moment.withLock { $0 += seconds * 1_000_000 } }
}

/// What was logged.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    /// Keeps lines instead of printing them.
    struct Keeper: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.add("\(event.level) \(event.message) \(event.metadata ?? [:])")
        }
    }
}
