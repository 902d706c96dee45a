import Answers
import Desk
import Evidence
import MCP
import MCPDesk
import StoreTesting
import Testing
import Workspace

@Suite struct `Tools over the desk` {
    @Test(arguments: Engine.available)
    func `say that they only read, and what they take and give`(engine: Engine) async throws {
        let talk = try Assistant(try await Studio.open(engine), "mo")
        _ = try await talk.ask("initialize", ["protocolVersion": "2025-06-18"])
        let tools = try #require(try await talk.ask("tools/list", [:]).value["result"]?["tools"]?.list)
        #expect(
            tools.compactMap { $0["name"]?.text } == [
                "me", "week", "ledger", "entry", "prep", "clock", "ladder", "level", "brief", "requests",
            ]
        )
        for tool in tools {
            #expect(tool["annotations"]?["readOnlyHint"] == true)
            #expect(tool["description"]?.text?.isEmpty == false)
            #expect(tool["inputSchema"]?["type"] == "object" && tool["outputSchema"]?["type"] == "object")
            #expect(!"\(tool)".contains("#/components"))
        }
    }

    @Test(arguments: Engine.available)
    func `answer in the form that they tell`(engine: Engine) async throws {
        let studio = try await Studio.open(engine)
        let talk = try Assistant(studio, "mo")
        _ = try await talk.ask("initialize", ["protocolVersion": "2025-06-18"])
        let tools = try #require(try await talk.ask("tools/list", [:]).value["result"]?["tools"]?.list)
        let entry = try #require(
            try await studio.desk.evidence(about: "ana", for: .console).first { $0.state == .settled }
        )
        let calls: [String: [String: JSONValue]] = [
            "entry": ["person": "ana", "id": .text(entry.id.text)], "ledger": ["person": "ana"],
            "prep": ["person": "ana"],
            "clock": ["person": "ana"], "level": ["track": "management", "level": 6],
        ]
        for tool in tools {
            let name = try #require(tool["name"]?.text)
            let answer = try await talk.call(name, calls[name] ?? [:])
            let data = try #require(answer.data, "\(name): \(answer.text)")
            let told = try #require(tool["outputSchema"])
            let schema = try #require(JSON(Array(told.line.utf8)))
            let document = try #require(JSON(Array(data.line.utf8)))
            let faults = SchemaCheck(schema["$defs"]?.object ?? [:]).faults(of: document, against: schema)
            #expect(faults.isEmpty, "\(name)")
            // The same stands in the text, fenced.
            #expect(answer.text.contains("<crosstie-data>\n{") && answer.text.hasSuffix("}\n</crosstie-data>"))
        }
    }

    @Test(arguments: Engine.available)
    func `give a ledger page by page, each piece once, newest first`(engine: Engine) async throws {
        let talk = try Assistant(try await Studio.open(engine), "mo")
        for limit in [1, 5, 12, 50] {
            var ids: [String] = []
            var after: String?
            for _ in 0..<20 {
                var fields: [String: JSONValue] = ["person": "Ana Berg", "limit": .whole(limit)]
                fields["after"] = after.map(JSONValue.text)
                let page = try #require(try await talk.call("ledger", fields).data)
                #expect(page["total"] == 12 && page["name"] == "Ana Berg")
                ids += (page["entries"]?.list ?? []).compactMap { $0["id"]?.text }
                after = page["next"]?.text
                if after == nil { break }
            }
            #expect(ids.count == 12 && ids == ids.sorted(by: >) && Set(ids).count == 12)
        }
    }

    @Test(arguments: Engine.available)
    func `narrow a ledger by day, act and words`(engine: Engine) async throws {
        let talk = try Assistant(try await Studio.open(engine), "ana")
        let day = CivilDate(microseconds: Studio.now - 40 * Studio.day).description
        func total(_ fields: [String: JSONValue]) async throws -> Int? {
            try await talk.call("ledger", fields).data?["total"]?.whole
        }
        #expect(try await total(["since": .text(day), "until": .text(day)]) == 12)
        #expect(try await total(["since": "2030-01-01"]) == 0)
        #expect(try await total(["until": "2001-01-01"]) == 0)
        #expect(try await total(["kind": "recognition"]) == 12)
        #expect(try await total(["kind": "blocked"]) == 0)
        #expect(try await total(["containing": "NUMBER 7"]) == 1)
        #expect(try await talk.call("ledger", ["since": "2026-02-30"]).isRefusal)
    }

    @Test(arguments: Engine.available)
    func `say in words why there is nothing`(engine: Engine) async throws {
        let talk = try Assistant(try await Studio.open(engine), "mo")
        let target = try await talk.call("clock", ["person": "ana", "target": "ic:99"])
        #expect(target.isRefusal && target.text.contains("ic:99"))
        let level = try await talk.call("level", ["track": "management", "level": 1])
        #expect(level.isRefusal || level.data != nil)
        let several = try await talk.call("ledger", ["person": "e"])
        #expect(several.isRefusal && several.text.contains("More than one"))
    }
}
