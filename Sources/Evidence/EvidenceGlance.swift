public import Signals
public import Workspace

/// What of a piece of evidence the clock looks at; light, since a company may have millions.
///
/// Shape: the state is the one that is kept, not the one as of a moment; `settlesAt` says when what is shown will count.
public struct EvidenceGlance: Sendable, Hashable, Identifiable {
    /// The key.
    public let id: EntryID
    /// Whom it is about.
    public let subject: PersonID
    /// Who said it, where the speaker is in the people file.
    public let voice: PersonID?
    /// The account that spoke.
    public let account: AccountID
    /// The speaker's team then.
    public let team: String?
    /// To whom the person's own words of help or judgement were said; nil for all others.
    public let hearer: Hearer?
    /// Which act it shows.
    public let kind: SignalKind
    /// What sort of work it shows.
    public let workClass: WorkClass
    /// The reader's confidence, 0 to 1.
    public let confidence: Double
    /// Competencies, the likeliest first, at most three.
    public let competencies: [CompetencyShare]
    /// How far the work reaches, 1 to 5.
    public let stage: Double
    /// How far it reaches as far as the words tell; nil where that was not judged.
    public let reach: Reach?
    /// How far it reaches as far as can be seen around it, 1 to 6.
    public let scope: Int
    /// The words of recognition; empty for every other kind, where no rule looks at them.
    public let quote: String
    /// The episode that it belongs to.
    public let episode: EpisodeID
    /// When it happened, microseconds since 1970 UTC.
    public let moment: Int64
    /// How far it has come.
    public let state: EvidenceState
    /// When its subject could first see it, microseconds since 1970 UTC.
    public let shownAt: Int64?

    /// Joins what is looked at.
    public init(
        id: EntryID,
        subject: PersonID,
        voice: PersonID?,
        account: AccountID,
        team: String?,
        hearer: Hearer? = nil,
        kind: SignalKind,
        workClass: WorkClass,
        confidence: Double,
        competencies: [CompetencyShare],
        stage: Double,
        reach: Reach? = nil,
        scope: Int = 1,
        quote: String,
        episode: EpisodeID,
        moment: Int64,
        state: EvidenceState,
        shownAt: Int64?
    ) {
        self.id = id
        self.subject = subject
        self.voice = voice
        self.account = account
        self.team = team
        self.hearer = hearer
        self.kind = kind
        self.workClass = workClass
        self.confidence = confidence
        self.competencies = competencies
        self.stage = stage
        self.reach = reach
        self.scope = scope
        self.quote = kind == .recognition ? quote : ""
        self.episode = episode
        self.moment = moment
        self.state = state
        self.shownAt = shownAt
    }

    /// Takes what is looked at of an entry.
    public init(_ entry: LedgerEntry) {
        self.init(
            id: entry.id,
            subject: entry.subject,
            voice: entry.voice.person,
            account: entry.voice.account,
            team: entry.voice.team,
            hearer: entry.hearer.map { Hearer(key: $0.key, person: $0.person, team: $0.team) },
            kind: entry.kind,
            workClass: entry.workClass,
            confidence: entry.confidence,
            competencies: entry.competencies,
            stage: entry.stage,
            reach: entry.reach,
            scope: entry.scope,
            quote: entry.quote,
            episode: entry.episode,
            moment: entry.moment,
            state: entry.state,
            shownAt: entry.shownAt
        )
    }

    /// Somebody to whom words were said.
    public struct Hearer: Sendable, Hashable {
        /// One key per person, person before account.
        public let key: String
        /// Who, where the people file has them.
        public let person: PersonID?
        /// Their team then.
        public let team: String?

        /// Joins what is known of them.
        public init(key: String, person: PersonID?, team: String?) {
            self.key = key
            self.person = person
            self.team = team
        }
    }

    /// One key per speaker, person before account.
    public var voiceKey: String { voice?.text ?? account.text }

    /// When it settles if nobody objects, microseconds since 1970 UTC; nil when it was not shown.
    public var settlesAt: Int64? { shownAt.map { WorkingDays.after($0, count: WorkingDays.toSettle) } }
}
