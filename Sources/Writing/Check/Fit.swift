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
        let before = item > 0 ? words[item - 1] : nil
        let isNoun =
            word.isCapital && !word.opens
            || before.map { CheckWords.articles.contains($0.small) || $0.isPossessive } ?? false
            || word.small.hasSuffix("s")
        let mayBePronoun = isNoun && word.number == nil && !word.isVerb && !CheckWords.quantifiers.contains(word.small)
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

    private static let standIns: Set<String> = ["he", "she", "him", "her", "they", "them", "it", "one"]

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
            if isOverstated(item, source.words[place.word]) { found.append(.plan) }
        }
        return found
    }

    /// A little dearer where a negation stands over one and not over the other, or where one is a verb and the other is not.
    func unlikeness(of item: Int, at place: Alignment.Place) -> Int {
        let other = sources.all[place.source].words[place.word]
        if Self.standIns.contains(other.small), other.small != words[item].small { return 1 }
        return (other.isNegated != words[item].isNegated ? 6 : 0) + (other.isVerb != words[item].isVerb ? 2 : 0)
            + (other.small != words[item].small ? 1 : 0)
    }

    /// Told as done where the source asks for it, wishes it or plans it.
    private func isOverstated(_ item: Int, _ other: CheckedText.Word) -> Bool {
        let word = words[item]
        guard other.isPlanned, !word.isPlanned, other.isVerb else { return false }
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

    // MARK: Prepositions

    private func prepositionsAgree(_ item: Int, _ place: Alignment.Place) -> Bool {
        let source = sources.all[place.source]
        let own = Self.preposition(of: item, in: words)
        let other = Self.preposition(of: place.word, in: source.words)
        switch (own, other) {
        case (nil, _): return true
        case (let own?, let other?):
            if own == other { return true }
            if words[item].number != nil, ["from", "to"].contains(own) || ["from", "to"].contains(other) {
                return false
            }
            let loose = CheckWords.looseProperties
            if loose.contains(own), loose.contains(other) { return true }
            if own == "to", loose.contains(other), other != "with" { return true }
            return loose.contains(own) && ["to", "after", "since", "towards"].contains(other) && own == "of"
                || Self.alike.contains([own, other])
        case (let own?, nil):
            if words[item].number != nil, own == "to" { return false }
            if CheckWords.looseProperties.contains(own) { return true }
            // Elsewhere in the source's sentence: `the night before` tells of before.
            let near = source.words.filter { $0.sentence == source.words[place.word].sentence }
            if own == "by" { return true }
            return near.contains { $0.small == own } || ["after", "before", "to", "than", "from"].contains(own)
        }
    }

    private static let alike: Set<Set<String>> = [
        ["till", "until"], ["against", "versus"], ["via", "through"], ["since", "from"], ["via", "with"],
        ["off", "from"],
        ["between", "of"], ["towards", "to"], ["by", "with"], ["onto", "to"], ["into", "to"], ["than", "of"],
        ["until", "to"], ["of", "off"],
    ]

    /// The preposition under which a word stands; nil where there is none.
    static func preposition(of place: Int, in words: [CheckedText.Word]) -> String? {
        guard !words[place].isVerb || words[place].small.hasSuffix("ing") else { return nil }
        var before = place - 1
        while before >= 0, words[before].clause == words[place].clause {
            let word = words[before]
            if word.isPreposition {
                // `to fix` is no place.
                return word.small == "to" && words[place].isVerb ? nil : word.small
            }
            let isWithin =
                CheckWords.articles.contains(word.small) || word.isContent && !word.isVerb && before == place - 1
                || word.isPossessive || CheckWords.pronouns.contains(word.small) || word.number != nil
                || CheckWords.quantifiers.contains(word.small)
            guard isWithin, place - before < 5 else { return nil }
            before -= 1
        }
        return nil
    }

    // MARK: Two words

    /// What it costs to come from one place to the next; nil where the sources do not join the two words so.
    func way(_ first: Alignment.Place?, _ second: Alignment.Place, link: Alignment.Link, item: Int) -> Int? {
        guard let first else { return 0 }
        guard first.source == second.source else { return link.isBreak ? 3 : nil }
        if first.word == second.word { return nil }
        let source = sources.all[first.source]
        let (from, to) = (first.word, second.word)
        let isAhead = to > from
        let isSameSentence = source.words[from].sentence == source.words[to].sentence
        if link.isBreak { return isAhead ? (isSameSentence ? 0 : 1) : 2 }
        if isAhead { return ahead(source, from, to, link: link, isSameSentence: isSameSentence, item: item) }
        return back(source, from, to, link: link, isSameSentence: isSameSentence, item: item)
    }

    private func ahead(
        _ source: CheckedSource,
        _ from: Int,
        _ to: Int,
        link: Alignment.Link,
        isSameSentence: Bool,
        item: Int
    ) -> Int? {
        let between = source.words[(from + 1)..<to]
        let skipped = between.count { $0.isContent }
        if link.isTight {
            let isNumber = words[link.from].number != nil
            if isSameSentence, isOwned(to, source), !isNumber { return 1 }
            if words[link.to].isVerb, !isNumber, !words[link.from].isVerb {
                return isSameSentence ? min(skipped, 3) : hasPronounAgent(source, to) ? 1 : nil
            }
            let crosses =
                between.contains { $0.isPreposition || CheckWords.breaks.contains($0.small) }
                || source.words[from].clause != source.words[to].clause
            if isNumber { return crosses || skipped > 2 ? nil : skipped }
            if words[link.from].isVerb {
                let isOther = between.contains {
                    $0.isVerb || $0.small == "and" || $0.small == "but" || $0.small == "or"
                }
                return isSameSentence && !isOther && skipped <= 4 ? skipped : nil
            }
            return skipped > 3 || crosses && skipped > 0 ? nil : skipped + (crosses ? 1 : 0)
        }
        if isSameSentence { return skipped / 3 }
        if isVerbish(words[link.to]) || link.hasBeing, hasPronounAgent(source, to) { return 1 }
        // `the check was tested` for `tested it`.
        if link.hasBeing, isVerbish(words[link.to]), pronoun(behind: to, source) { return 1 }
        return link.hasAnd || link.hasPreposition ? 2 : nil
    }

    private func back(
        _ source: CheckedSource,
        _ from: Int,
        _ to: Int,
        link: Alignment.Link,
        isSameSentence: Bool,
        item: Int
    ) -> Int? {
        let isNumber = words[link.from].number != nil || words[link.to].number != nil
        let between = source.words[(to + 1)..<from]
        let skipped = between.count { $0.isContent }
        let leads = Self.leads(to, in: source.words)
        if link.isTight {
            guard !isNumber, isSameSentence else { return nil }
            // `checkout rate` for `rate on checkout`.
            if between.contains(where: \.isPreposition), skipped <= 2, !isVerbish(words[link.to]),
                !isVerbish(words[link.from])
            {
                return 1
            }
            if isVerbish(words[link.from]) { return pronoun(behind: from, source) ? 1 : nil }
            return nil
        }
        if link.hasPreposition {
            let own = Self.preposition(of: item, in: words)
            if isSameSentence, let own, Self.preposition(of: to, in: source.words) == own { return 1 }
            if words[link.to].number == nil, leads || Self.isFree(to, in: source.words) { return 2 }
            if to == 0 || source.words[to - 1].clause != source.words[to].clause { return 2 }
            // `the rows of the backfill` for `the backfill's rows`.
            if own == "of" || own == "for" || own == "in", skipped <= 2, isSameSentence { return 1 }
            return nil
        }
        if link.hasAnd { return leads || Self.isFree(to, in: source.words) ? 2 : nil }
        if isVerbish(words[link.from]), pronoun(behind: from, source) { return 1 }
        guard isSameSentence || leads else { return nil }
        if link.hasBeing, isVerbish(words[link.to]) { return 1 }
        // `5.2 should ship` for `we should ship 5.2`.
        if link.hasModal, isVerbish(words[link.to]), skipped == 0 { return 1 }
        if isVerbish(words[link.from]), sourcePassive(source, from) || pronoun(behind: from, source) { return 1 }
        return nil
    }

    /// `the vendor … their hotline` for `the vendor hotline`.
    private func isOwned(_ place: Int, _ source: CheckedSource) -> Bool {
        place > 0 && ["their", "its"].contains(source.words[place - 1].small)
    }

    private func isVerbish(_ word: CheckedText.Word) -> Bool { word.isVerb || CheckWords.verbStems.contains(word.stem) }

    /// `It would cost`: what came before does it.
    private func hasPronounAgent(_ source: CheckedSource, _ place: Int) -> Bool {
        source.words[..<place].suffix(3).contains {
            $0.clause == source.words[place].clause
                && (Self.standIns.contains($0.small) || ["it's", "they're", "he's", "she's"].contains($0.small))
        }
    }

    private func sourcePassive(_ source: CheckedSource, _ place: Int) -> Bool { source.peopled.isPassive[place] }

    /// True where a pronoun stands for what came before: `swapped it`.
    private func pronoun(behind place: Int, _ source: CheckedSource) -> Bool {
        source.words[(place + 1)...].prefix(3).prefix {
            $0.clause == source.words[place].clause && !["and", "but"].contains($0.small)
        }
        .contains { ["it", "them", "that", "this", "one", "those"].contains($0.small) }
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
