public import Workspace

/// Where the pages get their content: rights are checked behind these closures, never here.
///
/// Errors: a closure throws `PageRefusal` when the viewer gets a page that says why; anything else is shown as a fault.
public struct PageSource: Sendable {
    /// Who the viewer is; throws `.needsSignIn` for somebody who no longer works here.
    public var visitor: @Sendable (_ viewer: PersonID) async throws -> Visitor
    /// A number that is another one after everything that is written; nil where nobody can tell.
    public var written: @Sendable () async throws -> Int64? = { nil }
    /// The viewer's week.
    public var week: @Sendable (_ viewer: PersonID) async throws -> WeekPage
    /// A person's page.
    public var person: @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> PersonPage
    /// The preparation of a 1:1 with a person.
    public var prep: @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> PrepPage
    /// A review draft; the period is nil when the viewer named none.
    public var draft:
        @Sendable (_ viewer: PersonID, _ person: PersonID, _ period: DraftPeriod?) async throws -> DraftPage
    /// The ladder, for everybody who is signed in.
    public var ladder: @Sendable (_ viewer: PersonID, _ view: LadderView) async throws -> LadderPage
    /// Moves: level-ups and changes of track.
    public var moves: MovePages
    /// Audits of the whole company.
    public var audits: AuditPages
    /// What is the viewer's alone: pay, and the yearly question.
    public var own: OwnPages
    /// Who is called by name.
    public var network = NetworkPages()
    /// Cues and support signals.
    public var support = SupportPages()
    /// What is kept about a person, piece by piece.
    public var ledger = LedgerPages()
    /// Boards.
    public var boards = BoardPages()
    /// Help with the numbers in force.
    public var help = HelpPages()
    /// Tokens of people's own programs, and tables to take along.
    public var programs = ProgramPages()
    /// Asking to be erased, and erasing those who asked.
    public var erasures = ErasurePages()
    /// Work that was given up.
    public var jobs = JobPages()
    /// What somebody chose for themselves.
    public var settings = SettingsPages()
    /// The brief of the day.
    public var brief = BriefPages()
    /// Calibration rooms.
    public var rooms = RoomPages()
    /// The decision ledger.
    public var decisions = DecisionPages.none
    /// Requests to colleagues.
    public var requests = RequestPages.none
    /// Reviews, and feedback that is asked for.
    public var reviews = ReviewPages()
    /// What two people keep of their 1:1s, and the team's week.
    public var oneOnOnes = OneOnOnePages()

    /// Joins the closures.
    public init(
        visitor: @escaping @Sendable (_ viewer: PersonID) async throws -> Visitor,
        week: @escaping @Sendable (_ viewer: PersonID) async throws -> WeekPage,
        person: @escaping @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> PersonPage,
        prep: @escaping @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> PrepPage,
        draft:
            @escaping @Sendable (_ viewer: PersonID, _ person: PersonID, _ period: DraftPeriod?) async throws ->
            DraftPage,
        ladder: @escaping @Sendable (_ viewer: PersonID, _ view: LadderView) async throws -> LadderPage,
        moves: MovePages,
        audits: AuditPages,
        own: OwnPages
    ) {
        self.visitor = visitor
        self.week = week
        self.person = person
        self.prep = prep
        self.draft = draft
        self.ladder = ladder
        self.moves = moves
        self.audits = audits
        self.own = own
    }
}

/// Somebody who is signed in, as the frame of every page knows them.
public struct Visitor: Sendable, Hashable {
    /// The name.
    public let name: String
    /// True when the audits open for them.
    public let opensAudits: Bool
    /// True when calibration rooms open for them.
    public let opensRooms: Bool

    /// Joins name and rights.
    public init(name: String, opensAudits: Bool = false, opensRooms: Bool = false) {
        self.name = name
        self.opensAudits = opensAudits
        self.opensRooms = opensRooms
    }
}

/// What of the ladder a viewer asked to see.
public struct LadderView: Sendable, Hashable {
    /// Whose place is marked; nil for the viewer's own.
    public var person: PersonID?
    /// The role to set beside it, such as `management:6`; nil for none.
    public var target: String?

    /// Joins what was asked for.
    public init(person: PersonID? = nil, target: String? = nil) {
        self.person = person
        self.target = target
    }
}

/// What becomes of a form that was sent.
public enum FormOutcome<Content: Page>: Sendable {
    /// It was taken; the page to go on with.
    case done(Link)
    /// It could not be taken: the same page with the words kept, and what to mend.
    case again(Content)
}

/// Why a viewer does not get a page.
public enum PageRefusal: Error, Sendable, Hashable {
    /// There is no such person or page, or the viewer may not know that there is.
    case notFound
    /// The viewer may know that it is there, but not open it.
    case notAllowed
    /// Nobody is signed in.
    case needsSignIn
    /// The period is not two days in order.
    case badPeriod
    /// The people file states no level, so there is no place on the ladder to start from.
    case noLevel
    /// What the page shows is sealed, and the program was not given the key.
    case sealed
}

/// From one day to another, both included.
public struct DraftPeriod: Sendable, Hashable {
    /// The first day.
    public let from: CivilDate
    /// The last day.
    public let to: CivilDate

    /// Joins two days; nil when the last day is before the first.
    public init?(from: CivilDate, to: CivilDate) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }
}
