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
            } else if said.isEmpty, opposite(word) || isTurned(word) {
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

    /// True when the sources have the word with another beginning: `undersized` for `oversized`, `stable` for `unstable`.
    private func isTurned(_ word: CheckedText.Word) -> Bool {
        let bare = Self.withoutPrefix(word.stem)
        return source.text.words.contains {
            $0.isContent && $0.stem != word.stem && Self.withoutPrefix($0.stem) == bare
        }
    }

    private static func withoutPrefix(_ stem: String) -> String {
        for prefix in CheckWords.prefixes where stem.hasPrefix(prefix) && stem.utf8.count - prefix.utf8.count >= 4 {
            return String(stem.dropFirst(prefix.count))
        }
        return stem
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

    /// A cause stands where the sources make one, too, of what follows it.
    private var causes: [CitationCheck.Fault] {
        let said = Self.causes(in: source.text)
        return Self.causes(in: frame)
            .filter { found in
                !said.contains { Double($0.stems.intersection(found.stems).count) >= 0.5 * Double(found.stems.count) }
            }
            .map { .cause($0.words) }
    }

    /// Each word or pair of words that makes a cause, with what stands around it.
    private static func causes(in text: CheckedText) -> [(words: String, stems: Set<String>)] {
        var found: [(String, Set<String>)] = []
        for (place, word) in text.words.enumerated() {
            var words = word.small
            if !CheckWords.plainCauses.contains(words) {
                guard place + 1 < text.words.count else { break }
                words = "\(word.small) \(text.words[place + 1].small)"
                guard CheckWords.causePairs.contains(words) else { continue }
                if words == "as a", place + 2 < text.words.count,
                    !["result", "consequence"].contains(text.words[place + 2].small)
                {
                    continue
                }
            }
            let behind = text.words[place...].dropFirst().prefix(8).filter { $0.isContent && !$0.isCapital }.prefix(4)
            let before = text.words[..<place].suffix(8).filter { $0.isContent && !$0.isCapital }.suffix(4)
            found.append((words, Set((Array(before) + Array(behind)).map(\.stem))))
        }
        return found
    }
}
