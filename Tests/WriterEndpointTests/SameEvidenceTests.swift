import Evidence
import Foundation
import ServerTesting
import Signals
import Testing
import Workspace
import WriterEndpoint
import Writing

@Suite struct `The same evidence about two persons` {
    static let quotes = [
        "she fixed the import before her own release, thanks", "our manager wrote the runbook himself",
        "thanks Lena for the 12 reviews",
        "he told the engineer in #ops that Lena Park's fix holds",
    ]

    private func pairs() throws -> [SameEvidence.Pair] {
        try Self.quotes.enumerated().map { number, quote in
            let entry = Sheets.entry("s\(number)", quote)
            return try #require(
                SameEvidence.Pair(
                    Sheets.sentence("s\(number)", quote: quote),
                    entries: [entry],
                    subject: Sheets.subject,
                    names: Sheets.names,
                    number: number
                )
            )
        }
    }

    @Test func `looks the same to a model, and so comes back the same`() async throws {
        try await StubServer.running { request, _ in
            .answer(
                body: Asked.answer(
                    (Asked(request)?.sentences ?? []).map {
                        ($0.id, $0.text.replacingOccurrences(of: "said", with: "wrote"))
                    }
                )
            )
        } _: { server, port in
            let finding = try await SameEvidence(try Sheets.rewriter(port: port), names: Sheets.names).compare(pairs())
            #expect(finding.pairs == 4 && finding.sentences == 8 && finding.reworded == 8)
            #expect(finding.seenApart == 0 && finding.alike == 4 && finding.personal == 0)
            #expect(finding.lengthRatio == 1 && finding.toneDifference == 0 && finding.isEven)
            #expect(server.requests.count == 8)
        }
    }

    @Test func `a server that treats every other question otherwise is found out`() {
        var finding = SameEvidence.Finding()
        #expect(finding.isEven)
        finding.lengthRatio = 1.2
        #expect(!finding.isEven)
        finding.lengthRatio = 1
        finding.toneDifference = -0.03
        #expect(!finding.isEven)
        finding.toneDifference = 0
        finding.seenApart = 1
        #expect(!finding.isEven)
    }
}
