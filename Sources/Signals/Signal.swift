/// What a message does, of the nine acts that the codebook names.
///
/// Source: `docs/signals.md`.
public enum SignalKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// Thanks, praise or credit for work done.
    case recognition
    /// What is wrong with concrete work, or what should change.
    case feedback
    /// Helps somebody understand, with substance.
    case coaching
    /// Takes on a concrete piece of work, or repairs an own mistake.
    case ownership
    /// Settles a question.
    case decision
    /// Keeps running what runs.
    case upkeep
    /// Weighs something, with a reason.
    case judgement
    /// States that a concrete piece of work is finished.
    case delivery
    /// Cannot go on.
    case blocked
}

/// Whom a signal is about.
public enum Subject: Sendable, Hashable {
    /// Whoever wrote the message.
    case author
    /// A participant, by the name or id that the passage uses.
    case participant(String)
    /// A team, or several people who are not all named.
    case group
    /// It cannot be said.
    case unknown
}

/// Why a signal is about its subject.
public enum SubjectReason: String, Sendable, Hashable, CaseIterable, Codable {
    /// An `@name` in the words.
    case mentioned
    /// A name in the words, without an `@`.
    case named
    /// Whoever began the thread.
    case threadRoot = "thread root"
    /// Whoever spoke to the author, or helped, just before.
    case helperBefore = "helper just before"
    /// The author, about an act of their own.
    case own = "self"
    /// The words speak to or of several people.
    case group
    /// Nobody is in sight.
    case unknown
}

/// What sort of work a piece of evidence shows.
public enum WorkClass: String, Sendable, Hashable, CaseIterable, Codable {
    /// Something new went out.
    case launch
    /// Something kept running.
    case upkeep
    /// Somebody took responsibility.
    case ownership
    /// A question was settled.
    case decision
    /// Somebody helped others to do better.
    case enablement
    /// Design and judgement.
    case craft
}

extension SubjectReason {
    /// What can be said of a subject without the words at hand.
    init(of subject: Subject) {
        self =
            switch subject {
            case .author: .own
            case .participant: .named
            case .group: .group
            case .unknown: .unknown
            }
    }
}

/// One act that a reader saw in a message.
public struct Signal: Sendable, Hashable {
    /// Which act.
    public var kind: SignalKind
    /// Whom it is about.
    public var subject: Subject
    /// Why it is about them.
    public var reason: SubjectReason
    /// Calibrated probability that a careful human would label it so, 0 to 1.
    public var confidence: Double
    /// Competencies it speaks to, the likeliest first; shares of 1 over all that the reader knows, on either track.
    public var competencies: [CompetencyShare]
    /// How far the work reaches, 1 (a task) to 5 (the company), as the stage statements of a ladder count.
    public var stage: Double
    /// How far it reaches as far as the words tell; nil where the reader does not judge it.
    public var reach: Reach?
    /// What sort of work it shows.
    public var workClass: WorkClass

    /// Joins what was seen.
    public init(
        kind: SignalKind,
        subject: Subject,
        reason: SubjectReason? = nil,
        confidence: Double,
        competencies: [CompetencyShare] = [],
        stage: Double = 1,
        reach: Reach? = nil,
        workClass: WorkClass
    ) {
        self.kind = kind
        self.subject = subject
        self.reason = reason ?? SubjectReason(of: subject)
        self.confidence = confidence
        self.competencies = competencies
        self.stage = stage
        self.reach = reach
        self.workClass = workClass
    }
}

/// A competency and how much of a message speaks to it.
public struct CompetencyShare: Sendable, Hashable, Codable {
    /// The competency's id in the ladder.
    public let competency: String
    /// Probability, 0 to 1.
    public let share: Double

    /// Joins a competency and its share.
    public init(competency: String, share: Double) {
        self.competency = competency
        self.share = share
    }
}
