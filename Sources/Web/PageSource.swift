public import Workspace

/// Where the pages get their content: rights are checked behind these closures, never here.
///
/// Errors: a closure throws `PageRefusal` when the viewer gets a page that says why; anything else is shown as a fault.
public struct PageSource: Sendable {
    /// The viewer's name; throws `.needsSignIn` for somebody who no longer works here.
    public var viewerName: @Sendable (_ viewer: PersonID) async throws -> String
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
    public var ladder: @Sendable () async throws -> LadderPage

    /// Joins the closures.
    public init(
        viewerName: @escaping @Sendable (_ viewer: PersonID) async throws -> String,
        week: @escaping @Sendable (_ viewer: PersonID) async throws -> WeekPage,
        person: @escaping @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> PersonPage,
        prep: @escaping @Sendable (_ viewer: PersonID, _ person: PersonID) async throws -> PrepPage,
        draft:
            @escaping @Sendable (_ viewer: PersonID, _ person: PersonID, _ period: DraftPeriod?) async throws ->
            DraftPage,
        ladder: @escaping @Sendable () async throws -> LadderPage
    ) {
        self.viewerName = viewerName
        self.week = week
        self.person = person
        self.prep = prep
        self.draft = draft
        self.ladder = ladder
    }
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
