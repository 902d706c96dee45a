import Signals

/// What words do, as far as they show it themselves.
extension Cutter {
    static func act(_ words: ArraySlice<QuoteWord>, kind: SignalKind) -> Cut.Act {
        func has(_ sets: WordSets) -> Bool { words.contains { $0.is(sets) } }
        func says(_ small: String...) -> Bool { words.contains { small.contains($0.small) } }
        switch kind {
        case .recognition:
            if has(.unreal) || says("but") || has(.negation) && !holds("no", "longer", in: words) { return .plain }
            return has(.thanks) ? .thanks : praises(words) ? .praises : .plain
        case .feedback: return .plain
        case .coaching:
            if says("because", "since") { return .reasons }
            return says("you", "your", "you'll") && has(.advice)
                || ["try", "use", "run", "check"].contains(words.first?.small) ? .advises : .plain
        case .judgement:
            if has(.warning) { return .warns }
            if has(.weighing) { return .weighs }
            if says("because", "since", "otherwise", "therefore") { return .reasons }
            return has(.view) ? .views : .plain
        case .ownership: return owning(words)
        case .decision: return has(.settling) ? .settles : .plain
        case .upkeep: return isDone(.repair, words, before: doers) ? .repairs : .plain
        case .delivery: return isDone(.finishing, words, before: doers.union(states)) ? .finishes : .plain
        case .blocked: return .plain
        }
    }

    private static func owning(_ words: ArraySlice<QuoteWord>) -> Cut.Act {
        func says(_ small: String...) -> Bool { words.contains { small.contains($0.small) } }
        if CutWords.slips.contains(where: { holds($0.0, $0.1, in: words) }) { return .namesSlip }
        if words.contains(where: { $0.is(.negation) }) { return .plain }
        let isOwn = says("i", "i'll", "i'm", "we'll", "me", "we", "i've", "i'd")
        if isOwn || words.first?.is(.promise) ?? false,
            says("i'll", "will", "we'll", "going", "gonna") || holds("let", "me", in: words) || can(words)
        {
            return .promises
        }
        return isOwn && says("working", "looking", "investigating", "debugging", "testing", "reviewing")
            || ["working", "looking", "investigating", "debugging"].contains(words.first?.small)
            ? .isUnderway : .plain
    }

    /// True where one word ends and the next begins so: `no longer`.
    static func holds(_ first: String, _ second: String, in words: ArraySlice<QuoteWord>) -> Bool {
        zip(words, words.dropFirst()).contains { $0.small.hasSuffix(first) && $1.small.hasPrefix(second) }
    }

    /// `I can …`, with something behind it.
    private static func can(_ words: ArraySlice<QuoteWord>) -> Bool {
        zip(words, words.dropFirst().dropLast()).contains { $0.small.hasSuffix("i") && $1.small == "can" }
    }

    static let doers: Set<String> = [
        "i", "we", "i've", "we've", "just", "now", "have", "already", "finally", "and", "also", "then",
    ]

    static let states: Set<String> = [
        "is", "are", "was", "were", "been", "has", "got", "it's", "that's", "fully",
    ]

    static func praises(_ words: ArraySlice<QuoteWord>) -> Bool {
        words.indices.contains { place in
            let next = place + 1 < words.endIndex ? words[place + 1] : nil
            return words[place].is(.praise)
                && !["to", "if", "that", "morning", "day", "week", "question"].contains(next?.small)
                || next?.is(.praised) ?? false
                    && ["good", "perfect", "solid", "cool", "useful", "clear", "brilliant", "superb"].contains(
                        words[place].small
                    )
        }
    }

    /// A verb that is told as done: `merged …`, `I just pushed`, `is now live`; `the published docs` is none.
    static func isDone(_ verbs: WordSets, _ words: ArraySlice<QuoteWord>, before: Set<String>) -> Bool {
        words.indices.contains { place in
            guard words[place].is(verbs) else { return false }
            let isFirst = place == words.startIndex
            let going: Set<String> = ["i'm", "now", "we're"]
            return (isFirst || (words[place].small.hasSuffix("ing") ? going : before).contains(words[place - 1].small))
                && !words[..<place].contains { $0.is(.negation) }
        }
    }

    static func saysEffect(_ words: ArraySlice<QuoteWord>) -> Bool {
        for place in words.indices where words[place].is(.effect) {
            let word = words[place].small
            let before = place > words.startIndex ? words[place - 1].small : nil
            switch word {
            case "now":
                let next = place + 1 < words.endIndex ? words[place + 1].small : ""
                if goesOn.contains(next), !words[..<place].contains(where: { $0.small == "but" }) { return true }
            case "working", "works", "worked":
                let near = words[max(words.startIndex, place - 2)...min(words.endIndex - 1, place + 1)]
                let hasThing = near.contains {
                    ["now", "it", "everything", "that", "all", "again", "fine"].contains($0.small)
                }
                if hasThing, !near.contains(where: { $0.is(.negation) }) { return true }
            case "sense": if let before, ["makes", "more"].contains(before) { return true }
            case "longer", "anymore", "instead", "clear", "understand", "cut":
                continue
            case "fixed", "solved", "resolved", "helped", "understood":
                guard let before else { return true }
                if !["be", "been", "i", "not", "get", "gets"].contains(before) || word == "solved" { return true }
            default: return true
            }
        }
        return words.indices.dropLast().contains { place in
            guard words[place].is(.opensEffect) else { return false }
            switch (words[place].small, words[place + 1].small) {
            case ("no", "longer"), ("no", "more"), ("so", "that"), ("because", "of"): return true
            default: return false
            }
        }
    }

    private static let goesOn: Set<String> = [
        "it", "it's", "we", "i", "i'm", "works", "working", "see", "understand", "have", "can", "runs", "all", "nobody",
        "no", "the", "they", "every", "everything",
    ]

    static func takesBack(_ words: ArraySlice<QuoteWord>) -> Bool {
        words.contains { $0.is([.unreal, .negation]) || $0.small == "but" }
    }
}
