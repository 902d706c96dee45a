import Answers
import Desk
import StoreTesting
import Testing
import Workspace

@testable import API

@Suite struct `The description` {
    @Test func `every operation that is routed is described, and nothing else`() async throws {
        let place = try await Workplace.company(.sqlite)
        let reply = await place.ask("GET", "/openapi.json", as: nil)
        #expect(reply.status == 200)
        let document = try #require(reply.json)
        #expect(document["openapi"] == "3.1.1")
        var described: Set<String> = []
        for (path, item) in document["paths"]?.object ?? [:] {
            for (method, operation) in item.object ?? [:] {
                described.insert("\(method.uppercased()) \(path) \(operation["operationId"]?.text ?? "")")
                let (found, _) = try ProgramInterface.operation(
                    for: "/api/v1" + path.replacing("{", with: "").replacing("}", with: ""),
                    method: method.uppercased()
                )
                #expect(found.name == operation["operationId"]?.text)
            }
        }
        #expect(described == Set(Operations.all.map { "\($0.method.rawValue) \($0.path) \($0.name)" }))
        #expect(described.count == Operations.all.count, "no two share an address or a name")
    }

    @Test func `every reference leads somewhere`() async throws {
        let document = try await Workplace.company(.sqlite).api.description.document
        func references(_ value: JSON) -> [String] {
            switch value {
            case .object(let fields): fields.flatMap { $0 == "$ref" ? [$1.text ?? ""] : references($1) }
            case .array(let values): values.flatMap(references)
            default: []
            }
        }
        let found = Set(references(document))
        #expect(found.count > 20)
        for reference in found {
            var place: JSON? = document
            for part in reference.dropFirst(2).split(separator: "/") { place = place?[String(part)] }
            #expect(place != nil, "\(reference)")
        }
    }

    @Test func `a schema is what its type writes`() throws {
        struct Inner: Codable { let words: [String] }
        struct Outer: Codable {
            let name: String
            let count: Int?
            let share: Double
            let isOpen: Bool
            let inner: Inner
            let more: [Inner]?
            let byName: [String: Int]
        }
        var book = SchemaBook()
        let reference = try #require(try book.schema(of: Outer.self)["$ref"]?.text)
        let name = try #require(reference.split(separator: "/").last.map(String.init))
        let required = book.schemas[name]?["required"]?.array?.compactMap(\.text)
        #expect(required == ["name", "share", "isOpen", "inner", "byName"])
        #expect(book.fields[name] == ["name", "count", "share", "isOpen", "inner", "more", "byName"])
        let check = SchemaCheck(book.schemas)
        let outer = Outer(
            name: "a",
            count: nil,
            share: 1,
            isOpen: true,
            inner: Inner(words: []),
            more: nil,
            byName: ["x": 1]
        )
        let good = try JSON.of(outer)
        #expect(check.faults(of: good, against: ["$ref": .text(reference)]).isEmpty)
        guard case .object(var fields) = good else { return #expect(Bool(false)) }
        fields["count"] = "seven"
        fields["inner"] = ["words": [1]]
        fields["name"] = nil
        fields["other"] = .null
        let faults = check.faults(of: .object(fields), against: ["$ref": .text(reference)])
        #expect(faults.map(\.pointer) == ["/name", "/count", "/inner/words/0", "/other"])
    }

    @Test(
        arguments: [
            (#"{"type":"string","minLength":1}"#, #""""#, false),
            (#"{"type":"string","maxLength":2}"#, #""äöü""#, false),
            (#"{"type":"string","maxLength":3}"#, #""äöü""#, true), (#"{"type":"integer","minimum":1}"#, "0", false),
            (#"{"type":"integer","maximum":9}"#, "9", true), (#"{"type":"integer"}"#, "1.5", false),
            (#"{"type":"number"}"#, "1", true), (#"{"type":["string","null"]}"#, "null", true),
            (#"{"type":"string","format":"date"}"#, #""2024-02-30""#, false),
            (#"{"type":"string","format":"date"}"#, #""2024-02-29""#, true), (#"{"enum":["a"]}"#, #""b""#, false),
            (#"{"type":"array","maxItems":1,"items":{"type":"integer"}}"#, "[1,2]", false),
            (#"{"anyOf":[{"type":"string"},{"type":"integer"}]}"#, "1", true),
            (#"{"anyOf":[{"type":"string"},{"type":"integer"}]}"#, "true", false),
            (##"{"$ref":"#/none"}"##, "1", false),
        ]
    )
    func `a value fits a schema or not`(schema: String, value: String, fits: Bool) throws {
        let (schema, value) = (try #require(JSON(Array(schema.utf8))), try #require(JSON(Array(value.utf8))))
        #expect(SchemaCheck().faults(of: value, against: schema).isEmpty == fits)
    }

    @Test func `a bucket never gives more than its limits allow`() async {
        let limits = RateLimits(burst: 5, perMinute: 60)
        let buckets = RateBuckets(limits)
        var given = 0
        var seed: UInt64 = 7
        var now: Int64 = 0
        for _ in 0..<2000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            now += Int64(seed >> 44)
            let standing = await buckets.take("t", at: now)
            if standing.isAllowed { given += 1 }
            #expect(standing.isAllowed || standing.wait >= 1)
            #expect(given <= 5 + Int(now / 1_000_000) + 1)
        }
        #expect(given > 100)
    }
}
