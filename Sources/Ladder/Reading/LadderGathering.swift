import Yams

/// What comes together while one file is read: problems and places.
///
/// It never leaves the call that made it, so it needs no lock.
final class LadderGathering {
    /// More fields than this only come from aliases of aliases.
    static let fieldLimit = 20_000

    let file: String
    var anchors: [String: Node] = [:]
    private(set) var problems: [LadderProblem] = []
    private(set) var places: [String: LadderPlace] = [:]
    private var fields = 0

    init(file: String) { self.file = file }

    /// All problems in the order of the file.
    var ordered: [LadderProblem] {
        problems.enumerated()
            .sorted {
                ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
            }
            .map(\.element)
    }

    func note(_ fault: LadderFault, line: Int, column: Int, field: String) {
        problems.append(LadderProblem(file: file, line: line, column: column, field: field, fault: fault))
    }

    func note(_ fault: LadderFault, at mark: Mark?, field: String) {
        note(fault, line: mark?.line ?? 1, column: mark?.column ?? 1, field: field)
    }

    /// A field for a node, with aliases followed; nil when it leads nowhere or the file has grown too large.
    func field(_ node: Node, path: String) -> LadderField? {
        fields += 1
        guard fields <= Self.fieldLimit else {
            if fields == Self.fieldLimit + 1 {
                note(.tooManyFields(limit: Self.fieldLimit), at: node.mark, field: path)
            }
            return nil
        }
        guard let target = target(of: node) else {
            note(.alias(YAMLTree.aliasName(of: node) ?? ""), at: node.mark, field: path)
            return nil
        }
        let mark = node.mark ?? target.mark
        places[path] = LadderPlace(line: mark?.line ?? 1, column: mark?.column ?? 1)
        return LadderField(node: target, path: path, gathering: self)
    }

    /// The node itself, or what its alias leads to; nil when that is nothing, or the alias again.
    func target(of node: Node) -> Node? {
        var target = node
        for _ in 0..<8 {
            guard let name = YAMLTree.aliasName(of: target) else { return target }
            guard let next = anchors[name] else { return nil }
            target = next
        }
        return nil
    }
}
