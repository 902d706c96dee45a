import Evidence
import Foundation
import ModelEndpoint
import ServerTesting
import Signals
import Workspace
import WriterEndpoint
import Writing

/// Invented evidence, and sentences about it.
enum Sheets {
    /// 9 September 2026, a Wednesday.
    static let moment: Int64 = 1_788_955_200_000_000
    static let subject = "Lena Park"
    static let names = ["Lena Park", "Omar Haddad", "Ivo Brandt", "Mira Solis", "May Chen"]

    static func entry(
        _ id: String,
        _ quote: String,
        by voice: String = "Omar Haddad",
        kind: SignalKind = .recognition,
        state: EvidenceState = .settled
    ) -> LedgerEntry {
        LedgerEntry(
            id: EntryID(id),
            subject: PersonID("lena"),
            voice: Voice(
                person: PersonID(voice == subject ? "lena" : voice),
                account: AccountID(voice),
                name: voice,
                team: nil
            ),
            kind: kind,
            workClass: .craft,
            confidence: 0.9,
            competencies: [],
            stage: 2,
            quote: quote,
            link: nil,
            message: MessageID(channel: ChannelID("C1"), time: MessageTime(microseconds: moment)),
            channelName: "ops",
            episode: EpisodeID("e-" + id),
            moment: moment,
            state: state,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1"
        )
    }

    /// The sentence that the house composes from somebody's words.
    static func sentence(_ id: String, quote: String, by voice: String = "Omar Haddad") -> Sentence {
        Sentence(
            "On 9 September in #ops, \(voice) said about Lena Park: “\(quote)”.",
            sources: [EntryID(id)],
            role: .claim
        )
    }

    static func material(_ entries: [LedgerEntry]) -> RewriteMaterial {
        RewriteMaterial(
            entries: entries,
            subject: subject,
            names: names,
            check: CitationCheck(entries: entries, subject: subject, names: Set(names))
        )
    }

    /// Settings with short pauses, and nothing passed over.
    static func settings(
        port: Int,
        _ change: (inout RewriterSettings) -> Void = { _ in }
    ) throws -> RewriterSettings {
        var settings = RewriterSettings(address: try EndpointAddress("http://127.0.0.1:\(port)/v1"), model: "small-one")
        settings.wire.firstPause = .milliseconds(1)
        settings.wire.longestPause = .milliseconds(20)
        // Long, so that a busy machine is not taken for a slow or a recovered server.
        settings.wire.deadline = .seconds(300)
        settings.wire.rest = .seconds(3600)
        settings.wire.patience = 100
        settings.patience = .seconds(3600)
        settings.passesOverOrders = false
        change(&settings)
        return settings
    }

    static func rewriter(port: Int, _ change: (inout RewriterSettings) -> Void = { _ in }) throws -> Rewriter {
        try Rewriter(try settings(port: port, change))
    }
}

/// What a request asks about, and how a server answers it.
struct Asked: Decodable {
    struct One: Decodable {
        let id: String
        let text: String
        let sources: [String]
        let faults: [String]?
    }
    let sentences: [One]

    private struct Body: Decodable {
        struct Message: Decodable {
            let role: String
            let content: String
        }
        let messages: [Message]
    }

    /// What stands between the two lines of the fence.
    init?(_ request: StubServer.Request) {
        guard let body = try? JSONDecoder().decode(Body.self, from: Data(request.body.utf8)),
            let content = body.messages.last?.content
        else { return nil }
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 3, lines[0] == lines[2],
            let asked = try? JSONDecoder().decode(Asked.self, from: Data(lines[1].utf8))
        else { return nil }
        self = asked
    }

    /// What the model is told.
    static func instructions(_ request: StubServer.Request) -> String {
        (try? JSONDecoder().decode(Body.self, from: Data(request.body.utf8)))?.messages.first?.content ?? ""
    }

    /// A completion with these words, by id.
    static func answer(_ words: [(id: String, text: String)]) -> String {
        completion(
            "{\"sentences\":[\(words.map { "{\"id\":\(json($0.id)),\"text\":\(json($0.text))}" }.joined(separator: ","))]}"
        )
    }

    static func completion(_ content: String, finish: String = "stop") -> String {
        #"{"id":"x","choices":[{"index":0,"message":{"role":"assistant","content":\#(json(content))},"finish_reason":"\#(finish)"}],"usage":{"prompt_tokens":100,"completion_tokens":20}}"#
    }

    static func json(_ text: String) -> String {
        (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
