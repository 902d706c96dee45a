/// Many patterns, found by the words that they need, in their order.
struct PatternIndex: Sendable {
    private let patterns: [TitlePattern]
    private let byWord: [String: [Int]]

    init(_ patterns: [TitlePattern]) {
        self.patterns = patterns
        var byWord: [String: [Int]] = [:]
        for (index, pattern) in patterns.enumerated() {
            for word in pattern.keys { byWord[word, default: []].append(index) }
        }
        self.byWord = byWord
    }

    /// The first patterns that are found, each with its place, as far as the caller takes them.
    func firstMatch(
        in words: [String],
        where counts: (Int) -> Bool = { _ in true }
    ) -> (index: Int, range: Range<Int>)? {
        var candidates: [Int] = []
        for word in words {
            for index in byWord[word] ?? [] where !candidates.contains(index) && counts(index) {
                candidates.append(index)
            }
        }
        for index in candidates.sorted() {
            if let range = patterns[index].range(in: words) { return (index, range) }
        }
        return nil
    }
}
