import Evidence
import Signals

/// Whether words are about the person, as far as they and their message show it.
struct WhoIsMeant {
    /// Names that count as one word.
    let names: NameBook
    /// Names of the person, in small letters.
    let subject: Set<String>

    /// Whom words speak to or of: what a frame may say of them.
    func address(of text: String, in entry: LedgerEntry) -> Material.Address {
        guard entry.voice.person != entry.subject else { return .unsaid }
        let isNamed = says(subject, text) || saysOwner(text)
        let speaksTo = says(Self.second, text)
        if speaksTo, isNamed || says(subject, entry.quote) && !callsOthers(entry.quote) { return .toPerson }
        return isNamed && !speaksTo ? .ofPerson : .unsaid
    }

    private static let second: Set<String> = ["you", "your", "you've", "you're", "you'd", "yours", "yourself"]

    private func saysOwner(_ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).contains { word in
            let small = Cutter.folded(String(word))
            return small.hasSuffix("'s") && subject.contains(String(small.dropLast(2)))
        }
    }

    private func callsOthers(_ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).contains { word in
            word.hasPrefix("@") && !isSubject(word)
        }
    }

    private func isSubject(_ word: Substring) -> Bool {
        var small = Cutter.folded(String(word))
        if small.hasSuffix("'s") { small.removeLast(2) }
        return subject.contains(small)
    }

    /// Whole sentences that may stand in a review at all: nobody else is judged in them, and thanks go to nobody else.
    func mayStand(_ cut: Cut, _ entry: LedgerEntry) -> Bool {
        if entry.voice.person == entry.subject { return !judgesSomebody(cut, entry) }
        return entry.kind != .recognition || !Self.tellsToDo(cut.text)
    }

    /// `you should`, `you need to`: advice to the person, no recognition.
    private static func tellsToDo(_ text: String) -> Bool {
        let small = text.split(whereSeparator: \.isWhitespace).map { Cutter.folded(String($0)) }
        return zip(small, small.dropFirst()).contains {
            $0 == "you" && ["should", "need", "must", "shouldn't"].contains($1)
        }
    }

    /// Whole sentences that show by themselves what they tell: an act of the person's own, or words that are clearly meant for them.
    func isClear(_ cut: Cut, _ entry: LedgerEntry) -> Bool {
        if entry.voice.person == entry.subject {
            return (cut.act != .plain || ![.ownership, .delivery, .decision].contains(entry.kind))
                && !isBySomebodyElse(cut, entry)
        }
        guard entry.kind == .recognition else { return true }
        // What the reader was less sure of has to show itself.
        if entry.confidence < Happening.clearEnough, cut.act == .plain, !cut.saysDeed, !cut.saysEffect,
            !says(Self.second, cut.text)
        {
            return false
        }
        let isNamed = says(subject, cut.text) || saysOwner(cut.text)
        if isNamed || cut.act == .thanks { return true }
        if says(subject, entry.quote) || saysOwner(entry.quote) {
            // Named elsewhere in the message: what the speaker tells of themselves is no word about the person.
            let speaksOfSelf = says(["i", "i'm", "i've", "i'd", "my", "me"], cut.text)
            let tells = cut.saysEffect || cut.saysDeed || says(Self.second, cut.text)
            return !callsOthers(entry.quote) && (tells || !speaksOfSelf)
        }
        // Nobody is named: the reader has to be sure, and the words have to speak to somebody, or praise.
        guard entry.confidence >= 0.75 else { return false }
        return cut.act == .praises || says(CutWords.thanks, entry.quote)
            || says(Self.second, cut.text) && [.helperBefore, .threadRoot].contains(entry.reason)
    }

    /// The person's own acts, thanks and critique by others; what others say that somebody did is told only as their words.
    func isTellable(_ entry: LedgerEntry, blockedToo: Bool) -> Bool {
        if entry.kind == .blocked { return blockedToo }
        guard entry.voice.person != entry.subject else { return true }
        return entry.kind == .recognition && !isForSomebodyElse(entry) || entry.kind == .feedback
    }

    /// False for a sentence that thanks or names somebody else only, in words that thank the person elsewhere.
    func isAbout(_ cut: Cut, _ entry: LedgerEntry) -> Bool {
        if entry.voice.person == entry.subject {
            // Words of an act that do not show it tell nothing about the work.
            if cut.act == .plain, [.ownership, .delivery, .decision].contains(entry.kind) { return false }
            return !judgesSomebody(cut, entry) && !isBySomebodyElse(cut, entry)
        }
        guard entry.kind == .recognition, cut.shape == .sentence else {
            return true
        }
        // Words that neither thank nor praise have to speak to the person or about the person, or say what thanks were for.
        if cut.act == .plain {
            if says(CutWords.unreal, cut.text) || says(["but", "will", "i'll", "we'll", "going"], cut.text) {
                return false
            }
            if cut.saysEffect, says(CutWords.thanks, entry.quote) { return true }
            // Who is named is meant; who merely began the thread has to be meant clearly.
            let isSure =
                says(CutWords.thanks, entry.quote) || [.mentioned, .named].contains(entry.reason)
                || entry.reason == .threadRoot && entry.confidence >= 0.75
            let speaksTo = says(["you", "your", "you've"], cut.text) || says(subject, cut.text)
            if speaksTo { return isSure && !deniesYou(cut.text) }
            // Where the person alone is named, the other sentences are about the same thing.
            let speaksOfSelf = says(["i", "i'm", "i've", "i'd", "we", "my", "our", "me"], cut.text)
            return entry.confidence >= 0.85 && namesOnlySubject(entry) && !speaksOfSelf
                && !says(CheckWords.negations, cut.text)
        }
        guard cut.act == .thanks else { return true }
        let small = cut.text.split(separator: " ").map { Cutter.folded(String($0)) }
        guard let thanks = small.firstIndex(where: { CutWords.thanks.contains($0) }) else { return true }
        let behind = small.indices.filter { $0 > thanks && $0 <= thanks + 4 }
        let named = behind.filter { names.isName(small[$0]) }
        return named.isEmpty || small.contains { subject.contains($0) }
    }

    /// Thanks that name others and not the person, though the reader thought of the person.
    private func isForSomebodyElse(_ entry: LedgerEntry) -> Bool {
        let words = entry.quote.split(whereSeparator: \.isWhitespace).map(String.init)
        // `Ana's table` names Ana.
        let small = words.map { word in
            let small = Cutter.folded(word)
            return small.hasSuffix("'s") ? String(small.dropLast(2)) : small
        }
        func called(in places: Range<Int>) -> [String] {
            places.filter { words[$0].hasPrefix("@") || names.isName(words[$0]) || subject.contains(small[$0]) }
                .map { small[$0] }
        }
        // `thanks anyway`, `thanks, but`: no thanks for what was done.
        for place in small.indices where CutWords.thanks.contains(small[place]) {
            if small[place...].prefix(4).contains(where: {
                ["but", "anyway", "anyways", "however", "though", "advance"].contains($0)
            }) {
                return true
            }
        }
        let thanked = small.indices.filter { CutWords.thanks.contains(small[$0]) }
            .flatMap { called(in: $0..<min(words.count, $0 + 6)) }
        if !thanked.isEmpty { return !thanked.contains { subject.contains($0) } }
        guard entry.reason != .mentioned, entry.reason != .named else { return false }
        // Somebody else is named, and the person is not: `Tomasz-san reviewed my change … thank you`.
        let isNamed = small.contains { subject.contains($0) }
        let others = words.indices.contains { place in
            words[place].first?.isUppercase == true && !subject.contains(small[place])
                && (names.isName(words[place])
                    || words[place].firstIndex(of: "-").map { names.isName(String(words[place][..<$0])) }
                        ?? false)
        }
        if !isNamed, others { return true }
        return zip(words, small).contains { $0.hasPrefix("@") && !subject.contains($1) }
    }

    /// `Angelo checked it in`, `CI restarted`: reported by the person, done by somebody or something else.
    private func isBySomebodyElse(_ cut: Cut, _ entry: LedgerEntry) -> Bool {
        guard [.delivery, .upkeep, .ownership].contains(entry.kind) else { return false }
        let words = cut.text.split(whereSeparator: \.isWhitespace).prefix(3).map(String.init)
        guard let first = words.first, first.first?.isUppercase == true else { return false }
        let small = words.map(Cutter.folded)
        if names.isName(first), !subject.contains(small[0]) { return true }
        guard small.count > 1, !CheckWords.function.contains(small[0]), !small[0].hasSuffix("ed"),
            !WordStem.isPast(small[0]), !CutWords.openers.contains(small[0]), !CheckWords.movable.contains(small[0])
        else { return false }
        return small[1].hasSuffix("ed") || WordStem.isPast(small[1])
    }

    /// Own views in which colleagues are named may be views about them; those are theirs to read, not a review's.
    private func judgesSomebody(_ cut: Cut, _ entry: LedgerEntry) -> Bool {
        guard [.judgement, .coaching, .decision].contains(entry.kind) else { return false }
        if says(["he", "she", "him", "his", "her", "hers", "he's", "she's"], cut.text) { return true }
        // Who is called with `@` and spoken of behind the first word is no addressee.
        let called = Set(
            entry.quote.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("@") }.map(Cutter.folded)
        )
        let words = cut.text.split(separator: " ")
        if words.dropFirst().contains(where: { word in
            let small = Cutter.folded(word)
            return called.contains(small) && !subject.contains(small)
        }) {
            return true
        }
        return cut.text.split(separator: " ").contains { word in
            word.first?.isUppercase == true && names.isName(String(word))
                && !subject.contains(Cutter.folded(String(word)))
        }
    }

    /// `you did not`, `you should`: no recognition.
    private func deniesYou(_ text: String) -> Bool {
        let small = text.split(whereSeparator: \.isWhitespace).map { Cutter.folded(String($0)) }
        return small.indices.contains { place in
            ["you", "your", "you've"].contains(small[place])
                && small[place...].dropFirst().prefix(2).contains {
                    CheckWords.negations.contains($0)
                        || ["should", "need", "could", "might", "may", "have"].contains($0)
                }
        }
    }

    private func namesOnlySubject(_ entry: LedgerEntry) -> Bool {
        let called = entry.quote.split(whereSeparator: \.isWhitespace).filter {
            $0.hasPrefix("@") || $0.first?.isUppercase == true && names.isName(String($0))
        }
        return !called.isEmpty
            && called.allSatisfy { word in
                var name = Cutter.folded(String(word))
                if name.hasSuffix("'s") { name.removeLast(2) }
                return subject.contains(name)
            }
    }

    private func says(_ words: Set<String>, _ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).contains { words.contains(Cutter.folded(String($0))) }
    }
}
