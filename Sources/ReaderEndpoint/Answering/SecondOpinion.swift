import Signals

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// What a model claims to have seen in a passage.
struct Claim: Sendable, Hashable {
    var kind: SignalKind
    var subject: Subject
    var confidence: Double
}

/// Joins what the static reader saw with what a model claims, so that no claim goes further than its reach.
///
/// The log-odds of a kind are the model's, held within `reach` of the static reader's. So whatever a message talks a
/// model into, a kind's odds change by no more than e^reach, and a clear static reading survives silence.
///
/// Source: `docs/methods.md`, "A model as second reader".
struct SecondOpinion {
    let reach: Double

    /// The log-odds that stand for not being named.
    private static let silence = 0.05
    /// Claims are believed no further than this.
    private static let belief = 0.02...0.98

    /// The signals that both together see; `probabilities` in the order of `SignalKind.allCases`.
    func signals(first: [Signal], probabilities: [Double], claims: [Claim]) -> [Signal] {
        var seen: [Signal] = []
        for (kind, probability) in zip(SignalKind.allCases, probabilities) {
            let own = first.filter { $0.kind == kind }
            let claimed = claims.filter { $0.kind == kind }
            let floor = own.isEmpty ? 0.5 : min(0.5, probability)
            guard !claimed.isEmpty else {
                let left = confidence(of: Self.silence, near: probability)
                if !own.isEmpty, left >= 0.5 { seen += own.map { Self.copy($0, confidence: min($0.confidence, left)) } }
                continue
            }
            for claim in claimed {
                let joint = confidence(of: claim.confidence, near: probability)
                guard joint >= floor else { continue }
                for subject in subjects(of: claim, own: own)
                where !seen.contains(where: { $0.kind == kind && $0.subject == subject }) {
                    seen.append(signal(kind, subject, joint, like: own.first ?? first.first))
                }
            }
        }
        return seen
    }

    /// The model's probability, held near the static one.
    func confidence(of claimed: Double, near probability: Double) -> Double {
        let said = Self.logOdds(min(max(claimed, Self.belief.lowerBound), Self.belief.upperBound))
        let base = Self.logOdds(min(max(probability, 1e-6), 1 - 1e-6))
        let held = min(max(said, base - reach), base + reach)
        return 1 / (1 + exp(-held))
    }

    /// Where the model cannot say whom it is about, the static reader may.
    private func subjects(of claim: Claim, own: [Signal]) -> [Subject] {
        claim.subject == .unknown && !own.isEmpty ? own.map(\.subject) : [claim.subject]
    }

    /// Competencies, reach and sort of work are never the model's to say.
    private func signal(_ kind: SignalKind, _ subject: Subject, _ confidence: Double, like other: Signal?) -> Signal {
        Signal(
            kind: kind,
            subject: subject,
            confidence: confidence,
            competencies: other?.competencies ?? [],
            stage: other?.stage ?? 1,
            reach: other?.reach,
            workClass: other?.kind == kind ? other?.workClass ?? kind.usualClass : kind.usualClass
        )
    }

    private static func copy(_ signal: Signal, confidence: Double) -> Signal {
        var signal = signal
        signal.confidence = confidence
        return signal
    }

    private static func logOdds(_ probability: Double) -> Double { log(probability / (1 - probability)) }
}

extension SignalKind {
    /// The sort of work where no words speak for another; `docs/signals.md`, "Sort of work".
    var usualClass: WorkClass {
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
