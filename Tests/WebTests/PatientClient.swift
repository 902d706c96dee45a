import Hummingbird
import HummingbirdTesting
import Testing

/// A client of a real server that waits half an hour: among many tests on few cores each may starve for minutes.
struct PatientClient: Sendable {
    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: ByteBuffer
    }

    private let client: TestClient

    /// Runs the server while the body runs.
    static func running(
        _ application: some ApplicationProtocol,
        _ test: @escaping @Sendable (PatientClient) async throws -> Void
    ) async throws {
        try await application.test(.live) { live in
            let client = TestClient(
                host: "localhost",
                port: try #require(live.port),
                configuration: .init(timeout: .seconds(1800))
            )
            client.connect()
            do {
                try await test(PatientClient(client: client))
            } catch {
                try await client.shutdown()
                throw error
            }
            try await client.shutdown()
        }
    }

    func execute(
        uri: String,
        method: HTTPRequest.Method,
        headers: HTTPFields = [:],
        body: ByteBuffer? = nil
    ) async throws -> Answer {
        var headers = headers
        headers[.connection] = "keep-alive"
        let answer = try await client.execute(
            TestClient.Request(uri, method: method, authority: "localhost", headers: headers, body: body)
        )
        return Answer(status: answer.head.status, headers: answer.head.headerFields, body: answer.body ?? ByteBuffer())
    }
}
