import Foundation
import ModelEndpoint
import ReaderEndpoint
import ServerTesting
import Signals

/// Invented passages and answers.
enum Talks {
    /// Somebody thanks for an answer; clear to the static reader.
    static let thanks = Passage(
        who: "Lena Park",
        text: "thanks so much @Omar_Haddad, that fixed it!",
        before: [
            ("Lena Park", "why does the build fail on my machine?"),
            ("Omar Haddad", "run make setup first, it is missing a tool"),
        ]
    )
    /// Nothing worth reading.
    static let chatter = Passage(who: "Omar Haddad", text: "is it 3 or 4 today?")

    static func thanks(_ number: Int) -> Passage {
        var passage = thanks
        passage.target.text += " (\(number))"
        return passage
    }

    /// A completion whose content is the text given.
    static func completion(
        _ content: String,
        finish: String = "stop",
        usage: String = #"{"prompt_tokens":100,"completion_tokens":20}"#
    ) -> String {
        let text = (try? JSONEncoder().encode(content)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
        return
            #"{"id":"x","choices":[{"index":0,"message":{"role":"assistant","content":\#(text)},"finish_reason":"\#(finish)"}],"usage":\#(usage)}"#
    }

    /// The same signals for every passage from 1 to `passages`.
    static func answer(_ signals: String, passages: Int = 1) -> String {
        let parts = (1...passages).map { #"{"number":\#($0),"signals":[\#(signals)]}"# }
        return completion(#"{"passages":[\#(parts.joined(separator: ","))]}"#)
    }

    static let praise = #"{"kind":"recognition","subject":"P2","confidence":0.97}"#

    /// Settings with short pauses.
    static func settings(port: Int, _ change: (inout EndpointSettings) -> Void = { _ in }) throws -> EndpointSettings {
        var settings = EndpointSettings(address: try EndpointAddress("http://127.0.0.1:\(port)/v1"), model: "small-one")
        settings.wire.firstPause = .milliseconds(1)
        settings.wire.longestPause = .milliseconds(20)
        // Long, so that a busy machine is not taken for a slow or a recovered server.
        settings.wire.deadline = .seconds(300)
        settings.wire.rest = .seconds(3600)
        settings.wire.patience = 100
        change(&settings)
        return settings
    }

    static func reader(port: Int, _ change: (inout EndpointSettings) -> Void = { _ in }) throws -> EndpointReader {
        try EndpointReader(try settings(port: port, change), first: try StaticReader())
    }

    /// How many passages a request asks about.
    static func passages(in request: StubServer.Request) -> Int {
        max(1, request.body.components(separatedBy: #"\"number\":"#).count - 1 - 2)
    }
}
