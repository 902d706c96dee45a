/// Whether two texts say the same, for somebody who has to tell two stages or levels apart.
///
/// Source: `docs/methods.md`, "The ladder": word sets without fillers, degrees and endings.
enum Likeness {
    /// Texts that share at least this much of their words cannot be told apart.
    static let threshold = 0.6

    /// True when the words are the same but for case, spaces and punctuation.
    static func same(_ left: String, _ right: String) -> Bool { bare(left) == bare(right) }

    /// True when nothing but degree, filler words or endings tells them apart.
    static func alike(_ left: String, _ right: String) -> Bool {
        let (left, right) = (core(of: left), core(of: right))
        let all = left.union(right).count
        return all == 0 || Double(left.intersection(right).count) / Double(all) >= threshold
    }

    /// The words that carry meaning, without endings.
    static func core(of text: String) -> Set<String> {
        let words = bare(text)
        let core = Set(words.filter { !fillers.contains($0) && !degrees.contains($0) }.map(stem))
        return core.isEmpty ? Set(words) : core
    }

    private static func bare(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    /// A word without the endings of number and tense.
    private static func stem(_ word: String) -> String {
        for ending in ["ing", "ed", "es", "s"] where word.hasSuffix(ending) && word.count - ending.count >= 4 {
            return String(word.dropLast(ending.count))
        }
        return word.count >= 5 && word.hasSuffix("e") ? String(word.dropLast()) : word
    }

    private static let fillers: Set<String> = [
        "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "with", "for", "their", "own", "its", "is",
        "are",
        "as", "that", "this", "it", "be", "can",
    ]
    /// Words that only turn the same thing up or down.
    private static let degrees: Set<String> = [
        "very", "more", "most", "much", "highly", "fully", "strongly", "greatly", "consistently", "regularly", "often",
        "always", "sometimes", "usually", "frequently", "mostly", "independently", "proactively", "effectively", "some",
        "many", "several", "all", "good", "great", "strong", "excellent", "exceptional", "deep", "solid", "basic",
        "advanced", "expert", "complex", "simple", "large", "larger", "small", "increasingly", "well", "better", "best",
        "significantly", "substantially", "extremely", "outstanding", "high", "higher", "quality",
    ]
}
