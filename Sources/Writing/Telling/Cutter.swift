import Signals

/// Finds the stretches of a quote that can stand by themselves.
struct Cutter: Sendable {
    /// Names that count as one word.
    let names: NameBook
    /// The person's names, in small letters.
    var subject: Set<String> = []

    /// The fewest words that say something.
    static let fewest = 4

    var reader: WordReader { WordReader(names: names, subject: subject) }

    /// Every stretch that may be quoted, the best first.
    func cuts(of quote: String, kind: SignalKind, limit: Int) -> [Cut] {
        cuts(of: QuoteReading(quote, reader: reader), kind: kind, limit: limit)
    }

    /// The same for a quote that was taken apart.
    func cuts(of quote: QuoteReading, kind: SignalKind, limit: Int) -> [Cut] {
        let pieces = quote.pieces
        guard !pieces.isEmpty, !pieces.contains(where: { CutWords.areUnfit($0.words) }) else { return [] }
        var cuts: [Cut] = []
        for (place, piece) in pieces.enumerated()
        where !piece.isQuestion && piece.isOpened && !isAside(piece.words[...]) {
            let near = nearThanks(place, pieces)
            if let cut = cut(piece.words, closed: piece.isClosed, kind: kind, place: place, limit: limit, thanks: near)
            {
                cuts.append(cut)
            }
            if kind == .recognition, let cut = thing(in: piece, place: place, limit: limit) { cuts.append(cut) }
            guard piece.joinsNext, place + 1 < pieces.count else { continue }
            let next = pieces[place + 1]
            guard !next.isQuestion, next.isClosed, piece.words.count + next.words.count <= min(limit, 16),
                next.words.count >= Self.fewest, !isAside(next.words[...]), !isThanks(piece.words),
                !isThanks(next.words)
            else { continue }
            let both = piece.words + next.words
            if let cut = cut(both, closed: next.isClosed, kind: kind, place: place, limit: limit, thanks: near) {
                cuts.append(cut)
            }
        }
        return cuts.sorted { ($1.weight, $0.text.utf8.count) < ($0.weight, $1.text.utf8.count) }
    }

    func cut(
        _ all: [QuoteWord],
        closed: Bool,
        kind: SignalKind,
        place: Int,
        limit: Int,
        thanks: Bool
    ) -> Cut? {
        var words = all[...]
        // `remote: …`, `error: …`: a machine speaks.
        if let first = words.first, first.ends(with: ":"), first.text.first?.isLowercase == true, !first.is(.name) {
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
        return made(words, isCut: isCut, kind: kind, place: place, shape: .sentence, hasThanks: hasThanks)
    }

    /// True for a sentence that has no place in a review, whoever says it.
    func isAside(_ words: ArraySlice<QuoteWord>) -> Bool {
        if words.contains(where: { $0.is(.aside) || $0.text.utf8.count > 28 && !$0.is(.name) }) { return true }
        guard WordingLists.isForbidden(words) else { return false }
        return WordingLists.isForbidden(words.filter { !$0.is(.name) }[...])
    }

    /// A whole thought: half of one, such as `if you …`, needs the other half.
    func isWhole(_ words: ArraySlice<QuoteWord>) -> Bool {
        let marked = words.filter { $0.is(.apostrophe) }
        let opening = marked.count { $0.text.hasPrefix("'") }
        let closing = marked.count {
            $0.text.trimmingEnd(of: ".,;:!?").hasSuffix("'") && !$0.text.hasSuffix("s'")
        }
        if opening != closing { return false }
        guard let first = words.first else { return false }
        if ["who", "which", "whose", "where"].contains(first.small) { return false }
        guard first.is(.half) else { return true }
        guard let comma = words.dropLast(3).firstIndex(where: { $0.ends(with: ",") || $0.small == "then" }) else {
            return false
        }
        return words.endIndex - comma > 4
    }

    /// Words that people read, enough of which carry matter.
    func isQuotable(_ words: ArraySlice<QuoteWord>) -> Bool {
        words.count { $0.is(.content) } >= 2 && isReadable(words)
            && words.count { $0.is(.opensBracket) } == words.count { $0.is(.closesBracket) }
    }

    /// Words that people read, not machines.
    func isReadable(_ words: ArraySlice<QuoteWord>) -> Bool {
        let odd = words.count { $0.is(.odd) && !$0.is(.name) }
        return Double(odd) <= 0.2 * Double(words.count) && !words.contains { $0.is(.strayAt) }
    }

    /// True where every bracket and quotation mark that opens is closed.
    func isBalanced(_ words: ArraySlice<QuoteWord>) -> Bool {
        let marked = words.filter { $0.is(.apostrophe) }.map(\.text)
        let ends = marked.map { $0.trimmingEnd(of: ".,;:!?)") }
        let opening = marked.count { $0.drop { $0 == "(" }.hasPrefix("'") }
        let closing = ends.count { $0.hasSuffix("'") && !$0.hasSuffix("s'") && $0.count > 1 }
        return opening <= closing + ends.count { $0.hasSuffix("s'") } && closing <= opening
            && words.count { $0.is(.opensBracket) } == words.count { $0.is(.closesBracket) }
    }

    func made(
        _ words: ArraySlice<QuoteWord>,
        isCut: Bool,
        kind: SignalKind,
        place: Int,
        shape: Cut.Shape,
        hasThanks: Bool = false
    ) -> Cut {
        let read = Self.act(words, kind: kind)
        let isTakenBack = shape == .sentence && hasThanks && read == .plain && Self.takesBack(words)
        let act = isTakenBack ? .plain : shape == .thing || hasThanks ? .thanks : read
        let saysEffect = Self.saysEffect(words)
        var weight = Double(min(words.count { $0.is(.content) }, 7))
        weight += act == .plain ? 0 : 2.5
        weight += saysEffect ? 1 : 0
        weight += shape == .thing ? 2 : 0
        weight += words.contains { $0.is(.number) } ? 0.7 : 0
        weight += words.dropFirst().contains { $0.is(.capital) && !$0.text.hasPrefix("I") } ? 0.5 : 0
        weight -= Double(place) * 0.4
        weight -= isCut ? 1.5 : 0
        weight -= words.first?.is(.pointer) ?? false ? 2.5 : 0
        weight -= words.count > 16 ? 1 : 0
        weight -= words.count < 6 ? 1.5 : 0
        // What somebody will do next says nothing about what was done for them.
        if kind == .recognition, shape == .sentence, words.contains(where: { $0.small == "will" || $0.small == "i'll" })
        {
            weight -= 2
        }
        let text = Self.shown(words, isCut: isCut)
        return Cut(
            text: text,
            read: reader.words(of: text, from: words),
            words: words.count,
            act: act,
            saysEffect: saysEffect,
            weight: weight,
            shape: shape
        )
    }

    static func shown(_ words: ArraySlice<QuoteWord>, isCut: Bool) -> String {
        var text = words.map { $0.is(.called) ? String($0.text.dropFirst()) : $0.text }.joined(separator: " ")
        if text.utf8.contains(0xA0) { text = text.replacing("\u{A0}", with: " ") }
        text = text.trimmingEnd(of: " .,;:!-–—…")
        while let first = text.first, " ,.;:-–—!".contains(first) { text.removeFirst() }
        if text.hasPrefix("("), text.hasSuffix(")"), text.count(where: { $0 == "(" }) == 1 {
            text = String(text.dropFirst().dropLast())
        }
        // A single mark at one end has lost its partner.
        if text.hasPrefix("'"), text.count(where: { $0 == "'" }) == 1 { text.removeFirst() }
        if text.utf8.contains(where: { $0 == 40 || $0 == 41 }),
            text.count(where: { $0 == "(" }) != text.count(where: { $0 == ")" })
        {
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
        var isSmall = true
        for byte in bytes {
            if byte >= 128 { return nil }
            if byte < 97 || byte > 122 { isSmall = false }
        }
        if isSmall { return String(word) }
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
