import Yams

/// YAML or JSON as a tree of pieces.
indirect enum ImportNode {
    case text(ImportText)
    case list([ImportNode])
    case fields([(key: String, value: ImportNode)])

    /// The tree of a text; nil when it is no YAML.
    ///
    /// - Parameters:
    ///   - yaml: the text; JSON is read as YAML, of which it is a part.
    ///   - file: the name to give in messages.
    ///   - lineShift: lines that stand before the text in its file.
    ///   - gathering: where its pieces come together.
    /// - Returns: the tree, or nil.
    static func read(_ yaml: String, file: String, lineShift: Int = 0, _ gathering: ImportGathering) -> ImportNode? {
        // Privately used signs and zeros would stop the reader; no ladder needs them.
        let clean = String(
            String.UnicodeScalarView(
                yaml.unicodeScalars.filter { !(0xE000...0xF8FF).contains($0.value) && $0.value != 0 }
            )
        )
        let reader = LadderGathering(file: file)
        guard let root = YAMLTree.root(of: clean, into: reader) else { return nil }
        let tree = node(root, path: "", Place(file: file, shift: lineShift, reader: reader, gathering: gathering))
        for problem in reader.ordered {
            let line = problem.line + lineShift
            gathering.leave(
                gathering.add(problem.field, file: file, line: line, field: problem.field),
                .unreadable(problem.fault)
            )
        }
        return tree
    }

    private struct Place {
        let file: String
        let shift: Int
        let reader: LadderGathering
        let gathering: ImportGathering
    }

    private static func node(_ field: LadderField, path: String, _ place: Place) -> ImportNode? {
        switch field.node {
        case .alias: return nil
        case .scalar(let scalar):
            let line = (place.reader.places[field.path]?.line ?? field.node.mark?.line ?? 1) + place.shift
            let words =
                ["~", "null", "Null", "NULL"].contains(scalar.string) && scalar.style == .plain ? "" : scalar.string
            return .text(
                place.gathering.add(YAMLTree.original(words), file: place.file, line: line, field: path)
            )
        case .sequence:
            return .list((field.list() ?? []).enumerated().compactMap { node($1, path: "\(path)[\($0)]", place) })
        case .mapping:
            var fields: [(key: String, value: ImportNode)] = []
            for (key, _, value) in field.keyed() ?? [] {
                let path = path.isEmpty ? key : "\(path).\(key)"
                guard let child = place.reader.field(value, path: path), let node = node(child, path: path, place)
                else {
                    continue
                }
                fields.append((key, node))
            }
            return .fields(fields)
        }
    }

    subscript(_ keys: String...) -> ImportNode? {
        guard case .fields(let fields) = self else { return nil }
        for key in keys {
            if let found = fields.first(where: { $0.key.lowercased() == key.lowercased() }) { return found.value }
        }
        return nil
    }

    /// The text; nil for anything else and for nothing.
    var text: ImportText? {
        guard case .text(let text) = self, !text.isEmpty else { return nil }
        return text
    }

    /// All texts in it, in order.
    var texts: [ImportText] {
        switch self {
        case .text(let text): text.isEmpty ? [] : [text]
        case .list(let entries): entries.flatMap(\.texts)
        case .fields(let fields): fields.flatMap(\.value.texts)
        }
    }

    /// The entries of a list, or the values of a mapping with their names.
    var entries: [(key: String?, node: ImportNode)] {
        switch self {
        case .text: []
        case .list(let entries): entries.map { (nil, $0) }
        case .fields(let fields): fields.map { ($0.key, $0.value) }
        }
    }

    /// Every mapping in it, itself first, with the names that lead to it.
    func mappings(under names: [String] = []) -> [(names: [String], node: ImportNode)] {
        switch self {
        case .text: return []
        case .list(let entries): return entries.flatMap { $0.mappings(under: names) }
        case .fields(let fields):
            return [(names, self)] + fields.flatMap { $0.value.mappings(under: names + [$0.key]) }
        }
    }
}
