import Evidence
public import Signals
public import Workspace

/// The key of a correction: one person's word about one kind in one message.
public struct CorrectionID: Identifier {
    /// 16 hexadecimal digits.
    public let text: String
    /// Wraps the text.
    public init(_ text: String) { self.text = text }

    /// The key of what a person says about a kind in a message; the same whenever it is said again.
    public init(_ message: MessageID, kind: SignalKind, by person: PersonID, in workspace: WorkspaceID) {
        text = StableHash.hexadecimal([
            workspace.text, message.channel.text, String(message.time.microseconds), kind.rawValue, person.text,
        ])
    }
}

/// What a person said about what a reader saw, with the phrasing as hashes; no words of the message are kept.
///
/// Source: `docs/methods.md`, "Corrections teach".
public struct Correction: Sendable, Hashable, Identifiable {
    /// The key; saying it again replaces what was said.
    public let id: CorrectionID
    /// Where it was said; it teaches there and nowhere else.
    public let workspace: WorkspaceID
    /// The message it is about; when that goes, this goes, too.
    public let message: MessageID
    /// How the message is phrased.
    public let phrase: PhrasePrint
    /// Which act.
    public let kind: SignalKind
    /// What the person said.
    public let verdict: Verdict
    /// The confidence of the reader; nil where it had not seen this kind.
    public let confidence: Double?
    /// Who said it.
    public let by: PersonID
    /// When it was said.
    ///
    /// Units: microseconds since 1970 UTC.
    public let moment: Int64
    /// Which reader it was said about.
    public let reader: ReaderStamp

    /// What a person says about one kind in one message.
    public enum Verdict: Sendable, Hashable {
        /// The reader is right.
        case confirmed
        /// The message does no such thing.
        case removed
        /// The reader missed it; about whom it is.
        case added(SubjectRole)
        /// The kind is right, but it is about somebody else.
        case subjectChanged(from: SubjectRole, to: SubjectRole)
    }

    /// Joins what was said with where and when.
    public init(
        workspace: WorkspaceID,
        message: MessageID,
        phrase: PhrasePrint,
        kind: SignalKind,
        verdict: Verdict,
        confidence: Double?,
        by person: PersonID,
        moment: Int64,
        reader: ReaderStamp
    ) {
        id = CorrectionID(message, kind: kind, by: person, in: workspace)
        self.workspace = workspace
        self.message = message
        self.phrase = phrase
        self.kind = kind
        self.verdict = verdict
        self.confidence = confidence
        by = person
        self.moment = moment
        self.reader = reader
    }
}

extension Correction.Verdict {
    /// `confirmed`, `removed`, `added`, `subject_changed`, for storage and for programs.
    public var name: String {
        switch self {
        case .confirmed: "confirmed"
        case .removed: "removed"
        case .added: "added"
        case .subjectChanged: "subject_changed"
        }
    }

    /// Whom the reader meant; nil where it does not matter.
    public var from: SubjectRole? { if case .subjectChanged(let from, _) = self { from } else { nil } }

    /// Whom the person means; nil where it does not matter.
    public var to: SubjectRole? {
        switch self {
        case .added(let role), .subjectChanged(_, let role): role
        case .confirmed, .removed: nil
        }
    }

    /// Puts a stored verdict together again; nil when a part is missing.
    public init?(name: String, from: SubjectRole?, to: SubjectRole?) {
        switch (name, from, to) {
        case ("confirmed", _, _): self = .confirmed
        case ("removed", _, _): self = .removed
        case ("added", _, let to?): self = .added(to)
        case ("subject_changed", let from?, let to?): self = .subjectChanged(from: from, to: to)
        default: return nil
        }
    }
}
