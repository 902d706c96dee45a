import Workspace

/// Everybody and every place that a script may name.
struct Cast: Sendable {
    /// The people, in the order of the people file.
    let members: [CastMember]
    /// The programs.
    let robots: [Robot]
    /// The channels.
    let places: [Place]

    private let memberIndex: [String: Int]
    private let placeIndex: [String: Int]

    /// The cast of Halvard.
    static let halvard = Cast(
        members: roster.split(separator: "\n").compactMap { CastMember(row: $0) },
        robots: Robot.all,
        places: Place.all
    )

    /// The same company with everything fair: one scale of pay, levels that follow scope.
    static let fair = Cast(members: halvard.members.map(\.fair), robots: Robot.all, places: Place.all)

    /// Gathers people, programs and places; of two with one name the first counts.
    init(members: [CastMember], robots: [Robot], places: [Place]) {
        self.members = members
        self.robots = robots
        self.places = places
        memberIndex = .init(members.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        placeIndex = .init(places.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The person whom scripts call so.
    func member(_ key: some StringProtocol) -> CastMember? { memberIndex[String(key)].map { members[$0] } }

    /// The channel of this name.
    func place(_ name: some StringProtocol) -> Place? { placeIndex[String(name)].map { places[$0] } }

    /// The program of this name.
    func robot(_ key: some StringProtocol) -> Robot? { robots.first { $0.key == key } }

    /// The id of a team's user group, `platform-team`; nil where there is no such team.
    func group(_ handle: some StringProtocol) -> String? {
        let teams = ["platform", "telemetry", "dispatch", "papers", "data", "care"]
        return teams.contains { $0 + "-team" == handle } ? Fingerprint("group", String(handle)).slackID("S") : nil
    }

    /// The id of the whole company in Slack.
    var team: String { Fingerprint("team", "halvard").slackID("T") }
}
