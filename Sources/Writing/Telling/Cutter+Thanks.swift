import Signals

/// Thanks, and what they are for.
extension Cutter {
    /// Thanks and names, no more.
    func isThanks(_ words: [QuoteWord]) -> Bool {
        words.contains { $0.is(.thanks) }
            && words.allSatisfy { word in
                word.small.isEmpty || word.is([.thanks, .opener, .called, .name])
                    || ["you", "very", "much", "many", "a", "lot", "my", "to", "both", "of", "for"].contains(word.small)
            }
    }

    /// True where thanks stand right behind a sentence, or before one that says what they are for.
    func nearThanks(_ place: Int, _ pieces: [QuotePieces.Piece]) -> Bool {
        if place + 1 < pieces.count, pieces[place].joinsNext, isThanks(pieces[place + 1].words) { return true }
        guard place > 0, pieces[place - 1].joinsNext, isThanks(pieces[place - 1].words) else { return false }
        let words = pieces[place].words
        return ["that", "this", "it", "your", "you"].contains(words.first?.small ?? "") || Self.saysEffect(words[...])
    }

    /// Takes thanks from the front where enough stands behind them: who tells it says that it was thanks.
    ///
    /// - Returns: whether there are any; nil where they are taken back by what follows.
    func dropThanks(_ words: inout ArraySlice<QuoteWord>) -> Bool? {
        var rest = words
        guard let first = rest.first else { return false }
        if ["many", "big", "huge"].contains(first.small) { rest = rest.dropFirst() }
        guard let thanks = rest.first, thanks.is(.thanks) else { return false }
        rest = rest.dropFirst()
        while let next = rest.first {
            let isPart =
                next.is([.called, .name]) || next.small.isEmpty
                || [
                    "you", "so", "much", "a", "lot", "again", "very", "bunch", "ton", "mill", "million", "all",
                    "indeed",
                ].contains(next.small)
            guard isPart else { break }
            // What stands behind the end of a sentence is another matter.
            if next.ends(withAny: ".!") { return nil }
            rest = rest.dropFirst()
        }
        if let next = rest.first, ["but", "though", "however"].contains(next.small) { return nil }
        guard rest.count >= Self.fewest, let next = rest.first,
            !["for", "to", "in", "and", "but", "though", "on", "from", "with"].contains(next.small)
        else { return true }
        words = rest
        dropOpening(&words)
        return true
    }

    /// True when thanks say what for, not only that.
    func saysWhat(_ words: ArraySlice<QuoteWord>) -> Bool {
        words.count { word in
            word.small.utf8.count >= 4
                && !word.is([.name, .thanks, .generic, .function, .negation, .starter, .opener])
        } >= 2
    }

    /// Behind `thanks, …`: whether the rest is about what was done, or goes on about the speaker.
    func isAboutDeed(_ words: ArraySlice<QuoteWord>) -> Bool {
        Self.saysEffect(words) || Self.praises(words)
            || words.contains { $0.is([.subject, .thanks]) || ["you", "your", "you've"].contains($0.small) }
    }

    /// What the speaker did or will do next says nothing about the person, unless it says an effect or praises.
    func isAboutSpeaker(_ words: ArraySlice<QuoteWord>) -> Bool {
        guard let first = words.first?.small else { return true }
        let speaks =
            ["i", "i'll", "i've", "i'm", "i'd", "we", "we'll", "we've", "will", "so", "my"].contains(first)
            || first.hasSuffix("ing")
        return speaks && !Self.saysEffect(words) && !Self.praises(words)
            && !words.contains { $0.is([.thanks, .subject]) || ["you", "your"].contains($0.small) }
    }

    /// What somebody was thanked for: the words behind `thanks for`, up to the end of the clause.
    func thing(in piece: QuotePieces.Piece, place: Int, limit: Int) -> Cut? {
        let words = piece.words
        guard let start = thingStart(words) else { return nil }
        let end = thingEnd(words, from: start)
        if end < words.count, words[end].is(.turn) { return nil }
        if words.contains(where: { $0.small == "advance" }) { return nil }
        var found = words[start..<end]
        dropClosing(&found, hangs: true)
        guard (3...min(limit, 16)).contains(found.count), isQuotable(found), saysWhat(found),
            let first = found.first, !first.is([.name, .called]),
            !["that", "it", "this", "asking", "the", "your"].contains(first.small) || found.count >= 4
        else { return nil }
        return made(found, isCut: false, kind: .recognition, place: place, shape: .thing)
    }

    private func thingEnd(_ words: [QuoteWord], from start: Int) -> Int {
        var end = start
        while end < words.count {
            let word = words[end]
            end += 1
            if word.ends(withAny: ",;.!:") { break }
            guard end < words.count else { break }
            let small = words[end].small
            let next = end + 1 < words.count ? words[end + 1].small : ""
            if ["but", "so"].contains(small) && end - start >= 3 { break }
            if small == "and",
                end - start >= 5 || ["i", "i'm", "i'll", "we", "it", "this", "that", "sorry", "also"].contains(next)
            {
                break
            }
            if ["i", "i'm", "i'll", "we", "we'll", "will"].contains(small), end - start >= 2 { break }
        }
        return end
    }

    /// Where the thing begins that the person is thanked for: behind `thanks … for`, or behind the person's own name and `for`.
    func thingStart(_ words: [QuoteWord]) -> Int? {
        guard let thanks = words.firstIndex(where: { $0.is(.thanks) }) else { return nil }
        let own = words.indices.dropFirst(thanks + 2).first { words[$0].small == "for" && words[$0 - 1].is(.subject) }
        if let own, own + 1 < words.count { return own + 1 }
        let reach = min(words.count, thanks + 7)
        guard let place = (thanks..<reach).first(where: { words[$0].small == "for" }), place + 1 < words.count else {
            return nil
        }
        let between = words[(thanks + 1)..<place]
        let named = between.filter { $0.is([.called, .name]) }
        let fillers: Set<String> = [
            "you", "so", "much", "a", "lot", "to", "all", "again", "very", "many", "big", "out", "and", "goes", "",
        ]
        // Between the thanks and `for` stand names and fillers only, else somebody else may be meant.
        guard between.allSatisfy({ $0.is([.called, .name, .opener]) || fillers.contains($0.small) }),
            named.isEmpty || named.contains(where: { $0.is(.subject) })
        else { return nil }
        return place + 1
    }
}
