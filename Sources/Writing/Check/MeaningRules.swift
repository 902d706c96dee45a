/// What a sentence makes of its sources: the opposite, all of it, more of it, the cause of it.
struct MeaningRules {
    let frame: CheckedText
    let source: CheckedSources

    var faults: [CitationCheck.Fault] { polarity + quantities + strengths + causes }

    private var polarity: [CitationCheck.Fault] {
        var faults: [CitationCheck.Fault] = []
        let sourceNegates = source.text.words.contains(where: \.isNegation)
        if !sourceNegates, let word = frame.words.first(where: \.isNegation), !opposite(word) {
            faults.append(.polarity(word.text))
        }
        for word in frame.words where word.isContent {
            let said = source.text.words.filter { $0.stem == word.stem }
            if !said.isEmpty, said.allSatisfy({ $0.isNegated != word.isNegated }) {
                faults.append(.polarity(word.text))
            } else if said.isEmpty, opposite(word) {
                faults.append(.polarity(word.text))
            }
        }
        for word in frame.words where !word.isContent && opposite(word) && !source.says(word.small) {
            faults.append(.polarity(word.text))
        }
        return faults
    }

    /// True when the sources have the word's opposite, and not the word.
    private func opposite(_ word: CheckedText.Word) -> Bool {
        guard !source.hasStem(word.stem) || CheckWords.opposites[word.small] != nil, !source.says(word.small) else {
            return false
        }
        let against = CheckWords.opposites[word.small] ?? CheckWords.opposites[word.stem] ?? []
        return against.contains {
            source.says($0) || (!CheckWords.empty.contains($0) && source.hasStem(WordStem.of($0)))
        }
    }

    private static let classes: [Set<String>] = [
        [
            "all", "every", "everyone", "everybody", "everything", "each", "entire", "entirely", "whole", "wholly",
            "completely", "fully",
        ],
        ["nobody", "none", "never", "no", "nothing", "anyone", "anybody"],
        ["always", "constantly", "consistently", "invariably"],
        ["many", "much", "several", "lots"],
        ["only", "alone", "solely", "exclusively", "single-handedly", "singlehandedly"],
        ["often", "regularly", "repeatedly", "usually"], ["rarely", "seldom"], ["most", "majority"],
    ]

    private var quantities: [CitationCheck.Fault] {
        frame.words.filter { CheckWords.quantifiers.contains($0.small) && !isSaid($0) }.map { .quantity($0.text) }
    }

    private func isSaid(_ word: CheckedText.Word) -> Bool {
        if source.says(word.small) { return true }
        return Self.classes.contains { $0.contains(word.small) && $0.contains(where: source.says) }
    }

    private var strengths: [CitationCheck.Fault] {
        frame.words
            .filter { CheckWords.intensities.contains($0.small) && !source.says($0.small) && !source.hasStem($0.stem) }
            .map { .strength($0.text) }
    }

    private var causes: [CitationCheck.Fault] {
        guard let found = Self.cause(in: frame), Self.cause(in: source.text) == nil else { return [] }
        return [.cause(found)]
    }

    private static func cause(in text: CheckedText) -> String? {
        for (place, word) in text.words.enumerated() {
            if CheckWords.plainCauses.contains(word.small) { return word.text }
            guard place + 1 < text.words.count else { break }
            let pair = "\(word.small) \(text.words[place + 1].small)"
            if CheckWords.causePairs.contains(pair) {
                guard pair == "as a" else { return pair }
                if place + 2 < text.words.count, ["result", "consequence"].contains(text.words[place + 2].small) {
                    return "as a result"
                }
            }
        }
        return nil
    }
}
