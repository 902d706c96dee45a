import Foundation
import ModelEndpoint
import ReaderEndpoint
import Signals
import Testing

@Suite struct `Settings of a model's endpoint` {
    @Test func `numbers outside of their range are named`() throws {
        let first = try StaticReader()
        let changes: [(String, (inout EndpointSettings) -> Void)] = [
            ("retries", { $0.wire.retries = 3 }), ("batch", { $0.batch = 0 }), ("reach", { $0.reach = .nan }),
            ("worthReading", { $0.worthReading = 2 }), ("atOnce", { $0.wire.atOnce = 100 }),
            ("answerLimit", { $0.wire.answerLimit = 1 }),
        ]
        for (field, change) in changes {
            let settings = try Talks.settings(port: 1, change)
            let error = #expect(throws: EndpointError.self) { try EndpointReader(settings, first: first) }
            if case .outOfRange(let named, _)? = error { #expect(named == field) } else { Issue.record("\(field)") }
        }
        let settings = try Talks.settings(port: 1) { $0.wire.model = "a b" }
        #expect(throws: EndpointError.badModel) { try EndpointReader(settings, first: first) }
    }

    @Test func `a missing file of certificates is named`() throws {
        let settings = try Talks.settings(port: 1) { $0.wire.certificates = "/nowhere/ca.pem" }
        #expect(throws: EndpointError.certificates(path: "/nowhere/ca.pem")) {
            try EndpointReader(settings, first: try StaticReader())
        }
    }
}
