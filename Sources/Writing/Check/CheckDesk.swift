import Evidence
import Signals

/// The check at work on some sentences: the sources that they cite are read once.
struct CheckDesk {
    private let check: CitationCheck
    private let cast: Cast
    private let sources: [EntryID: CheckedSource]

    typealias Found = (fault: CitationCheck.Fault, span: Range<Int>?)

    init(check: CitationCheck, sentences: [Sentence]) {
        self.check = check
        let cited = Set(sentences.filter { $0.role == .claim }.flatMap(\.sources))
        let entries = cited.compactMap { check.entries[$0] }.filter(\.state.isOpen)
        let voices = entries.flatMap { [$0.voice.name, $0.hearer?.name].compactMap(\.self) }
        let cast = Cast(subject: check.subject, voices: Set(voices).sorted(), everybody: check.everybody)
        self.cast = cast
        sources = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, CheckedSource($0, cast: cast)) })
    }

    func finding(_ sentence: Sentence) -> Finding {
        guard sentence.role == .claim else { return Finding(sentence: sentence, verdict: .supported, reasons: []) }
        let found = found(in: sentence)
        let faults = found.list.map(\.fault)
        var verdict: CitationCheck.Verdict =
            faults.isEmpty
            ? .supported
            : faults.allSatisfy(\.isOpen) && found.recall >= CitationCheck.recallToLook
                ? .needsALook : .unsupported(faults)
        var list = found.list
        ask(about: sentence, &verdict, &list)
        let words = FindingWords(check: check)
        return Finding(
            sentence: sentence,
            verdict: verdict,
            reasons: list.map { Finding.Reason(fault: $0.fault, words: words.sentence(for: $0.fault), span: $0.span) }
        )
    }

    /// The model has the last word on what no rule fells.
    private func ask(about sentence: Sentence, _ verdict: inout CitationCheck.Verdict, _ list: inout [Found]) {
        if case .unsupported = verdict { return }
        guard let model = check.entailment else { return }
        let premise = sentence.sources.compactMap { check.entries[$0] }.map { "\($0.voice.name): \($0.quote)" }
            .joined(separator: "\n")
        guard let likely = model.probability(that: sentence.text, followsFrom: premise) else { return }
        if verdict == .needsALook, likely >= CitationCheck.likelyEnough {
            verdict = .supported
            list = []
        } else if verdict == .supported, likely < CitationCheck.unlikely {
            verdict = .needsALook
            list = [(.unlikely(likely), nil)]
        }
    }

    private func found(in sentence: Sentence) -> (list: [Found], recall: Double) {
        guard !sentence.sources.isEmpty else { return ([(.noSource, nil)], 0) }
        let gone = sentence.sources.filter { sources[$0] == nil }
        var list: [Found] = gone.map { (.sourceGone($0), nil) }
        var seen: Set<EntryID> = []
        let cited = CheckedSources(
            all: sentence.sources.filter { seen.insert($0).inserted }.compactMap { sources[$0] },
            cast: cast
        )
        guard !cited.all.isEmpty else { return (list, 0) }
        let entries = cited.all.map(\.entry)
        if Set(entries.map(\.episode)).count > 1, !HouseWords.mayMerge(entries) { list.append((.severalMoments, nil)) }
        let reading = CheckReading(sentence.text, cited: cited, framing: check.framing)
        list += reading.faults
        list.sort { ($0.span?.lowerBound ?? -1) < ($1.span?.lowerBound ?? -1) }
        return (list, reading.recall)
    }
}

/// One sentence read against its sources.
struct CheckReading {
    private(set) var faults: [CheckDesk.Found] = []
    /// Part of the words of matter that the sources have.
    private(set) var recall = 1.0

    init(_ text: String, cited: CheckedSources, framing: [SignalKind: [String]]) {
        let quoted = QuotedText(text)
        for quote in quoted.quotes where !cited.all.contains(where: { quote.isSaid(in: $0) }) {
            faults.append((.notSaid(quote.text), quote.span))
        }
        let house = HousePhrases(text, outside: quoted.quotes.map(\.span), cited: cited, framing: framing)
        let words = CheckedText(
            text,
            hiding: (quoted.quotes.map(\.span) + house.spans).sorted { $0.lowerBound < $1.lowerBound }
        )
        let sentence = PeopledText(words, cast: cited.cast, speaker: Cast.subject, addressed: nil, isTelling: true)
        faults += house.faults(in: sentence)
        let speech = SpeechRules(sentence: sentence, sources: cited, quotes: quoted.quotes).outcome
        let days = DayRules(sentence: sentence, sources: cited, speakers: speech.speakers).outcome
        faults += speech.faults.map { ($0.0, $0.1) } + days.faults.map { ($0.0, $0.1) }
        let names = NameRules(sentence: sentence, sources: cited)
        faults += names.faults
        let acts = ActRules(sentence: sentence, sources: cited)
        faults += acts.faults
        let used = speech.used.union(days.used).union(names.used).union(acts.used)
        let items = words.words.indices.filter {
            words.words[$0].isContent && !sentence.isName[$0] && !used.contains($0)
        }
        let alignment = Alignment(sentence, items: items, sources: cited)
        let meaning = MeaningRules(sentence: sentence, sources: cited, alignment: alignment)
        let turned = meaning.faults
        faults += turned.map { ($0.0, $0.1) }
        faults += OwnerRules(sentence: sentence, sources: cited, alignment: alignment).faults
        let decided = Set(turned.compactMap { $0.1?.lowerBound })
        for (word, misfit) in alignment.misfits
        where !decided.contains(words.words[word].span.lowerBound) || misfit != .unknown {
            faults.append((Self.fault(words.words[word], misfit), words.words[word].span))
        }
        faults += NumberRules(sentence: sentence, sources: cited, alignment: alignment).faults
        let unknown = alignment.misfits.count { $0.misfit == .unknown }
        recall = items.isEmpty ? 1 : 1 - Double(unknown) / Double(items.count)
    }

    private static func fault(_ word: CheckedText.Word, _ misfit: Alignment.Misfit) -> CitationCheck.Fault {
        switch misfit {
        case .actor: return .actor(word.text)
        case .plan: return .plan(word.text)
        case .order: return word.number != nil ? .number(word.text) : .order(word.text)
        case .unknown:
            if word.number != nil || word.hasDigit { return .number(word.text) }
            if CheckWords.quantifiers.contains(word.small) { return .quantity(word.text) }
            if CheckWords.intensities.contains(word.small) { return .strength(word.text) }
            if word.isCapital, !word.opens { return .name(word.text) }
            return .added(word.text)
        }
    }
}
