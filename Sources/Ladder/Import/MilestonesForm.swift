/// Tracks with milestones, and titles by points: the form of Medium's Snowflake.
///
/// Source: github.com/Medium/snowflake (Apache-2.0), the data of `constants.js` as JSON.
struct MilestonesForm {
    static func recognises(_ root: ImportNode) -> Bool { root.mappings().contains { $0.node["milestones"] != nil } }

    /// Adds what a file says to a sketch: each track of the file is a competency, each milestone a stage.
    static func read(_ root: ImportNode, into sketch: inout ImportSketch, _ gathering: ImportGathering) {
        for (names, node) in root.mappings() {
            if let milestones = node["milestones"] {
                let key = names.last.map { ImportText(words: $0, piece: nil) }
                guard let name = node["displayName", "name", "title"]?.text ?? key else { continue }
                let row = sketch.row(named: name, side: .byRung)
                if sketch.rows[row].name.piece != name.piece { gathering.take(name) }
                for (_, milestone) in milestones.entries {
                    if case .text(let text) = milestone {
                        sketch.rows[row].stages.append([text])
                        continue
                    }
                    let texts = ["summary", "signals", "examples"].flatMap { milestone[$0]?.texts ?? [] }
                    if !texts.isEmpty { sketch.rows[row].stages.append(texts) }
                }
            } else if let label = node["label", "title"]?.text, let points = node["minPoints", "points"] {
                let rung = sketch.rung(label)
                sketch.rungs[rung].order = points.text.flatMap { Double($0.words) } ?? 0
                for key in ["minPoints", "maxPoints", "points"] {
                    for text in node[key]?.texts ?? [] { gathering.leave(text, .points) }
                }
            }
        }
        for (names, node) in root.mappings() where names.last?.lowercased().contains("points") ?? false {
            for text in node.texts { gathering.leave(text, .points) }
        }
        if let title = root["title", "name"]?.text, sketch.title.isEmpty { sketch.title = title }
    }
}
