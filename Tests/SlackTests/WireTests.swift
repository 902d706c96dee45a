import Intake
import NIOCore
import NIOWebSocket
import Testing
import Workspace

@testable import Slack

@Suite struct `Payloads` {
    @Test(arguments: [
        "null", "true", "[1,-2,3.5,\"a\\\"b\\\\\\n\"]", #"{"b":1,"a":{"c":[]}}"#, #"{"ü👩‍👩‍👧":"\u0001"}"#, "[]", "{}",
    ])
    func `come back as they were written`(json: String) throws {
        let value = try #require(WireValue.read(json))
        #expect(value.json == json)
        #expect(WireValue.read(value.indented) == value)
    }

    @Test(arguments: ["", "{", "[1,", "nope", "{\"a\":}", String(repeating: "[", count: 5000)])
    func `that are none are none`(json: String) {
        #expect(WireValue.read(json) == nil)
    }

    @Test(arguments: [
        ("a=1&b=x+y%21", ["a": "1", "b": "x y!"]), ("", [:]), ("a", ["a": ""]), ("a=1&a=2", ["a": "1"]),
        ("k%3D=v%26", ["k=": "v&"]),
    ])
    func `of forms are read`(body: String, fields: [String: String]) {
        #expect(FormBody.fields(of: Array(body.utf8)) == fields)
    }

    @Test(arguments: ["a=%", "a=%2", "a=%zz", "a=%ff"])
    func `of broken forms are refused`(body: String) {
        #expect(FormBody.fields(of: Array(body.utf8)) == nil)
    }

    @Test func `what a form sent is found by block and by action`() throws {
        let json =
            #"{"type":"view_submission","user":{"id":"U1"},"view":{"id":"V1","hash":"1.a","callback_id":"c","state":{"values":{"b1":{"who":{"type":"users_select","selected_user":"U2"}},"b2":{"words":{"type":"plain_text_input","value":null},"all":{"selected_options":[{"value":"x"},{"value":"y"}]}}}}}}"#
        guard case .interaction(let interaction) = Delivery(interaction: try #require(WireValue.read(json))),
            case .submission(let view) = interaction.act
        else {
            Issue.record("no form")
            return
        }
        #expect(view["who"].text == "U2" && view["words"].text == nil && view["all"].choices == ["x", "y"])
        #expect(view["nothing"].text == nil)
    }

    @Test(arguments: [
        #"{"type":"message"}"#, #"{"type":"message","channel":7}"#, #"{"type":"reaction_added","item":[]}"#, "{}",
        #"{"type":"user_change","user":null}"#, #"{"type":"channel_rename","channel":{"id":"C1"}}"#,
        #"{"type":"tokens_revoked"}"#, #"{"type":7}"#, #"{"type":"member_joined_channel","user":"U1"}"#,
    ])
    func `of any shape break nothing`(json: String) throws {
        let event = try #require(WireValue.read(json))
        let payload: WireValue = ["type": "event_callback", "event_id": "Ev1", "event": event]
        guard case .event(let envelope) = Delivery(event: payload) else {
            Issue.record("no event")
            return
        }
        switch envelope.event {
        case .other, .tokensRevoked: break
        default: Issue.record("\(envelope.event)")
        }
    }
}

@Suite struct `The frames of a connection` {
    private func frame(_ opcode: WebSocketOpcode, _ text: String, fin: Bool = true) -> WebSocketFrame {
        WebSocketFrame(fin: fin, opcode: opcode, data: ByteBuffer(string: text))
    }

    @Test func `are put together, with control frames between them`() {
        var assembly = SocketAssembly()
        #expect(assembly.take(frame(.text, "{\"a\"", fin: false)) == nil)
        #expect(assembly.take(frame(.ping, "p")) == .ping(ByteBuffer(string: "p")))
        #expect(assembly.take(frame(.continuation, ":", fin: false)) == nil)
        #expect(assembly.take(frame(.continuation, "1}")) == .text(Array("{\"a\":1}".utf8)))
        #expect(assembly.take(frame(.text, "x")) == .text([UInt8(ascii: "x")]))
    }

    @Test func `that break the protocol are noticed`() {
        var first = SocketAssembly()
        #expect(first.take(frame(.continuation, "x")) == .broken)
        var second = SocketAssembly()
        _ = second.take(frame(.text, "x", fin: false))
        #expect(second.take(frame(.text, "y")) == .broken)
        var third = SocketAssembly()
        #expect(third.take(frame(.binary, "x")) == .ignored)
        #expect(third.take(frame(.connectionClose, "")) == .closed)
    }

    @Test(arguments: [
        ("wss://wss-primary.slack.com/link/?ticket=a", true), ("ws://127.0.0.1:8971/link/?ticket=a", true),
        ("ws://localhost:1/x", true), ("ws://wss-primary.slack.com/link", false),
        ("ws://127.0.0.1.evil.example/", false),
        ("https://slack.com", false), ("wss://", false), ("wss://user@host/", false), ("wss://host:0/", false),
    ])
    func `go over TLS, or stay on this machine`(address: String, isTaken: Bool) {
        #expect(((try? WebSocketAddress(address)) != nil) == isTaken)
    }

    @Test func `the wait between tries grows, and Slack's own wish counts`() {
        var backoff = Backoff()
        var last = Duration.zero
        for _ in 0..<7 {
            let wait = backoff.next(chance: 1)
            #expect(wait >= last && wait <= .seconds(30))
            last = wait
        }
        #expect(last == .seconds(30))
        #expect(backoff.next(chance: 0, asked: .seconds(60)) == .seconds(60))
        backoff.succeed()
        #expect(backoff.next(chance: 0) < .milliseconds(500))
    }
}

@Suite struct `The pace of calls` {
    @Test func `keeps to the method's limit after a burst`() async {
        let gate = RateGate()
        let start = ContinuousClock.now
        var taken = 0
        for second in 0..<60 {
            while await gate.take(.conversationsList, at: start + .seconds(second)) == nil { taken += 1 }
        }
        #expect(taken <= 20 + 10 && taken >= 28)
    }

    @Test func `stops for as long as Slack asks, for that method alone`() async {
        let gate = RateGate()
        let start = ContinuousClock.now
        await gate.close(.history, for: .seconds(30), at: start)
        #expect(await gate.take(.history, at: start + .seconds(29)) == .seconds(1))
        #expect(await gate.take(.replies, at: start + .seconds(1)) == nil)
        #expect(await gate.take(.history, at: start + .seconds(31)) == nil)
    }

    @Test func `a token is nowhere to be read`() throws {
        let token = try #require(SlackToken("xoxb-123456789-secret"))
        for text in ["\(token)", String(reflecting: token), "\(Mirror(reflecting: token).children.count)"] {
            #expect(!text.contains("secret") && !text.contains("1234"))
        }
        #expect(SlackToken("hello") == nil && SlackToken("xoxb-a b c d e f") == nil)
        #expect(throws: SlackFault.notSecure(host: "api.example")) {
            try SlackAPI(base: "http://api.example/api/", token: token)
        }
    }
}
