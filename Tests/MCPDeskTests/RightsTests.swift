import Desk
import Evidence
import MCP
import MCPDesk
import Records
import StoreTesting
import Testing
import Workspace

@Suite struct `What assistants may read` {
    /// Every tool that opens somebody's record, with what it takes to call it.
    private static func calls(
        about person: PersonID,
        _ studio: Studio
    ) async throws -> [(tool: String, fields: [String: JSONValue])] {
        let entry = try await studio.desk.evidence(about: person, for: .console).first { $0.state == .settled }
        return [
            ("ledger", ["limit": 50]), ("prep", [:]), ("clock", [:]), ("clock", ["target": "management:5"]),
            ("entry", ["id": .text(entry?.id.text ?? "none")]),
        ]
    }

    @Test(arguments: Engine.available)
    func `are a person's own record and those of their reports, whichever tool asks and whoever else does`(
        engine: Engine
    ) async throws {
        let studio = try await Studio.open(engine)
        for reader in Studio.people {
            let talk = try Assistant(studio, reader.id)
            for subject in Studio.people {
                let opens = reader.active && (reader.id == subject.id || subject.manager == reader.id)
                for (tool, fields) in try await Self.calls(about: subject.id, studio) {
                    var fields = fields
                    fields["person"] = .text(subject.id.text)
                    let answer = try await talk.call(tool, fields)
                    #expect(answer.isRefusal == !opens, "\(reader.id) \(tool) \(subject.id): \(answer.text)")
                    // What opens holds that person's words and nobody else's; what does not holds nobody's.
                    for other in Studio.people where !opens || other.id != subject.id {
                        #expect(!answer.line.contains(Studio.canary(other.id)))
                    }
                    #expect(!answer.line.contains("captured-"))
                    if opens, tool == "ledger" { #expect(answer.text.contains(Studio.canary(subject.id))) }
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `look as if they were not there where they are not open`(engine: Engine) async throws {
        let studio = try await Studio.open(engine)
        let talk = try Assistant(studio, "ben")
        let entry = try #require(try await studio.desk.evidence(about: "ana", for: .console).first)
        for tool in ["ledger", "prep", "clock"] {
            let missing = try await talk.call(tool, ["person": "nobody-here"])
            for name in ["ana", "Ana Berg", "ana@halvard.example", "a", "mo", "top"] {
                #expect(try await talk.call(tool, ["person": .text(name)]).line == missing.line, "\(tool) \(name)")
            }
        }
        // Somebody else's evidence under one's own name, and evidence that is not there.
        let other = try await talk.call("entry", ["id": .text(entry.id.text)])
        let none = try await talk.call("entry", ["id": "0000000000000deadbeef"])
        #expect(other.isRefusal && other.line == none.line)
    }

    @Test(arguments: Engine.available)
    func `are the reader's own where no person can be named`(engine: Engine) async throws {
        let studio = try await Studio.open(engine)
        for reader in Studio.people {
            let talk = try Assistant(studio, reader.id)
            for tool in ["me", "week", "brief", "requests", "ladder"] {
                let answer = try await talk.call(tool, [:])
                #expect(answer.isRefusal == !reader.active, "\(reader.id) \(tool): \(answer.text)")
                let named = try await talk.call(tool, ["person": "ana"])
                #expect(named.code == -32_602)
            }
            let level = try await talk.call("level", ["track": "ic", "level": 4])
            #expect(level.isRefusal == !reader.active)
            if reader.active {
                #expect(try await talk.call("brief", [:]).text.contains("News for \(reader.id)"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `end with the day on which somebody leaves`(engine: Engine) async throws {
        let studio = try await Studio.open(engine)
        let talk = try Assistant(studio, "mo")
        #expect(try await talk.call("ledger", ["person": "ana"]).isRefusal == false)
        try await studio.records.replacePeople(
            Studio.people.map { person in
                var person = person
                if person.id == "mo" { person.active = false }
                return person
            },
            now: Studio.now
        )
        for tool in ["me", "week", "ledger", "prep", "clock", "requests", "ladder", "brief"] {
            #expect(try await talk.call(tool, [:]).isRefusal, "\(tool)")
        }
    }
}

/// A conversation with one person's tools, as a client has it.
final class Assistant {
    struct Answer {
        let line: String
        let value: JSONValue

        var code: Int? { value["error"]?["code"]?.whole }
        var isRefusal: Bool { value["result"]?["isError"] == true }
        var text: String { value["result"]?["content"]?.list?.first?["text"]?.text ?? line }
        var data: JSONValue? { value["result"]?["structuredContent"] }
    }

    private var conversation: LineConversation

    init(_ studio: Studio, _ person: PersonID) throws {
        let card = ToolServer.Card(name: "t", title: "T", version: "0", instructions: "")
        conversation = LineConversation(server: ToolServer(card: card, tools: try studio.tools(of: person)))
    }

    func ask(_ method: String, _ parameters: JSONValue) async throws -> Answer {
        let request: JSONValue = ["jsonrpc": "2.0", "id": 1, "method": .text(method), "params": parameters]
        let line = try #require(await conversation.answer(to: .whole(Array(request.line.utf8))))
        let text = String(decoding: line, as: UTF8.self)
        return Answer(line: text, value: try #require(JSONValue(line: text)))
    }

    func call(_ tool: String, _ arguments: [String: JSONValue]) async throws -> Answer {
        _ = try? await ask("initialize", ["protocolVersion": "2025-06-18"])
        return try await ask("tools/call", ["name": .text(tool), "arguments": .object(arguments)])
    }
}
