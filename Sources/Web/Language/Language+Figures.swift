import Workspace

/// Days and numbers as a language writes them.
///
/// Source: CLDR 45, `en` and `de`: date patterns `d MMMM y` and `d. MMMM y`, decimal and grouping signs.
extension Language {
    /// `18 May 2026`, `18. Mai 2026`.
    func date(_ day: CivilDate) -> String {
        let (year, month, number) = day.parts
        return switch self {
        case .english: "\(number) \(months[month - 1]) \(year)"
        case .german: "\(number). \(months[month - 1]) \(year)"
        }
    }

    /// `Monday, 18 May`, `Montag, 18. Mai`.
    func weekday(_ day: CivilDate) -> String {
        let (_, month, number) = day.parts
        let name = weekdays[day.weekday - 1]
        return switch self {
        case .english: "\(name), \(number) \(months[month - 1])"
        case .german: "\(name), \(number). \(months[month - 1])"
        }
    }

    /// `May 2026`, `Mai 2026`.
    func month(of day: CivilDate) -> String {
        let (year, month, _) = day.parts
        return "\(months[month - 1]) \(year)"
    }

    /// What stands between whole and parts.
    var decimalMark: Character { self == .german ? "," : "." }
    /// What stands between thousands.
    var groupMark: Character { self == .german ? "." : "," }

    /// `1,234`, `1.234`.
    func whole(_ number: Int) -> String {
        let digits = String(number.magnitude)
        return (number < 0 ? "−" : "") + grouped(digits)
    }

    /// `1,234.5`, `1.234,5`: a number with a fixed count of decimals, halves away from zero.
    func decimal(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "–" }
        var scale: Int64 = 1
        for _ in 0..<min(6, max(0, decimals)) { scale *= 10 }
        let scaled = Int64((abs(value) * Double(scale)).rounded())
        let sign = value < 0 && scaled > 0 ? "−" : ""
        guard scale > 1 else { return sign + grouped(String(scaled)) }
        let rest = String(scaled % scale)
        let zeros = String(repeating: "0", count: min(6, decimals) - rest.count)
        return "\(sign)\(grouped(String(scaled / scale)))\(decimalMark)\(zeros)\(rest)"
    }

    /// A number with an English decimal point, as the language writes it.
    func marked(_ figure: String) -> String {
        self == .english ? figure : figure.replacing(".", with: String(decimalMark))
    }

    private func grouped(_ digits: String) -> String {
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(groupMark) }
            text.append(digit)
        }
        return text
    }

    private var months: [String] {
        switch self {
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        case .german:
            [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                "November", "Dezember",
            ]
        }
    }

    private var weekdays: [String] {
        switch self {
        case .english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        case .german: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
        }
    }
}
