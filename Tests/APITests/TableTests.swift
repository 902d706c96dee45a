import Answers
import Desk
import StoreTesting
import Testing
import Workspace

@testable import API

@Suite struct `Tables` {
    @Test(arguments: [1, 2, 3, 7, 200])
    func `page by page every row comes once, in one order`(limit: Int) async throws {
        let place = try await Workplace.company(.sqlite)
        for path in ["/people", "/people/ana/entries", "/people/ana/competencies"] {
            let whole = try #require(
                await place.ask("GET", path, as: .subject, query: "limit=200").json?["items"]?.array
            )
            var rows: [JSON] = []
            var query = "limit=\(limit)"
            for _ in 0..<100 {
                let reply = await place.ask("GET", path, as: .subject, query: query)
                rows += reply.json?["items"]?.array ?? []
                guard let next = reply.json?["next"]?.text else {
                    #expect(reply.header("Link") == nil)
                    break
                }
                query = "limit=\(limit)&after=\(next)"
                #expect(reply.header("Link") == "</api/v1\(path)?\(query)>; rel=\"next\"")
            }
            #expect(rows == whole && !whole.isEmpty)
        }
    }

    @Test func `any text is a place, and a place is found again whatever went`() {
        let rows = ["a", "b", "z", "ü"].map { Outcome.Row(key: $0, document: "x") }
        for key in ["", "a", "aa", "b", "ü", "€", "z", "\u{1F600}"] {
            #expect(Paging.bytes(of: Paging.cursor(of: key)) == Array(key.utf8))
            let page = Paging.page(of: rows.reversed(), after: Paging.cursor(of: key), limit: 9)
            #expect(
                page.rows.map(\.key) == rows.map(\.key).filter { Array(key.utf8).lexicographicallyPrecedes($0.utf8) }
            )
        }
        #expect(Paging.page(of: rows, after: nil, limit: 2).next == Paging.cursor(of: "b"))
        #expect(Paging.page(of: rows, after: nil, limit: 4).next == nil)
        #expect(Paging.page(of: [], after: "!", limit: 4).rows.isEmpty)
    }

    @Test func `the newest comes first`() {
        let moments: [Int64] = [0, 1, 9, 10, 255, 256, 20_000, Workplace.now, Workplace.now + 1, .max]
        let keys = moments.map { Paging.newestFirst($0, "e") }
        #expect(keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } == keys.reversed())
    }

    @Test func `as CSV the whole table comes, and no cell is a formula`() async throws {
        let place = try await Workplace.company(.sqlite)
        let reply = await place.ask("GET", "/people", as: .subject, query: "limit=1", headers: ["Accept": "text/csv"])
        let lines = reply.text.split(separator: "\r\n").map(String.init)
        #expect(reply.header("Content-Type")?.hasPrefix("text/csv") == true)
        #expect(lines.first == "id,name,team,title,manager" && lines.count == Workplace.people.count + 1)
        #expect(lines.contains("ana,Ana Berg,Papers,'=Staff Engineer,mo"))
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1"])
    func `a text that begins as a formula does is marked`(text: String) { #expect(Table.guarded(text) == "'" + text) }

    @Test func `cells are quoted where they must be, and numbers stay numbers`() {
        let row: JSON = [
            "a": "x,\"y\"\nz", "b": -3, "c": .null, "d": ["p", "q"], "e": ["k": 1], "f": true, "g": .number(-0.5),
        ]
        let text = String(decoding: Table.csv([row], columns: ["a", "b", "c", "d", "e", "f", "g", "h"]), as: UTF8.self)
        let cells = "\"x,\"\"y\"\"\nz\",-3,,p; q,\"{\"\"k\"\":1}\",true,-0.5,"
        #expect(text == "a,b,c,d,e,f,g,h\r\n\(cells)\r\n")
    }

    @Test func `somebody who is signed in takes along what the API gives, and nothing else`() async throws {
        let place = try await Workplace.company(.sqlite)
        let own = try #require(try await place.api.table(at: "people/ana/entries", as: "csv", for: "ana"))
        #expect(own.name == "entries.csv" && own.type.hasPrefix("text/csv"))
        #expect(try await place.api.table(at: "people/ana/entries", as: "json", for: "mo")?.name == "entries.json")
        for (path, form) in [
            ("people/ana/entries", "xml"), ("me", "json"), ("nothing", "csv"), ("audits", "csv"),
            ("people/mo/entries", "csv"),
        ] {
            #expect(try await place.api.table(at: path, as: form, for: "ana") == nil, "\(path)")
        }
    }
}
