/// What a level is called somewhere, and what the words say about track and order.
struct RungName {
    let label: String
    let words: [String]

    init(_ label: String) {
        self.label = label
        words = label.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    /// The number in `IC4`, `L5`, `Level 3`, `senior-2`; nil without one.
    var number: Int? {
        for word in words.reversed() {
            let digits = word.reversed().prefix { $0.isNumber }.reversed()
            if !digits.isEmpty, digits.count <= 2, let number = Int(String(digits)) { return number }
        }
        return nil
    }

    /// True when nothing but a code stands there: `IC4`, `L5`, `M2`, `3`, `Level 4`.
    var isCode: Bool {
        let bare = words.filter { !["level", "grade", "stage", "step"].contains($0) }
        return bare.count == 1 && number != nil && bare[0].count <= 5
            && ["", "ic", "l", "m", "e", "em", "ict", "d", "p", "t", "b", "g", "s"].contains(
                String(bare[0].prefix { $0.isLetter })
            )
    }

    /// The track that the words name; nil when they say nothing.
    var track: LadderTrack? {
        if words.contains("ic") || words.contains("contributor") || words.contains("individual") { return .ic }
        if let code = words.first(where: { $0.prefix { $0.isLetter }.count < $0.count && $0.first?.isLetter ?? false })
        {
            let letters = String(code.prefix { $0.isLetter })
            if letters == "m" || letters == "em" || letters == "d" { return .management }
            if letters == "ic" || letters == "ict" { return .ic }
        }
        let joined = " " + words.joined(separator: " ") + " "
        if joined.contains(" people manager ") || joined.contains(" engineering manager ") || words.last == "pm"
            || words.last == "em"
        {
            return .management
        }
        for kind in ["product", "program", "programme", "project", "account"] where joined.contains(" \(kind) manager ")
        {
            return nil
        }
        let managing: Set<String> = [
            "manager", "managers", "management", "director", "head", "vp", "svp", "evp", "president", "cto", "chief",
            "leiter",
        ]
        if !managing.isDisjoint(with: words) { return .management }
        return joined.contains(" group lead ") ? .management : nil
    }

    /// The words that two tracks of one level share: `senior-2` of `senior-2-pm`.
    var stem: String {
        let trackWords: Set<String> = [
            "ic", "pm", "em", "im", "individual", "contributor", "people", "manager", "track",
        ]
        return words.filter { !trackWords.contains($0) }.joined(separator: " ")
    }

    /// Where the words usually stand among levels; nil when they say nothing.
    var rank: Double? {
        let ranks: [(String, Double)] = [
            ("intern", 0), ("apprentice", 0.2), ("graduate", 0.6), ("junior", 1), ("associate", 1), ("entry", 1),
            ("mid", 2),
            ("intermediate", 2), ("senior", 4), ("lead", 4.8), ("staff", 5), ("principal", 6), ("distinguished", 8),
            ("fellow", 9), ("manager", 4), ("director", 6.2), ("head", 6), ("vp", 8), ("chief", 9), ("cto", 9),
        ]
        let found = words.compactMap { word -> Double? in
            let letters = String(word.prefix { $0.isLetter })
            return ranks.first { $0.0 == letters }?.1
        }
        guard let highest = found.max() else {
            let plain: Set<String> = ["engineer", "developer", "designer", "analyst", "scientist", "consultant"]
            return plain.isDisjoint(with: words) ? nil : 2 + Double(min(number ?? 0, 9)) * 0.1
        }
        let both = found.count > 1 && found.contains(4) && highest > 4 ? 0.5 : 0
        return highest + both + Double(min(number ?? 0, 9)) * 0.05
    }

    /// True for a name that can only be that of a level.
    var looksLikeLevel: Bool { isCode || rank != nil || track == .management }
}
