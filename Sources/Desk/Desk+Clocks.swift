public import Growth
public import Workspace

/// What the clock shows of one person, in a list.
public struct ClockRow: Sendable {
    /// Who.
    public let person: Person
    /// The level that the work is held against; nil at the top of the ladder.
    public let level: Int?
    /// The state to show; nil where there is no next level to hold the work against.
    public let state: LevelState?
    /// Since when it is shown; nil while nothing was heard.
    public let since: CivilDate?

    /// The state in words.
    public var words: String {
        guard let state, let level, let present = person.level else {
            return person.level == nil
                ? "the people file names no level" : "top of the ladder: read by competency only"
        }
        return state.words(presentLevel: present, next: level)
    }
}

extension Desk {
    /// What the clock shows of everybody whose page the viewer may open, by name; never by state.
    ///
    /// Shape: only people of a team where one is named. Errors: `DeskError.noSuchTeam`.
    public func clocks(team: String? = nil, for viewer: Access.Viewer) async throws -> [ClockRow] {
        let picture = try await picture()
        let people = picture.people.values.filter { $0.active && (team == nil || $0.team == team) }
        if let team, people.isEmpty { throw DeskError.noSuchTeam(team) }
        let shown = people.filter { picture.access.allows(viewer, to: .person, of: $0.id) }
        let states = await picture.states(of: shown.map(\.id))
        return shown.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            .map { person in
                let found = states[person.id]
                return ClockRow(
                    person: person,
                    level: picture.company.members[person.id]?.demand.level,
                    state: found?.shown.state,
                    since: found?.shown.since.map { CivilDate(days: Int($0.rounded(.down))) }
                )
            }
    }
}
