/// What a sentence makes of its sources: the opposite of them, or the cause of one in another.
struct MeaningRules {
    let sentence: PeopledText
    let sources: CheckedSources
    let alignment: Alignment

    typealias Found = (CitationCheck.Fault, Range<Int>?)

    private var words: [CheckedText.Word] { sentence.text.words }

    var faults: [Found] { denied + undenied + turned + steered + causes }

    // MARK: Polarity

    /// A negation that no source has there.
    private var denied: [Found] {
        // A denial of a source that the sentence says, too, bears out no other one: `has not stopped` for `stopped`.
        let said = Set(alignment.places.filter { CheckWords.denials.contains(words[$0.key].small) }.values)
        return words.indices.compactMap { place in
            guard CheckedText.denies(words, place), alignment.places[place] == nil else { return nil }
            let reach = Self.reach(of: place, in: words)
            let targets = reach.compactMap { word in alignment.places[word].map { (word: word, place: $0) } }
            if targets.isEmpty {
                return sources.words.contains(where: \.isNegation)
                    ? nil : (.polarity(words[place].text), words[place].span)
            }
            // The words themselves decide, not what stands for them elsewhere.
            let same = targets.filter { CheckedSource.agree(words[$0.word], word(at: $0.place)) }
            let isSaid = (same.isEmpty ? targets : same).map(\.place).contains { target in
                let other = sources.all[target.source].words
                return other.indices.contains { cue in
                    !said.contains(Alignment.Place(source: target.source, word: cue)) && CheckedText.denies(other, cue)
                        && (Self.reach(of: cue, in: other).contains(target.word)
                            || abs(cue - target.word) <= 3 && other[cue].clause == other[target.word].clause
                                && other[target.word].isVerb)
                }
            }
            return isSaid ? nil : (.polarity(words[place].text), words[place].span)
        }
    }

    private func word(at place: Alignment.Place) -> CheckedText.Word { sources.all[place.source].words[place.word] }

    /// A negation of a source that the sentence leaves out.
    private var undenied: [Found] {
        var taken: [Alignment.Place: Int] = [:]
        for (word, place) in alignment.places { taken[place] = word }
        var found: [Found] = []
        for (number, source) in sources.all.enumerated() {
            for cue in source.words.indices where CheckedText.denies(source.words, cue) {
                if taken[Alignment.Place(source: number, word: cue)] != nil { continue }
                let reach = Self.reach(of: cue, in: source.words)
                let isOfNobody = ["none", "nobody", "neither", "nothing"].contains(source.words[cue].small)
                // What it denies first; where the sentence leaves that verb out, it tells of something else.
                let focus = reach.first { place in
                    isOfNobody
                        ? source.words[place].isVerb
                        : source.words[place].isVerb || taken[Alignment.Place(source: number, word: place)] != nil
                }
                guard let first = focus, let word = taken[Alignment.Place(source: number, word: first)] else {
                    continue
                }
                let isDenied = words.indices.contains { place in
                    CheckedText.denies(words, place)
                        && (Self.reach(of: place, in: words).contains(word) || abs(place - word) <= 4)
                }
                if !isDenied { found.append((.polarity(words[word].text), words[word].span)) }
            }
        }
        return found
    }

    /// Over what a negation stands; `no to it` and `failed in May` stand over nothing.
    static func reach(of place: Int, in words: [CheckedText.Word]) -> [Int] {
        let word = words[place]
        if place + 1 < words.count, word.small == "no" || CheckWords.denials.contains(word.small),
            words[place + 1].isPreposition,
            word.small == "no" || words[place + 1].small != "to"
        {
            return []
        }
        return CheckedText.reach(of: place, in: words)
    }

    /// Words whose opposite the sources have, and not them.
    private var turned: [Found] {
        words.indices.compactMap { place in
            let word = words[place]
            guard alignment.places[place] == nil, !sources.says(word.small), isTurned(word) else { return nil }
            return (.polarity(word.text), word.span)
        }
    }

    /// True when the sources have the word's opposite, or it with another beginning.
    func isTurned(_ word: CheckedText.Word) -> Bool {
        if ["with", "from", "to", "for"].contains(word.small) { return false }
        let against = CheckWords.opposites[word.small] ?? CheckWords.opposites[word.stem] ?? []
        if against.contains(where: {
            sources.says($0) || !CheckWords.function.contains($0) && sources.hasStem(WordStem.of($0))
        }) {
            return true
        }
        guard word.isContent, !word.hasDigit else { return false }
        let bare = Self.withoutPrefix(word.stem)
        return sources.words.contains { $0.isContent && $0.stem != word.stem && Self.withoutPrefix($0.stem) == bare }
    }

    private static func withoutPrefix(_ stem: String) -> String {
        for prefix in CheckWords.prefixes where stem.hasPrefix(prefix) && stem.utf8.count - prefix.utf8.count >= 4 {
            return String(stem.dropFirst(prefix.count))
        }
        return stem
    }

    /// `turned on` where the sources say `turned off`: a verb that means the opposite with another word behind it.
    private var steered: [Found] {
        words.indices.compactMap { place in
            guard let target = alignment.places[place], words[place].isVerb || isVerbish(words[place]),
                let own = Self.steering(behind: place, in: words, within: 3)
            else { return nil }
            let other = sources.all[target.source].words
            guard other[target.word].stem == words[place].stem, let against = Self.against[words[own].small] else {
                return nil
            }
            let behind = other.indices.dropFirst(target.word + 1).prefix(4).filter {
                other[$0].clause == other[target.word].clause
            }
            guard behind.contains(where: { other[$0].small == against }),
                !behind.contains(where: { other[$0].small == words[own].small })
            else { return nil }
            return (.polarity(words[own].text), words[own].span)
        }
    }

    private func isVerbish(_ word: CheckedText.Word) -> Bool { CheckWords.verbStems.contains(word.stem) }

    private static let against = ["on": "off", "off": "on", "up": "down", "down": "up", "in": "out", "out": "in"]

    /// The first of these words right behind a verb, or behind what it is done to.
    private static func steering(behind place: Int, in words: [CheckedText.Word], within: Int) -> Int? {
        words.indices.dropFirst(place + 1).prefix(within).first {
            words[$0].clause == words[place].clause && against[words[$0].small] != nil
        }
    }

    // MARK: Cause

    /// A cause stands where the sources make one, too, of what follows it.
    private var causes: [Found] {
        let said = sources.all.flatMap { Self.causes(in: $0.words) }
        var found: [Found] = Self.causes(in: words)
            .filter { cause in
                !said.contains { Double($0.stems.intersection(cause.stems).count) >= 0.5 * Double(cause.stems.count) }
            }
            .map { (.cause($0.text), words[$0.place].span) }
        for place in words.indices where isConsequence(place) {
            found.append((.cause(words[place].text), words[place].span))
        }
        return found
    }

    /// `, so …` and `, which saved …` where no source says so.
    private func isConsequence(_ place: Int) -> Bool {
        guard place > 0, place + 1 < words.count, words[place - 1].clause != words[place].clause else { return false }
        switch words[place].small {
        case "so":
            return words[place + 1].small != "that" && !sources.says("so")
                && !sources.words.contains { CheckWords.plainCauses.contains($0.small) }
        case "which":
            guard let verb = words.indices.dropFirst(place + 1).prefix(3).first(where: { words[$0].isVerb }),
                let target = alignment.places[verb]
            else { return false }
            let other = sources.all[target.source].words
            let before = other[..<target.word].suffix(4).filter { $0.clause == other[target.word].clause }
            if before.contains(where: { ["that", "which", "this", "it", "they", "who", "what"].contains($0.small) }) {
                return false
            }
            // The thing before `which` does it in the source, too.
            let last = words[..<place].indices.last { alignment.places[$0] != nil }
            guard let thing = last.flatMap({ alignment.places[$0] }), thing.source == target.source else { return true }
            return !(thing.word < target.word && target.word - thing.word <= 8)
        default: return false
        }
    }

    /// Each word or pair of words that makes a cause, with what stands around it.
    private static func causes(in words: [CheckedText.Word]) -> [(text: String, place: Int, stems: Set<String>)] {
        var found: [(String, Int, Set<String>)] = []
        for (place, word) in words.enumerated() {
            var text = word.small
            let isSo =
                text == "so" && place + 1 < words.count
                && (CheckWords.articles.contains(words[place + 1].small) || words[place + 1].isCapital
                    || CheckWords.pronouns.contains(words[place + 1].small)
                    || words[place + 1].isNegation || words[place + 1].small == "that")
            if !CheckWords.plainCauses.contains(text), !isSo {
                guard place + 1 < words.count else { break }
                text = "\(word.small) \(words[place + 1].small)"
                guard CheckWords.causePairs.contains(text) else { continue }
                if text == "as a", place + 2 < words.count,
                    !["result", "consequence"].contains(words[place + 2].small)
                {
                    continue
                }
            }
            let behind = words[place...].dropFirst().prefix(8).filter { $0.isContent && !$0.isCapital }.prefix(4)
            let before = words[..<place].suffix(8).filter { $0.isContent && !$0.isCapital }.suffix(4)
            found.append((text, place, Set((Array(before) + Array(behind)).map(\.stem))))
        }
        return found
    }
}
