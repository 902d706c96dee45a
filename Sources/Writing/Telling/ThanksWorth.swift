/// Whether thanks say anything about work: what they are for, or what came of it.
///
/// Source: `docs/methods.md`, "Telling". Whoever is thanked `for the quick reply` did something, and nobody can tell what; such
/// thanks stay evidence, and no sentence is made of them.
enum ThanksWorth {
    /// So many things have to be named.
    static let fewestThings = 2

    /// True for thanks that name fewer than two things and no effect; false for words in which nobody is thanked.
    static func saysLittle(_ words: ArraySlice<QuoteWord>, shape: Cut.Shape = .sentence) -> Bool {
        guard shape == .thing || words.contains(where: { $0.is(.thanks) }) else { return false }
        var things = 0
        for sentence in sentences(of: words) {
            if saysEffect(sentence) { return false }
            let told = shape == .thing ? sentence : aboutThePerson(sentence)
            // A thing that is named twice is one.
            things += Set(told.filter(isThing).map(\.small)).count
            if things >= fewestThings { return false }
        }
        return true
    }

    /// True where some sentence says what came of it.
    static func namesEffect(_ words: ArraySlice<QuoteWord>) -> Bool { sentences(of: words).contains(where: saysEffect) }

    private static func saysEffect(_ sentence: ArraySlice<QuoteWord>) -> Bool {
        if sentence.contains(where: { $0.is(.question) || $0.small == "unfortunately" }) { return false }
        // `now I have to go`: what comes next for the speaker.
        let isPlan = zip(sentence, sentence.dropFirst()).contains {
            ["have", "need", "got"].contains($0.small) && $1.small == "to"
        }
        if isPlan { return false }
        return Cutter.saysEffect(sentence) || sentence.contains { $0.small == "trick" }
            || zip(sentence, sentence.dropFirst()).contains {
                ["did", "does"].contains($0.small) && $1.small == "work"
            }
    }

    /// What a sentence says of the person: what the thanks are for, and what `you` or the name did; what the speaker goes on to say is
    /// the speaker's.
    private static func aboutThePerson(_ sentence: ArraySlice<QuoteWord>) -> ArraySlice<QuoteWord> {
        if let thanks = sentence.firstIndex(where: { $0.is(.thanks) }) {
            let behind = sentence[sentence.index(after: thanks)...].drop {
                $0.is([.name, .subject, .called]) || between.contains($0.small)
            }
            let goesOn = behind.first.map { turns.contains($0.small) } ?? true
            let told: ArraySlice<QuoteWord> = goesOn ? [] : behind.prefix { !speaks($0) }
            // `you saved the import, thanks`: said before they are given.
            let ahead = sentence[..<thanks]
            return isDeed(ahead) && told.count(where: isThing) < fewestThings ? ahead : told
        }
        guard isDeed(sentence) || Cutter.praises(sentence) else { return [] }
        return sentence
    }

    private static func isDeed(_ words: ArraySlice<QuoteWord>) -> Bool {
        guard let first = words.first, !speaks(first) else { return false }
        return WeighedSentence.tellsDeed(Array(words))
    }

    private static func speaks(_ word: QuoteWord) -> Bool { speakers.contains(word.small) }

    /// Whoever thanks goes on about themselves behind these.
    private static let speakers: Set<String> = [
        "i", "i'm", "i'll", "i've", "i'd", "we", "we'll", "we've", "we're", "will", "but", "though", "although",
        "however", "so",
    ]
    /// Behind thanks and a name, another thought begins with these.
    private static let turns: Set<String> = [
        "as", "if", "just", "let", "what", "how", "when", "is", "are", "does", "do", "can", "could", "would", "any",
        "then", "now", "yes", "no", "because", "since", "it", "this", "there",
    ]
    /// Stand between thanks and what they are for.
    private static let between: Set<String> = [
        "you", "so", "much", "a", "lot", "again", "very", "all", "both", "to", "and", "ton", "bunch", "million",
        "indeed", "guys", "",
    ]

    private static func sentences(of words: ArraySlice<QuoteWord>) -> [ArraySlice<QuoteWord>] {
        words.split { $0.is(.mark) && $0.text.allSatisfy { "-–—".contains($0) } }.flatMap { part in
            var found: [ArraySlice<QuoteWord>] = []
            var start = part.startIndex
            for place in part.indices where part[place].ends(withAny: ".!?;:") {
                found.append(part[start...place])
                start = place + 1
            }
            return start < part.endIndex ? found + [part[start...]] : found
        }
    }

    /// A word of matter, an abbreviation or a number; neither a name, nor what anybody is thanked for, nor how or when.
    private static func isThing(_ word: QuoteWord) -> Bool {
        if word.is([.name, .subject, .subjectOwner, .called, .thanks]) { return false }
        if word.is(.number) { return true }
        return (word.small.utf8.count >= 4 || word.is(.shouted)) && !fillers.contains(word.small)
            && !word.is([
                .generic, .function, .negation, .starter, .opener, .auxiliary, .modal, .intensity, .great, .praise,
                .second,
                .view, .promise,
            ])
    }

    /// Words of thanks that tell nothing apart: replies and hints, looking and helping, when and how.
    static let fillers = CheckWords.set(
        """
        heads prompt fast speedy swift immediate immediately quickly detailed thorough kind kindly hard deep sheer constant ongoing \
        response responses message messages mail email post posts posting posted chat chats talk talking call calls note notes \
        hint hints thought thoughts insight insights opinion opinions view views effort efforts work works working job task tasks \
        looking look looked take taking took getting giving gave give given going make making made doing done putting using used \
        asking asked raising reaching checking checked chiming jumping joining following followup follow coming being having \
        seeing telling told showing bringing responded replied answered explained helped assist assistance assisting assisted \
        patience understanding care caring welcome hosting attending bearing thing things stuff something everything anything \
        nothing ways part parts piece today tonight tomorrow yesterday morning afternoon evening week weekend month year years \
        days moment minute minutes hour hours earlier later soon always still already already issue issues problem problems \
        matter concern concerns topic case cases long back over again guys folks people person everyone friend friends mentors \
        feeling idea ideas interest interested interesting really quite pretty totally definitely happy glad cool sure fine \
        offering offer volunteering continued continue further more additional same different various several many
        """
    )
}
