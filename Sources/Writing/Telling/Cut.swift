import Evidence
import Signals

/// A stretch of somebody's words that can be read by itself.
struct Cut: Hashable {
    /// The words, verbatim but for marks and emoji; ` …` where an end was cut.
    let text: String
    /// How many words; a name counts as one.
    let words: Int
    /// What the words themselves do.
    let act: Act
    /// True when they say what was so afterwards.
    let saysEffect: Bool
    /// How well they can stand for the whole.
    let weight: Double
    /// How they stand behind a word that opens them, such as the thing behind `thanks for`.
    let shape: Shape

    /// What words do, as far as they show it themselves.
    enum Act: Hashable {
        case plain, advises, reasons, views, warns, weighs, promises, isUnderway, namesSlip, settles, repairs, finishes,
            thanks, praises
    }

    /// What sort of stretch.
    enum Shape: Hashable {
        /// A sentence or the beginning of one.
        case sentence
        /// What stands behind `thanks for`.
        case thing
    }
}

/// Finds the stretches of a quote that can stand by themselves.
struct Cutter: Sendable {
    /// Names that count as one word.
    let names: NameBook
    /// The person's names, in small letters.
    var subject: Set<String> = []

    /// The fewest words that say something.
    static let fewest = 4

    /// Every stretch that may be quoted, the best first.
    func cuts(of quote: String, kind: SignalKind, limit: Int) -> [Cut] {
        let pieces = QuotePieces(quote, names: names).pieces
        guard !pieces.isEmpty,
            !pieces.contains(where: { piece in piece.words.contains { CutWords.unfit.contains(Self.folded($0)) } })
        else { return [] }
        var cuts: [Cut] = []
        for (place, piece) in pieces.enumerated() where !piece.isQuestion && piece.isOpened && !isAside(piece.words) {
            let near = nearThanks(place, pieces)
            if let cut = cut(piece.words, closed: piece.isClosed, kind: kind, place: place, limit: limit, thanks: near)
            {
                cuts.append(cut)
            }
            if kind == .recognition, let cut = thing(in: piece, place: place, limit: limit) { cuts.append(cut) }
            guard piece.joinsNext, place + 1 < pieces.count else { continue }
            let next = pieces[place + 1]
            let both = piece.words + next.words
            guard !next.isQuestion, next.isClosed, both.count <= min(limit, 16), next.words.count >= Self.fewest,
                !isAside(next.words),
                !isThanks(piece.words), !isThanks(next.words)
            else { continue }
            if let cut = cut(both, closed: next.isClosed, kind: kind, place: place, limit: limit, thanks: near) {
                cuts.append(cut)
            }
        }
        return cuts.sorted { ($1.weight, $0.text.utf8.count) < ($0.weight, $1.text.utf8.count) }
    }

    /// True for a sentence that has no place in a review, whoever says it.
    private func isAside(_ words: [String]) -> Bool {
        words.contains { word in
            let small = Self.folded(word)
            return CutWords.asides.contains(small) || word.count > 28 && !names.isName(word)
        } || WordingLists.isForbidden(words.filter { !names.isName($0) }.map(Self.folded))
    }

    /// Thanks and names, no more.
    private func isThanks(_ words: [String]) -> Bool {
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
    private func nearThanks(_ place: Int, _ pieces: [QuotePieces.Piece]) -> Bool {
        if place + 1 < pieces.count, pieces[place].joinsNext, isThanks(pieces[place + 1].words) { return true }
        guard place > 0, pieces[place - 1].joinsNext, isThanks(pieces[place - 1].words) else { return false }
        let small = pieces[place].words.map(Self.folded)
        return ["that", "this", "it", "your", "you"].contains(small.first ?? "") || Self.saysEffect(small)
    }

    // MARK: Cutting

    private func cut(
        _ all: [String],
        closed: Bool,
        kind: SignalKind,
        place: Int,
        limit: Int,
        thanks: Bool
    ) -> Cut? {
        var words = all[...]
        // `remote: …`, `error: …`: a machine speaks.
        if let first = words.first, first.hasSuffix(":"), first.first?.isLowercase == true, !names.isName(first) {
            return nil
        }
        dropOpening(&words)
        dropClosing(&words, hangs: !closed)
        guard words.count >= Self.fewest else { return nil }
        var isCut = !closed
        if words.count > limit, let clause = lateClause(words, limit: limit) { words = clause }
        if words.count > limit {
            guard let end = safeEnd(words, limit: limit) else { return nil }
            words = words[..<end]
            dropClosing(&words, hangs: true)
            isCut = true
        }
        var hasThanks = false
        if kind == .recognition {
            guard let found = dropThanks(&words), saysWhat(words), !isAboutSpeaker(words) else { return nil }
            hasThanks = found || thanks
        }
        guard words.count >= (isCut ? 8 : Self.fewest), isQuotable(words), isWhole(words) else { return nil }
        return made(Array(words), isCut: isCut, kind: kind, place: place, shape: .sentence, hasThanks: hasThanks)
    }

    /// What the speaker did or will do next says nothing about the person, unless it says an effect or praises.
    private func isAboutSpeaker(_ words: ArraySlice<String>) -> Bool {
        let small = words.map(Self.folded)
        guard let first = small.first else { return true }
        let speaks =
            ["i", "i'll", "i've", "i'm", "i'd", "we", "we'll", "we've", "will", "so", "my"].contains(first)
            || first.hasSuffix("ing")
        return speaks && !Self.saysEffect(small) && !Self.praises(small)
            && !small.contains { CutWords.thanks.contains($0) || subject.contains($0) || ["you", "your"].contains($0) }
    }

    /// The last clause of a long sentence where it can stand by itself: what stands before it must not turn it.
    private func lateClause(_ words: ArraySlice<String>, limit: Int) -> ArraySlice<String>? {
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

    /// True when thanks say what for, not only that.
    private func saysWhat(_ words: ArraySlice<String>) -> Bool {
        words.count { word in
            let small = Self.folded(word)
            return small.utf8.count >= 4 && !names.isName(word) && !CutWords.thanks.contains(small)
                && !CutWords.generic.contains(small) && !CheckWords.empty.contains(small)
                && !CheckWords.starters.contains(small) && !CutWords.openers.contains(small)
        } >= 2
    }

    /// Takes thanks from the front where enough stands behind them: who tells it says that it was thanks.
    ///
    /// - Returns: whether there are any; nil where they are taken back by what follows.
    private func dropThanks(_ words: inout ArraySlice<String>) -> Bool? {
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

    /// A whole thought: half of one, such as `if you …`, needs the other half.
    private func isWhole(_ words: ArraySlice<String>) -> Bool {
        let opening = words.count { $0.hasPrefix("'") }
        let closing = words.count { $0.trimmingEnd(of: ".,;:!?").hasSuffix("'") && !$0.hasSuffix("s'") }
        if opening != closing { return false }
        guard let first = words.first.map(Self.folded) else { return false }
        if ["who", "which", "whose", "where"].contains(first) { return false }
        guard CutWords.halves.contains(first) else { return true }
        guard let comma = words.dropLast(3).firstIndex(where: { $0.hasSuffix(",") || Self.folded($0) == "then" }) else {
            return false
        }
        return words.endIndex - comma > 4
    }

    /// What somebody was thanked for: the words behind `thanks for`, up to the end of the clause.
    private func thing(in piece: QuotePieces.Piece, place: Int, limit: Int) -> Cut? {
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
    private func thingStart(_ words: [String], _ small: [String]) -> Int? {
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

    private static func filler(_ word: String) -> Bool { CutWords.openers.contains(folded(word)) }

    private func dropOpening(_ words: inout ArraySlice<String>) {
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
    private func dropClosing(_ words: inout ArraySlice<String>, hangs: Bool) {
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

    /// Where a long sentence may end without saying something else; nil where it cannot.
    private func safeEnd(_ words: ArraySlice<String>, limit: Int) -> Int? {
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
    private func turns(_ words: ArraySlice<String>, at end: Int) -> Bool {
        words[end..<min(words.endIndex, end + 5)].contains { CutWords.turns.contains(Self.folded($0)) }
    }

    /// Words that people read, not machines; enough of them carry matter.
    private func isQuotable(_ words: ArraySlice<String>) -> Bool {
        let odd = words.count { word in
            word.contains { "{}()<>=/\\|[]#$%&^~+;".contains($0) } && !names.isName(word)
        }
        let content = words.count { isContent($0) }
        return Double(odd) <= 0.2 * Double(words.count) && content >= 2
            && words.allSatisfy { !$0.contains("@") || $0.hasPrefix("@") }
            && words.count { $0.contains("(") } == words.count { $0.contains(")") }
    }

    func isContent(_ word: String) -> Bool {
        let small = Self.folded(word)
        return small.utf8.count >= 5 && !names.isName(word) && !CheckWords.empty.contains(small)
            && !CheckWords.starters.contains(small)
    }

    // MARK: Weighing

    private func made(
        _ words: [String],
        isCut: Bool,
        kind: SignalKind,
        place: Int,
        shape: Cut.Shape,
        hasThanks: Bool = false
    ) -> Cut {
        let small = words.map(Self.folded)
        let read = Self.act(small, kind: kind)
        let isTakenBack = shape == .sentence && hasThanks && read == .plain && Self.takesBack(small)
        let act = isTakenBack ? .plain : shape == .thing || hasThanks ? .thanks : read
        let saysEffect = Self.saysEffect(small)
        var weight = Double(min(words.count { isContent($0) }, 7))
        weight += act == .plain ? 0 : 2.5
        weight += saysEffect ? 1 : 0
        weight += shape == .thing ? 2 : 0
        weight += words.contains { $0.contains(where: \.isNumber) } ? 0.7 : 0
        weight += words.dropFirst().contains { $0.first?.isUppercase == true && !$0.hasPrefix("I") } ? 0.5 : 0
        weight -= Double(place) * 0.4
        weight -= isCut ? 1.5 : 0
        weight -= small.first.map { CutWords.pointers.contains($0) } ?? false ? 2.5 : 0
        weight -= words.count > 16 ? 1 : 0
        weight -= words.count < 6 ? 1.5 : 0
        // What somebody will do next says nothing about what was done for them.
        if kind == .recognition, shape == .sentence, small.contains("will") || small.contains("i'll") { weight -= 2 }
        return Cut(
            text: Self.shown(words, isCut: isCut),
            words: words.count,
            act: act,
            saysEffect: saysEffect,
            weight: weight,
            shape: shape
        )
    }

    private static func shown(_ words: [String], isCut: Bool) -> String {
        var text = words.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }.joined(separator: " ")
            .replacing("\u{A0}", with: " ")
        text = text.trimmingEnd(of: " .,;:!-–—…")
        while let first = text.first, " ,.;:-–—!".contains(first) { text.removeFirst() }
        if text.hasPrefix("("), text.hasSuffix(")"), text.count(where: { $0 == "(" }) == 1 {
            text = String(text.dropFirst().dropLast())
        }
        // A single mark at one end has lost its partner.
        if text.hasPrefix("'"), text.count(where: { $0 == "'" }) == 1 { text.removeFirst() }
        if text.count(where: { $0 == "(" }) != text.count(where: { $0 == ")" }) {
            if text.hasPrefix("(") { text.removeFirst() }
            if text.hasSuffix(")"), !text.contains("(") { text.removeLast() }
        }
        return isCut ? text + " …" : text
    }

    private static func saysEffect(_ small: [String]) -> Bool {
        for (place, word) in small.enumerated() where CutWords.effects.contains(word) {
            switch word {
            case "now":
                let next = place + 1 < small.count ? small[place + 1] : ""
                let goesOn: Set<String> = [
                    "it", "it's", "we", "i", "i'm", "works", "working", "see", "understand", "have", "can", "runs",
                    "all",
                    "nobody", "no", "the", "they", "every", "everything",
                ]
                if goesOn.contains(next) { return true }
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

    private static func takesBack(_ small: [String]) -> Bool {
        small.contains { CutWords.unreal.contains($0) || CheckWords.negations.contains($0) || $0 == "but" }
    }

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

    private static let doers: Set<String> = [
        "i", "we", "i've", "we've", "just", "now", "have", "already", "finally", "and", "also", "then",
    ]
    private static let states: Set<String> = [
        "is", "are", "was", "were", "been", "has", "got", "it's", "that's", "fully",
    ]

    private static func praises(_ small: [String]) -> Bool {
        small.indices.contains { place in
            let next = place + 1 < small.count ? small[place + 1] : ""
            return CutWords.praise.contains(small[place])
                && !["to", "if", "that", "morning", "day", "week", "question"].contains(next)
                || ["good", "perfect", "solid", "cool", "useful", "clear", "brilliant", "superb"].contains(small[place])
                    && CutWords.praised.contains(next)
        }
    }

    /// A verb that is told as done: `merged …`, `I just pushed`, `is now live`; `the published docs` is none.
    private static func isDone(_ verbs: Set<String>, _ small: [String], before: Set<String>) -> Bool {
        small.indices.contains { place in
            let isGoingOn = small[place].hasSuffix("ing")
            return verbs.contains(small[place])
                && (place == 0 || (isGoingOn ? ["i'm", "now", "we're"] : before).contains(small[place - 1]))
                && !small[..<place].contains { CheckWords.negations.contains($0) }
        }
    }

    /// Small letters without marks at the ends.
    static func folded(_ word: String) -> String {
        var text = word.lowercased()[...]
        while let first = text.first, !first.isLetter, !first.isNumber { text.removeFirst() }
        while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
        return String(text).replacing("’", with: "'").replacing("\u{A0}", with: " ")
    }
}
