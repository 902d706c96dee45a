/// The reader that is always there: hashed n-grams and the shape of the talk, in pure Swift, with weights of its own.
///
/// Source: `docs/signals.md`; trained by `training/train.py`.
public struct StaticReader: Reader {
    /// `static` and the version of the weights.
    public let stamp: ReaderStamp
    private let weights: ReaderWeights
    private let behaviours: BehaviourWeights
    private let reach: ReachWeights?
    /// How behaviours become competencies; that of the reference ladder's ids unless a ladder has set its own.
    public var matrix: BehaviourMatrix

    /// The reader with the weights that are part of the program.
    ///
    /// Errors: the weights do not fit this version of the program, which a test rules out.
    public init() throws(ReaderError) {
        self.init(
            weights: try ReaderWeights.embedded.get(),
            behaviours: try BehaviourWeights.embedded.get(),
            reach: try ReachWeights.embedded.get()
        )
    }

    /// A reader with other weights.
    ///
    /// - Parameters:
    ///   - weights: for the kinds
    ///   - behaviours: for competencies and sorts of work
    ///   - reach: for how far work reaches; without them nothing is said of it
    ///   - matrix: how behaviours become competencies
    public init(
        weights: ReaderWeights,
        behaviours: BehaviourWeights,
        reach: ReachWeights? = try? ReachWeights.embedded.get(),
        matrix: BehaviourMatrix = .homes
    ) {
        self.weights = weights
        self.behaviours = behaviours
        self.reach = reach
        self.matrix = matrix
        stamp = ReaderStamp(name: "static", version: weights.version)
    }

    /// The signals of each passage, in the order of the passages.
    public func read(_ passages: [Passage]) async throws -> [[Signal]] { readNow(passages) }

    /// The signals of each passage, read on the calling thread; what each gets does not depend on the others.
    public func readNow(_ passages: [Passage]) -> [[Signal]] {
        let bench = Workbench(weights, behaviours)
        return passages.map { read($0, on: bench) }
    }

    /// The calibrated probability of every kind, whether or not it reaches its operating point, in the order of
    /// `SignalKind.allCases`.
    public func probabilities(_ passages: [Passage]) -> [[Double]] {
        let bench = Workbench(weights, behaviours)
        return passages.map { passage in
            guard bench.score(passage, talk: Talk(passage)) else {
                return Array(repeating: 0, count: weights.kinds.kinds)
            }
            return bench.scores.indices.map { weights.kinds.probability(bench.scores[$0], kind: $0) }
        }
    }

    /// The signals of each passage for kinds that another reader found in it.
    ///
    /// Subjects, competencies, reach and sort of work are found as for kinds that this reader finds itself.
    public func signals(of passages: [Passage], found: [[KindFinding]]) -> [[Signal]] {
        let bench = Workbench(weights, behaviours)
        return zip(passages, found).map { passage, found in
            guard !found.isEmpty else { return [] }
            let talk = Talk(passage)
            guard bench.score(passage, talk: talk) else { return [] }
            return signals(of: passage, talk, found, on: bench)
        }
    }

    private func read(_ passage: Passage, on bench: Workbench) -> [Signal] {
        let talk = Talk(passage)
        guard bench.score(passage, talk: talk) else { return [] }
        var found: [KindFinding] = []
        for (index, kind) in SignalKind.allCases.enumerated() {
            let probability = weights.kinds.probability(bench.scores[index], kind: index)
            if weights.kinds.passes(probability, kind: index) {
                found.append(KindFinding(kind: kind, probability: probability))
            }
        }
        return found.isEmpty ? [] : signals(of: passage, talk, found, on: bench)
    }

    /// The bench has just scored the passage.
    private func signals(
        of passage: Passage,
        _ talk: Talk,
        _ found: [KindFinding],
        on bench: Workbench
    ) -> [Signal] {
        let (verdict, reach) = bench.behaviours(reach, kinds: found)
        let competencies = matrix.competencies(of: verdict.behaviours)
        var resolution = SubjectResolution(passage: passage, talk: talk)
        let subjects = found.map { hit in
            resolution.subjects(of: hit.kind) { words, kind in
                bench.score(words: words)
                let index = SignalKind.allCases.firstIndex(of: kind) ?? 0
                return weights.kinds.probability(bench.scores[index], kind: index)
            }
        }
        return zip(found, subjects).flatMap { hit, subjects in
            subjects.map { about in
                Signal(
                    kind: hit.kind,
                    subject: about.subject,
                    reason: about.reason,
                    confidence: hit.probability,
                    competencies: competencies,
                    stage: verdict.stage,
                    reach: reach,
                    workClass: WorkClass(of: hit.kind, shares: verdict.classes)
                )
            }
        }
    }
}

extension WorkClass {
    /// The sort of work that a signal shows: of those that its kind allows, the one that the words speak for most.
    init(of kind: SignalKind, shares: [Double]) {
        let allowed: [WorkClass] =
            switch kind {
            case .recognition, .blocked: WorkClass.allCases
            case .feedback: [.enablement, .craft]
            case .coaching: [.enablement]
            case .ownership: [.ownership]
            case .decision: [.decision]
            case .upkeep: [.upkeep]
            case .judgement: [.craft]
            case .delivery: [.launch, .upkeep, .craft]
            }
        func share(_ workClass: WorkClass) -> Double {
            guard let column = BehaviourHead.classes.firstIndex(of: workClass), column < shares.count else { return 0 }
            return shares[column]
        }
        self = allowed.max { share($0) < share($1) } ?? .craft
    }
}
