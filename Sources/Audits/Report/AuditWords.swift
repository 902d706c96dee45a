/// How figures are written in sentences and tables.
enum AuditWords {
    /// `12.5 %`; one decimal.
    static func percent(_ share: Double) -> String { fixed(share * 100, 1) + " %" }

    /// `12.5 % (95 % interval 3.0 % to 20.1 %)`.
    static func percent(_ share: Double, _ low: Double?, _ high: Double?) -> String {
        guard let low, let high else { return percent(share) + " (no interval)" }
        return "\(percent(share)) (95 % interval \(percent(low)) to \(percent(high)))"
    }

    /// A number with so many decimals, no `-0`.
    static func fixed(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "–" : value > 0 ? "∞" : "−∞" }
        let scale = decimals == 0 ? 1.0 : decimals == 1 ? 10 : decimals == 2 ? 100 : decimals == 3 ? 1000 : 10_000
        guard abs(value) < 1e14 else { return String(value) }
        let steps = (abs(value) * scale).rounded()
        let whole = Int(steps / scale)
        let sign = value < 0 && steps > 0 ? "−" : ""
        guard decimals > 0 else { return sign + String(whole) }
        let rest = String(Int(steps) - whole * Int(scale))
        return sign + String(whole) + "." + String(repeating: "0", count: max(0, decimals - rest.count)) + rest
    }

    /// `.042`, or `under .001`.
    static func probability(_ p: Double) -> String { p < 0.001 ? "under .001" : "." + fixed(p, 3).dropFirst(2) }

    /// `1 person`, `12 people`.
    static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }

    /// `1 year`, `3 years`.
    static func many(_ count: Int, _ one: String, _ more: String) -> String { "\(count) \(count == 1 ? one : more)" }

    /// The track in the plural.
    static func track(_ raw: String) -> String { raw == "ic" ? "individual contributors" : "managers" }

    /// The first letter in capitals.
    static func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
