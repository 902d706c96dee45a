public import Workspace

/// What the audits need to know of one person; nothing that was said about them.
public struct AuditPerson: Sendable, Hashable, Identifiable {
    /// The people file's id.
    public var id: PersonID
    /// Which of the two paths.
    public var track: Track
    /// The number that both tracks share.
    public var level: Int?
    /// The craft.
    public var family: String
    /// Where pay is set, by cost of living or country.
    public var zone: String?
    /// The team's name.
    public var team: String?
    /// Whom the person reports to.
    public var manager: PersonID?
    /// ISO 4217.
    public var currency: String?
    /// Gross base pay a year, as paid.
    public var base: Double?
    /// Gross complementary or variable pay a year, as paid.
    public var variable: Double?
    /// Contract hours a week.
    public var weeklyHours: Double?
    /// Share of a full-time job, more than 0, up to 1; nil counts as full time.
    public var fullTimeShare: Double?
    /// First day at the company.
    public var started: CivilDate?
    /// First day at the present level.
    public var levelSince: CivilDate?
    /// Mean of the five scope factors, 1 to 5.
    public var scope: Double?
    /// Protected categories, each with the person's group: `gender: woman`.
    public var groups: [String: String]

    /// Makes a person; only id and track are needed.
    public init(
        id: PersonID,
        track: Track,
        level: Int? = nil,
        family: String = "engineering",
        zone: String? = nil,
        team: String? = nil,
        manager: PersonID? = nil,
        currency: String? = nil,
        base: Double? = nil,
        variable: Double? = nil,
        weeklyHours: Double? = nil,
        fullTimeShare: Double? = nil,
        started: CivilDate? = nil,
        levelSince: CivilDate? = nil,
        scope: Double? = nil,
        groups: [String: String] = [:]
    ) {
        self.id = id
        self.track = track
        self.level = level
        self.family = family
        self.zone = zone
        self.team = team
        self.manager = manager
        self.currency = currency
        self.base = base
        self.variable = variable
        self.weeklyHours = weeklyHours
        self.fullTimeShare = fullTimeShare
        self.started = started
        self.levelSince = levelSince
        self.scope = scope
        self.groups = groups
    }

    /// Base pay as it would be full time; nil without pay.
    var fullTimeBase: Double? {
        guard let base, base > 0, base.isFinite else { return nil }
        return base / (fullTimeShare.flatMap { $0 > 0 && $0 <= 1 ? $0 : nil } ?? 1)
    }

    /// Base pay an hour; nil without pay or without hours.
    var hourlyBase: Double? {
        guard let base, base > 0, let hours = weeklyHours ?? fullTimeShare.map({ $0 * 40 }), hours > 0 else {
            return nil
        }
        return base / (hours * 52)
    }

    /// Zone and currency in one word, so that no two currencies are ever compared.
    var place: String { [zone ?? "", currency ?? ""].filter { !$0.isEmpty }.joined(separator: " ") }
}
