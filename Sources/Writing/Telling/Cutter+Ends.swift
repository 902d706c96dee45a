/// Where a stretch may begin and end.
extension Cutter {
    /// `It says even …`: what the words point at stands outside of them; `that how-to is …` names it.
    static func pointsBack(_ words: ArraySlice<String>) -> Bool {
        guard let first = words.first.map(folded), CutWords.pointers.contains(first) else { return false }
        guard ["this", "that", "these", "those", "same", "above", "below"].contains(first),
            let next = words.dropFirst().first.map(folded)
        else { return true }
        return CheckWords.auxiliaries.contains(next) || CheckWords.modals.contains(next)
            || CheckWords.verbStems.contains(WordStem.of(next)) || CheckWords.function.contains(next)
    }

    /// Takes away greetings and fillers at the front, never a name.
    func dropFillers(_ words: inout ArraySlice<String>) {
        while let first = words.first, !first.hasPrefix("@"), !names.isName(first) {
            let small = Self.folded(first)
            let isMark = !first.contains { $0.isLetter || $0.isNumber }
            let isKept = ["all", "great", "nice", "well", "right", "also", "but", "and", "so", "then", "sure", "no"]
            guard isMark || CutWords.openers.contains(small) && !isKept.contains(small) else { return }
            words = words.dropFirst()
        }
    }

    func dropOpening(_ words: inout ArraySlice<String>) {
        while let first = words.first {
            let small = Self.folded(first)
            let next = words.dropFirst().first.map(Self.folded) ?? ""
            let isCall =
                first.hasPrefix("@") && !["is", "was", "has", "did", "and", "will", "'s"].contains(next)
                || names.isName(first)
                    && (first.last.map { ",:-.!".contains($0) } ?? false || next == "-" || next == "–")
            let isMark = !first.contains { $0.isLetter || $0.isNumber }
            let isOpener =
                CutWords.openers.contains(small) && !["all", "great", "nice", "well", "right"].contains(small)
                || ["great", "nice", "right", "well", "all"].contains(small)
                    && (first.last.map { ",!.:".contains($0) } ?? false)
            guard isCall || isMark || isOpener else { return }
            words = words.dropFirst()
        }
    }

    /// Takes away what trails off; `hangs` also takes words that only begin something.
    func dropClosing(_ words: inout ArraySlice<String>, hangs: Bool) {
        while let last = words.last {
            let small = Self.folded(last)
            let before = words.dropLast().last.map(Self.folded) ?? ""
            let isCall =
                last.hasPrefix("@")
                && !["to", "by", "with", "for", "from", "and", "of", "like", "as", "is"].contains(before)
            let isMark = !last.contains { $0.isLetter || $0.isNumber }
            let isTrailing = [
                "lol", "haha", "heh", "btw", "please", "pls", "plz", "thanks", "thx", "ty", "tia", "cheers", "imo",
                "fwiw",
            ]
            .contains(small)
            guard isCall || isMark || isTrailing || hangs && CutWords.closers.contains(small) else { return }
            words = words.dropLast()
        }
    }

    /// The last clause of a long sentence where it can stand by itself: what stands before it must not turn it.
    func lateClause(_ words: ArraySlice<String>, limit: Int) -> ArraySlice<String>? {
        let small = words.map(Self.folded)
        for (place, word) in small.enumerated().dropFirst(4) where ["you", "i", "we"].contains(word) {
            let before = small[..<place]
            let rest = words.dropFirst(place)
            guard words[words.startIndex + place - 1].hasSuffix(","), (7...limit).contains(rest.count),
                !before.contains(where: { CutWords.turns.contains($0) || CheckWords.negations.contains($0) }),
                !CutWords.halves.contains(small[0])
            else { continue }
            return rest
        }
        return nil
    }

    /// Where a long sentence may end without saying something else; nil where it cannot.
    func safeEnd(_ words: ArraySlice<String>, limit: Int) -> Int? {
        let last = words.startIndex + limit
        let first = words.startIndex + 6
        for end in stride(from: last, to: first, by: -1) where end < words.endIndex {
            guard let mark = words[end - 1].last, ",;:)".contains(mark) || ["-", "–", "—"].contains(words[end]) else {
                continue
            }
            if !turns(words, at: end) { return end }
        }
        return turns(words, at: last) ? nil : last
    }

    /// True when the words left behind would change what was said.
    func turns(_ words: ArraySlice<String>, at end: Int) -> Bool {
        words[end..<min(words.endIndex, end + 5)].contains { CutWords.turns.contains(Self.folded($0)) }
    }
}
