import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import Web

@Suite struct `The address of figures` {
    private func site(isReady: Bool = true) -> MetricsSite {
        MetricsSite(
            host: "127.0.0.1",
            port: 0,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            isReady: { isReady },
            text: { "# TYPE a counter\na 1\n" }
        )
    }

    @Test func `tells them as text, never kept`() async throws {
        try await PatientClient.running(site().application) { client in
            let answer = try await client.execute(uri: "/metrics", method: .get)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(String(buffer: answer.body) == "# TYPE a counter\na 1\n")
        }
    }

    @Test(arguments: [(true, HTTPResponse.Status.ok), (false, .serviceUnavailable)])
    func `says whether the database answers`(isReady: Bool, status: HTTPResponse.Status) async throws {
        try await PatientClient.running(site(isReady: isReady).application) { client in
            let answer = try await client.execute(uri: "/readyz", method: .get)
            #expect(answer.status == status)
        }
    }

    @Test func `has nothing else`() async throws {
        try await PatientClient.running(site().application) { client in
            for path in ["/", "/people/mei", "/settings", "/api/v1/me"] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .notFound)
            }
        }
    }
}
