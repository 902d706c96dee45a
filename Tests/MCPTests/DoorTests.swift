import Testing

@testable import MCP

@Suite struct `The protocol at its address` {
    private static let door = ToolDoor(origins: ["https://crosstie.example"]) { token in
        switch token {
        case "good": .open(InventedTools.server)
        case "busy": .later(seconds: 9)
        case "fault": throw InventedTools.Broken()
        default: .unknown
        }
    }

    private static let usual = [
        "authorization": ["Bearer good"], "content-type": ["application/json"],
        "accept": ["application/json, text/event-stream"], "mcp-protocol-version": ["2025-06-18"],
    ]
    private static let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
    private static let pong = #"{"id":1,"jsonrpc":"2.0","result":{}}"#

    private func ask(
        _ body: String = ping,
        method: String = "POST",
        _ headers: [String: [String]] = [:]
    ) async -> ToolReply {
        let all = Self.usual.merging(headers) { _, new in new }
        return await Self.door.answer(
            to: ToolRequest(method: method, body: Array(body.utf8)) { all[$0.lowercased()] ?? [] }
        )
    }

    private func text(_ reply: ToolReply) -> String { String(decoding: reply.body, as: UTF8.self) }

    @Test func `answers as JSON, and takes notices without a word`() async {
        let answer = await ask()
        #expect(answer.status == 200 && answer.type == "application/json" && text(answer) == Self.pong)
        let notice = await ask(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
        #expect(notice == .accepted && notice.status == 202 && notice.body.isEmpty && notice.type == nil)
        #expect(await ask(#"{"jsonrpc":"2.0","id":4,"result":{}}"#) == .accepted)
    }

    @Test(arguments: [
        ("application/json", "application/json"), ("*/*", "application/json"),
        ("text/event-stream", "text/event-stream"),
        ("text/event-stream;q=0.9, application/json;q=0", "text/event-stream"),
        ("APPLICATION/JSON", "application/json"),
    ])
    func `writes what is accepted`(accept: String, type: String) async {
        let answer = await ask(["accept": [accept]])
        #expect(answer.status == 200 && answer.type == type)
        let events = "event: message\ndata: \(Self.pong)\n\n"
        #expect(text(answer) == (type == "application/json" ? Self.pong : events))
    }

    private func ask(_ headers: [String: [String]]) async -> ToolReply { await ask(Self.ping, headers) }
    private func ask(_ body: String, _ headers: [String: [String]]) async -> ToolReply {
        await ask(body, method: "POST", headers)
    }

    @Test(
        arguments: [
            (["origin": ["https://evil.example"]], 403), (["origin": ["null"]], 403),
            (["origin": ["https://crosstie.example", "https://evil.example"]], 403),
            (["origin": ["HTTPS://CROSSTIE.EXAMPLE"]], 200),
            (["authorization": []], 401), (["authorization": ["Bearer bad"]], 401),
            (["authorization": ["Basic good"]], 401),
            (["authorization": ["Bearer good", "Bearer good"]], 401), (["authorization": ["bearer good"]], 200),
            (["authorization": ["Bearer busy"]], 429), (["authorization": ["Bearer fault"]], 500),
            (["content-type": ["text/plain"]], 415), (["content-type": []], 415),
            (["content-type": ["application/json; charset=utf-8"]], 200),
            (["accept": ["text/html"]], 406), (["accept": []], 200),
            (["mcp-protocol-version": ["2026-07-28"]], 400),
            (["mcp-protocol-version": ["2025-06-18", "2025-03-26"]], 400),
            (["mcp-protocol-version": []], 200),
        ] as [([String: [String]], Int)]
    )
    func `looks at headers before it believes anything`(headers: [String: [String]], status: Int) async throws {
        let answer = await ask(headers)
        #expect(answer.status == status)
        if status != 200 {
            let fault = try JSONReader.value(of: answer.body)
            #expect(fault["error"]?["message"]?.text?.isEmpty == false)
        }
        #expect((answer.headers["WWW-Authenticate"] != nil) == (status == 401))
        #expect(answer.headers["Retry-After"] == (status == 429 ? "9" : nil))
    }

    @Test(arguments: ["GET", "DELETE", "PUT", "HEAD", "OPTIONS"])
    func `has no stream to open and no session to end`(method: String) async {
        let answer = await ask(Self.ping, method: method)
        #expect(answer.status == 405 && answer.headers["Allow"] == "POST")
    }

    @Test(arguments: [
        ("{", 400), ("7", 400), (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, 400),
        (#"{"jsonrpc":"2.0","id":1,"method":"none"}"#, 200), ("[\(ping)]", 400),
    ])
    func `tells broken bodies from answers that say no`(body: String, status: Int) async throws {
        let answer = await ask(body, [:])
        #expect(answer.status == status)
        #expect(try JSONReader.value(of: answer.body)["error"] != nil)
    }

    @Test func `refuses a long body unread`() async {
        #expect(await ask(String(repeating: " ", count: ToolDoor.longest + 1), [:]).status == 413)
        let unread = ToolRequest(method: "POST", body: nil) { Self.usual[$0.lowercased()] ?? [] }
        #expect(await Self.door.answer(to: unread).status == 413)
    }

    @Test func `takes lists of messages from whoever speaks that revision or says none`() async throws {
        for header in [["2025-03-26"], []] {
            let answer = await ask("[\(Self.ping),\(Self.ping)]", ["mcp-protocol-version": header])
            #expect(answer.status == 200 && text(answer) == "[\(Self.pong),\(Self.pong)]")
        }
        #expect(await ask("[\(Self.ping)]", ["mcp-protocol-version": ["2024-11-05"]]).status == 400)
        #expect(await ask("[]", ["mcp-protocol-version": ["2025-03-26"]]).status == 400)
    }

    @Test func `greets whoever comes with a revision that it does not know`() async throws {
        let answer = await ask(InventedTools.greeting("2026-07-28"), ["mcp-protocol-version": ["2026-07-28"]])
        #expect(answer.status == 200)
        let result = try JSONReader.value(of: answer.body)["result"]
        #expect(result?["protocolVersion"]?.text == "2025-06-18")
    }

    @Test func `tells nothing of a fault but that it was one`() async {
        let answer = await ask(#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"break"}}"#, [:])
        #expect(answer.status == 200 && text(answer).contains("-32603") && !text(answer).contains("Broken"))
    }
}
