/// The buffers of one reading call; everything that a passage needs is written here and overwritten by the next.
///
/// Not thread-safe: each reading call makes its own.
final class Workbench {
    /// Bytes of the target that are read.
    static let targetBytes = 1200
    /// Bytes of each message around it that are read.
    static let contextBytes = 280

    let weights: ReaderWeights
    let behaviourWeights: BehaviourWeights
    var target = Tokenizer(limit: targetBytes)
    var around = Tokenizer(limit: contextBytes)
    var grams = Grams(limit: targetBytes)
    var names: [UInt64] = []
    var spans: [Range<Int>] = []
    let inputs: UnsafeMutableBufferPointer<Float>
    let layer: UnsafeMutableBufferPointer<Float>
    let scores: UnsafeMutableBufferPointer<Float>
    /// Columns of messages around the target where there are none; they are 0.
    private var gap = 0..<0

    init(_ weights: ReaderWeights, _ behaviours: BehaviourWeights) {
        self.weights = weights
        behaviourWeights = behaviours
        inputs = .allocate(capacity: weights.kinds.inputs)
        layer = .allocate(capacity: weights.kinds.hidden)
        scores = .allocate(capacity: weights.kinds.kinds)
        inputs.initialize(repeating: 0)
        layer.initialize(repeating: 0)
        scores.initialize(repeating: 0)
    }

    deinit {
        inputs.deallocate()
        layer.deallocate()
        scores.deallocate()
    }

    /// Scores the nine kinds of a passage into `scores`; false when there is nothing to read.
    func score(_ passage: borrowing Passage, talk: Talk) -> Bool {
        let author = passage.target.who
        names.removeAll(keepingCapacity: true)
        for place in talk.before.indices where talk.isFirst(place) && talk.before[place].who != author {
            PersonName.addParts(of: talk.before[place].who, to: &names)
        }
        if let root = talk.root, root.who != author { PersonName.addParts(of: root.who, to: &names) }
        cutTarget(passage.target)
        guard target.counts.tokens > 0, let base = inputs.baseAddress else { return false }
        sumTarget(base)
        let columns = weights.grams.dims
        let answered = talk.answered(by: author)
        var answeredCounts = Tokenizer.Counts()
        if let answered {
            cutAround(answered)
            answeredCounts = around.counts
            grams.listTokens(around, order: 2, space: GramSpace.answered, bits: weights.grams.bits)
            sum(into: base + 2 * columns)
        } else {
            for column in 2 * columns..<3 * columns { base[column] = 0 }
        }
        let own = talk.before.last.flatMap { $0.who == author ? $0 : nil }
        if let own {
            cutAround(own)
            grams.listTokens(around, order: 2, space: GramSpace.own, bits: weights.grams.bits)
            sum(into: base + 3 * columns)
        } else {
            for column in 3 * columns..<4 * columns { base[column] = 0 }
        }
        let given = TalkFeatures.Given(
            target: target.counts,
            answered: answered,
            answeredCounts: answeredCounts,
            ownBefore: own != nil,
            contextBytes: Self.contextBytes
        )
        TalkFeatures.write(given, of: passage, talk, to: base + 4 * columns)
        gap = (answered == nil ? 2 : 3) * columns..<(own == nil ? 4 : 3) * columns
        scoreInputs()
        return true
    }

    /// Scores again with other words of the author in the same place of the talk.
    func score(words: Substring) {
        spans.removeAll(keepingCapacity: true)
        cut(words, limit: Self.targetBytes, names: names, into: &target)
        guard let base = inputs.baseAddress else { return }
        sumTarget(base)
        scoreInputs()
    }

    /// What the behaviour table says about the words that were scored last, and how far the work reaches.
    func behaviours(_ reach: ReachWeights?, kinds: [KindFinding]) -> (BehaviourHead.Verdict, Reach?) {
        behaviourWeights.verdict(target, &grams, reach: reach, kinds: kinds)
    }

    private func sumTarget(_ base: UnsafeMutablePointer<Float>) {
        grams.listTokens(target, order: 3, space: GramSpace.word, bits: weights.grams.bits)
        sum(into: base)
        grams.listCharacters(target, bits: weights.grams.bits)
        sum(into: base + weights.grams.dims)
    }

    private func sum(into out: UnsafeMutablePointer<Float>) {
        grams.sum(weights.grams, scale: weights.gramScale, into: out)
    }

    private func scoreInputs() {
        guard let input = inputs.baseAddress, let layer = layer.baseAddress, let scores = scores.baseAddress else {
            return
        }
        weights.kinds.score(input, gap: gap, layer: layer, into: scores)
    }

    private func cutTarget(_ utterance: Utterance) {
        listSpans(utterance)
        cut(utterance.text[...], limit: Self.targetBytes, names: names, into: &target)
    }

    private func cutAround(_ utterance: Utterance) {
        listSpans(utterance)
        cut(utterance.text[...], limit: Self.contextBytes, names: [], into: &around)
    }

    private func listSpans(_ utterance: Utterance) {
        spans.removeAll(keepingCapacity: true)
        for mention in utterance.mentions {
            if let span = mention.span { spans.append(span) }
        }
        if spans.count > 1 { spans.sort { $0.lowerBound < $1.lowerBound } }
    }

    private func cut(_ text: Substring, limit: Int, names: [UInt64], into tokenizer: inout Tokenizer) {
        let spans = spans
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
            tokenizer.cut(UnsafeBufferPointer(rebasing: bytes.prefix(limit)), names: names, spans: spans)
        }
        guard done == nil else { return }
        Array(text.utf8.prefix(limit)).withUnsafeBufferPointer { bytes in
            tokenizer.cut(bytes, names: names, spans: spans)
        }
    }
}
