import Foundation
import ModelEndpoint
import ReaderEndpoint
import ServerTesting
import Signals
import Testing

@Suite struct `What a model's server may do wrong` {
    /// One act of a server, and what it comes to.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let act: StubServer.Act
        let reason: EndpointReason
        let calls: Int
        var testDescription: String { name }
    }

    static let huge = String(repeating: " ", count: 40_000)
    static let cases: [Case] = [
        Case(name: "garbage", act: .answer(body: "<html>hello</html>"), reason: .notAsAsked, calls: 1),
        Case(name: "empty", act: .answer(body: ""), reason: .notAsAsked, calls: 1),
        Case(
            name: "words instead of JSON",
            act: .answer(body: Talks.completion("Sure! There is praise.")),
            reason: .notAsAsked,
            calls: 1
        ),
        Case(
            name: "words before JSON",
            act: .answer(body: Talks.completion("Here: {\"passages\":[]}")),
            reason: .notAsAsked,
            calls: 1
        ),
        Case(
            name: "JSON cut short",
            act: .answer(body: Talks.completion("{\"passages\":[{\"number\":1,\"sig")),
            reason: .notAsAsked,
            calls: 1
        ),
        Case(
            name: "response cut short",
            act: .answer(body: String(Talks.answer(Talks.praise).dropLast(40))),
            reason: .notAsAsked,
            calls: 1
        ),
        Case(
            name: "deep nesting",
            act: .answer(body: Talks.completion(String(repeating: "[", count: 15_000))),
            reason: .notAsAsked,
            calls: 1
        ),
        Case(
            name: "cut off by the model",
            act: .answer(body: Talks.completion("{\"passages\":[]}", finish: "length")),
            reason: .cutOff,
            calls: 1
        ),
        Case(
            name: "no content",
            act: .answer(body: #"{"choices":[{"message":{"content":null}}]}"#),
            reason: .notAsAsked,
            calls: 1
        ),
        Case(
            name: "two choices",
            act: .answer(body: #"{"choices":[{"message":{"content":"{}"}},{"message":{"content":"{}"}}]}"#),
            reason: .notAsAsked,
            calls: 1
        ),
        Case(
            name: "passage left out",
            act: .answer(body: Talks.completion("{\"passages\":[]}")),
            reason: .leftOut,
            calls: 1
        ),
        Case(
            name: "other number",
            act: .answer(body: Talks.completion("{\"passages\":[{\"number\":7,\"signals\":[]}]}")),
            reason: .leftOut,
            calls: 1
        ),
        Case(
            name: "passage twice",
            act: .answer(
                body: Talks.completion("{\"passages\":[{\"number\":1,\"signals\":[]},{\"number\":1,\"signals\":[]}]}")
            ),
            reason: .leftOut,
            calls: 1
        ),
        Case(
            name: "a tenth kind",
            act: .answer(body: Talks.answer(#"{"kind":"burnout","subject":"P2","confidence":0.9}"#)),
            reason: .otherKind,
            calls: 1
        ),
        Case(
            name: "capital letters",
            act: .answer(body: Talks.answer(#"{"kind":"Recognition","subject":"P2","confidence":0.9}"#)),
            reason: .otherKind,
            calls: 1
        ),
        Case(
            name: "somebody who is not there",
            act: .answer(body: Talks.answer(#"{"kind":"recognition","subject":"P3","confidence":0.9}"#)),
            reason: .otherSubject,
            calls: 1
        ),
        Case(
            name: "a name",
            act: .answer(body: Talks.answer(#"{"kind":"recognition","subject":"Omar Haddad","confidence":0.9}"#)),
            reason: .otherSubject,
            calls: 1
        ),
        Case(
            name: "own praise",
            act: .answer(body: Talks.answer(#"{"kind":"recognition","subject":"P1","confidence":0.9}"#)),
            reason: .otherSubject,
            calls: 1
        ),
        Case(
            name: "label with zeros",
            act: .answer(body: Talks.answer(#"{"kind":"recognition","subject":"P02","confidence":0.9}"#)),
            reason: .otherSubject,
            calls: 1
        ),
        Case(
            name: "confidence above 1",
            act: .answer(body: Talks.answer(#"{"kind":"recognition","subject":"P2","confidence":1.5}"#)),
            reason: .otherConfidence,
            calls: 1
        ),
        Case(
            name: "confidence below 0",
            act: .answer(body: Talks.answer(#"{"kind":"recognition","subject":"P2","confidence":-1}"#)),
            reason: .otherConfidence,
            calls: 1
        ),
        Case(
            name: "confidence as text",
            act: .answer(body: Talks.answer(#"{"kind":"recognition","subject":"P2","confidence":"1"}"#)),
            reason: .notAsAsked,
            calls: 1
        ),
        Case(
            name: "too many claims",
            act: .answer(body: Talks.answer(Array(repeating: Talks.praise, count: 60).joined(separator: ","))),
            reason: .notAsAsked,
            calls: 1
        ),
        Case(name: "huge body", act: .answer(body: huge), reason: .tooLong, calls: 1),
        Case(name: "body without end", act: .flood(400_000), reason: .tooLong, calls: 1),
        Case(name: "429", act: .answer(status: 429, body: "{}"), reason: .busy, calls: 3),
        Case(
            name: "429 with a pause",
            act: .answer(status: 429, headers: ["Retry-After": "3600"], body: "{}"),
            reason: .busy,
            calls: 3
        ),
        Case(name: "500", act: .answer(status: 500, body: "{}"), reason: .serverFault, calls: 3),
        Case(name: "503", act: .answer(status: 503, body: "{}"), reason: .serverFault, calls: 3),
        Case(name: "401", act: .answer(status: 401, body: "{}"), reason: .refused, calls: 1),
        Case(name: "404", act: .answer(status: 404, body: "{}"), reason: .refused, calls: 1),
        Case(name: "hangs up", act: .raw(""), reason: .noConnection, calls: 3),
        Case(
            name: "hangs up in the middle",
            act: .raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"cho"),
            reason: .noConnection,
            calls: 3
        ),
        Case(name: "no HTTP", act: .raw("SSH-2.0-x\r\n\r\n"), reason: .noConnection, calls: 3),
    ]

    @Test(arguments: cases)
    func `the static reader's signals stay, and the reason is counted`(_ what: Case) async throws {
        try await StubServer.running { _, _ in
            what.act
        } _: { server, port in
            let reader = try Talks.reader(port: port) { $0.wire.answerLimit = 20_000 }
            let readings = try await reader.readings([Talks.thanks])
            #expect(readings.map(\.source) == [.kept(what.reason)])
            #expect(readings[0].signals == (try StaticReader()).readNow([Talks.thanks])[0])
            #expect(reader.costs.kept == [what.reason: 1])
            #expect(server.requests.count == what.calls)
            #expect(reader.costs.wire.calls == what.calls)
        }
    }

    @Test(arguments: [true, false])
    func `a slow server is given up in time`(_ speaks: Bool) async throws {
        try await StubServer.running { _, _ in
            speaks ? .stall(.seconds(1200)) : .silence(.seconds(1200))
        } _: { server, port in
            let reader = try Talks.reader(port: port) { $0.wire.deadline = .milliseconds(80) }
            let readings = try await reader.readings([Talks.thanks])
            #expect(readings.map(\.source) == [.kept(.timedOut)])
            #expect(reader.costs.wire.calls == 3)
        }
    }

    @Test func `a fault that passes costs another try and nothing else`() async throws {
        try await StubServer.running { _, number in
            number == 0
                ? .answer(status: 500, body: "") : number == 1 ? .raw("") : .answer(body: Talks.answer(Talks.praise))
        } _: { server, port in
            let reader = try Talks.reader(port: port)
            #expect(try await reader.readings([Talks.thanks]).map(\.source) == [.model])
            #expect(reader.costs.wire.calls == 3)
            #expect(reader.costs.kept.isEmpty)
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func `nobody follows where a server points`(_ status: Int) async throws {
        try await StubServer.running { _, _ in
            .answer(body: Talks.answer(Talks.praise))
        } _: { other, elsewhere in
            try await StubServer.running { _, _ in
                .answer(
                    status: status,
                    headers: ["Location": "http://127.0.0.1:\(elsewhere)/v1/chat/completions"],
                    body: ""
                )
            } _: { server, port in
                let reader = try Talks.reader(port: port) { $0.wire.key = try? EndpointKey("secret") }
                #expect(try await reader.readings([Talks.thanks]).map(\.source) == [.kept(.redirected)])
                #expect(server.requests.count == 1)
                #expect(other.requests.isEmpty)
            }
        }
    }

    @Test func `nobody listens`() async throws {
        let port = try await StubServer.running { _, _ in
            .raw("")
        } _: { _, port in
            port
        }
        let reader = try Talks.reader(port: port) { $0.wire.retries = 0 }
        let source = try await reader.readings([Talks.thanks]).first?.source
        #expect(source == .kept(.noConnection))
    }

    @Test func `a server without TLS gets no message over https`() async throws {
        try await StubServer.running { _, _ in
            .answer(body: Talks.answer(Talks.praise))
        } _: { server, port in
            var settings = try Talks.settings(port: port) { $0.wire.retries = 0 }
            settings.wire.address = try EndpointAddress("https://127.0.0.1:\(port)/v1")
            settings.wire.deadline = .seconds(3)
            let reader = try EndpointReader(settings, first: try StaticReader())
            let source = try await reader.readings([Talks.thanks]).first?.source
            #expect(source == .kept(.noConnection) || source == .kept(.timedOut))
            #expect(server.requests.allSatisfy { !$0.body.contains("fixed") })
        }
    }

    @Test func `a model that fails again and again is left alone for a while`() async throws {
        try await StubServer.running { _, _ in
            .answer(status: 500, body: "")
        } _: { server, port in
            let reader = try Talks.reader(port: port) {
                $0.wire.retries = 0
                $0.batch = 1
                $0.wire.atOnce = 1
                $0.wire.patience = 3
            }
            let readings = try await reader.readings((0..<10).map { Talks.thanks($0) })
            #expect(server.requests.count == 3)
            #expect(readings.filter { $0.source == .kept(.resting) }.count == 7)
        }
    }

    @Test func `cancelling ends the waiting at once`() async throws {
        try await StubServer.running { _, _ in
            .silence(.seconds(1200))
        } _: { server, port in
            let reader = try Talks.reader(port: port) { $0.wire.atOnce = 1 }
            let readings = (0..<3).map { part in Task { try await reader.read([Talks.thanks(part)]) } }
            while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            for reading in readings { reading.cancel() }
            for reading in readings {
                await #expect(throws: CancellationError.self) { try await reading.value }
            }
            // Whoever comes later finds its turn free.
            let other = try Talks.reader(port: port) {
                $0.wire.deadline = .milliseconds(50); $0.wire.retries = 0
            }
            #expect(try await other.readings([Talks.thanks]).map(\.source) == [.kept(.timedOut)])
        }
    }
}
