import Yams

/// YAML text to a tree of nodes, with bounds on size and depth.
///
/// Aliases are taken out of the YAML reader's hands: there, a few lines of aliases of aliases become a tree too large
/// to compare. They pass as plain words behind a private character and are followed one by one when a field is read.
/// Duplicate fields, at which the YAML reader stops, pass as different ones in the same way, so that reading goes on.
enum YAMLTree {
    static let byteLimit = 1 << 19
    static let depthLimit = 64
    private static let aliasMark: Unicode.Scalar = "\u{F8FE}"
    private static let privateUse: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{F8FF}"

    /// The root of a text; nil when there is none, with the reason noted.
    static func root(of yaml: String, into gathering: LadderGathering) -> LadderField? {
        let bytes = yaml.utf8.count
        guard bytes <= byteLimit else {
            gathering.note(.tooLarge(bytes: bytes, limit: byteLimit), line: 1, column: 1, field: "")
            return nil
        }
        guard let text = neutral(yaml, into: gathering), let node = compose(text, into: gathering) else { return nil }
        return gathering.field(node, path: "")
    }

    /// The name that a node stands for, when it is an alias.
    static func aliasName(of node: Node) -> String? {
        guard case .scalar(let scalar) = node, scalar.style == .plain, scalar.string.unicodeScalars.first == aliasMark
        else { return nil }
        return String(scalar.string.unicodeScalars.dropFirst())
    }

    /// A scalar's text as the file has it.
    static func original(_ text: String) -> String {
        guard text.unicodeScalars.contains(aliasMark) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == aliasMark ? "*" : $0 }))
    }

    /// True for a field that was renamed because a later one has its name.
    static func isRenamed(_ key: String) -> Bool {
        key.unicodeScalars.first.map { privateUse.contains($0) && $0 != aliasMark } ?? false
    }

    // MARK: Before the YAML reader

    private static func neutral(_ yaml: String, into gathering: LadderGathering) -> [Unicode.Scalar]? {
        var text = Array(yaml.unicodeScalars)
        var line = 1
        var column = 0
        var depth = 0
        for index in text.indices {
            column += 1
            switch text[index] {
            case "\n": (line, column) = (line + 1, 0)
            case "[", "{": depth += 1
            case "]", "}": depth = max(0, depth - 1)
            case "*" where startsAlias(at: index, in: text): text[index] = aliasMark
            case privateUse, "\0":
                gathering.note(.character(code: text[index].value), line: line, column: column, field: "")
                return nil
            default: break
            }
            if depth > depthLimit {
                gathering.note(.tooDeep(limit: depthLimit), line: line, column: column, field: "")
                return nil
            }
        }
        return text
    }

    private static func startsAlias(at index: Int, in text: [Unicode.Scalar]) -> Bool {
        let before: Unicode.Scalar = index == 0 ? "\n" : text[index - 1]
        guard [" ", "\t", "\n", "\r", "[", "{", ",", ":", "-"].contains(before), index + 1 < text.count else {
            return false
        }
        let after = text[index + 1]
        return after.properties.isAlphabetic || ("0"..."9").contains(after) || after == "_"
    }

    // MARK: The YAML reader

    private static func compose(_ text: [Unicode.Scalar], into gathering: LadderGathering) -> Node? {
        var text = text
        // Each round reads the text again, so a large one gets few.
        let duplicateLimit = max(2, min(32, (1 << 20) / max(1, text.count)))
        for round in 0...duplicateLimit {
            do {
                let parser = try Parser(yaml: String(String.UnicodeScalarView(text)))
                // Nodes hold their anchors weakly; the parser keeps them.
                return try withExtendedLifetime(parser) {
                    guard let node = try parser.singleRoot() else {
                        gathering.note(.empty, line: 1, column: 1, field: "")
                        return nil
                    }
                    return gatherAnchors(of: node, depth: 0, into: gathering) ? node : nil
                }
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard round < duplicateLimit, rename(at: context.mark, in: &text, round: round) else {
                    let name = original(keys.first ?? "")
                    gathering.note(
                        .duplicateField(name, firstLine: context.mark.line),
                        at: context.mark,
                        field: name
                    )
                    return nil
                }
            } catch {
                noteSyntax(error, into: gathering)
                return nil
            }
        }
        return nil
    }

    /// Gives the first of several equal keys another first character, the same for no two of them.
    private static func rename(at mark: Mark, in text: inout [Unicode.Scalar], round: Int) -> Bool {
        var line = 1
        guard
            let start = mark.line == 1
                ? 0
                : text.firstIndex(where: {
                    if $0 == "\n" { line += 1 }
                    return line == mark.line
                }).map({ $0 + 1 })
        else { return false }
        var index = start + mark.column - 1
        guard index < text.count else { return false }
        if text[index] == "\"" || text[index] == "'" { index += 1 }
        guard index < text.count, text[index].properties.isAlphabetic || ("0"..."9").contains(text[index]),
            let stand = Unicode.Scalar(privateUse.lowerBound.value + UInt32(round))
        else { return false }
        text[index] = stand
        return true
    }

    private static func noteSyntax(_ error: any Error, into gathering: LadderGathering) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            gathering.note(.syntax(problem), at: mark, field: "")
        case YamlError.reader(let problem, _, _, _):
            gathering.note(.syntax(problem), line: 1, column: 1, field: "")
        default:
            gathering.note(.syntax("it cannot be read"), line: 1, column: 1, field: "")
        }
    }

    // MARK: After the YAML reader

    private static func gatherAnchors(of node: Node, depth: Int, into gathering: LadderGathering) -> Bool {
        guard depth <= depthLimit else {
            gathering.note(.tooDeep(limit: depthLimit), at: node.mark, field: "")
            return false
        }
        if let anchor = node.anchor { gathering.anchors[anchor.rawValue] = node }
        switch node {
        case .scalar, .alias: return true
        case .sequence(let sequence):
            return sequence.allSatisfy { gatherAnchors(of: $0, depth: depth + 1, into: gathering) }
        case .mapping(let mapping):
            return mapping.allSatisfy {
                gatherAnchors(of: $0.key, depth: depth + 1, into: gathering)
                    && gatherAnchors(of: $0.value, depth: depth + 1, into: gathering)
            }
        }
    }
}
