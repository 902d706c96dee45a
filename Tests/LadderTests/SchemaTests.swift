import Foundation
import Ladder
import Testing

/// The published schema and the reader name the same fields.
@Suite struct `The published schema` {
    @Test func `it demands what the reader demands`() throws {
        let (known, root) = try fields()
        for field in root {
            #expect(faults(of: without(field)).contains(.missingField(field)), "\(field)")
        }
        let optional = known.subtracting(root)
        #expect(optional == ["outlines", "archetypes", "carryOver", "exceptions", "languages", "translations"])
    }

    @Test(arguments: [
        ("level", "level", "  - level: 1"), ("authority", "decides", "    authority: {"),
        ("role", "title", "      ic:"),
        ("range", "track", "      - {track: ic, "), ("stage", "stage", "      - {stage: 1, "),
        ("scopeFactor", "id", "  - {id: horizon, "), ("archetype", "id", "  - {id: keeper, "),
        ("carryOver", "from", "  - {from: shared, "), ("rules", "parityTolerance", "rules: {"),
        ("trackName", "name", "  ic: {"), ("competency", "id", "  - id: craft"),
    ])
    func `a part takes the fields that the schema lists, and no others`(
        part: String,
        field: String,
        begin: String
    ) throws {
        let properties = try fields(of: part).known
        #expect(properties.contains(field))
        let block = !begin.contains("{")
        let indent = String(repeating: " ", count: part == "role" ? 8 : 4)
        for name in properties.sorted() + ["zzzzzz"] {
            let added = block ? "\(begin)\n\(indent)\(name): {}" : "\(begin)\(name): {}, "
            let unknown = faults(of: SmallLadder.with(begin, as: added)).contains {
                if case .unknownField(name, _) = $0 { true } else { false }
            }
            #expect(unknown == (name == "zzzzzz"), "\(part).\(name)")
        }
    }

    @Test func `authority stands once, or once for each track, in the schema as in the reader`() throws {
        let once = "authority: {decides: Own things., budget: None., hiring: An opinion.}"
        #expect(try fields(of: "authorityByTrack").known == ["ic", "management"])
        let own = String(once.dropFirst("authority: ".count))
        let each = SmallLadder.with(once, as: "authority: {ic: \(own), management: \(own)}")
        #expect(faults(of: each) == [])
        #expect(!faults(of: SmallLadder.with(once, as: "authority: {ic: \(own), both: \(own)}")).isEmpty)
    }

    @Test func `an outline takes the fields that the schema lists, and no others`() throws {
        let known = try fields(of: "outline").known
        #expect(known == ["family", "name", "competencies", "titles"])
        let outline =
            "outlines:\n  - {family: data, name: Data, competencies: [], titles: {ic: {1: Counter}}}\nscopeFactors:"
        #expect(faults(of: SmallLadder.with("scopeFactors:", as: outline)) == [])
        let stray = outline.replacing("titles: {ic: {1:", with: "titles: {ic: {21:")
        #expect(faults(of: SmallLadder.with("scopeFactors:", as: stray)) == [.unknownField("21", nearest: "1")])
    }

    /// The fields of a part of the schema, or of its root, and those that it demands.
    private func fields(of part: String? = nil) throws -> (known: Set<String>, required: [String]) {
        let text = SmallLadder.file("/ladders/schema.json", above: 3)
        var node = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        if let part {
            node = try #require((node["$defs"] as? [String: Any])?[part] as? [String: Any])
        }
        let known = try #require(node["properties"] as? [String: Any])
        return (Set(known.keys), try #require(node["required"] as? [String]))
    }

    /// The small ladder without one field of the root.
    private func without(_ field: String) -> String {
        var kept: [Substring] = []
        var dropping = false
        for line in SmallLadder.text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.first.map({ $0 != " " }) ?? false { dropping = line.hasPrefix(field + ":") }
            if !dropping { kept.append(line) }
        }
        return kept.joined(separator: "\n")
    }

    private func faults(of text: String) -> [LadderFault] {
        do throws(LadderError) {
            _ = try LadderDocument.read(yaml: text, file: "small.yml")
            return []
        } catch {
            guard case .invalid(let problems) = error else { return [] }
            return problems.map(\.fault)
        }
    }
}
