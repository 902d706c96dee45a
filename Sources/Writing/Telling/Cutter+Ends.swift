/// Where a stretch may begin and end.
extension Cutter {
    /// `It says even …`: what the words point at stands outside of them; `that how-to is …` names it.
    static func pointsBack(_ words: ArraySlice<QuoteWord>) -> Bool {
        guard let first = words.first, first.is(.pointer) else { return false }
        guard ["this", "that", "these", "those", "same", "above", "below"].contains(first.small),
            let next = words.dropFirst().first
        else { return true }
        return next.is([.auxiliary, .modal, .function]) || CheckWords.verbStems.contains(WordStem.of(next.small))
    }

    /// Takes away greetings and fillers at the front, never a name.
    func dropFillers(_ words: inout ArraySlice<QuoteWord>) {
        while let first = words.first, !first.is([.called, .name]) {
            let isKept = ["all", "great", "nice", "well", "right", "also", "but", "and", "so", "then", "sure", "no"]
            guard first.is(.mark) || first.is(.opener) && !isKept.contains(first.small) else { return }
            words = words.dropFirst()
        }
    }

    func dropOpening(_ words: inout ArraySlice<QuoteWord>) {
        while let first = words.first {
            let next = words.dropFirst().first?.small ?? ""
            let isCall =
                first.is(.called) && !["is", "was", "has", "did", "and", "will", "'s"].contains(next)
                || first.is(.name) && first.ends(withAny: ",:-.!")
            let isMild = ["all", "great", "nice", "well", "right"].contains(first.small)
            let isOpener = first.is(.opener) && !isMild || isMild && first.ends(withAny: ",!.:")
            guard isCall || first.is(.mark) || isOpener else { return }
            words = words.dropFirst()
        }
    }

    /// Takes away what trails off; `hangs` also takes words that only begin something.
    func dropClosing(_ words: inout ArraySlice<QuoteWord>, hangs: Bool) {
        while let last = words.last {
            let before = words.dropLast().last?.small ?? ""
            let isCall =
                last.is(.called)
                && !["to", "by", "with", "for", "from", "and", "of", "like", "as", "is"].contains(before)
            let isTrailing = [
                "lol", "haha", "heh", "btw", "please", "pls", "plz", "thanks", "thx", "ty", "tia", "cheers", "imo",
                "fwiw",
            ]
            .contains(last.small)
            guard isCall || last.is(.mark) || isTrailing || hangs && last.is(.closer) else { return }
            words = words.dropLast()
        }
    }

    /// The last clause of a long sentence where it can stand by itself: what stands before it must not turn it.
    func lateClause(_ words: ArraySlice<QuoteWord>, limit: Int) -> ArraySlice<QuoteWord>? {
        for place in words.indices.dropFirst(4) where ["you", "i", "we"].contains(words[place].small) {
            let rest = words[place...]
            guard words[place - 1].ends(with: ","), (7...limit).contains(rest.count),
                !words[..<place].contains(where: { $0.is([.turn, .negation]) }),
                !(words.first?.is(.half) ?? false)
            else { continue }
            return rest
        }
        return nil
    }

    /// Where a long sentence may end without saying something else; nil where it cannot.
    func safeEnd(_ words: ArraySlice<QuoteWord>, limit: Int) -> Int? {
        let last = words.startIndex + limit
        let first = words.startIndex + 6
        for end in stride(from: last, to: first, by: -1) where end < words.endIndex {
            guard !words[end - 1].text.isEmpty,
                words[end - 1].ends(withAny: ",;:)") || ["-", "–", "—"].contains(words[end].text)
            else { continue }
            if !turns(words, at: end) { return end }
        }
        return turns(words, at: last) ? nil : last
    }

    /// True when the words left behind would change what was said.
    func turns(_ words: ArraySlice<QuoteWord>, at end: Int) -> Bool {
        words[end..<min(words.endIndex, end + 5)].contains { $0.is(.turn) }
    }
}
