public import Signals
public import Workspace

/// The key of a piece of evidence, the same whenever its message is read again.
public struct EntryID: Identifier {
    /// The identifier as it is written everywhere: the message's time in 13 hexadecimal digits, and a hash in 8.
    ///
    /// Time leads so that neighbours in the talk are neighbours in the database.
    public let text: String
    /// Wraps the text.
    public init(_ text: String) { self.text = text }

    /// The key of one act that a message shows about one person.
    public init(_ message: MessageID, kind: SignalKind, subject: PersonID) {
        let hash = StableHash.hexadecimal([message.channel.text, kind.rawValue, subject.text])
        text = Self.prefix(of: message.time) + hash.suffix(8)
    }

    /// With what the keys of all evidence of a moment begin.
    public static func prefix(of time: MessageTime) -> String {
        let digits = String(time.microseconds, radix: 16)
        return String(repeating: "0", count: max(0, 13 - digits.count)) + digits
    }
}

/// The key of an episode: the one thing that happened to which several pieces of evidence belong.
public struct EpisodeID: Identifier {
    /// The identifier: that of the episode's first piece of evidence.
    public let text: String
    /// Wraps the text.
    public init(_ text: String) { self.text = text }
}

/// How far a piece of evidence has come on its way to count.
///
/// Source: `docs/methods.md`, "States of evidence".
public enum EvidenceState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Read, not yet seen by its subject.
    case captured
    /// Its subject could see it.
    case shown
    /// Counts: seen for five working days without contest, or accepted.
    case settled
    /// Its subject objects; counts for nothing while the answer is due.
    case contested
    /// Put right after a contest; counts in its corrected form.
    case corrected
    /// Gone; what was built on it says so.
    case withdrawn

    /// True for evidence that drafts, cues, boards and clocks may use.
    public var counts: Bool { self == .settled || self == .corrected }

    /// True for evidence that 1:1 preparation may name, because both sides can see it.
    public var isOpen: Bool { self == .shown || counts }
}

/// One piece of evidence in the ledger.
public struct LedgerEntry: Sendable, Hashable, Identifiable {
    /// The key.
    public var id: EntryID
    /// Whom it is about.
    public var subject: PersonID
    /// Who said it.
    public var voice: Voice
    /// To whom the person's own words were said, where they help or weigh something for somebody; nil for all others.
    public var hearer: Voice?
    /// Which act it shows.
    public var kind: SignalKind
    /// What sort of work it shows.
    public var workClass: WorkClass
    /// The reader's confidence, 0 to 1.
    public var confidence: Double
    /// Competencies, the likeliest first, at most three.
    public var competencies: [CompetencyShare]
    /// How far the work reaches, 1 to 5, as stage statements count.
    public var stage: Double
    /// How far it reaches as far as the words tell; nil where that was not judged.
    public var reach: Reach?
    /// How far it reaches as far as can be seen around it, 1 (a task) to 6 (company or industry).
    public var scope: Int
    /// Why it is about its subject.
    public var reason: SubjectReason
    /// The words, at most 400 characters; never more of the message.
    public var quote: String
    /// Where to open it in the source; nil when the workspace's address is unknown.
    public var link: String?
    /// The message that it comes from.
    public var message: MessageID
    /// The channel's present name, without `#`.
    public var channelName: String
    /// The episode that it belongs to.
    public var episode: EpisodeID
    /// When it happened, microseconds since 1970 UTC.
    public var moment: Int64
    /// How far it has come.
    public var state: EvidenceState
    /// When its subject could first see it, microseconds since 1970 UTC.
    public var shownAt: Int64?
    /// When it settled, microseconds since 1970 UTC.
    public var settledAt: Int64?
    /// Which reader saw it.
    public var reader: ReaderStamp
    /// The ladder's version when it was read.
    public var ladderVersion: String
    /// The first message of the thread that it was said in; nil outside threads.
    public var thread: MessageTime?
    /// What the words point at, in a form that can be compared: addresses, ticket and change numbers, file names.
    public var matters: [String]

    /// Joins all that is kept of a piece of evidence.
    public init(
        id: EntryID,
        subject: PersonID,
        voice: Voice,
        kind: SignalKind,
        workClass: WorkClass,
        confidence: Double,
        competencies: [CompetencyShare],
        stage: Double,
        scope: Int = 1,
        reason: SubjectReason = .unknown,
        quote: String,
        link: String?,
        message: MessageID,
        channelName: String,
        episode: EpisodeID,
        moment: Int64,
        state: EvidenceState = .captured,
        shownAt: Int64? = nil,
        settledAt: Int64? = nil,
        reader: ReaderStamp,
        ladderVersion: String,
        thread: MessageTime? = nil,
        matters: [String] = [],
        hearer: Voice? = nil,
        reach: Reach? = nil
    ) {
        self.id = id
        self.subject = subject
        self.voice = voice
        self.kind = kind
        self.workClass = workClass
        self.confidence = confidence
        self.competencies = competencies
        self.stage = stage
        self.scope = scope
        self.reason = reason
        self.quote = quote
        self.link = link
        self.message = message
        self.channelName = channelName
        self.episode = episode
        self.moment = moment
        self.state = state
        self.shownAt = shownAt
        self.settledAt = settledAt
        self.reader = reader
        self.ladderVersion = ladderVersion
        self.thread = thread
        self.matters = matters
        self.hearer = hearer
        self.reach = reach
    }
}

/// Who said something.
public struct Voice: Sendable, Hashable {
    /// The person, where the speaker is in the people file.
    public let person: PersonID?
    /// The account that spoke.
    public let account: AccountID
    /// The name to show.
    public let name: String
    /// The speaker's team then.
    public let team: String?

    /// Joins what is known of a speaker.
    public init(person: PersonID?, account: AccountID, name: String, team: String?) {
        self.person = person
        self.account = account
        self.name = name
        self.team = team
    }

    /// One key per speaker, person before account.
    public var key: String { person?.text ?? account.text }
}
