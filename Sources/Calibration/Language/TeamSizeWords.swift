/// Finds sentences that argue with the number of people somebody leads.
///
/// The figure over all levels is an audit of its own; this is the check of one text. Source: `docs/methods.md`, "Scope,
/// never headcount".
public enum TeamSizeWords {
    private static let groups: Set<String> = [
        "team", "group", "organisation", "organization", "org", "department", "division", "squad", "staff", "unit",
    ]
    private static let heads: Set<String> = [
        "people", "persons", "engineers", "developers", "designers", "managers", "reports", "staff", "employees",
        "heads", "directs", "members", "leads", "ics", "contributors", "ftes", "analysts", "agents",
    ]
    private static let leading: Set<String> = [
        "led", "leads", "lead", "leading", "managed", "manages", "managing", "manage", "ran", "runs", "running", "grew",
        "grown", "grows", "growing", "headed", "heads", "oversees", "oversaw", "overseeing", "supervises", "supervised",
        "responsible", "owns", "has", "have", "had", "built",
    ]
    private static let numbers: Set<String> = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fifteen", "twenty", "thirty", "forty", "fifty", "hundred", "dozen", "several",
    ]
    private static let phrases: [[String]] = [
        ["headcount"], ["head", "count"], ["span", "of", "control"], ["team", "size"], ["size", "of", "the", "team"],
        ["largest", "team"], ["biggest", "team"], ["larger", "team"], ["bigger", "team"], ["number", "of", "reports"],
        ["doubled", "the", "team"], ["tripled", "the", "team"],
    ]

    /// Sentences that do so, as they stand in the text.
    public static func sentences(in text: String) -> [String] {
        text.split { ".!?\n".contains($0) }.map { sentence in
            var kept = sentence
            while kept.first?.isWhitespace == true { kept = kept.dropFirst() }
            return String(kept)
        }.filter(argues)
    }

    private static func argues(_ sentence: String) -> Bool {
        let words = LanguageLexicon.tokens(sentence).map(\.text)
        let isLeading = words.contains { leading.contains($0) }
        for start in words.indices {
            let rest = words[start...]
            if phrases.contains(where: { rest.starts(with: $0) }) { return true }
            // “20-person team”, “team of 12”.
            if words[start].hasSuffix("-person"), isNumber(words[start].dropLast(7)) { return true }
            if groups.contains(words[start]), rest.count > 2, words[start + 1] == "of", isNumber(words[start + 2]) {
                return true
            }
            guard isNumber(words[start]) else { continue }
            // “managed 8 senior engineers”, “12 direct reports”; not “unblocked 3 engineers”.
            for place in (start + 1)..<min(start + 4, max(start + 1, words.count)) where heads.contains(words[place]) {
                if isLeading || words[place] == "reports" || words[place] == "directs" { return true }
            }
        }
        return false
    }

    private static func isNumber(_ word: some StringProtocol) -> Bool {
        numbers.contains(String(word)) || Int(word) != nil
    }
}
