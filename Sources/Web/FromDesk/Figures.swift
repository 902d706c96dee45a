import Workspace

/// Numbers as pages write them, the same in every locale.
enum Figures {
    /// A number with a fixed count of decimals.
    static func fixed(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "–" }
        var scale: Int64 = 1
        for _ in 0..<max(0, decimals) { scale *= 10 }
        let whole = Int64((abs(value) * Double(scale)).rounded())
        let sign = value < 0 && whole > 0 ? "−" : ""
        guard decimals > 0 else { return sign + String(whole) }
        let rest = String(whole % scale)
        return "\(sign)\(whole / scale).\(String(repeating: "0", count: decimals - rest.count))\(rest)"
    }

    /// `84,000`, with hundredths only where there are any.
    static func amount(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "–" }
        let text = fixed(value, (value - value.rounded()).magnitude < 0.005 ? 0 : 2)
        let parts = text.split(separator: ".", maxSplits: 1)
        let digits = parts[0].drop { !$0.isNumber }
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return text.prefix { !$0.isNumber } + grouped + (parts.count > 1 ? ".\(parts[1])" : "")
    }

    /// `EUR 84,000`; without a currency the number alone.
    static func money(_ value: Double, _ currency: String?) -> String {
        [currency, amount(value)].compactMap(\.self).joined(separator: "\u{a0}")
    }

    /// `5.2 %`.
    static func percent(_ share: Double) -> String { fixed(share * 100, 1) + "\u{a0}%" }

    /// `80 %`, with a decimal only where there is one.
    static func share(_ share: Double) -> String { plain(share * 100) + "\u{a0}%" }

    /// `90`, `0.5`, `66.7`: as few decimals as it needs, one at most.
    static func plain(_ value: Double) -> String {
        let text = fixed(value, value.magnitude < 1 ? 2 : 1)
        guard text.contains(".") else { return text }
        let short = text.reversed().drop { $0 == "0" }
        return String((short.first == "." ? short.dropFirst() : short).reversed())
    }

    /// `one piece`, `3 pieces`.
    static func pieces(_ count: Int) -> String {
        switch count {
        case 0: "nothing settled yet"
        case 1: "one piece of settled evidence"
        default: "\(count) pieces of settled evidence"
        }
    }

    /// A part of a whole in words.
    static func fraction(_ weight: Double) -> String {
        switch weight {
        case 0.5: "half of it"
        case 0.25: "a quarter of it"
        case 0.75: "three quarters of it"
        default: "\(fixed(weight * 10, 0)) tenths of it"
        }
    }
}

extension String {
    /// With a capital at the front.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// With days such as `2026-05-18` written as pages write them.
    var withDaysInWords: String {
        replacing(/\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b/) { match in
            CivilDate(String(match.0)).map { DayMark($0).text } ?? String(match.0)
        }
    }
}
