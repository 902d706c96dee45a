/// What its words are: verbs, denied, planned.
extension CheckedText {
    /// Which words are verbs as far as their form and the word before them tell.
    static func verbs(_ words: [Word]) -> [Word] {
        var words = words
        for place in words.indices where words[place].isContent && !words[place].hasDigit && !words[place].isPossessive
        {
            let before = words[..<place].last { other in
                !other.isAside || other.clause != words[place].clause || CheckWords.articles.contains(other.small)
            }
            let near = before.flatMap { $0.clause == words[place].clause ? $0 : nil }
            words[place].isVerb = isVerb(words[place], after: near) || isPluralsVerb(place, words, after: near)
        }
        return words
    }

    /// `the judges now send the files`: a plain form behind several of something, with what it is done to behind it.
    private static func isPluralsVerb(_ place: Int, _ words: [Word], after before: Word?) -> Bool {
        guard let before, before.isContent, !before.isVerb, !before.isPossessive, !before.hasDigit,
            before.small.hasSuffix("s"), !before.small.hasSuffix("ss"), CheckWords.verbs.contains(words[place].small),
            place + 1 < words.count, words[place + 1].clause == words[place].clause
        else { return false }
        let next = words[place + 1]
        return CheckWords.articles.contains(next.small) || CheckWords.pronouns.contains(next.small)
            || next.number != nil
    }

    static func isVerb(_ word: Word, after before: Word?) -> Bool {
        let small = word.small
        let isNoun =
            before.map { CheckWords.articles.contains($0.small) && $0.small != "that" || $0.isPossessive } ?? false
        if isNoun { return false }
        if small.hasSuffix("ed"), small.utf8.count > 4, WordStem.of(small) != small { return true }
        if WordStem.isPast(small) { return true }
        if CheckWords.unchanging.contains(small) { return before.map { !$0.isPreposition } ?? true }
        let stem = word.stem
        guard CheckWords.verbStems.contains(stem) else { return false }
        if small.hasSuffix("ing") { return before.map { !$0.isContent || $0.isVerb || $0.isCapital } ?? true }
        if small.hasSuffix("s"), !small.hasSuffix("ss") {
            return before.map { !$0.isPreposition && !$0.isVerb && $0.number == nil } ?? false
        }
        guard let before else { return word.opens && CheckWords.verbs.contains(small) }
        return CheckWords.modals.contains(before.small) || before.small == "to" || before.small == "not"
            || [
                "i", "we", "you", "they", "please", "let", "me", "don't", "don’t", "didn't", "did", "can't", "and",
                "then",
            ]
            .contains(before.small)
    }

    static let turns = CheckWords.bindings.subtracting(["nor"])

    /// A negation stands over the next three words of matter in its clause; a word that begins another thought ends it.
    static func negated(_ words: [Word]) -> [Word] {
        var words = words
        for place in words.indices {
            guard Self.denies(words, place) else { continue }
            for other in Self.reach(of: place, in: words) { words[other].isNegated = true }
        }
        return words
    }

    /// True for a word that denies what comes behind it.
    static func denies(_ words: [Word], _ place: Int) -> Bool {
        let word = words[place]
        if word.isNegation || CheckWords.denials.contains(word.small) { return true }
        guard place > 0 else { return false }
        return ["rather than", "instead of"].contains("\(words[place - 1].small) \(word.small)")
    }

    /// The words of matter over which a negation stands.
    static func reach(of place: Int, in words: [Word]) -> [Int] {
        var found: [Int] = []
        for other in words.indices.dropFirst(place + 1) {
            guard words[other].clause == words[place].clause, found.count < 3,
                !turns.contains(words[other].small) || words[other].small == "that" && found.isEmpty,
                found.isEmpty || !Self.subjects.contains(words[other].small)
            else { break }
            if words[other].isContent { found.append(other) }
        }
        return found
    }

    static let subjects = CheckWords.set(
        "i we he she they i'll we'll he'll she'll they'll i'd we'd i'm we're i've we've you"
    )

    /// What follows a wish, a request or a plan in its clause is planned.
    static func planned(_ words: [Word]) -> [Word] {
        var words = words
        var clause = -1
        var sentence = -1
        var isPlanned = false
        var isCondition = false
        for place in words.indices {
            let word = words[place]
            if word.sentence != sentence {
                isPlanned = false
                isCondition = false
            } else if word.clause != clause, !isCondition {
                isPlanned = false
            }
            clause = word.clause
            sentence = word.sentence
            if CheckWords.plans.contains(word.small) {
                isPlanned = true
                if ["if", "unless", "please"].contains(word.small) { isCondition = true }
            } else if word.small == "next", place + 1 < words.count, words[place + 1].small == "time" {
                isPlanned = true
                isCondition = true
            } else if isCommand(word, words, place) {
                isPlanned = true
            }
            words[place].isPlanned = isPlanned
        }
        return words
    }

    /// A verb in its plain form at the beginning of a sentence asks for something.
    static func isCommand(_ word: Word, _ words: [Word], _ place: Int) -> Bool {
        let isFirst = place == 0 || words[place - 1].clause != word.clause
        if place + 1 < words.count, words[place + 1].isVerb || CheckWords.auxiliaries.contains(words[place + 1].small) {
            return false
        }
        return isFirst && CheckWords.verbs.contains(word.small) && !WordStem.isPast(word.small)
            && !CheckWords.unchanging.contains(word.small)
    }
}
