/// Words that make the number of people a measure of a level.
///
/// Source: `docs/methods.md`, "Scope, never headcount".
enum HeadcountWords {
    private static let terms: [[String]] = [
        ["headcount"], ["headcounts"], ["head", "count"], ["span", "of", "control"], ["direct", "report"],
        ["direct", "reports"], ["directs"], ["ftes"], ["fte"], ["team", "size"], ["number", "of", "people"],
        ["number", "of", "reports"], ["number", "of", "engineers"], ["number", "of", "employees"],
        ["how", "many", "people"], ["how", "many", "engineers"], ["how", "many", "reports"],
        ["size", "of", "the", "team"],
        ["size", "of", "the", "organisation"], ["size", "of", "the", "organization"], ["large", "teams"],
        ["large", "team"], ["largest", "team"], ["bigger", "team"], ["larger", "team"], ["bigger", "teams"],
        ["larger", "teams"], ["size", "of", "team"], ["size", "of", "their", "team"], ["number", "of", "heads"],
        ["number", "of", "managers"], ["number", "of", "staff"], ["how", "large", "the", "team"],
        ["how", "big", "the", "team"], ["more", "reports"], ["people", "managed"], ["reports", "managed"],
        ["team", "headcount"], ["führungsspanne"], ["personalverantwortung"], ["mitarbeiterzahl"],
    ]
    private static let people: Set<String> = [
        "people", "persons", "engineers", "developers", "designers", "managers", "reports", "staff", "employees",
        "heads", "members", "mitarbeiter", "mitarbeitende", "leads", "directors", "researchers", "scientists",
        "workers", "analysts", "contributors", "colleagues", "individuals", "seniors", "juniors", "agents",
    ]
    private static let numbers: Set<String> = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
        "twenty", "thirty", "forty", "fifty", "hundred", "hundreds", "thousand", "thousands", "dozen", "dozens",
    ]

    /// The first such words in a text; nil when there are none.
    static func found(in text: String) -> String? {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
        for start in words.indices {
            for term in terms where words[start...].starts(with: term) { return term.joined(separator: " ") }
            if let end = counted(from: start, in: words) { return words[start...end].joined(separator: " ") }
        }
        return nil
    }

    /// A number and the people that it counts: “8 senior engineers”, “team of 12”, “20-person”.
    private static func counted(from start: Int, in words: [String]) -> Int? {
        if ["team", "group", "organisation", "organization", "department", "org", "squad", "crew", "division", "staff"]
            .contains(words[start]),
            start + 2 < words.count, words[start + 1] == "of", isNumber(words[start + 2])
        {
            return start + 2
        }
        guard isNumber(words[start]) else { return nil }
        for end in (start + 1)..<min(start + 5, max(start + 1, words.count)) {
            if people.contains(words[end]) || (end == start + 1 && words[end] == "person") { return end }
            guard
                ["or", "to", "of", "more", "senior", "direct", "and", "junior", "other"].contains(words[end])
                    || isNumber(words[end])
            else { return nil }
        }
        return nil
    }

    private static func isNumber(_ word: String) -> Bool { numbers.contains(word) || Int(word) != nil }
}
