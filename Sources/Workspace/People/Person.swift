/// One of the two career tracks.
public enum Track: String, Sendable, Hashable, CaseIterable, Codable {
    /// Individual contributors.
    case ic
    /// Managers.
    case management
}

/// Somebody who works here, as the people file states it.
public struct Person: Sendable, Hashable, Identifiable {
    /// The people file's own id.
    public var id: PersonID
    /// The name to show.
    public var name: String
    /// Lower-cased; nil when the file has none.
    public var email: String?
    /// The Slack account that the file names, or that was matched to it.
    public var account: AccountID?
    /// Whom the person reports to.
    public var manager: PersonID?
    /// The team's name.
    public var team: String?
    /// Which of the two paths.
    public var track: Track
    /// The number that both tracks share; nil when the file does not say.
    public var level: Int?
    /// The craft, such as engineering, product or design.
    public var family: String
    /// The title on the door.
    public var title: String?
    /// First day at the company.
    public var started: CivilDate?
    /// First day at the present level.
    public var levelSince: CivilDate?
    /// False for somebody whom the newest people file no longer lists.
    public var active: Bool

    /// Makes a person; only id and name are needed.
    public init(
        id: PersonID,
        name: String,
        email: String? = nil,
        account: AccountID? = nil,
        manager: PersonID? = nil,
        team: String? = nil,
        track: Track = .ic,
        level: Int? = nil,
        family: String = "engineering",
        title: String? = nil,
        started: CivilDate? = nil,
        levelSince: CivilDate? = nil,
        active: Bool = true
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.account = account
        self.manager = manager
        self.team = team
        self.track = track
        self.level = level
        self.family = family
        self.title = title
        self.started = started
        self.levelSince = levelSince
        self.active = active
    }
}
