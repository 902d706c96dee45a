public import ModelEndpoint
public import Signals
private import Synchronization

/// A reader that asks a model about what the static reader finds worth reading, and believes it within bounds.
///
/// Opt-in: it sends the words of such messages to the address that an operator set, names of people replaced by labels.
/// Whatever fails, the static reader's signals stay, and the costs say how often and why.
///
/// Source: `docs/methods.md`, "A model as second reader".
public struct EndpointReader: Reader {
    /// `endpoint`, with the model's name, the version of the prompt and that of the static reader below.
    public let stamp: ReaderStamp
    private let settings: EndpointSettings
    private let first: StaticReader
    private let caller: ModelCaller
    private let counts = Counts()

    /// A reader with its own connections, which are closed when nobody holds it any more.
    ///
    /// Errors: a number of the settings is outside of its range, or the certificates cannot be used.
    public init(_ settings: EndpointSettings, first: StaticReader) throws(EndpointError) {
        try settings.check()
        self.settings = settings
        self.first = first
        caller = try ModelCaller(settings.wire)
        stamp = ReaderStamp(
            name: "endpoint",
            version: "\(settings.wire.model) \(Codebook.version) \(first.stamp.version)"
        )
    }

    /// What the readings so far have cost.
    public var costs: EndpointCosts {
        var costs = counts.costs.withLock { $0 }
        costs.wire = caller.costs
        return costs
    }

    /// The signals of each passage, in the order of the passages.
    ///
    /// Errors: only `CancellationError`.
    public func read(_ passages: [Passage]) async throws -> [[Signal]] { try await readings(passages).map(\.signals) }

    /// The signals of each passage, and who saw them.
    ///
    /// Errors: only `CancellationError`.
    public func readings(_ passages: [Passage]) async throws -> [EndpointReading] {
        var readings = first.readNow(passages).map { EndpointReading(signals: $0, source: .unasked) }
        let probabilities = first.probabilities(passages)
        let questions = try questions(about: passages, probabilities)
        let opinion = SecondOpinion(reach: settings.reach)
        try await withThrowingTaskGroup(of: (Question, [Result<[Claim], ModelAnswer.Fault>]).self) { group in
            var waiting = questions[...]
            func start() {
                guard let question = waiting.popFirst() else { return }
                group.addTask { (question, try await ask(question)) }
            }
            for _ in 0..<settings.wire.atOnce { start() }
            while let (question, answers) = try await group.next() {
                for (item, answer) in zip(question.sheets, answers) {
                    let place = item.place
                    switch answer {
                    case .success(let claims):
                        let signals = opinion.signals(
                            first: readings[place].signals,
                            probabilities: probabilities[place],
                            claims: claims
                        )
                        readings[place] = EndpointReading(signals: signals, source: .model)
                    case .failure(let fault):
                        readings[place] = EndpointReading(signals: readings[place].signals, source: .kept(fault.reason))
                    }
                }
                start()
            }
        }
        count(readings)
        return readings
    }

    private func ask(_ question: Question) async throws -> [Result<[Claim], ModelAnswer.Fault>] {
        let sheets = question.sheets.map(\.sheet)
        let answer = try await caller.ask(question.asked) { completion in
            let answer = ModelAnswer(completion, sheets: sheets)
            return (answer, answer.isOfUse)
        }
        switch answer {
        case .success(let answer): return answer.claims
        case .failure(let fault):
            return Array(repeating: .failure(.init(EndpointReason(fault))), count: sheets.count)
        }
    }

    private func count(_ readings: [EndpointReading]) {
        counts.costs.withLock { costs in
            costs.passages += readings.count
            for reading in readings {
                switch reading.source {
                case .unasked: continue
                case .model: costs.answered += 1
                case .kept(let reason): costs.kept[reason, default: 0] += 1
                }
                costs.asked += 1
            }
        }
    }

    private func questions(about passages: [Passage], _ probabilities: [[Double]]) throws -> [Question] {
        var generator = SystemRandomNumberGenerator()
        var questions: [Question] = []
        var together: [(place: Int, sheet: TalkSheet)] = []
        for (place, passage) in passages.enumerated() {
            guard probabilities[place].contains(where: { $0 >= settings.worthReading }) else { continue }
            let sheet = TalkSheet(passage)
            if sheet.isAskedAlone {
                questions.append(try Question([(place, sheet)], model: settings.wire.model, using: &generator))
                continue
            }
            together.append((place, sheet))
            guard together.count == settings.batch else { continue }
            questions.append(try Question(together, model: settings.wire.model, using: &generator))
            together = []
        }
        if !together.isEmpty { questions.append(try Question(together, model: settings.wire.model, using: &generator)) }
        return questions
    }

    /// What became of passages; shared by all copies of a reader.
    private final class Counts: Sendable {
        let costs = Mutex(EndpointCosts())
    }
}
