/// Lines of the text exposition format.
///
/// Source: Prometheus, text exposition format 0.0.4: a name's lines stand together, a backslash, quotes and line ends in a value
/// are written with a backslash.
struct ExpositionText {
    private(set) var text = ""

    /// Begins the lines of a name.
    mutating func begin(_ name: String, _ kind: Kind, _ words: String? = nil) {
        if let words { text += "# HELP \(name) \(Self.escaped(words))\n" }
        text += "# TYPE \(name) \(kind.word)\n"
    }

    mutating func add(_ name: String, _ labels: [Label], _ value: Series.Value) {
        switch value {
        case .number(let number):
            line(name, labels, number)
        case .histogram(let steps, let count, let sum):
            for step in steps {
                line(name + "_bucket", labels + [Label("le", Self.figure(step.bound))], Double(step.count))
            }
            line(name + "_bucket", labels + [Label("le", "+Inf")], Double(count))
            line(name + "_sum", labels, sum)
            line(name + "_count", labels, Double(count))
        }
    }

    private mutating func line(_ name: String, _ labels: [Label], _ value: Double) {
        let inside = labels.map { "\(Self.name($0.name))=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        text += "\(name)\(inside.isEmpty ? "" : "{\(inside)}") \(Self.figure(value))\n"
    }

    /// A name with letters, digits and underscores alone, the first no digit.
    static func name(_ label: String) -> String {
        var name = ""
        for letter in label.unicodeScalars {
            let isKept = ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) || ("0"..."9").contains(letter)
            name.unicodeScalars.append(isKept ? letter : "_")
        }
        guard let first = name.unicodeScalars.first else { return "_" }
        return ("0"..."9").contains(first) ? "_" + name : name
    }

    /// A whole number without a point, so that it reads as it was counted.
    static func figure(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        return String(value)
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
