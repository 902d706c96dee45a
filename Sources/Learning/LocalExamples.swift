public import Signals
public import Workspace

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// What people of one workspace taught: corrections by phrasing, found again when something is phrased nearly the same.
///
/// The same whatever the order in which the corrections come; without one of them it is as if that one had never been.
///
/// Source: `docs/methods.md`, "Corrections teach".
public struct LocalExamples: Sendable {
    /// Whose they are.
    public let workspace: WorkspaceID
    /// What phrases are hashed with.
    public let salt: PhraseSalt
    /// The corrections that count: of this workspace, the last word of each person about each kind of each message.
    public let corrections: [Correction]
    private let index: PhraseIndex

    /// Phrases that share less teach nothing.
    static let near = 0.5
    /// From here on two phrases are as good as the same.
    static let same = 0.9
    /// A phrase of so many different words is taken at its full word; shorter ones are said in too many places.
    static let telling = 6
    /// Log-odds of one person's word: taking away or adding, and confirming.
    static let strength = 4.0
    static let nod = 2.0
    /// Log-odds that all people together can move a kind by.
    static let bound = 6.0

    /// Makes examples of corrections; those of other workspaces are left out.
    public init(workspace: WorkspaceID, salt: PhraseSalt, corrections: [Correction]) {
        self.workspace = workspace
        self.salt = salt
        var last: [CorrectionID: Correction] = [:]
        for correction in corrections where correction.workspace == workspace {
            if let other = last[correction.id], !correction.isAfter(other) { continue }
            last[correction.id] = correction
        }
        self.corrections = last.values.sorted { $0.id < $1.id }
        index = PhraseIndex(self.corrections.map(\.phrase.features), likeness: Self.near)
    }

    /// True when there is nothing to learn from.
    public var isEmpty: Bool { corrections.isEmpty }

    /// What the examples say about a passage; nil when none is near.
    func lesson(for passage: Passage) -> Lesson? {
        guard !isEmpty else { return nil }
        let phrase = PhrasePrint(passage, salt: salt)
        let candidates = index.candidates(phrase.features)
        guard !candidates.isEmpty else { return nil }
        var voices: [SignalKind: [PersonID: Voice]] = [:]
        for place in candidates {
            let correction = corrections[place]
            let likeness = phrase.likeness(to: correction.phrase)
            guard likeness >= Self.near else { continue }
            let voice = Voice(correction: correction, likeness: likeness)
            if let other = voices[correction.kind]?[correction.by], !voice.outweighs(other) { continue }
            voices[correction.kind, default: [:]][correction.by] = voice
        }
        return voices.isEmpty ? nil : Lesson(voices: voices)
    }

    /// A person's word about a kind, from the nearest phrase about which that person said anything.
    struct Voice: Sendable {
        let correction: Correction
        let likeness: Double

        /// 0 for a phrase just near enough, 1 for the same phrase; less where the phrase is short.
        var weight: Double {
            let step = min(1, max(0, (likeness - LocalExamples.near) / (LocalExamples.same - LocalExamples.near)))
            let words = min(1, Double(correction.phrase.words) / Double(LocalExamples.telling))
            return step * step * (3 - 2 * step) * words
        }

        /// By how much the word moves the log-odds of the kind.
        var shift: Double {
            switch correction.verdict {
            case .confirmed: weight * LocalExamples.nod
            case .removed: -weight * LocalExamples.strength
            case .added: weight * LocalExamples.strength
            case .subjectChanged: 0
            }
        }

        func outweighs(_ other: Voice) -> Bool {
            (likeness, correction.moment, correction.id.text) > (
                other.likeness, other.correction.moment, other.correction.id.text
            )
        }
    }
}

extension Correction {
    /// The later word counts; of two at the same moment always the same one.
    fileprivate func isAfter(_ other: Correction) -> Bool {
        let (mine, others) = (contents, other.contents)
        return mine == others
            ? other.phrase.features.lexicographicallyPrecedes(phrase.features) : mine > others
    }

    private var contents: (Int64, String, String, String) {
        (moment, verdict.name, verdict.from?.text ?? "", verdict.to?.text ?? "")
    }
}

/// What the examples say about one passage.
struct Lesson: Sendable {
    let voices: [SignalKind: [PersonID: LocalExamples.Voice]]

    /// By how much the log-odds of a kind move, everybody together.
    func shift(of kind: SignalKind) -> Double {
        let sum = said(about: kind).reduce(0) { $0 + $1.shift }
        return min(max(sum, -LocalExamples.bound), LocalExamples.bound)
    }

    /// Whom the kind is about, where somebody said so with enough weight: the heaviest word counts.
    func role(of kind: SignalKind, insteadOf role: SubjectRole) -> SubjectRole? {
        let heavy = said(about: kind).filter { $0.correction.verdict.from == role && $0.weight >= 0.5 }
        return heaviest(heavy)?.correction.verdict.to
    }

    /// Whom an added kind is about.
    func role(ofAdded kind: SignalKind) -> SubjectRole? {
        heaviest(said(about: kind).filter { if case .added = $0.correction.verdict { true } else { false } })?
            .correction.verdict.to
    }

    private func said(about kind: SignalKind) -> [LocalExamples.Voice] {
        (voices[kind] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }

    private func heaviest(_ voices: [LocalExamples.Voice]) -> LocalExamples.Voice? {
        voices.max { ($0.weight, $1.correction.id.text) < ($1.weight, $0.correction.id.text) }
    }
}

extension LocalExamples {
    /// True when somebody corrected something that is phrased much like this.
    public func isNear(_ passage: Passage) -> Bool { lesson(for: passage) != nil }
}
