extension CareerLadder {
    /// The ladder as YAML; read back, it is the same but for its content's hash.
    public var yaml: String {
        var lines: [String] = []
        LadderTree(self).writeYAML(indent: 0, into: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The ladder as JSON with the same fields; the reader takes it as well.
    public var json: String {
        var text = ""
        LadderTree(self).writeJSON(indent: 0, into: &text)
        return text + "\n"
    }
}

extension LadderTree {
    fileprivate func writeYAML(indent: Int, into lines: inout [String]) {
        let margin = String(repeating: " ", count: indent)
        switch self {
        case .fields(let fields):
            for (name, value) in fields {
                let key = margin + Self.key(name) + ":"
                if let flat = value.flat {
                    lines.append(key + " " + flat)
                } else {
                    lines.append(key)
                    value.writeYAML(indent: indent + 2, into: &lines)
                }
            }
        case .list(let entries):
            for entry in entries {
                if let flat = entry.flat {
                    lines.append(margin + "- " + flat)
                } else {
                    let start = lines.count
                    entry.writeYAML(indent: indent + 2, into: &lines)
                    lines[start] = margin + "- " + lines[start].dropFirst(indent + 2)
                }
            }
        default: lines.append(margin + (flat ?? ""))
        }
    }

    fileprivate func writeJSON(indent: Int, into text: inout String) {
        let margin = String(repeating: " ", count: indent + 2)
        let end = "\n" + String(repeating: " ", count: indent)
        switch self {
        case .fields(let fields):
            if fields.isEmpty { return text += "{}" }
            text += "{"
            for (place, (name, value)) in fields.enumerated() {
                text += (place == 0 ? "\n" : ",\n") + margin + Self.quoted(name) + ": "
                value.writeJSON(indent: indent + 2, into: &text)
            }
            text += end + "}"
        case .list(let entries):
            if entries.isEmpty { return text += "[]" }
            text += "["
            for (place, value) in entries.enumerated() {
                text += (place == 0 ? "\n" : ",\n") + margin
                value.writeJSON(indent: indent + 2, into: &text)
            }
            text += end + "]"
        default: text += flat ?? ""
        }
    }

    /// What fits on the line of its name: a scalar, or a short list or group of bare ones.
    private var flat: String? {
        switch self {
        case .text(let words): return Self.quoted(words)
        case .integer(let number): return String(number)
        case .number(let number):
            return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number)).0" : "\(number)"
        case .list(let entries):
            if entries.isEmpty { return "[]" }
            let parts = entries.compactMap {
                if case .integer = $0 { $0.flat } else if case .number = $0 { $0.flat } else { nil }
            }
            return parts.count == entries.count ? "[" + parts.joined(separator: ", ") + "]" : nil
        case .fields(let fields):
            if fields.isEmpty { return "{}" }
            var parts: [String] = []
            for (name, value) in fields {
                guard case .integer = value, let flat = value.flat else { return nil }
                parts.append("\(Self.key(name)): \(flat)")
            }
            return "{" + parts.joined(separator: ", ") + "}"
        }
    }

    /// A name that needs no quotes is written without.
    private static func key(_ name: String) -> String {
        let bare = name.utf8.allSatisfy {
            (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95
        }
        let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(name.lowercased())
        return bare && !reserved && !name.isEmpty && !name.hasPrefix("-") ? name : quoted(name)
    }

    /// Words in double quotes, readable as JSON and as YAML.
    private static func quoted(_ words: String) -> String {
        var text = "\""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            default:
                let hidden =
                    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF
                    || [0x2028, 0x2029].contains(scalar.value)
                if hidden {
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return text + "\""
    }
}
