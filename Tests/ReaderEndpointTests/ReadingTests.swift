import Foundation
import ModelEndpoint
import ReaderEndpoint
import ServerTesting
import Signals
import Testing

@Suite struct `A model as second reader` {
    @Test func `a good answer counts and is stamped with model and prompt`() async throws {
        try await StubServer.running { _, _ in
            .answer(body: Talks.answer(Talks.praise))
        } _: { server, port in
            let reader = try Talks.reader(port: port)
            let readings = try await reader.readings([Talks.thanks])
            #expect(readings.map(\.source) == [.model])
            let signal = try #require(readings.first?.signals.first)
            #expect(signal.kind == .recognition)
            #expect(signal.subject == .participant("Omar Haddad"))
            #expect(reader.stamp.name == "endpoint")
            #expect(reader.stamp.version.hasPrefix("small-one p1"))
            #expect(reader.costs.wire.calls == 1)
            #expect(reader.costs.wire.tokens == 120)
            #expect(reader.costs.answered == 1)
            #expect(server.requests.count == 1)
        }
    }

    @Test func `only what is worth reading leaves the machine`() async throws {
        try await StubServer.running { _, _ in
            .answer(body: Talks.answer(Talks.praise))
        } _: { server, port in
            let reader = try Talks.reader(port: port)
            let readings = try await reader.readings([Talks.chatter, Talks.thanks, Talks.chatter])
            #expect(readings.map(\.source) == [.unasked, .model, .unasked])
            #expect(server.requests.allSatisfy { !$0.body.contains("is it 3 or 4") })
            #expect(reader.costs.passages == 3 && reader.costs.asked == 1)
        }
    }

    @Test func `names of the people in the talk stay here`() async throws {
        try await StubServer.running { _, _ in
            .answer(body: Talks.answer(Talks.praise))
        } _: { server, port in
            _ = try await Talks.reader(port: port).read([
                Passage(
                    who: "Lena Park",
                    text: "thanks Omar, and thanks @Priya_Rao for the fix, omg",
                    before: [("Omar Haddad", "Lena, try the other branch"), ("Priya Rao", "or mine")]
                )
            ])
            let body = try #require(server.requests.first?.body)
            for name in ["Lena", "Park", "Omar", "Haddad", "Priya", "Rao"] { #expect(!body.contains(name), "\(name)") }
            #expect(body.contains("thanks P2, and thanks @P3 for the fix, omg"))
        }
    }

    @Test func `passages go out in batches, and answers come back in order`() async throws {
        let passages = (0..<11).map { Talks.thanks($0) }
        try await StubServer.running { request, _ in
            .answer(body: Talks.answer(Talks.praise, passages: Talks.passages(in: request)))
        } _: { server, port in
            let reader = try Talks.reader(port: port) { $0.batch = 4 }
            let readings = try await reader.readings(passages)
            #expect(readings.map(\.source) == Array(repeating: .model, count: 11))
            #expect(server.requests.count == 3)
        }
    }

    @Test func `no more questions are on their way than allowed, over all readings`() async throws {
        try await StubServer.running { request, _ in
            Thread.sleep(forTimeInterval: 0.01)
            return .answer(body: Talks.answer(Talks.praise, passages: Talks.passages(in: request)))
        } _: { server, port in
            let reader = try Talks.reader(port: port) {
                $0.batch = 1
                $0.wire.atOnce = 3
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for part in 0..<4 {
                    group.addTask { _ = try await reader.read((0..<6).map { Talks.thanks(part * 10 + $0) }) }
                }
                try await group.waitForAll()
            }
            #expect(server.requests.count == 24)
            #expect(server.mostAtOnce <= 3)
        }
    }

    @Test func `silence of the model does not take a clear reading away`() async throws {
        try await StubServer.running { _, _ in
            .answer(body: Talks.answer(""))
        } _: { _, port in
            let first = try StaticReader()
            let plain = first.readNow([Talks.thanks])[0]
            let probability = first.probabilities([Talks.thanks])[0][0]
            let signals = try await Talks.reader(port: port).read([Talks.thanks])[0]
            // e^3 of the odds may go, no more.
            let left = probability / (1 - probability) / exp(3)
            #expect(signals.contains { $0.kind == .recognition } == (left >= 1))
            #expect(signals.count <= plain.count)
        }
    }

    @Test func `the key travels in its header and stands nowhere else`() async throws {
        try await StubServer.running { _, _ in
            .answer(body: Talks.answer(Talks.praise))
        } _: { server, port in
            let key = try EndpointKey("sk-secret-123\n")
            let settings = try Talks.settings(port: port) { $0.wire.key = key }
            _ = try await EndpointReader(settings, first: try StaticReader()).read([Talks.thanks])
            let request = try #require(server.requests.first)
            #expect(request.head.contains("Authorization: Bearer sk-secret-123"))
            #expect(!request.body.contains("sk-secret"))
            var dumped = ""
            dump(settings, to: &dumped)
            #expect(!"\(settings) \(key) \(String(reflecting: key)) \(dumped)".contains("secret"))
        }
    }

    @Test func `when the tokens are spent nobody is asked any more`() async throws {
        try await StubServer.running { _, _ in
            .answer(body: Talks.answer(Talks.praise))
        } _: { server, port in
            let reader = try Talks.reader(port: port) {
                $0.batch = 1
                $0.wire.atOnce = 1
                $0.wire.tokenLimit = 200
            }
            let readings = try await reader.readings((0..<4).map { Talks.thanks($0) })
            #expect(server.requests.count == 2)
            #expect(readings.filter { $0.source == .kept(.spent) }.count == 2)
        }
    }
}
