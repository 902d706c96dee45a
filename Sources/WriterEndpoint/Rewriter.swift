import Evidence
public import ModelEndpoint
private import Synchronization
public import Writing

/// Has a model reword composed sentences, and keeps a rewording only where nothing that it says has changed.
///
/// Opt-in: it sends sentences and the quotes that they rest on to the address that an operator set, with labels in the place
/// of whatever says who somebody is. Whatever fails, the composed sentence stays.
/// Source: `docs/methods.md`, "Rewording by a model".
public struct Rewriter: Sendable {
    /// The model's name and the version of what it is told, as they stand beside every rewording.
    public let stamp: String
    private let settings: RewriterSettings
    private let caller: ModelCaller
    private let form = Form()

    /// A rewriter with its own connections, which are closed when nobody holds it any more.
    ///
    /// Errors: the address lies too far away, a number is outside of its range, or the certificates cannot be used.
    public init(_ settings: RewriterSettings) throws(EndpointError) {
        try settings.check()
        self.settings = settings
        caller = try ModelCaller(settings.wire)
        stamp = "\(settings.wire.model) \(RewritePrompt.version)"
    }

    /// What the calls so far have cost.
    public var costs: WireCosts { caller.costs }

    /// Lets so many tokens be spent beyond what is settled; nil for no limit.
    public func allow(tokens: Int?) { caller.allow(tokens: tokens) }

    /// What was spent since the last time that somebody asked this; each cost is handed out once.
    public func settle() -> Spent {
        let costs = caller.settle()
        return Spent(calls: costs.calls, questionTokens: costs.questionTokens, answerTokens: costs.answerTokens)
    }

    /// What calls have cost, for somebody's books.
    public struct Spent: Sendable, Hashable {
        /// Requests sent.
        public let calls: Int
        /// Tokens of the questions.
        public let questionTokens: Int
        /// Tokens of the answers.
        public let answerTokens: Int
    }

    /// What became of each sentence, in the order of the sentences; `edited` are places that somebody wrote, never asked about.
    ///
    /// Errors: only `CancellationError`.
    public func rewrite(
        _ sentences: [Sentence],
        edited: Set<Int> = [],
        with material: RewriteMaterial
    ) async throws -> [Rewritten] {
        var results: [Int: Rewritten] = [:]
        var items: [RewriteItem] = []
        for (place, sentence) in sentences.enumerated() {
            switch item(place, sentence, isEdited: edited.contains(place), material) {
            case .success(let item): items.append(item)
            case .failure(let kept): results[place] = Rewritten(sentence, kept: kept.reason)
            }
        }
        let until = ContinuousClock.now + settings.patience
        try await withThrowingTaskGroup(of: [Int: Rewritten].self) { group in
            var waiting = chunks(of: items)[...]
            func start() {
                guard let chunk = waiting.popFirst() else { return }
                group.addTask { try await reword(chunk, until: until, check: material.check) }
            }
            for _ in 0..<settings.wire.atOnce { start() }
            while let done = try await group.next() {
                results.merge(done) { first, _ in first }
                start()
            }
        }
        return sentences.indices.map { results[$0] ?? Rewritten(sentences[$0], kept: .leftOut) }
    }

    /// What a model may be asked about, or why it is not.
    private func item(
        _ place: Int,
        _ sentence: Sentence,
        isEdited: Bool,
        _ material: RewriteMaterial
    ) -> Result<RewriteItem, Kept> {
        if isEdited { return .failure(Kept(reason: .edited)) }
        guard sentence.role == .claim, !sentence.sources.isEmpty else { return .failure(Kept(reason: .noClaim)) }
        let entries = sentence.sources.compactMap { material.entries[$0] }
        guard entries.count == sentence.sources.count, entries.allSatisfy(\.state.isOpen) else {
            return .failure(Kept(reason: .noSource))
        }
        let texts = [sentence.text] + entries.map(\.quote)
        if texts.contains(where: Unseen.isIn) { return .failure(Kept(reason: .unseenMarks)) }
        let givesOrders = texts.contains(where: SpeaksToModels.isSaid)
        if givesOrders, settings.passesOverOrders { return .failure(Kept(reason: .givesOrders)) }
        guard material.check.verdict(of: sentence) == .supported else { return .failure(Kept(reason: .unsupported)) }
        let item = RewriteItem(
            place: place,
            sentence: sentence,
            entries: entries,
            material: material,
            isAlone: givesOrders
        )
        return .success(item)
    }

    private struct Kept: Error {
        let reason: KeptReason
    }

    /// So many together as are asked about at once; those whose sources speak to models, each alone.
    private func chunks(of items: [RewriteItem]) -> [[RewriteItem]] {
        var chunks = items.filter(\.isAlone).map { [$0] }
        let others = items.filter { !$0.isAlone }
        for start in stride(from: 0, to: others.count, by: settings.together) {
            chunks.append(Array(others[start..<min(start + settings.together, others.count)]))
        }
        return chunks
    }

    private func reword(
        _ items: [RewriteItem],
        until: ContinuousClock.Instant,
        check: CitationCheck
    ) async throws -> [Int: Rewritten] {
        var results: [Int: Rewritten] = [:]
        var open = items.map { OpenItem(item: $0) }
        for _ in 0...settings.furtherTries where !open.isEmpty {
            guard ContinuousClock.now < until else {
                for place in open.indices { open[place].lack = .noAnswer(.timedOut) }
                break
            }
            switch try await ask(open) {
            case .failure(let fault):
                for place in open.indices { open[place].lack = .noAnswer(fault) }
                // An answer in another form can be asked for again; where nobody answers, the wire has tried already.
                if fault != .notAsAsked, fault != .cutOff { return results.merging(kept(open)) { first, _ in first } }
            case .success(let answer):
                var left: [OpenItem] = []
                for (one, words) in zip(open, answer.words) {
                    let next = one.taking(words, check)
                    if let done = next.done { results[one.item.place] = done } else { left.append(next) }
                }
                open = left
            }
        }
        return results.merging(kept(open)) { first, _ in first }
    }

    private func kept(_ open: [OpenItem]) -> [Int: Rewritten] {
        Dictionary(open.map { ($0.item.place, $0.kept) }, uniquingKeysWith: { first, _ in first })
    }

    /// Asks in the form that holds an answer to its fields; a server that does not take it is asked in the plain one.
    private func ask(_ open: [OpenItem]) async throws -> Result<RewriteAnswer, WireFault> {
        let isHeld = form.isHeld.withLock { $0 }
        let answer = try await ask(open, isHeld: isHeld)
        guard isHeld, case .failure(.misunderstood) = answer else { return answer }
        form.isHeld.withLock { $0 = false }
        return try await ask(open, isHeld: false)
    }

    private func ask(_ open: [OpenItem], isHeld: Bool) async throws -> Result<RewriteAnswer, WireFault> {
        var generator = SystemRandomNumberGenerator()
        let question = try RewriteQuestion(
            open.map { ($0.item, $0.tries.last?.faults ?? []) },
            model: settings.wire.model,
            isHeld: isHeld,
            using: &generator
        )
        return try await caller.ask(question.asked) { completion throws(WireFault) in
            let answer = try RewriteAnswer(completion, sentences: open.count)
            return (answer, answer.words.contains { $0 != nil })
        }
    }

    /// Whether the server takes the form that holds an answer to its fields; shared by all copies.
    private final class Form: Sendable {
        let isHeld = Mutex(true)
    }
}

/// A sentence that is being asked about.
private struct OpenItem: Sendable {
    let item: RewriteItem
    var tries: [Rewritten.Try] = []
    var lack = KeptReason.leftOut
    var done: Rewritten?

    init(item: RewriteItem) { self.item = item }

    /// The sentence as it stays when nobody asks any further.
    var kept: Rewritten {
        Rewritten(item.sentence, kept: tries.isEmpty ? lack : .fell, tries: tries, shown: item.shown)
    }

    /// Held against an answer.
    func taking(_ words: String?, _ check: CitationCheck) -> OpenItem {
        var next = self
        guard let words else {
            next.lack = .leftOut
            return next
        }
        let text = String(words.prefix(2000))
        if words == item.text {
            next.tries.append(Rewritten.Try(text: text, faults: []))
            next.done = Rewritten(item.sentence, kept: .same, tries: next.tries, shown: item.shown)
            return next
        }
        switch item.held(words, by: check) {
        case .success(let standing):
            next.tries.append(Rewritten.Try(text: text, faults: []))
            next.done = Rewritten(item.sentence, words: standing, tries: next.tries, shown: item.shown)
        case .failure(let faults):
            next.tries.append(Rewritten.Try(text: text, faults: faults.list))
        }
        return next
    }
}
