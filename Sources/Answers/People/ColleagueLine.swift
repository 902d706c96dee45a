public import Workspace

/// Somebody who works here, as everybody who works here may see them.
public struct ColleagueLine: Codable, Sendable {
    let id: String
    let name: String
    let team: String?
    let title: String?
    let manager: String?

    /// Reads it from what the desk gives.
    public init(_ person: Person) {
        id = person.id.text
        name = person.name
        team = person.team
        title = person.title
        manager = person.manager?.text
    }
}

/// Who asks, and what their token may do.
public struct MeAnswer: Codable, Sendable {
    let person: PersonAnswer
    let reports: [ColleagueLine]
    let opensAudits: Bool
    let opensRooms: Bool
    let token: String
    let scopes: [String]
    let expires: String

    /// Joins a person with a token's name, scopes and last day.
    public init(
        _ person: Person,
        reports: [Person],
        opensAudits: Bool,
        opensRooms: Bool,
        token: String,
        scopes: [String],
        expires: CivilDate
    ) {
        self.person = PersonAnswer(person)
        self.reports = reports.map(ColleagueLine.init)
        self.opensAudits = opensAudits
        self.opensRooms = opensRooms
        self.token = token
        self.scopes = scopes
        self.expires = expires.description
    }
}
