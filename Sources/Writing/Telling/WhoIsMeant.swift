import Evidence
import Signals

/// Whether words are about the person, as far as they and their message show it.
struct WhoIsMeant {
    /// Who is known by name, and by which names the person is.
    let reader: WordReader

    /// Whom words speak to or of: what a frame may say of them.
    func address(of cut: Cut, in entry: LedgerEntry, _ quote: QuoteReading) -> Material.Address {
        guard entry.voice.person != entry.subject else { return .unsaid }
        let isNamed = Self.says([.subject, .subjectOwner], cut)
        let speaksTo = Self.says(.second, cut)
        if speaksTo, isNamed || quote.sets.contains(.subject) && !callsOthers(quote) { return .toPerson }
        return isNamed && !speaksTo ? .ofPerson : .unsaid
    }

    private func callsOthers(_ quote: QuoteReading) -> Bool {
        quote.sets.contains(.called)
            && quote.words.contains { $0.is(.called) && !$0.is([.subject, .subjectOwner]) }
    }

    /// Whole sentences that may stand in a review at all: nobody else is judged in them, and thanks go to nobody else.
    func mayStand(_ cut: Cut, _ entry: LedgerEntry, _ quote: QuoteReading) -> Bool {
        if entry.voice.person == entry.subject { return !judgesSomebody(cut, entry, quote) }
        return entry.kind != .recognition || !Self.tellsToDo(cut)
    }

    /// `you should`, `you need to`: advice to the person, no recognition.
    private static func tellsToDo(_ cut: Cut) -> Bool {
        zip(cut.read, cut.read.dropFirst()).contains {
            $0.small == "you" && ["should", "need", "must", "shouldn't"].contains($1.small)
        }
    }

    /// Whole sentences that show by themselves what they tell: an act of the person's own, or words that are clearly meant for them.
    func isClear(_ cut: Cut, _ entry: LedgerEntry, _ quote: QuoteReading) -> Bool {
        if entry.voice.person == entry.subject {
            return (cut.act != .plain || ![.ownership, .delivery, .decision].contains(entry.kind))
                && !isBySomebodyElse(cut, entry)
        }
        guard entry.kind == .recognition else { return true }
        // What the reader was less sure of has to show itself.
        if entry.confidence < Happening.clearEnough, cut.act == .plain, !cut.saysDeed, !cut.saysEffect,
            !Self.says(.second, cut)
        {
            return false
        }
        if Self.says([.subject, .subjectOwner], cut) || cut.act == .thanks { return true }
        if quote.sets.isAny(of: [.subject, .subjectOwner]) {
            // Named elsewhere in the message: what the speaker tells of themselves is no word about the person.
            let speaksOfSelf = Self.says(["i", "i'm", "i've", "i'd", "my", "me"], cut)
            let tells = cut.saysEffect || cut.saysDeed || Self.says(.second, cut)
            return !callsOthers(quote) && (tells || !speaksOfSelf)
        }
        // Nobody is named: the reader has to be sure, and the words have to speak to somebody, or praise.
        guard entry.confidence >= 0.75 else { return false }
        return cut.act == .praises || quote.sets.contains(.thanks)
            || Self.says(.second, cut) && [.helperBefore, .threadRoot].contains(entry.reason)
    }

    /// The person's own acts, thanks and critique by others; what others say that somebody did is told only as their words.
    func isTellable(_ entry: LedgerEntry, _ quote: @autoclosure () -> QuoteReading, blockedToo: Bool) -> Bool {
        if entry.kind == .blocked { return blockedToo }
        guard entry.voice.person != entry.subject else { return true }
        return entry.kind == .recognition && !isForSomebodyElse(entry, quote()) || entry.kind == .feedback
    }

    /// False for a sentence that thanks or names somebody else only, in words that thank the person elsewhere.
    func isAbout(_ cut: Cut, _ entry: LedgerEntry, _ quote: QuoteReading) -> Bool {
        if entry.voice.person == entry.subject {
            // Words of an act that do not show it tell nothing about the work.
            if cut.act == .plain, [.ownership, .delivery, .decision].contains(entry.kind) { return false }
            return !judgesSomebody(cut, entry, quote) && !isBySomebodyElse(cut, entry)
        }
        guard entry.kind == .recognition, cut.shape == .sentence else {
            return true
        }
        // Words that neither thank nor praise have to speak to the person or about the person, or say what thanks were for.
        if cut.act == .plain { return isAboutWithoutPraise(cut, entry, quote) }
        guard cut.act == .thanks else { return true }
        guard let thanks = cut.read.firstIndex(where: { $0.is(.thanks) }) else { return true }
        let named = cut.read[thanks...].dropFirst().prefix(4).contains { reader.names.isName($0.small) }
        return !named || Self.says(.subject, cut)
    }

    private func isAboutWithoutPraise(_ cut: Cut, _ entry: LedgerEntry, _ quote: QuoteReading) -> Bool {
        if Self.says(.unreal, cut) || Self.says(["but", "will", "i'll", "we'll", "going"], cut) { return false }
        let hasThanks = quote.sets.contains(.thanks)
        if cut.saysEffect, hasThanks { return true }
        // Who is named is meant; who merely began the thread has to be meant clearly.
        let isSure =
            hasThanks || [.mentioned, .named].contains(entry.reason)
            || entry.reason == .threadRoot && entry.confidence >= 0.75
        let speaksTo = Self.says(["you", "your", "you've"], cut) || Self.says(.subject, cut)
        if speaksTo { return isSure && !deniesYou(cut) }
        // Where the person alone is named, the other sentences are about the same thing.
        let speaksOfSelf = Self.says(["i", "i'm", "i've", "i'd", "we", "my", "our", "me"], cut)
        return entry.confidence >= 0.85 && namesOnlySubject(quote) && !speaksOfSelf && !Self.says(.negation, cut)
    }

    /// Thanks that name others and not the person, though the reader thought of the person.
    private func isForSomebodyElse(_ entry: LedgerEntry, _ quote: QuoteReading) -> Bool {
        let words = quote.words
        // `Ana's table` names Ana.
        func isSubject(_ word: QuoteWord) -> Bool { isPerson(word) }
        // `thanks anyway`, `thanks, but`: no thanks for what was done.
        for place in words.indices where bareThanks(words[place]) {
            if words[place...].prefix(4).contains(where: {
                ["but", "anyway", "anyways", "however", "though", "advance"].contains(Self.bare($0.small))
            }) {
                return true
            }
        }
        let thanked = words.indices.filter { bareThanks(words[$0]) }.flatMap { place in
            words[place..<min(words.count, place + 6)].filter { $0.is([.called, .name]) || isSubject($0) }
        }
        if !thanked.isEmpty { return !thanked.contains(where: isSubject) }
        guard entry.reason != .mentioned, entry.reason != .named else { return false }
        // Somebody else is named, and the person is not: `Tomasz-san reviewed my change … thank you`.
        let others = words.contains { word in
            word.is(.capital) && !isSubject(word)
                && (word.is(.name)
                    || word.text.firstIndex(of: "-").map { reader.names.isName(String(word.text[..<$0])) } ?? false)
        }
        if !words.contains(where: isSubject), others { return true }
        return words.contains { $0.is(.called) && !isSubject($0) }
    }

    /// Without `'s`.
    private static func bare(_ small: String) -> String {
        small.utf8.last == UInt8(ascii: "s") && small.hasSuffix("'s") ? String(small.dropLast(2)) : small
    }

    private func bareThanks(_ word: QuoteWord) -> Bool {
        let bare = Self.bare(word.small)
        return bare.utf8.count == word.small.utf8.count ? word.is(.thanks) : CutWords.thanks.contains(bare)
    }

    /// One of the person's names, also with `'s`.
    private func isPerson(_ word: QuoteWord) -> Bool {
        // A name that ends with `'s` itself is no owner.
        word.is(.subjectOwner) || word.is(.subject) && !word.small.hasSuffix("'s")
    }

    /// `Ben checked it in`, `CI restarted`: reported by the person, done by somebody or something else.
    private func isBySomebodyElse(_ cut: Cut, _ entry: LedgerEntry) -> Bool {
        guard [.delivery, .upkeep, .ownership].contains(entry.kind) else { return false }
        let words = cut.read.prefix(3)
        guard let first = words.first, first.is(.capital) else { return false }
        if first.is(.name), !first.is(.subject) { return true }
        guard words.count > 1, !first.is([.function, .past, .opener, .movable]), !first.small.hasSuffix("ed") else {
            return false
        }
        return words[1].small.hasSuffix("ed") || words[1].is(.past)
    }

    /// Own views in which colleagues are named may be views about them; those are theirs to read, not a review's.
    private func judgesSomebody(_ cut: Cut, _ entry: LedgerEntry, _ quote: QuoteReading) -> Bool {
        guard [.judgement, .coaching, .decision].contains(entry.kind) else { return false }
        if Self.says(["he", "she", "him", "his", "her", "hers", "he's", "she's"], cut) { return true }
        // Who is called with `@` and spoken of behind the first word is no addressee.
        if quote.sets.contains(.called) {
            let called = Set(quote.words.filter { $0.is(.called) }.map(\.small))
            if cut.read.dropFirst().contains(where: { called.contains($0.small) && !$0.is(.subject) }) { return true }
        }
        return cut.read.contains { $0.is(.capital) && $0.is(.name) && !$0.is(.subject) }
    }

    /// `you did not`, `you should`: no recognition.
    private func deniesYou(_ cut: Cut) -> Bool {
        let words = cut.read
        return words.indices.contains { place in
            ["you", "your", "you've"].contains(words[place].small)
                && words[place...].dropFirst().prefix(2).contains {
                    $0.is(.negation) || ["should", "need", "could", "might", "may", "have"].contains($0.small)
                }
        }
    }

    private func namesOnlySubject(_ quote: QuoteReading) -> Bool {
        let called = quote.words.filter { $0.is(.called) || $0.is(.capital) && $0.is(.name) }
        return !called.isEmpty && called.allSatisfy(isPerson)
    }

    private static func says(_ sets: WordSets, _ cut: Cut) -> Bool { cut.read.contains { $0.is(sets) } }

    private static func says(_ words: [String], _ cut: Cut) -> Bool {
        cut.read.contains { words.contains($0.small) }
    }
}
