import Yams

/// One field of a file: a node, its path, and where to note what is wrong with it.
struct LadderField {
    let node: Node
    let path: String
    let gathering: LadderGathering

    func note(_ fault: LadderFault) { gathering.note(fault, at: node.mark, field: path) }

    func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    // MARK: Mappings and lists

    /// The fields of a mapping; unknown, duplicate and missing ones are noted.
    func fields(required: [String], optional: [String] = []) -> LadderFields? {
        guard let keyed = keyed() else { return nil }
        let known = required + optional
        var fields: [String: LadderField] = [:]
        var seen: Set<String> = []
        for (key, mark, value) in keyed {
            guard known.contains(key) else {
                let fault: LadderFault =
                    key == "<<" ? .mergeKey : .unknownField(key, nearest: nearest(to: key, in: known))
                gathering.note(fault, at: mark, field: path(of: key))
                continue
            }
            seen.insert(key)
            fields[key] = gathering.field(value, path: path(of: key))
        }
        for key in required where !seen.contains(key) {
            gathering.note(.missingField(key), at: node.mark, field: path(of: key))
        }
        return LadderFields(fields: fields)
    }

    /// Keys, their places and values, in the order of the file; duplicate keys are noted, the last one stays.
    func keyed() -> [(key: String, mark: Mark?, value: Node)]? {
        guard case .mapping(let mapping) = node else {
            note(.wrongType(expected: "fields with names", found: found))
            return nil
        }
        var keyed: [(key: String, mark: Mark?, value: Node)] = []
        var renamed: [(tail: Substring.UnicodeScalarView, mark: Mark?)] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                gathering.note(.wrongType(expected: "a name", found: "a group"), at: key.mark, field: path)
                continue
            }
            if YAMLTree.isRenamed(scalar.string) {
                renamed.append((Substring(scalar.string).unicodeScalars.dropFirst(), key.mark))
            } else {
                keyed.append((YAMLTree.original(scalar.string), key.mark, value))
            }
        }
        for first in renamed {
            let last = keyed.first { String($0.key.unicodeScalars.dropFirst()) == String(first.tail) }
            let name = last?.key ?? String(first.tail)
            gathering.note(
                .duplicateField(name, firstLine: first.mark?.line ?? 1),
                at: last?.mark ?? first.mark,
                field: path(of: name)
            )
        }
        return keyed
    }

    /// The names of a mapping's fields, none for anything else; nothing is noted.
    var keys: [String] {
        guard case .mapping(let mapping) = node else { return [] }
        return mapping.compactMap { $0.key.scalar?.string }
    }

    /// The entries of a list.
    func list() -> [LadderField]? {
        guard case .sequence(let sequence) = node else {
            note(.wrongType(expected: "a list", found: found))
            return nil
        }
        return sequence.enumerated().compactMap { gathering.field($1, path: "\(path)[\($0)]") }
    }

    /// How many entries a list has in the file, readable or not; nil for anything but a list.
    var entryCount: Int? {
        guard case .sequence(let sequence) = node else { return nil }
        return sequence.count
    }

    /// The ids of a list's entries, also of those that cannot be read otherwise, so that one problem does not bring more.
    var entryIDs: Set<String> {
        guard case .sequence(let sequence) = node else { return [] }
        return Set(
            sequence.compactMap { entry in
                guard case .mapping(let mapping) = gathering.target(of: entry) else { return nil }
                return mapping.first { $0.key.scalar?.string == "id" }?.value.scalar?.string
            }
        )
    }

    /// The entries of a list, each read; nil for a list, not for an entry, that cannot be read.
    func list<Entry>(of read: (LadderField) -> Entry?) -> [Entry]? { list()?.compactMap(read) }

    // MARK: Scalars

    /// Words; a bare number, truth value or nothing is not words.
    func text() -> String? {
        guard case .scalar(let scalar) = node, !isNothing, !(scalar.style == .plain && looksUnworded(scalar.string))
        else {
            note(.wrongType(expected: "text", found: found))
            return nil
        }
        let text = YAMLTree.original(scalar.string)
        guard text.contains(where: { !$0.isWhitespace }) else {
            note(.wrongType(expected: "text", found: "nothing"))
            return nil
        }
        return text
    }

    /// A scalar as it is written, whatever it means.
    func raw() -> String? {
        guard case .scalar(let scalar) = node, !isNothing else {
            note(.wrongType(expected: "text", found: found))
            return nil
        }
        return YAMLTree.original(scalar.string)
    }

    func integer(_ bounds: ClosedRange<Int>) -> Int? {
        guard case .scalar(let scalar) = node, scalar.style == .plain, let number = Int(scalar.string) else {
            note(.wrongType(expected: "a whole number", found: found))
            return nil
        }
        guard bounds.contains(number) else {
            note(.outOfRange(scalar.string, lowest: "\(bounds.lowerBound)", highest: "\(bounds.upperBound)"))
            return nil
        }
        return number
    }

    func number(_ bounds: ClosedRange<Double>) -> Double? {
        guard case .scalar(let scalar) = node, scalar.style == .plain, isNumber(scalar.string),
            let number = Double(scalar.string), number.isFinite
        else {
            note(.wrongType(expected: "a number", found: found))
            return nil
        }
        guard bounds.contains(number) else {
            note(.outOfRange(scalar.string, lowest: "\(bounds.lowerBound)", highest: "\(bounds.upperBound)"))
            return nil
        }
        return number
    }

    func word<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> Word? where Word.RawValue == String {
        guard let text = text() else { return nil }
        if let word = Word(rawValue: text) { return word }
        note(.notAllowed(text, allowed: Word.allCases.map(\.rawValue)))
        return nil
    }

    /// What the node is, in words.
    private var found: String {
        switch node {
        case .mapping: return "fields with names"
        case .sequence: return "a list"
        case .alias: return "an alias"
        case .scalar(let scalar):
            if isNothing { return "nothing" }
            guard scalar.style == .plain else { return "text" }
            if isNumber(scalar.string) { return "the number \(scalar.string)" }
            return looksUnworded(scalar.string) ? scalar.string : "text"
        }
    }

    private var isNothing: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    private func looksUnworded(_ text: String) -> Bool {
        isNumber(text) || ["true", "false", "True", "False", "TRUE", "FALSE"].contains(text)
    }

    private func isNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, (48...57).contains(first) || [43, 45, 46].contains(first) else {
            return false
        }
        return Double(text) != nil
    }

    private func nearest(to key: String, in known: [String]) -> String? {
        known.map { (name: $0, distance: distance(key.lowercased(), $0.lowercased())) }
            .min { $0.distance < $1.distance }
            .flatMap { $0.distance <= max(1, min(3, key.count / 2)) ? $0.name : nil }
    }

    /// Edits between two words (Levenshtein).
    private func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.unicodeScalars.prefix(64)), Array(right.unicodeScalars.prefix(64)))
        var row = Array(0...right.count)
        for (i, character) in left.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = corner + (character == other ? 0 : 1)
                corner = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}

/// The fields of one mapping, by name.
struct LadderFields {
    let fields: [String: LadderField]

    subscript(_ key: String) -> LadderField? { fields[key] }
}
