import Signals

/// Thanks, and what they are for.
extension Cutter {
    /// Thanks and names, no more.
    func isThanks(_ words: [String]) -> Bool {
        let small = words.map(Self.folded)
        return small.contains(where: CutWords.thanks.contains)
            && zip(words, small).allSatisfy { word, small in
                small.isEmpty || CutWords.thanks.contains(small) || CutWords.openers.contains(small)
                    || word.hasPrefix("@")
                    || names.isName(word)
                    || ["you", "very", "much", "many", "a", "lot", "my", "to", "both", "of", "for"].contains(small)
            }
    }

    /// True where thanks stand right behind a sentence, or before one that says what they are for.
    func nearThanks(_ place: Int, _ pieces: [QuotePieces.Piece]) -> Bool {
        if place + 1 < pieces.count, pieces[place].joinsNext, isThanks(pieces[place + 1].words) { return true }
        guard place > 0, pieces[place - 1].joinsNext, isThanks(pieces[place - 1].words) else { return false }
        let small = pieces[place].words.map(Self.folded)
        return ["that", "this", "it", "your", "you"].contains(small.first ?? "") || Self.saysEffect(small)
    }

    /// Takes thanks from the front where enough stands behind them: who tells it says that it was thanks.
    ///
    /// - Returns: whether there are any; nil where they are taken back by what follows.
    func dropThanks(_ words: inout ArraySlice<String>) -> Bool? {
        var rest = words
        guard let first = rest.first.map(Self.folded) else { return false }
        if ["many", "big", "huge"].contains(first) { rest = rest.dropFirst() }
        guard let thanks = rest.first.map(Self.folded), CutWords.thanks.contains(thanks) else { return false }
        rest = rest.dropFirst()
        while let next = rest.first {
            let small = Self.folded(next)
            guard
                next.hasPrefix("@") || names.isName(next) || small.isEmpty
                    || [
                        "you", "so", "much", "a", "lot", "again", "very", "bunch", "ton", "mill", "million", "all",
                        "indeed",
                    ].contains(small)
            else { break }
            // What stands behind the end of a sentence is another matter.
            if next.last.map({ ".!".contains($0) }) ?? false { return nil }
            rest = rest.dropFirst()
        }
        if let next = rest.first.map(Self.folded), ["but", "though", "however"].contains(next) { return nil }
        guard rest.count >= Self.fewest, let next = rest.first.map(Self.folded),
            !["for", "to", "in", "and", "but", "though", "on", "from", "with"].contains(next)
        else { return true }
        words = rest
        dropOpening(&words)
        return true
    }

    /// True when thanks say what for, not only that.
    func saysWhat(_ words: ArraySlice<String>) -> Bool {
        words.count { word in
            let small = Self.folded(word)
            return small.utf8.count >= 4 && !names.isName(word) && !CutWords.thanks.contains(small)
                && !CutWords.generic.contains(small) && !CheckWords.empty.contains(small)
                && !CheckWords.starters.contains(small) && !CutWords.openers.contains(small)
        } >= 2
    }

    /// Behind `thanks, …`: whether the rest is about what was done, or goes on about the speaker.
    func isAboutDeed(_ words: ArraySlice<String>) -> Bool {
        let small = words.map(Self.folded)
        return Self.saysEffect(small) || Self.praises(small)
            || small.contains {
                subject.contains($0) || CutWords.thanks.contains($0) || ["you", "your", "you've"].contains($0)
            }
    }

    /// What the speaker did or will do next says nothing about the person, unless it says an effect or praises.
    func isAboutSpeaker(_ words: ArraySlice<String>) -> Bool {
        let small = words.map(Self.folded)
        guard let first = small.first else { return true }
        let speaks =
            ["i", "i'll", "i've", "i'm", "i'd", "we", "we'll", "we've", "will", "so", "my"].contains(first)
            || first.hasSuffix("ing")
        return speaks && !Self.saysEffect(small) && !Self.praises(small)
            && !small.contains { CutWords.thanks.contains($0) || subject.contains($0) || ["you", "your"].contains($0) }
    }

    /// What somebody was thanked for: the words behind `thanks for`, up to the end of the clause.
    func thing(in piece: QuotePieces.Piece, place: Int, limit: Int) -> Cut? {
        let words = piece.words
        let small = words.map(Self.folded)
        guard let start = thingStart(words, small) else { return nil }
        var end = start
        while end < words.count {
            let word = words[end]
            end += 1
            if word.last.map({ ",;.!:".contains($0) }) ?? false { break }
            guard end < words.count else { break }
            let next = end + 1 < words.count ? small[end + 1] : ""
            if ["-", "–", "—", "but", "so"].contains(small[end]) && end - start >= 3 { break }
            if small[end] == "and",
                end - start >= 5 || ["i", "i'm", "i'll", "we", "it", "this", "that", "sorry", "also"].contains(next)
            {
                break
            }
            if ["i", "i'm", "i'll", "we", "we'll", "will"].contains(small[end]), end - start >= 2 { break }
        }
        if end < words.count, CutWords.turns.contains(small[end]) { return nil }
        if small.contains("advance") { return nil }
        var found = words[start..<end]
        dropClosing(&found, hangs: true)
        guard (3...min(limit, 16)).contains(found.count), isQuotable(found), saysWhat(found),
            found.first.map({ !names.isName($0) && !$0.hasPrefix("@") }) ?? false,
            !["that", "it", "this", "asking", "the", "your"].contains(Self.folded(found.first ?? ""))
                || found.count >= 4
        else { return nil }
        return made(Array(found), isCut: false, kind: .recognition, place: place, shape: .thing)
    }

    /// Where the thing begins that the person is thanked for: behind `thanks … for`, or behind the person's own name and `for`.
    func thingStart(_ words: [String], _ small: [String]) -> Int? {
        guard let thanks = small.firstIndex(where: { CutWords.thanks.contains($0) }) else { return nil }
        let own = small.indices.dropFirst(thanks + 2).first { small[$0] == "for" && subject.contains(small[$0 - 1]) }
        if let own, own + 1 < words.count { return own + 1 }
        let reach = min(words.count, thanks + 7)
        guard let place = (thanks..<reach).first(where: { small[$0] == "for" }), place + 1 < words.count else {
            return nil
        }
        let between = (thanks + 1)..<place
        let named = between.filter { words[$0].hasPrefix("@") || names.isName(words[$0]) }
        let fillers: Set<String> = [
            "you", "so", "much", "a", "lot", "to", "all", "again", "very", "many", "big", "out", "and", "goes", "",
        ]
        // Between the thanks and `for` stand names and fillers only, else somebody else may be meant.
        guard between.allSatisfy({ fillers.contains(small[$0]) || named.contains($0) || Self.filler(words[$0]) }),
            named.isEmpty || named.contains(where: { subject.contains(small[$0]) })
        else { return nil }
        return place + 1
    }

    static func filler(_ word: String) -> Bool { CutWords.openers.contains(folded(word)) }
}
