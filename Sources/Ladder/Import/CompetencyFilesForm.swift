/// Competencies one by one, each with a level, an area and a summary: the form of the Financial Times' progression.
///
/// Source: github.com/Financial-Times/engineering-progression (MIT), `data/*.yml`.
struct CompetencyFilesForm {
    private static let areaKeys = ["theme", "area", "category", "topic", "competency", "skill"]
    private static let summaryKeys = ["summary", "statement", "description", "text", "criteria"]

    /// True when a mapping is one competency at one level.
    static func isCompetency(_ node: ImportNode) -> Bool {
        node["level"]?.text != nil && summaryKeys.contains { node[$0]?.text != nil }
            && areaKeys.contains { node[$0]?.text != nil }
    }

    static func recognises(_ root: ImportNode) -> Bool { root.mappings().contains { isCompetency($0.node) } }

    /// Adds what the files say to a sketch: levels and areas by their lists, then every competency.
    static func read(_ roots: [ImportNode], into sketch: inout ImportSketch, _ gathering: ImportGathering) {
        let mappings = roots.flatMap { $0.mappings() }
        let named = mappings.filter {
            !isCompetency($0.node) && $0.node["id"]?.text != nil && $0.node["name"]?.text != nil
        }
        let entries = mappings.filter { isCompetency($0.node) }.map(\.node)
        let levelIDs = Set(entries.compactMap { $0["level"]?.text?.words.lowercased() })
        var isListed = false
        for (_, node) in named {
            guard let id = node["id"]?.text, let name = node["name"]?.text, levelIDs.contains(id.words.lowercased())
            else {
                continue
            }
            let rung = sketch.rung(name, name: id.words)
            gathering.take(id)
            if sketch.rungs[rung].track == nil { sketch.rungs[rung].track = RungName(name.words).track }
            if let summary = node["summary"]?.text { sketch.rungs[rung].summary = summary }
            isListed = true
        }
        if !isListed { sketch.isOrdered = false }
        var areas: [String: ImportText] = [:]
        for (_, node) in named {
            if let id = node["id"]?.text, let name = node["name"]?.text, !levelIDs.contains(id.words.lowercased()) {
                areas[id.words.lowercased()] = name
                if entries.contains(where: { area(of: $0)?.words.lowercased() == id.words.lowercased() }) {
                    gathering.take(id)
                }
            }
        }
        if let title = roots.lazy.compactMap({ $0["name", "title"]?.text }).first { sketch.title = title }
        for entry in entries { add(entry, areas, isListed, to: &sketch, gathering) }
    }

    private static func area(of entry: ImportNode) -> ImportText? {
        areaKeys.lazy.compactMap { entry[$0]?.text }.first
    }

    private static func add(
        _ entry: ImportNode,
        _ areas: [String: ImportText],
        _ isListed: Bool,
        to sketch: inout ImportSketch,
        _ gathering: ImportGathering
    ) {
        guard let level = entry["level"]?.text, let area = area(of: entry),
            let summaryKey = summaryKeys.first(where: { entry[$0]?.text != nil })
        else { return }
        let rung = sketch.rung(level)
        gathering.take(level)
        let row = sketch.row(named: areas[area.words.lowercased()] ?? area)
        gathering.take(area)
        var texts = [entry[summaryKey]?.text].compactMap(\.self)
        for key in ["description", "details"] where key != summaryKey { texts += entry[key]?.texts ?? [] }
        for key in ["examples", "example", "behaviours", "behaviors", "criteria"] where key != summaryKey {
            texts += entry[key]?.texts ?? []
        }
        sketch.rows[row].cells[rung, default: []] += texts
    }
}
