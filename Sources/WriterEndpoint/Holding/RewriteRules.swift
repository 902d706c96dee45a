/// Holds a model's sentence against the composed one, both masked: what carries the claim stays, and nothing joins it.
///
/// Source: `docs/methods.md`, "Rewording by a model".
struct RewriteRules {
    let before: MaskedFrame
    let after: MaskedFrame
    let facts: SourceFacts
    private let text: String
    private let ending: Character?

    init(original: String, rewording: String, facts: SourceFacts) {
        before = MaskedFrame(original)
        after = MaskedFrame(rewording)
        text = rewording
        ending = original.last
        self.facts = facts
    }

    /// Everything that is wrong; empty where the sentence may go on to the citation check.
    var faults: [RewriteFault] {
        guard !after.tokens.isEmpty else { return [.shape] }
        return marks + shape + labels + quotes + counts + words + lost + order + parts + opening + length
    }

    private static let plainMarks: Set<Character> = [".", ",", ":", ";", "–", "—", "-"]

    private var marks: [RewriteFault] {
        var faults: [RewriteFault] = []
        let allowed = Self.plainMarks.union(before.marks)
        if let mark = after.marks.first(where: { !allowed.contains($0) }) { faults.append(.mark(String(mark))) }
        for scalar in text.unicodeScalars where Unseen.isUnseen(scalar) {
            faults.append(.mark("U+" + String(scalar.value, radix: 16)))
            break
        }
        return faults
    }

    /// A sentence, or two, with a capital in front, one mark at a time, no word twice in a row, and the same end.
    private var shape: [RewriteFault] {
        let isOpen = text.first.map { $0.isUppercase || $0.isNumber || $0 == "[" || $0 == "“" } ?? false
        let isEnded = text.last == "." || text.last == ending
        let repeats = zip(after.tokens, after.tokens.dropFirst()).contains { $0.isWord && $0.small == $1.small }
        return isOpen && isEnded && marksPartWords && !repeats ? [] : [.shape]
    }

    /// True where no two marks or spaces stand together, and a full stop inside begins another sentence, once.
    private var marksPartWords: Bool {
        var isQuoted = false
        var last: Character = " "
        var lastMark = false
        var stops = 0
        var opens = false
        for character in text {
            if isQuoted {
                isQuoted = character != "”"
                (last, lastMark) = (character, false)
                continue
            }
            if character == " " {
                if last == " " { return false }
            } else if Self.plainMarks.contains(character), character != "-" {
                if lastMark { return false }
                (lastMark, opens) = (true, character == ".")
                if opens { stops += 1 }
            } else {
                if opens, last != " " || !(character.isUppercase || character == "[" || character == "“") {
                    return false
                }
                (lastMark, opens) = (false, false)
                isQuoted = character == "“"
            }
            last = character
        }
        return stops <= 2
    }

    private var labels: [RewriteFault] {
        Self.difference(before.tokens, after.tokens) { if case .label = $0.sort { $0.text } else { nil } }
            .map { .label($0) }
    }

    /// Every quote stays, letter by letter, in its order; what a shorter one would leave out is for the composer to say.
    private var quotes: [RewriteFault] {
        guard after.isWhole, before.isWhole, before.quotes.count == after.quotes.count else { return [.quote("")] }
        return zip(before.quotes, after.quotes).compactMap { $0 == $1 ? nil : .quote($1) }
    }

    /// Numbers, dates and weighty words: as many of each as before.
    private var counts: [RewriteFault] {
        let numbers = Self.difference(before.tokens, after.tokens) { token in
            token.isNumber
                || token.isWord && HoldingWords.days.contains(token.small) && token.text.first?.isUppercase == true
                ? token.small : nil
        }
        let weights = Self.difference(before.tokens, after.tokens) { token in
            token.isWord && HoldingWords.weighty.contains(token.small) ? token.small : nil
        }
        return numbers.map { .number($0) } + weights.map { .weight($0) }
    }

    /// Every other word is free, a verb of telling, a word of the sentence, or a fact of the sources.
    private var words: [RewriteFault] {
        let known = Set(before.tokens.map(\.small))
        return after.tokens.compactMap { token -> RewriteFault? in
            guard token.isWord, !known.contains(token.small), !token.isNumber else { return nil }
            let small = token.small
            if HoldingWords.judging.contains(small) { return .judgement(small) }
            if HoldingWords.address.contains(small) { return .address(small) }
            if HoldingWords.free.contains(small) || HoldingWords.weighty.contains(small) { return nil }
            if HoldingWords.telling.contains(small) {
                return before.tokens.contains { $0.isWord && HoldingWords.telling.contains($0.small) }
                    ? nil : .word(small)
            }
            // A capital in the middle is a name.
            let isName = token.text.first?.isUppercase == true && token != after.tokens.first
            guard !isName, small.utf8.count > 2, facts.says(small) else { return .word(small) }
            return facts.saysAsFact(small) ? nil : .unreal(small)
        }
    }

    /// Words of matter stay; one verb of telling may stand for another, or for what a source says was done.
    private var lost: [RewriteFault] {
        let left = Self.difference(before.tokens, after.tokens) { $0.isWord && Self.isBone($0) ? $0.small : nil }
        let kept = Set(after.tokens.map(\.small))
        var faults: [RewriteFault] = left.filter { word in
            !kept.contains(word) && !HoldingWords.weighty.contains(word)
        }.map { .lost($0) }
        let told = before.tokens.filter { HoldingWords.telling.contains($0.small) }
        let known = Set(before.tokens.map(\.small))
        let tells = after.tokens.contains { token in
            HoldingWords.telling.contains(token.small)
                || Self.isBone(token) && token.isWord && !known.contains(token.small)
        }
        if let verb = told.first, !tells { faults.append(.lost(verb.small)) }
        return faults
    }

    /// People, quotes and the words of matter that stay keep their order.
    private var order: [RewriteFault] {
        var rest = before.tokens.filter(Self.isBone)[...]
        for token in after.tokens where Self.isBone(token) {
            guard before.tokens.contains(where: { $0.small == token.small && $0.sort == token.sort }) else { continue }
            guard let place = rest.firstIndex(where: { $0.small == token.small && $0.sort == token.sort }) else {
                return [.order(token.small)]
            }
            rest = rest[(place + 1)...]
        }
        return []
    }

    private static func isBone(_ token: MaskedFrame.Token) -> Bool {
        switch token.sort {
        case .quote: true
        case .label(let sort): sort.hasPart
        case .word:
            !HoldingWords.free.contains(token.small) && !HoldingWords.telling.contains(token.small) && !token.isNumber
                && !HoldingWords.days.contains(token.small)
        }
    }

    /// Nobody becomes the giver where they were the getter: what stands before a person gives the same part.
    private var parts: [RewriteFault] {
        let people = zip(Self.people(before), Self.people(after))
        return people.compactMap { old, new in
            guard old.label == new.label else { return nil }
            let getters: Set<String> = ["about", "of", "for"]
            let isSame =
                old.part == new.part || getters.contains(old.part) && getters.contains(new.part)
                || getters.contains(old.part) && new.part.isEmpty && new.followsVerb
            return isSame ? nil : .part(new.label)
        }
    }

    private static func people(_ frame: MaskedFrame) -> [(label: String, part: String, followsVerb: Bool)] {
        frame.tokens.indices.compactMap { place in
            guard case .label(let sort) = frame.tokens[place].sort, sort.hasPart else { return nil }
            let before = place > 0 ? frame.tokens[place - 1] : nil
            let part = before.map { $0.isWord && HoldingWords.parts.contains($0.small) ? $0.small : "" } ?? ""
            let followsVerb = before.map { $0.isWord && isBone($0) || HoldingWords.telling.contains($0.small) } ?? false
            return (frame.tokens[place].text, part, followsVerb)
        }
    }

    private var opening: [RewriteFault] {
        guard let first = after.tokens.first, first.isWord, !first.isNumber, first.small != before.tokens.first?.small,
            !HoldingWords.openers.contains(first.small), !HoldingWords.days.contains(first.small)
        else { return [] }
        return [.opening(first.small)]
    }

    private var length: [RewriteFault] {
        let ratio = Double(after.wordCount) / Double(max(1, before.wordCount))
        return (0.6...1.4).contains(ratio) ? [] : [.length]
    }

    /// What one has more often than the other.
    private static func difference(
        _ one: [MaskedFrame.Token],
        _ other: [MaskedFrame.Token],
        _ key: (MaskedFrame.Token) -> String?
    ) -> [String] {
        var counts: [String: Int] = [:]
        for token in one { if let key = key(token) { counts[key, default: 0] += 1 } }
        for token in other { if let key = key(token) { counts[key, default: 0] -= 1 } }
        return counts.filter { $0.value != 0 }.keys.sorted()
    }
}

/// Marks that the eye cannot see.
enum Unseen {
    static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
            0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0E, 0xFEFF, 0xFFA0,
            0xFFF9...0xFFFB, 0xE0000...0xE0FFF, 0xE000...0xF8FF, 0xF0000...0x10FFFF:
            true
        default: false
        }
    }

    /// True where a text holds such marks; line breaks of a message are none.
    static func isIn(_ text: String) -> Bool {
        text.unicodeScalars.contains { isUnseen($0) && $0 != "\n" && $0 != "\t" && $0 != "\r" && $0.value != 0x200D }
    }
}
