/// Markdown with topics, levels and criteria before its text: the form of Monzo's progression framework.
///
/// Source: github.com/monzo/progression-framework, `frameworks/**/*.md`.
struct FrontMatterForm {
    /// The front matter and the text after it; nil when there is none.
    static func parts(of text: String) -> (matter: String, body: String, bodyLine: Int)? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        func isFence(_ line: Substring) -> Bool { line.filter { !$0.isWhitespace } == "---" }
        guard let first = lines.first, isFence(first), let end = lines.dropFirst().firstIndex(where: isFence) else {
            return nil
        }
        return (
            lines[1..<end].joined(separator: "\n"), lines[(end + 1)...].joined(separator: "\n"), end + 2
        )
    }

    static func recognises(_ root: ImportNode) -> Bool {
        root.mappings().contains { $0.node["content"] != nil && $0.node["name", "title", "topic"] != nil }
    }

    /// Adds what a file says to a sketch.
    static func read(_ root: ImportNode, into sketch: inout ImportSketch, _ gathering: ImportGathering) {
        if let title = root["title"]?.text, sketch.title.isEmpty { sketch.title = title }
        for (_, topic) in root.mappings() {
            guard let content = topic["content"], let name = topic["title"]?.text ?? topic["name"]?.text else {
                continue
            }
            let row = sketch.row(named: name)
            if sketch.rows[row].name.piece != name.piece { gathering.take(name) }
            for (_, step) in content.entries {
                guard let level = step["level"]?.text else { continue }
                let rung = sketch.rung(level)
                gathering.take(level)
                var texts = step["criteria"]?.texts ?? []
                for (_, example) in step["exampleCriteria"]?.entries ?? [] {
                    texts += example["criteria"]?.texts ?? []
                    texts += example["examples"]?.texts ?? []
                }
                texts += step["examples"]?.texts ?? []
                sketch.rows[row].cells[rung, default: []] += texts
            }
        }
        sketch.isOrdered = false
    }

    /// The text after the front matter, line by line; all of it is left out by name.
    static func leave(_ body: String, from line: Int, file: String, _ gathering: ImportGathering) {
        for (index, text) in body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            gathering.leave(gathering.add(String(text), file: file, line: line + index, field: "text"), .prose)
        }
    }
}
