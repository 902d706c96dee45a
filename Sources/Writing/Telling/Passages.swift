import Signals

/// Finds runs of whole sentences that can be quoted as they stand.
///
/// Nothing is cut away inside of them, so that they cannot say less or more than they say in their message.
struct Passages {
    let cutter: Cutter
    /// The most words of a run; one sentence alone may have `longest`.
    let limit: Int

    /// The most words of a single sentence: more is no sentence that anybody reads.
    static let longest = 64
    /// How many sentences a run has at most.
    private static let most = 4
    /// The fewest words that are worth a sentence of a review.
    private static let fewest = 5

    /// The runs, the strongest first.
    func cuts(of quote: QuoteReading, kind: SignalKind) -> [Cut] {
        let sentences = quote.sentences
        guard !sentences.contains(where: { CutWords.areUnfit($0.words) }) else { return [] }
        // A sentence that does not fit ends a run; what fits is read once.
        let read = sentences.map { isFit($0) ? WeighedSentence($0.words, kind: kind) : nil }
        var found: [Cut] = []
        for first in sentences.indices where read[first] != nil {
            var run: [WeighedSentence] = []
            var length = 0
            for last in first..<min(sentences.count, first + Self.most) {
                guard let next = read[last], last == first || sentences[last].follows else { break }
                run.append(next)
                length += next.words.count
                if length > (first == last ? Self.longest : limit) { break }
                // What only asks closes nothing.
                guard length >= Self.fewest, !next.isQuestion, !next.dangles else { continue }
                if let cut = made(run[...], kind: kind) { found.append(cut) }
            }
        }
        return found.sorted { ($1.weight, $0.text.utf8.count) < ($0.weight, $1.text.utf8.count) }
    }

    /// A sentence that may stand in a review, whatever it says.
    private func isFit(_ one: WholeSentences.One) -> Bool {
        !one.hasHole && !cutter.isAside(one.words[...]) && cutter.isReadable(one.words[...])
    }

    private func made(_ run: ArraySlice<WeighedSentence>, kind: SignalKind) -> Cut? {
        var words = run.flatMap(\.words)[...]
        cutter.dropFillers(&words)
        guard words.count >= Self.fewest, cutter.isBalanced(words) else { return nil }
        let isHeard = kind == .recognition
        let strength = Strength(run, isHeard: isHeard)
        guard strength.matter >= 2 else { return nil }
        let acts = run.map(\.act)
        let act: Cut.Act =
            isHeard
            ? acts.contains(.thanks) ? .thanks : acts.contains(.praises) ? .praises : .plain : acts.first ?? .plain
        var weight = strength.value + (act == .plain ? 0 : 1.5)
        if Cutter.pointsBack(words) { weight -= 2 }
        // Where several people are named, the words are less about each.
        weight -= 0.6 * Double(max(0, run.reduce(0) { $0 + $1.others } - 1))
        let text = Cutter.shown(words, isCut: false)
        return Cut(
            text: text,
            read: cutter.reader.words(of: text, from: words),
            words: words.count,
            act: act,
            saysEffect: strength.saysEffect,
            weight: weight,
            shape: .sentence,
            isWhole: true,
            saysDeed: strength.saysDeed
        )
    }
}
