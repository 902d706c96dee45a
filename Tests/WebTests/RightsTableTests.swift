import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import Web

/// `Tests/Browser/rights.csv` says what each route answers to each role; the walk of `scripts/test-browser` measures it.
@Suite struct `The table of rights` {
    private static let table: [(method: String, route: String)] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Browser/rights.csv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return cells.count > 2 ? (String(cells[0]), String(cells[1])) : nil
        }
    }()

    @Test func `every route that the server registers stands in it, and no other`() async throws {
        let site = Site()
        let configuration = try WebConfiguration(site: SiteAddress(site.address), now: site.clock.now)
        let router = try WebApplication.router(configuration: configuration, source: .mock, sessions: site.memory)
        let paths = Set(
            router.routes.map { route in
                // The router writes `{id}` where the table writes `:id`.
                let path = route.path.description.drop { $0 == "/" }.replacing("{", with: ":").replacing("}", with: "")
                return "/" + path
            }
        )
        #expect(paths.count > 50)
        let found = Mutex<Set<String>>([])
        // A method that an address refuses is registered as well, so that it can be refused kindly; it is no way in.
        try await site.run { client in
            for path in paths {
                let address = path.split(separator: "/").map { $0.hasPrefix(":") ? "x" : String($0) }
                for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
                    let answer = try await client.execute(
                        uri: "/" + address.joined(separator: "/"),
                        method: method,
                        headers: [.origin: site.address]
                    )
                    if answer.status != .methodNotAllowed {
                        found.withLock { _ = $0.insert("\(method.rawValue) \(path)") }
                    }
                }
            }
        }
        let open = found.withLock { $0 }
        let written = Set(Self.table.map { "\($0.method) \($0.route)" })
        #expect(open.subtracting(written).sorted() == [])
        #expect(written.subtracting(open).sorted() == [])
    }

    @Test func `no route stands in it twice`() {
        let lines = Self.table.map { "\($0.method) \($0.route)" }
        #expect(lines.count == Set(lines).count)
    }
}
