/// Who may open what; the one place that decides, asked by pages, commands and chat alike.
///
/// Source: `docs/privacy.md`, which a test holds against this table.
public struct Access: Sendable {
    private let people: [PersonID: Person]
    private let offices: [PersonID: Set<Office>]

    /// Knows the people, who reports to whom, and who holds which office.
    public init(people: [PersonID: Person], offices: [PersonID: Set<Office>] = [:]) {
        self.people = people
        self.offices = offices
    }

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
        /// A person's moves, and proposing or taking back one.
        case moves
        /// Deciding a person's move.
        case decision
        /// A person's pay statement.
        case pay
        /// Who looked at a person's pay.
        case looks
        /// A person's answer to the yearly question.
        case choice
        /// Answers to the yearly question, by groups of at least five.
        case choices
        /// Audits, by groups of at least five; the report over all changes of track.
        case audits
        /// Audits whole, small groups and lists among them.
        case stewardship
        /// What audits are worked out from: everybody's pay and groups, in the machine's hands only.
        case auditInputs = "audit inputs"
        /// Who holds which office.
        case offices
        /// Giving and taking offices.
        case grants
        /// Opening the yearly question.
        case question
        /// The ledger of decisions that everybody may read.
        case decisions
        /// What is proposed as a person's decision, confirming it, and saying what became of a decision.
        case proposals
        /// Rounds of requests about a person's work: sending one, and what was answered.
        case rounds
        /// What a person was asked about others, and answering it.
        case requests
        /// Whether requests are sent by schedule, and settling an objection to an answer.
        case asking
        /// Calibration rooms: bringing drafts, their questions, and answering them; never about the own draft.
        case rooms
        /// Who called a person by name, in counts that can be opened.
        case calls
        /// Hiding that card, or being named to others who look for somebody to ask.
        case callChoice = "call choice"
        /// What people call for, by channel, with at least five callers.
        case topics
        /// A person's own support signals, answering them, and switching them off.
        case ownSupport = "own support"
        /// Support signals about a person, two days after the person could see them.
        case support
        /// A person's 1:1s: when the next one is, what was agreed, and following it up.
        case oneOnOnes = "one-on-ones"
        /// What somebody wrote down about a 1:1 for themselves alone; the subject is whoever wrote it.
        case notes
        /// The week of somebody's reports, in place of a status round; the subject is whom they report to.
        case teamWeek = "team week"
        /// Reading a review about a person, from the day on which its author shared it.
        case review
        /// Writing a review about a person.
        case reviewing
        /// A person's self review: writing it, and for the manager reading it once it is shared.
        case selfReview = "self review"
        /// Asking colleagues for feedback about a person, and what they gave for both to read.
        case feedback
        /// A person's tokens, with which programs ask as that person.
        case tokens
        /// Asking to be erased, and taking that back.
        case erasureRequest = "erasure request"
        /// Erasing a person, and what an erasure would do.
        case erasure
        /// Work that was given up: its sort, its age and what went wrong, without anything of people.
        case jobs
    }

    /// What somebody is to the person whose record it is, or to the workspace.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// The person.
        case subject
        /// The person's manager today.
        case manager
        /// Somebody else who works here.
        case colleague
        /// Somebody who was given the office of people operations, about anybody but themselves.
        case peopleOperations = "people operations"
        /// Somebody who was given the office of a representative.
        case representative
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
        .ladder: [.subject, .manager, .colleague, .peopleOperations, .representative, .console],
        .week: [.subject, .console],
        .person: [.subject, .manager, .console],
        .prep: [.subject, .manager, .console],
        .draft: [.subject, .manager, .console],
        .evidence: [.subject, .manager, .console],
        .moves: [.subject, .manager, .peopleOperations, .console],
        .decision: [.peopleOperations, .console],
        .pay: [.subject, .peopleOperations, .console],
        .looks: [.subject, .console],
        .choice: [.subject],
        .choices: [.peopleOperations, .representative, .console],
        .audits: [.peopleOperations, .representative, .console],
        .stewardship: [.peopleOperations, .console],
        .auditInputs: [.console],
        .offices: [.peopleOperations, .console],
        .grants: [.console],
        .question: [.peopleOperations, .console],
        .calls: [.subject, .manager, .console],
        .callChoice: [.subject],
        .topics: [.subject, .manager, .colleague, .peopleOperations, .representative, .console],
        .decisions: [.subject, .manager, .colleague, .peopleOperations, .representative, .console],
        .proposals: [.subject, .manager, .console],
        .rounds: [.subject, .manager, .console],
        .requests: [.subject, .console],
        .asking: [.peopleOperations, .console],
        .rooms: [.peopleOperations, .console],
        .ownSupport: [.subject],
        .support: [.subject, .manager],
        .oneOnOnes: [.subject, .manager, .console],
        .notes: [.subject],
        .teamWeek: [.subject, .console],
        .review: [.subject, .manager],
        .reviewing: [.manager],
        .selfReview: [.subject, .manager],
        .feedback: [.subject, .manager],
        .tokens: [.subject, .console],
        .erasureRequest: [.subject],
        .erasure: [.peopleOperations, .console],
        .jobs: [.peopleOperations, .console],
    ]

    /// What a viewer is to a person.
    public func role(of viewer: Viewer, towards subject: PersonID) -> Role {
        guard case .person(let id) = viewer else { return .console }
        guard let person = people[id], person.active else { return .stranger }
        if id == subject { return .subject }
        return people[subject]?.manager == id ? .manager : .colleague
    }

    /// All that a viewer is to a person; nobody holds an office towards themselves.
    public func roles(of viewer: Viewer, towards subject: PersonID) -> Set<Role> {
        let role = role(of: viewer, towards: subject)
        guard case .person(let id) = viewer, role == .manager || role == .colleague else { return [role] }
        return roles(of: offices[id] ?? []).union([role])
    }

    /// True when the viewer may open the object of that person.
    public func allows(_ viewer: Viewer, to open: Object, of subject: PersonID) -> Bool {
        !(Self.table[open] ?? []).isDisjoint(with: roles(of: viewer, towards: subject))
    }

    /// True when the viewer may open an object that is about nobody in particular.
    public func allows(_ viewer: Viewer, to open: Object) -> Bool {
        guard case .person(let id) = viewer else { return Self.table[open]?.contains(.console) ?? false }
        guard let person = people[id], person.active else { return false }
        return !(Self.table[open] ?? []).isDisjoint(with: roles(of: offices[id] ?? []).union([.colleague]))
    }

    private func roles(of offices: Set<Office>) -> Set<Role> {
        Set(
            offices.map {
                switch $0 {
                case .peopleOperations: Role.peopleOperations
                case .representative: .representative
                }
            }
        )
    }
}
