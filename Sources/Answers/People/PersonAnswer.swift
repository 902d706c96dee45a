public import Workspace

/// A person for programs.
public struct PersonAnswer: Codable, Sendable {
    let id: String
    let name: String
    let email: String?
    let account: String?
    let manager: String?
    let team: String?
    let track: String
    let level: Int?
    let family: String
    let title: String?
    let started: String?
    let levelSince: String?

    /// Reads it from what the desk gives.
    public init(_ person: Person) {
        id = person.id.text
        name = person.name
        email = person.email
        account = person.account?.text
        manager = person.manager?.text
        team = person.team
        track = person.track.rawValue
        level = person.level
        family = person.family
        title = person.title
        started = person.started?.description
        levelSince = person.levelSince?.description
    }
}
