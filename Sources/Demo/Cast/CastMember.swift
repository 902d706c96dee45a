import Workspace

/// One person of the made-up company: what the people file and Slack say, and how the scripts call them.
struct CastMember: Sendable {
    /// The short name that scripts use before the colon and after `@`.
    let key: String
    /// The full name.
    let name: String
    /// Slack's display name; empty where the person never set one.
    let displayName: String
    /// Slack's short name and the first half of the address.
    let handle: String
    /// The team; nil for the leadership.
    let team: String?
    let track: Track
    let level: Int
    let family: String
    let title: String
    let started: CivilDate
    let levelSince: CivilDate
    /// The manager's key.
    let manager: String?
    /// Euros a year.
    private(set) var pay: Int
    /// Which of the two scales by cost of living.
    let payZone: String
    /// A name of the time zone database.
    let zone: String
    /// Seconds east of UTC on the last day.
    let zoneOffset: Int
    /// Mean of the five scope factors, 1 to 5.
    private(set) var scope: Double
    /// For audits only, as people would state it themselves.
    let gender: String
    private let fairPay: Int?
    private let fairScope: Double?

    /// Reads one line of the roster; nil when a column is missing or not what it should be.
    init?(row: Substring) {
        let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(Self.cell)
        guard cells.count == 20, let key = cells[0], let name = cells[1], let handle = cells[3],
            let track = cells[5].flatMap(Track.init(rawValue:)), let level = cells[6].flatMap({ Int($0) }),
            let family = cells[7], let title = cells[8], let started = cells[9].flatMap({ CivilDate($0) }),
            let since = cells[10].flatMap({ CivilDate($0) }), let pay = cells[12].flatMap({ Int($0) }),
            let payZone = cells[13], let zone = cells[14], let offset = cells[15].flatMap({ Int($0) }),
            let scope = cells[16].flatMap({ Double($0) }), let gender = cells[17]
        else { return nil }
        self.key = key
        self.name = name
        displayName = cells[2] ?? ""
        self.handle = handle
        team = cells[4]
        self.track = track
        self.level = level
        self.family = family
        self.title = title
        self.started = started
        levelSince = since
        manager = cells[11]
        self.pay = pay
        self.payZone = payZone
        self.zone = zone
        zoneOffset = offset
        self.scope = scope
        self.gender = gender
        fairPay = cells[18].flatMap { Int($0) }
        fairScope = cells[19].flatMap { Double($0) }
    }

    /// The same person in the fair twin: pay on one scale, scope as the level asks for.
    var fair: CastMember {
        var twin = self
        twin.pay = fairPay ?? pay
        twin.scope = fairScope ?? scope
        return twin
    }

    private static func cell(_ text: Substring) -> String? {
        var kept = text
        while kept.first == " " { kept = kept.dropFirst() }
        while kept.last == " " { kept = kept.dropLast() }
        return kept.isEmpty || kept == "-" ? nil : String(kept)
    }

    /// The people file's id.
    var person: PersonID { PersonID("hr-" + Fingerprint("person", key).letters(6, from: "0123456789")) }
    /// The Slack account.
    var account: AccountID { AccountID(Fingerprint("account", key).slackID("U")) }
    /// The work address.
    var email: String { handle + "@halvard.example" }
    /// The name that Slack shows: the display name, else the full name.
    var shownName: String { displayName.isEmpty ? name : displayName }
    /// The name before the first space.
    var firstName: String { name.split(separator: " ").first.map { String($0) } ?? name }
}
