/// Time zones as feeds write them.
enum FeedZone {
    /// Seconds east of Greenwich; 0 for names that nobody knows, nil for what can be no zone.
    static func offset(_ text: String) -> Int? {
        var zone = text.uppercased()
        if let bracket = zone.firstIndex(of: "(") { zone = zone[..<bracket].trimmed }
        if zone.isEmpty || zone == "Z" { return 0 }
        for name in ["GMT", "UTC", "UT"] where zone.hasPrefix(name) && zone != name {
            zone = zone.dropFirst(name.count).trimmed
            break
        }
        if let first = zone.utf8.first, first == 43 || first == 45 || zone.hasPrefix("\u{2212}") {
            return numeric(zone)
        }
        if let known = names[zone] { return known * 60 }
        // Hours without a sign are no zone; a word that nobody knows counts as none.
        guard zone.utf8.allSatisfy({ ($0 | 0x20) &- 97 < 26 || $0 == 32 || $0 == 47 || $0 == 95 }) else { return nil }
        return zone.utf8.count <= 32 ? 0 : nil
    }

    /// `+02:00`, `-0700`, `+2`, `+00`, `-7:00`.
    private static func numeric(_ text: String) -> Int? {
        let sign = text.utf8.first == 43 ? 1 : -1
        let digits = text.filter(\.isASCIIDigit)
        guard text.dropFirst().allSatisfy({ $0.isASCIIDigit || $0 == ":" || $0 == "." }) else { return nil }
        let parts = text.dropFirst().split(separator: ":")
        let hours: Int
        let minutes: Int
        if parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1].prefix(2)) {
            (hours, minutes) = (hour, minute)
        } else if digits.count <= 2, let hour = Int(digits) {
            (hours, minutes) = (hour, 0)
        } else if digits.count == 3 || digits.count == 4, let both = Int(digits) {
            (hours, minutes) = (both / 100, both % 100)
        } else {
            return nil
        }
        guard hours <= 24, minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes) * 60
    }

    /// Minutes east of Greenwich.
    private static let names: [String: Int] = [
        "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "AST": -240, "ADT": -180, "EST": -300, "EDT": -240, "ET": -300,
        "CST": -360, "CDT": -300,
        "CT": -360, "MST": -420, "MDT": -360, "MT": -420, "PST": -480, "PDT": -420, "PT": -480, "AT": -240,
        "AKST": -540,
        "AKDT": -480, "HST": -600, "BST": 60, "IST": 330, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
        "MET": 60,
        "MEST": 120, "EET": 120, "EEST": 180, "MSK": 180, "SAST": 120, "HKT": 480, "SGT": 480, "KST": 540, "JST": 540,
        "AEST": 600, "AEDT": 660, "ACST": 570, "AWST": 480, "NZST": 720, "NZDT": 780, "BRT": -180, "NST": -210,
        "NDT": -150,
    ]
}

extension Character {
    /// 0 to 9.
    var isASCIIDigit: Bool { asciiValue.map { $0 &- 48 < 10 } ?? false }
}
