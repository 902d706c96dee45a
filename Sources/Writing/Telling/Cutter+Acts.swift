import Signals

/// What words do, as far as they show it themselves.
extension Cutter {
    static func act(_ small: [String], kind: SignalKind) -> Cut.Act {
        func has(_ words: Set<String>) -> Bool { small.contains(where: words.contains) }
        let text = small.joined(separator: " ")
        switch kind {
        case .recognition:
            if has(CutWords.unreal) || small.contains("but") || has(CheckWords.negations) && !text.contains("no longer")
            {
                return .plain
            }
            return has(CutWords.thanks) ? .thanks : praises(small) ? .praises : .plain
        case .feedback: return .plain
        case .coaching:
            if small.contains("because") || small.contains("since") { return .reasons }
            let speaksTo = small.contains { ["you", "your", "you'll", "you’ll"].contains($0) }
            return speaksTo && has(CutWords.advice) || ["try", "use", "run", "check"].contains(small.first)
                ? .advises : .plain
        case .judgement:
            if has(CutWords.warnings) { return .warns }
            if has(CutWords.weighing) { return .weighs }
            if small.contains(where: { ["because", "since", "otherwise", "therefore"].contains($0) }) {
                return .reasons
            }
            return has(CutWords.views) ? .views : .plain
        case .ownership:
            if CutWords.slips.contains(where: text.contains) { return .namesSlip }
            let isOwn = small.contains {
                ["i", "i'll", "i’ll", "i'm", "i’m", "we'll", "we’ll", "me", "we", "i've", "i’ve", "i'd"].contains($0)
            }
            if small.contains(where: CheckWords.negations.contains) { return .plain }
            if isOwn || CutWords.promises.contains(small.first ?? ""),
                has(["i'll", "i’ll", "will", "we'll", "we’ll", "going", "gonna"])
                    || text.contains("let me") || text.contains("i can ") || small.first == "will"
            {
                return .promises
            }
            return isOwn && has(["working", "looking", "investigating", "debugging", "testing", "reviewing"])
                || ["working", "looking", "investigating", "debugging"].contains(small.first) ? .isUnderway : .plain
        case .decision: return has(CutWords.settling) ? .settles : .plain
        case .upkeep: return isDone(CutWords.repairs, small, before: doers) ? .repairs : .plain
        case .delivery: return isDone(CutWords.finishing, small, before: doers.union(states)) ? .finishes : .plain
        case .blocked: return .plain
        }
    }

    static let doers: Set<String> = [
        "i", "we", "i've", "we've", "just", "now", "have", "already", "finally", "and", "also", "then",
    ]

    static let states: Set<String> = [
        "is", "are", "was", "were", "been", "has", "got", "it's", "that's", "fully",
    ]

    static func praises(_ small: [String]) -> Bool {
        small.indices.contains { place in
            let next = place + 1 < small.count ? small[place + 1] : ""
            return CutWords.praise.contains(small[place])
                && !["to", "if", "that", "morning", "day", "week", "question"].contains(next)
                || ["good", "perfect", "solid", "cool", "useful", "clear", "brilliant", "superb"].contains(small[place])
                    && CutWords.praised.contains(next)
        }
    }

    /// A verb that is told as done: `merged …`, `I just pushed`, `is now live`; `the published docs` is none.
    static func isDone(_ verbs: Set<String>, _ small: [String], before: Set<String>) -> Bool {
        small.indices.contains { place in
            let isGoingOn = small[place].hasSuffix("ing")
            return verbs.contains(small[place])
                && (place == 0 || (isGoingOn ? ["i'm", "now", "we're"] : before).contains(small[place - 1]))
                && !small[..<place].contains { CheckWords.negations.contains($0) }
        }
    }

    static func saysEffect(_ small: [String]) -> Bool {
        for (place, word) in small.enumerated() where CutWords.effects.contains(word) {
            switch word {
            case "now":
                let next = place + 1 < small.count ? small[place + 1] : ""
                let goesOn: Set<String> = [
                    "it", "it's", "we", "i", "i'm", "works", "working", "see", "understand", "have", "can", "runs",
                    "all",
                    "nobody", "no", "the", "they", "every", "everything",
                ]
                if goesOn.contains(next), !small[..<place].contains("but") { return true }
            case "working", "works", "worked":
                let near = small[max(0, place - 2)...min(small.count - 1, place + 1)]
                if near.contains(where: { ["now", "it", "everything", "that", "all", "again", "fine"].contains($0) }),
                    !near.contains(where: { CheckWords.negations.contains($0) })
                {
                    return true
                }
            case "sense": if place > 0, ["makes", "more"].contains(small[place - 1]) { return true }
            case "longer", "anymore", "instead", "clear", "understand", "cut":
                continue
            case "fixed", "solved", "resolved", "helped", "understood":
                if place > 0, !["be", "been", "i", "not", "get", "gets"].contains(small[place - 1]) || word == "solved"
                {
                    return true
                }
                if place == 0 { return true }
            default: return true
            }
        }
        return zip(small, small.dropFirst()).contains {
            $0 == ("no", "longer") || $0 == ("no", "more") || $0 == ("so", "that") || $0 == ("because", "of")
        }
    }

    static func takesBack(_ small: [String]) -> Bool {
        small.contains { CutWords.unreal.contains($0) || CheckWords.negations.contains($0) || $0 == "but" }
    }
}
