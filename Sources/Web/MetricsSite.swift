import Hummingbird
public import Logging
public import ServiceLifecycle

/// What the program counts about itself, on an address of its own: for the machine that collects figures, not for people.
///
/// Shape: `GET /metrics` in the form that Prometheus reads, `GET /readyz` 200 or 503. No rights are asked, since no figure is about
/// a person; still the address is the operator's to choose, and none is open unless chosen.
public struct MetricsSite: Service {
    let application: Application<RouterResponder<BasicRequestContext>>
    private let host: String
    private let port: Int

    /// Errors: while it runs, `WebError.portInUse` and its kin.
    public init(
        host: String,
        port: Int,
        logger: Logger,
        isReady: @escaping @Sendable () async -> Bool,
        text: @escaping @Sendable () async -> String
    ) {
        let router = Router()
        router.get("/metrics") { _, _ in
            Self.answer(.ok, "text/plain; version=0.0.4; charset=utf-8", await text())
        }
        router.get("/readyz") { _, _ in
            let isReady = await isReady()
            return Self.answer(
                isReady ? .ok : .serviceUnavailable,
                "text/plain; charset=utf-8",
                isReady ? "ready\n" : "the database does not answer\n"
            )
        }
        application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            logger: logger
        )
        (self.host, self.port) = (host, port)
    }

    /// Serves until the group shuts down.
    public func run() async throws {
        do {
            try await application.run()
        } catch {
            throw WebServer.listening(error, host: host, port: port) ?? error
        }
    }

    private static func answer(_ status: HTTPResponse.Status, _ type: String, _ text: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }
}
