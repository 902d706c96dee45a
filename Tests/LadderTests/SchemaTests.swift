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
        #expect(optional == ["outlines", "archetypes", "carryOver", "exceptions"])
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
