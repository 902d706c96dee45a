/// Who may open what; the one place that decides, asked by pages, commands and chat alike.
///
/// Source: `docs/privacy.md`, which a test holds against this table.
public struct Access: Sendable {
    private let people: [PersonID: Person]

    /// Knows the people and who reports to whom.
    public init(people: [PersonID: Person]) { self.people = people }

    /// What can be opened.
    public enum Object: String, Sendable, Hashable, CaseIterable {
        /// The ladder.
        case ladder
        /// One's own week, with one's reports if there are any.
        case week
        /// A person's page: timeline, clock, competencies.
        case person
        /// Preparation of a 1:1 with a person.
        case prep
        /// A review draft about a person.
        case draft
        /// A person's evidence.
        case evidence
    }

    /// What somebody is to the person whose record it is.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// The person.
        case subject
        /// The person's manager today.
        case manager
        /// Somebody else who works here.
        case colleague
        /// Somebody who no longer works here, or never did.
        case stranger
        /// Whoever works on the machine itself, with the database in hand.
        case console
    }

    /// Who is looking.
    public enum Viewer: Sendable, Hashable {
        /// Somebody who signed in.
        case person(PersonID)
        /// The command line.
        case console
    }

    /// The whole table.
    public static let table: [Object: Set<Role>] = [
        .ladder: [.subject, .manager, .colleague, .console],
        .week: [.subject, .console],
        .person: [.subject, .manager, .console],
        .prep: [.subject, .manager, .console],
        .draft: [.subject, .manager, .console],
        .evidence: [.subject, .manager, .console],
    ]

    /// What a viewer is to a person.
    public func role(of viewer: Viewer, towards subject: PersonID) -> Role {
        guard case .person(let id) = viewer else { return .console }
        guard let person = people[id], person.active else { return .stranger }
        if id == subject { return .subject }
        return people[subject]?.manager == id ? .manager : .colleague
    }

    /// True when the viewer may open the object of that person.
    public func allows(_ viewer: Viewer, to open: Object, of subject: PersonID) -> Bool {
        Self.table[open]?.contains(role(of: viewer, towards: subject)) ?? false
    }
}
