/// How a word of a sentence fits a place in its sources, by itself and behind the word before it.
struct Fit {
    let sentence: PeopledText
    let sources: CheckedSources

    var words: [CheckedText.Word] { sentence.text.words }

    /// True for what somebody called a thing: `called the measurements for the sensor solid`.
    func isJudged(_ item: Int) -> Bool {
        words[..<item].contains {
            $0.clause == words[item].clause && ["called", "calls", "found", "finds"].contains($0.small)
        }
            && (item + 1 == words.count || words[item + 1].clause != words[item].clause || !words[item + 1].isContent)
    }

    func places(of item: Int) -> [Alignment.Place] {
        let word = words[item]
        let mayBePronoun =
            (isNoun(item) || isUnderArticle(item)) && word.number == nil && !word.isVerb
            && !CheckWords.quantifiers.contains(word.small)
        return sources.all.indices.flatMap { source in
            let places = sources.all[source].places(of: word)
            var found = places.map { Alignment.Place(source: source, word: $0) }
            // A pronoun behind it may stand for it.
            if mayBePronoun, let first = places.first {
                let other = sources.all[source].words
                found += other.indices.dropFirst(first + 1).prefix(25)
                    .filter { Self.standIns.contains(other[$0].small) }.prefix(3)
                    .map { Alignment.Place(source: source, word: $0) }
            }
            return found
        }
    }

    /// A name, several of something, or a word right behind an article or an owner.
    private func isNoun(_ item: Int) -> Bool {
        let word = words[item]
        let before = item > 0 ? words[item - 1] : nil
        return word.isCapital && !word.opens
            || before.map { CheckWords.articles.contains($0.small) || $0.isPossessive } ?? false
            || word.small.hasSuffix("s")
    }

    /// `the old card`.
    private func isUnderArticle(_ item: Int) -> Bool {
        for near in words.indices[..<item].reversed().prefix(3) {
            guard words[near].clause == words[item].clause else { return false }
            if CheckWords.articles.contains(words[near].small) { return true }
            guard words[near].isContent, !words[near].isVerb, words[near].number == nil else { return false }
        }
        return false
    }

    static let standIns: Set<String> = ["he", "she", "him", "her", "they", "them", "it", "one", "ones"]

    /// True where it is the word and not a pronoun for it.
    func isItself(_ item: Int, _ place: Alignment.Place) -> Bool {
        CheckedSource.agree(words[item], sources.all[place.source].words[place.word])
    }

    // MARK: One word

    func misfits(of item: Int, at place: Alignment.Place) -> [Alignment.Misfit] {
        let source = sources.all[place.source]
        var found: [Alignment.Misfit] = []
        if !prepositionsAgree(item, place) { found.append(.order) }
        if words[item].isVerb || sentence.agents[item] != .unsaid {
            if !Acting(sentence: sentence, source: source, cast: sources.cast).agrees(item, place.word) {
                found.append(.actor)
            }
            if !Acting(sentence: sentence, source: source, cast: sources.cast).agreeOnObject(item, place.word) {
                found.append(.actor)
            }
            if isOverstated(item, place.word, in: source.words) { found.append(.plan) }
        }
        return found
    }

    /// A little dearer where a negation stands over one and not over the other, or where one is a verb and the other is not.
    func unlikeness(of item: Int, at place: Alignment.Place) -> Int {
        let other = sources.all[place.source].words[place.word]
        // Dearer than any likeness, so that a pronoun is taken only where the word itself does not fit.
        if Self.standIns.contains(other.small), other.small != words[item].small { return isNoun(item) ? 1 : 8 }
        return (other.isNegated != words[item].isNegated ? 6 : 0) + (other.isVerb != words[item].isVerb ? 2 : 0)
            + (other.small != words[item].small ? 1 : 0)
    }

    /// Told as done where the source asks for it, wishes it or plans it.
    private func isOverstated(_ item: Int, _ place: Int, in source: [CheckedText.Word]) -> Bool {
        let word = words[item]
        let other = source[place]
        // `next time get it in writing`: a request without a word of asking.
        let isCalledFor = place > 0 && source[place - 1].small == "time" && CheckWords.verbs.contains(other.small)
        guard other.isPlanned, !word.isPlanned, other.isVerb || isCalledFor else { return false }
        let isPast = word.small.hasSuffix("ed") || WordStem.isPast(word.small) && !CheckWords.verbs.contains(word.small)
        guard isPast || sentence.isPassive[item] else { return isBareClaim(item) && other.isRequest }
        // `I'll take it` takes it.
        let isCondition = words[..<item].suffix(6).contains {
            $0.clause == word.clause && ["before", "until", "unless", "once", "if"].contains($0.small)
        }
        return !isCondition && !CheckWords.commitments.contains { WordStem.of($0) == word.stem }
    }

    /// `now tells`: the present of something that was asked for.
    private func isBareClaim(_ item: Int) -> Bool {
        words[item].small.hasSuffix("s") && words[item].isVerb && !wishes(before: item)
    }

    /// True behind a word of wishing in the same sentence part: what follows has not happened.
    private func wishes(before item: Int) -> Bool {
        words[..<item].reversed().prefix { $0.clause == words[item].clause }.prefix(8).contains {
            CheckWords.wishes.contains($0.small)
        }
    }

    /// True for a word with which a thought begins.
    static func leads(_ place: Int, in words: [CheckedText.Word]) -> Bool {
        var before = place - 1
        while before >= 0, words[before].clause == words[place].clause {
            let word = words[before]
            if CheckWords.bindings.contains(word.small) { return true }
            guard
                CheckWords.articles.contains(word.small) || CheckWords.pronouns.contains(word.small)
                    || word.isPossessive
                    || word.number != nil || CheckWords.auxiliaries.contains(word.small)
                    || CheckWords.modals.contains(word.small)
            else { return false }
            before -= 1
        }
        return true
    }

    /// True for a word that nothing of matter stands directly before.
    static func isFree(_ place: Int, in words: [CheckedText.Word]) -> Bool {
        place == 0 || words[place - 1].clause != words[place].clause || !words[place - 1].isContent
            || words[place - 1].isPossessive || words[place - 1].isVerb
    }
}

extension CheckedText.Word {
    /// Planned because somebody asks for it.
    fileprivate var isRequest: Bool { isPlanned }
}

extension CheckWords {
    /// Words behind which another thought begins.
    static let breaks = bindings.subtracting(["and", "or", "nor", "since", "after", "before", "until", "till", "as"])
        .union(["because", "than", "while", "when"])
}
