import Workspace

/// How cues write numbers: no more digits than they bear.
enum CueWords {
    /// `0.6`, `1.25`; without a sign.
    static func points(_ value: Double) -> String { fixed(abs(value), 1) }

    /// `+0.6` or `−0.6`.
    static func signed(_ value: Double, _ digits: Int = 1) -> String {
        let text = fixed(abs(value), digits)
        guard text.contains(where: { $0 != "0" && $0 != "." }) else { return text }
        return (value < 0 ? "−" : "+") + text
    }

    /// `62 %`.
    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    /// Digits after the point; minus sign in front.
    static func fixed(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return "–" }
        let scale = [1.0, 10, 100, 1000][min(3, max(0, digits))]
        let whole = Int((abs(value) * scale).rounded())
        let sign = value < 0 && whole > 0 ? "−" : ""
        guard digits > 0 else { return "\(sign)\(whole)" }
        let rest = String(whole % Int(scale))
        return "\(sign)\(whole / Int(scale)).\(String(repeating: "0", count: digits - rest.count))\(rest)"
    }

    /// `p = .03` or `p < .001`.
    static func chance(_ p: Double) -> String { p < 0.001 ? "p < .001" : "p = \(fixed(p, 3).drop { $0 == "0" })" }

    /// A rating as people write it: `4`, `3.5`.
    static func rating(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : fixed(value, 1)
    }

    /// `one`, `two`, … `nine`, then digits.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}

extension String {
    /// The same with a small first letter, for the middle of a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
