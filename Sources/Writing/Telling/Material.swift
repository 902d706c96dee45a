import Evidence
import Signals
import Workspace

/// What one happening gives a sentence: whose words, cut where, and what came of it.
struct Material: Hashable {
    let happening: Happening
    /// The evidence that is quoted.
    let lead: LedgerEntry
    let cut: Cut
    let tail: Tail?
    /// To whom the person said it.
    let hearer: String?

    var isOwn: Bool { lead.voice.person == lead.subject }

    /// How many of situation, behaviour and impact it has.
    var parts: Int { tail != nil || cut.saysEffect ? 3 : 2 }

    /// About how many words its sentence has.
    var words: Int { 9 + cut.words + (tail?.words ?? 0) }

    /// How well it reads, 0 to 1.
    var quality: Double {
        min(1, max(0, (cut.weight - 1) / 10)) * 0.6 + (tail == nil ? 0 : 0.2) + (isOwn ? 0 : 0.2)
    }

    /// The evidence that its sentence cites, the quoted first.
    var sources: [EntryID] {
        var seen: Set<EntryID> = [lead.id]
        return [lead.id] + (tail?.sources ?? []).filter { seen.insert($0).inserted }
    }

    var voices: Set<String> {
        var keys: Set<String> = isOwn ? [] : [lead.voice.key]
        if case .voices(let entries) = tail { keys.formUnion(entries.map(\.voice.key)) }
        if case .answer(let entry, _) = tail { keys.insert(entry.voice.key) }
        return keys
    }
}

/// Finds what of a happening can be told.
struct MaterialFinder {
    let cutter: Cutter
    /// Names of the person, in small letters: the full one and its parts.
    let subject: Set<String>
    /// The most words of a quote.
    let quoteWords: Int

    /// How many entries of an episode are looked at for the one to quote; a launch may have hundreds.
    private static let looked = 8

    /// How far apart words of one talk are at most: half a day, in microseconds.
    private static let sameTalk: Int64 = 12 * 3_600_000_000

    func material(of happening: Happening, keeping: EntryID? = nil, blockedToo: Bool = false) -> Material? {
        let tellable = happening.entries.filter { isTellable($0, blockedToo: blockedToo) }
        let looked =
            keeping.map { wanted in tellable.filter { $0.id == wanted } }
            ?? Array(tellable.sorted { Happening.order($0, $1) }.prefix(Self.looked))
        var best: (value: Double, entry: LedgerEntry, cut: Cut, all: [Cut])?
        for entry in looked {
            let cuts = cutter.cuts(of: entry.quote, kind: entry.kind, limit: quoteWords).filter { isAbout($0, entry) }
            guard let cut = cuts.first else { continue }
            let value = cut.weight + (entry.voice.person == entry.subject ? 0 : 2) + entry.confidence
            if best.map({ value > $0.value }) ?? true { best = (value, entry, cut, cuts) }
        }
        guard let best else { return nil }
        let tail = tail(of: best.entry, cut: best.cut, all: best.all, in: tellable)
        return Material(
            happening: happening,
            lead: best.entry,
            cut: best.cut,
            tail: tail,
            hearer: hearer(of: best.entry, beside: tail)
        )
    }

    /// To whom it was said; nobody is named twice in a sentence.
    private func hearer(of entry: LedgerEntry, beside tail: Tail?) -> String? {
        if case .voices(let entries) = tail, entries.contains(where: { $0.voice.name == entry.hearer?.name }) {
            return nil
        }
        if case .answer(let answer, _) = tail, answer.voice.name == entry.hearer?.name { return nil }
        guard let hearer = entry.hearer, hearer.person != entry.subject, !hearer.name.isEmpty,
            !subject.contains(hearer.name.lowercased())
        else { return nil }
        return hearer.name
    }

    /// The person's own acts, thanks and critique by others; what others say that somebody did is told only as their words.
    private func isTellable(_ entry: LedgerEntry, blockedToo: Bool) -> Bool {
        if entry.kind == .blocked { return blockedToo }
        guard entry.voice.person != entry.subject else { return true }
        return entry.kind == .recognition && !isForSomebodyElse(entry) || entry.kind == .feedback
    }

    /// Thanks that name others and not the person, though the reader thought of the person.
    private func isForSomebodyElse(_ entry: LedgerEntry) -> Bool {
        let words = entry.quote.split(whereSeparator: \.isWhitespace).map(String.init)
        let small = words.map(Cutter.folded)
        func names(in places: Range<Int>) -> [String] {
            places.filter { words[$0].hasPrefix("@") || cutter.names.isName(words[$0]) || subject.contains(small[$0]) }
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
            .flatMap { names(in: $0..<min(words.count, $0 + 6)) }
        if !thanked.isEmpty { return !thanked.contains { subject.contains($0) } }
        guard entry.reason != .mentioned, entry.reason != .named else { return false }
        // Somebody else is named, and the person is not: `Tomasz-san reviewed my change … thank you`.
        let isNamed = small.contains { subject.contains($0) }
        let others = words.indices.contains { place in
            words[place].first?.isUppercase == true && !subject.contains(small[place])
                && (cutter.names.isName(words[place])
                    || words[place].firstIndex(of: "-").map { cutter.names.isName(String(words[place][..<$0])) }
                        ?? false)
        }
        if !isNamed, others { return true }
        return words.contains { $0.hasPrefix("@") && !subject.contains(Cutter.folded($0)) }
    }

    /// False for a sentence that thanks or names somebody else only, in words that thank the person elsewhere.
    private func isAbout(_ cut: Cut, _ entry: LedgerEntry) -> Bool {
        if entry.voice.person == entry.subject {
            // Words of an act that do not show it tell nothing about the work.
            if cut.act == .plain, [.ownership, .delivery, .decision].contains(entry.kind) { return false }
            return !judgesSomebody(cut, entry)
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
        let named = behind.filter { cutter.names.isName(small[$0]) }
        return named.isEmpty || small.contains { subject.contains($0) }
    }

    /// Own views in which colleagues are named may be views about them; those are theirs to read, not a review's.
    private func judgesSomebody(_ cut: Cut, _ entry: LedgerEntry) -> Bool {
        guard [.judgement, .coaching, .decision].contains(entry.kind) else { return false }
        if says(["he", "she", "him", "his", "her", "hers", "he's", "she's"], cut.text) { return true }
        return cut.text.split(separator: " ").contains { word in
            word.first?.isUppercase == true && cutter.names.isName(String(word))
                && !subject.contains(Cutter.folded(String(word)))
        }
    }

    private func says(_ words: Set<String>, _ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).contains { words.contains(Cutter.folded(String($0))) }
    }

    private func namesOnlySubject(_ entry: LedgerEntry) -> Bool {
        let called = entry.quote.split(whereSeparator: \.isWhitespace).filter {
            $0.hasPrefix("@") || $0.first?.isUppercase == true && cutter.names.isName(String($0))
        }
        return !called.isEmpty
            && called.allSatisfy { word in
                var name = Cutter.folded(String(word))
                if name.hasSuffix("'s") { name.removeLast(2) }
                return subject.contains(name)
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

    // MARK: What came of it

    private func tail(of lead: LedgerEntry, cut: Cut, all: [Cut], in entries: [LedgerEntry]) -> Tail? {
        let room = max(8, min(12, 26 - cut.words))
        if !cut.saysEffect, lead.kind == .recognition || lead.kind == .upkeep || lead.kind == .delivery,
            let effect = all.first(where: {
                $0.saysEffect && $0.words <= room && $0.shape == .sentence && isApart($0, cut)
            })
        {
            return .effect(effect)
        }
        let near = entries.filter { abs($0.moment - lead.moment) <= Self.sameTalk }
        if lead.voice.person == lead.subject {
            let later = near.filter { $0.moment > lead.moment && $0.voice.person != $0.subject }
            for entry in later.prefix(4) where entry.kind == .recognition {
                if let answer = best(of: entry, room: room), answer.saysEffect || answer.act == .thanks {
                    return .answer(entry, answer)
                }
            }
            if lead.kind == .ownership {
                let done = entries.first {
                    $0.moment > lead.moment && $0.voice.person == $0.subject && [.delivery, .upkeep].contains($0.kind)
                }
                if let done, let cut = best(of: done, room: room), cut.act != .plain { return .followUp(done, cut) }
            }
        }
        var keys: Set<String> = [lead.voice.key]
        let others = near.filter { entry in
            entry.voice.person != entry.subject && entry.kind == .recognition && keys.insert(entry.voice.key).inserted
        }
        return others.isEmpty ? nil : .voices(Array(others.prefix(5)))
    }

    private func best(of entry: LedgerEntry, room: Int) -> Cut? {
        cutter.cuts(of: entry.quote, kind: entry.kind, limit: room)
            .first { $0.words <= room && $0.shape == .sentence && isAbout($0, entry) && !$0.text.hasSuffix("…") }
    }

    private func isApart(_ one: Cut, _ other: Cut) -> Bool {
        !one.text.contains(other.text) && !other.text.contains(one.text)
    }
}
