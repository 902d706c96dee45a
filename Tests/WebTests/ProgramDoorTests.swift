import Answers
import Hummingbird
import HummingbirdTesting
import Logging
import Testing
import Workspace

@testable import Web

/// Doors that programs use, in front of the pages.
@Suite struct `Doors for programs` {
    /// Says back what came.
    private static let door = ProgramDoor(path: "/api", limit: 16) { request in
        ProgramReply(
            status: request.body == nil ? 413 : 201,
            headers: [
                (name: "Content-Type", value: "text/plain"), (name: "X-Bearer", value: request.bearer ?? "none"),
            ],
            body: Array("\(request.method) \(request.path) \(request.query) ".utf8) + (request.body ?? [])
        )
    }

    private func ask(
        _ method: HTTPRequest.Method,
        _ uri: String,
        headers: HTTPFields = [:],
        body: String? = nil
    ) async throws -> TestResponse {
        let site = Site()
        let application = try WebApplication.build(
            configuration: try WebConfiguration(site: SiteAddress(site.address), now: site.clock.now),
            source: .mock,
            sessions: site.memory,
            programs: [Self.door],
            logger: Logger(label: "test")
        )
        return try await application.test(.router) { client in
            try await client.execute(
                uri: uri,
                method: method,
                headers: headers,
                body: body.map { ByteBuffer(string: $0) }
            )
        }
    }

    @Test func `any method reaches a door, with path, query, token and body as they came`() async throws {
        let reply = try await ask(
            .patch,
            "/api/v1/a%2Fb?x=%20y",
            headers: [.authorization: "Bearer ct_1"],
            body: "words"
        )
        #expect(reply.status == .created)
        #expect(String(buffer: reply.body) == "PATCH /api/v1/a%2Fb x=%20y words")
        #expect(reply.headers.text("X-Bearer") == "ct_1")
        #expect(reply.headers[.contentSecurityPolicy] != nil && reply.headers[.cacheControl] == "no-store")
    }

    @Test func `more than a door takes does not reach it, and what is not its own goes to the pages`() async throws {
        let long = String(repeating: "x", count: 17)
        #expect(try await ask(.post, "/api/v1", body: long).status == .contentTooLarge)
        #expect(try await ask(.get, "/apis").status == .notFound)
        #expect(try await ask(.head, "/api").body.readableBytes == 0)
    }
}
