import Signals

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
            !pieces.contains(where: { CutWords.areUnfit($0.words.map(Self.folded)) })
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

    func cut(
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
            if found, !isAboutDeed(words) { return nil }
            hasThanks = found || thanks
        }
        guard words.count >= (isCut ? 8 : Self.fewest), isQuotable(words), isWhole(words) else { return nil }
        return made(Array(words), isCut: isCut, kind: kind, place: place, shape: .sentence, hasThanks: hasThanks)
    }

    /// True for a sentence that has no place in a review, whoever says it.
    func isAside(_ words: [String]) -> Bool {
        let small = words.map(Self.folded)
        if zip(words, small).contains(where: { CutWords.asides.contains($1) || $0.utf8.count > 28 && !names.isName($0) }
        ) {
            return true
        }
        guard WordingLists.isForbidden(small) else { return false }
        return WordingLists.isForbidden(zip(words, small).filter { !names.isName($0.0) }.map(\.1))
    }

    /// A whole thought: half of one, such as `if you …`, needs the other half.
    func isWhole(_ words: ArraySlice<String>) -> Bool {
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

    /// Words that people read, enough of which carry matter.
    func isQuotable(_ words: ArraySlice<String>) -> Bool {
        words.count { isContent($0) } >= 2 && isReadable(words)
            && words.count { $0.contains("(") } == words.count { $0.contains(")") }
    }

    /// Words that people read, not machines.
    func isReadable(_ words: ArraySlice<String>) -> Bool {
        let odd = words.count { word in
            word.contains { "{}<>=/\\|[]#$%&^~+;".contains($0) } && !names.isName(word)
        }
        return Double(odd) <= 0.2 * Double(words.count) && words.allSatisfy { !$0.contains("@") || $0.hasPrefix("@") }
    }

    /// True where every bracket and quotation mark that opens is closed.
    func isBalanced(_ words: ArraySlice<String>) -> Bool {
        let ends = words.map { $0.trimmingEnd(of: ".,;:!?)") }
        let opening = words.count { $0.drop { $0 == "(" }.hasPrefix("'") }
        let closing = ends.count { $0.hasSuffix("'") && !$0.hasSuffix("s'") && $0.count > 1 }
        return opening <= closing + ends.count { $0.hasSuffix("s'") } && closing <= opening
            && words.count { $0.contains("(") } == words.count { $0.contains(")") }
    }

    func isContent(_ word: String) -> Bool {
        let small = Self.folded(word)
        return small.utf8.count >= 5 && !names.isName(word) && !CheckWords.empty.contains(small)
            && !CheckWords.starters.contains(small)
    }

    func made(
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

    static func shown(_ words: [String], isCut: Bool) -> String {
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

    /// Small letters without marks at the ends.
    static func folded(_ word: String) -> String { folded(word[...]) }

    /// Small letters without marks at the ends.
    static func folded(_ word: Substring) -> String {
        if let plain = plain(word) { return plain }
        var text = word.lowercased()[...]
        while let first = text.first, !first.isLetter, !first.isNumber { text.removeFirst() }
        while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
        return String(text.map { $0 == "’" ? "'" : $0 == "\u{A0}" ? " " : $0 })
    }

    /// The same for words of plain letters, which most are: by bytes, since every word of every quote comes by here.
    private static func plain(_ word: Substring) -> String? {
        let bytes = word.utf8
        guard bytes.allSatisfy({ $0 < 128 }) else { return nil }
        func isPart(_ byte: UInt8) -> Bool {
            (byte | 0x20) >= 97 && (byte | 0x20) <= 122 || byte >= 48 && byte <= 57
        }
        guard let first = bytes.firstIndex(where: isPart), let last = bytes.lastIndex(where: isPart) else { return "" }
        let core = bytes[first...last]
        return String(unsafeUninitializedCapacity: core.count) { buffer in
            var place = 0
            for byte in core {
                buffer[place] = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
                place += 1
            }
            return place
        }
    }
}
