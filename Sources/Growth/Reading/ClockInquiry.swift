public import Evidence
public import Workspace

/// Whose work is held against what, with all that has to be known for it.
public struct ClockInquiry: Sendable, Hashable {
    /// Whose work.
    public var person: Person
    /// What is in the ledger about the person; what does not count is left out.
    public var entries: [LedgerEntry]
    /// What colleagues answered who were asked about the person.
    public var answers: [RequestAnswer]
    /// What it is held against.
    public var demand: TargetDemand
    /// The moment of the look, microseconds since 1970 UTC.
    public var now: Int64
    /// How many people share enough work to have seen it; nil when that is not known.
    public var audience: Int?
    /// Days of leave, without overlap.
    public var leave: [Range<CivilDate>]
    /// The last change of track; nil when there was none.
    public var move: TrackMove?
    /// Who reports to the person; their names are not shown one by one.
    public var reports: Set<PersonID>
    /// When colleagues were last asked about the person, microseconds since 1970 UTC.
    public var lastRequest: Int64?
    /// Who could be asked.
    public var colleagues: [Candidate]
    /// What the role lets expect; nil when that is not known.
    public var exposure: Exposure?
    /// Keys of speakers who are one with a person: second accounts, and people whom the file once listed twice.
    public var aliases: [String: PersonID] = [:]
    /// Observers who no longer work here; each is shown under a name that stays the same and tells nothing.
    public var departed: Set<PersonID> = []
    /// Entries that were said in confidence; the reading counts them, and shows no more than how many there are.
    public var confidential: Set<EntryID> = []

    /// Joins a person, evidence and target; the rest unknown unless told.
    public init(
        person: Person,
        entries: [LedgerEntry],
        demand: TargetDemand,
        now: Int64,
        answers: [RequestAnswer] = [],
        audience: Int? = nil,
        leave: [Range<CivilDate>] = [],
        move: TrackMove? = nil,
        reports: Set<PersonID> = [],
        lastRequest: Int64? = nil,
        colleagues: [Candidate] = [],
        exposure: Exposure? = nil
    ) {
        self.person = person
        self.entries = entries
        self.demand = demand
        self.now = now
        self.answers = answers
        self.audience = audience
        self.leave = leave
        self.move = move
        self.reports = reports
        self.lastRequest = lastRequest
        self.colleagues = colleagues
        self.exposure = exposure
    }

    /// Somebody who could be asked about the person.
    public struct Candidate: Sendable, Hashable {
        /// Who.
        public let person: PersonID
        /// The name to show.
        public let name: String
        /// The colleague's team.
        public let team: String?
        /// How many requests the colleague got in the last seven days, about anybody.
        public let requestsThisWeek: Int
        /// True when the colleague was asked about this person in the last round.
        public let askedLastTime: Bool

        /// Joins what decides whether to ask somebody.
        public init(
            person: PersonID,
            name: String,
            team: String?,
            requestsThisWeek: Int = 0,
            askedLastTime: Bool = false
        ) {
            self.person = person
            self.name = name
            self.team = team
            self.requestsThisWeek = requestsThisWeek
            self.askedLastTime = askedLastTime
        }
    }

    /// The moment of the look, days since 1970 UTC.
    var today: Double { Double(now) / 86_400_000_000 }

    /// First day at the present level, or at the company.
    var levelStart: CivilDate? { person.levelSince ?? person.started }

    /// True in the first 90 days at a level.
    var isSettlingIn: Bool {
        levelStart.map { CivilDate(microseconds: now).days - $0.days < 90 } ?? false
    }

    /// True in the first half year after a change of track.
    var isSettlingAfterMove: Bool {
        move.map { (0..<TrackMove.settlingDays).contains(CivilDate(microseconds: now).days - $0.day.days) } ?? false
    }

    /// The days after a change of track in which the person settles.
    var settling: Range<Double>? {
        move.map { Double($0.day.days)..<Double($0.day.days + TrackMove.settlingDays) }
    }

    /// The same voice under the person's own key, where a speaker has several.
    func merged(_ voice: Voice) -> Voice {
        guard let person = aliases[voice.key] else { return voice }
        return Voice(person: person, account: voice.account, name: voice.name, team: voice.team)
    }

    /// True where so few people could have seen the work that a reading is no more than notes.
    var isSmall: Bool { audience.map { $0 < 4 } ?? false }
}
