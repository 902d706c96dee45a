/// How one word of a sentence may lie to the next in the sources.
extension Fit {
    /// What it costs to come from one place to the next; nil where the sources do not join the two words so.
    func way(_ first: Alignment.Place?, _ second: Alignment.Place, link: Alignment.Link, item: Int) -> Int? {
        guard let first else { return 0 }
        guard first.source == second.source else { return link.isBreak ? 3 : nil }
        let source = sources.all[first.source]
        if first.word == second.word {
            // `it` for `the case study`: one word stands for both, where they stand side by side before it.
            return link.isTight && Self.standIns.contains(source.words[first.word].small)
                && standsTogether(link.from, item, before: first.word, in: source) ? 1 : nil
        }
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
                return isSameSentence
                    ? min(skipped, 3) : hasPronounAgent(source, to) || opensWithoutAgent(to, source) ? 1 : nil
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

    private func standsTogether(_ one: Int, _ other: Int, before place: Int, in source: CheckedSource) -> Bool {
        source.words.indices[..<max(0, place - 1)].contains { near in
            CheckedSource.agree(words[one], source.words[near])
                && CheckedSource.agree(words[other], source.words[near + 1])
        }
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

    /// `We take Opus. Saves 180 MB`: who does it was said before.
    private func opensWithoutAgent(_ place: Int, _ source: CheckedSource) -> Bool {
        source.words[place].opens && isVerbish(source.words[place])
    }

    private func sourcePassive(_ source: CheckedSource, _ place: Int) -> Bool { source.peopled.isPassive[place] }

    /// True where a pronoun stands for what came before: `swapped it`.
    private func pronoun(behind place: Int, _ source: CheckedSource) -> Bool {
        source.words[(place + 1)...].prefix(3).prefix {
            $0.clause == source.words[place].clause && !["and", "but"].contains($0.small)
        }
        .contains { ["it", "them", "that", "this", "one", "those"].contains($0.small) }
    }
}
