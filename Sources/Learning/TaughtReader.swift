public import Signals

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// A reader that has been taught: another reader's signals, changed where people corrected something phrased alike.
///
/// Nothing leaves the machine, and what it learned in one workspace means nothing in another.
public struct TaughtReader: Reader {
    /// The stamp of the reader below; what it was taught is told by the corrections themselves.
    public var stamp: ReaderStamp { reader.stamp }
    private let reader: any Reader
    private let examples: LocalExamples

    /// What a kind is taken to be worth that the reader below did not see.
    static let unseen = 0.05

    /// Teaches a reader what a workspace's people said.
    public init(_ reader: any Reader, examples: LocalExamples) {
        self.reader = reader
        self.examples = examples
    }

    /// The signals of each passage, in the order of the passages.
    public func read(_ passages: [Passage]) async throws -> [[Signal]] {
        let signals = try await reader.read(passages)
        guard !examples.isEmpty else { return signals }
        return zip(passages, signals).map { examples.taught($1, in: $0) }
    }
}

extension LocalExamples {
    /// What a passage carries after what people said about passages like it.
    public func taught(_ signals: [Signal], in passage: Passage) -> [Signal] {
        guard let lesson = lesson(for: passage) else { return signals }
        var taught: [Signal] = []
        for kind in SignalKind.allCases {
            let shift = lesson.shift(of: kind)
            let seen = signals.filter { $0.kind == kind }
            for signal in seen {
                let confidence = Self.moved(signal.confidence, by: shift)
                // A sure signal goes when it is unsure; one that was unsure before goes when half of that is left.
                guard shift >= 0 || confidence >= min(0.3, signal.confidence / 2) else { continue }
                var changed = signal
                changed.confidence = confidence
                let role = SubjectRole(signal.subject, in: passage)
                if let subject = lesson.role(of: kind, insteadOf: role)?.subject(in: passage) {
                    changed.subject = subject
                }
                if !taught.contains(where: { $0.kind == kind && $0.subject == changed.subject }) {
                    taught.append(changed)
                }
            }
            guard seen.isEmpty, let role = lesson.role(ofAdded: kind) else { continue }
            let confidence = Self.moved(TaughtReader.unseen, by: shift)
            guard confidence >= 0.5, let subject = role.subject(in: passage) else { continue }
            taught.append(
                Signal(
                    kind: kind,
                    subject: subject,
                    confidence: confidence,
                    competencies: signals.first?.competencies ?? [],
                    stage: signals.first?.stage ?? 1,
                    reach: signals.first?.reach,
                    workClass: kind.usualClass
                )
            )
        }
        return taught
    }

    private static func moved(_ confidence: Double, by shift: Double) -> Double {
        guard shift != 0, confidence > 0, confidence < 1 else { return confidence }
        return 1 / (1 + exp(-(log(confidence / (1 - confidence)) + shift)))
    }
}

extension SignalKind {
    /// The sort of work where no words speak for another; `docs/signals.md`, "Sort of work".
    fileprivate var usualClass: WorkClass {
        switch self {
        case .coaching, .feedback: .enablement
        case .ownership: .ownership
        case .decision: .decision
        case .upkeep: .upkeep
        case .delivery: .launch
        case .judgement, .recognition, .blocked: .craft
        }
    }
}
