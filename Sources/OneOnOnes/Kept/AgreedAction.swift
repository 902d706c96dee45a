public import Workspace

/// Something that two people agreed in a 1:1; both see it, and both can say what came of it.
public struct AgreedAction: Sendable, Hashable, Identifiable {
    /// The key.
    public let id: String
    /// Whose 1:1.
    public let person: PersonID
    /// The other of the two.
    public let manager: PersonID
    /// What was agreed.
    public let text: String
    /// Who does it: one of the two.
    public let owner: PersonID
    /// The day on which it was agreed.
    public let agreed: CivilDate
    /// By when; nil where no day was named.
    public let due: CivilDate?
    /// What came of it.
    public let state: State
    /// When it was closed; nil while it is open.
    public let closed: CivilDate?
    /// How often it was carried over.
    public let carried: Int

    /// What came of an action.
    public enum State: String, Sendable, Hashable, CaseIterable, Codable {
        /// Nothing yet.
        case open
        /// It was done.
        case done
        /// It is not needed any more.
        case dropped
    }

    /// What somebody does about an action.
    public enum Step: Sendable, Hashable {
        /// It is done.
        case done
        /// It is not needed any more.
        case drop
        /// It goes on, by another day.
        case carryOver(CivilDate?)
    }

    /// Joins what is kept.
    public init(
        id: String,
        person: PersonID,
        manager: PersonID,
        text: String,
        owner: PersonID,
        agreed: CivilDate,
        due: CivilDate?,
        state: State = .open,
        closed: CivilDate? = nil,
        carried: Int = 0
    ) {
        self.id = id
        self.person = person
        self.manager = manager
        self.text = text
        self.owner = owner
        self.agreed = agreed
        self.due = due
        self.state = state
        self.closed = closed
        self.carried = carried
    }

    /// The most letters of an action.
    public static let longest = 280
    /// The most actions of two people that are open at a time.
    public static let mostOpen = 20
    /// The furthest day, counted from today.
    public static let furthest = 400

    /// True when the due day is over.
    public func isLate(on today: CivilDate) -> Bool { state == .open && (due.map { $0 < today } ?? false) }

    /// The sooner due first; without a day last; then the older.
    public static func isSooner(_ left: AgreedAction, _ right: AgreedAction) -> Bool {
        let far = CivilDate(days: .max)
        return (left.due ?? far, left.agreed, left.id) < (right.due ?? far, right.agreed, right.id)
    }

    /// A new action, its words tidied.
    ///
    /// Errors: `OneOnOneError.noWords`, `.tooLong`, `.notOneOfBoth`, `.badDue`, `.tooManyOpen`.
    public static func agreed(
        _ words: String,
        id: String,
        person: PersonID,
        manager: PersonID,
        owner: PersonID,
        on day: CivilDate,
        due: CivilDate?,
        open: Int
    ) throws(OneOnOneError) -> AgreedAction {
        let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { throw .noWords }
        guard text.count <= longest else { throw .tooLong(letters: text.count, limit: longest) }
        guard owner == person || owner == manager else { throw .notOneOfBoth }
        if let due, due < day || due.days - day.days > furthest { throw .badDue(due) }
        guard open < mostOpen else { throw .tooManyOpen(limit: mostOpen) }
        return AgreedAction(
            id: id,
            person: person,
            manager: manager,
            text: text,
            owner: owner,
            agreed: day,
            due: due
        )
    }

    /// The action after a step.
    ///
    /// Errors: `OneOnOneError.alreadyClosed`, `.badDue`.
    public func after(_ step: Step, on day: CivilDate) throws(OneOnOneError) -> AgreedAction {
        guard state == .open else { throw .alreadyClosed }
        switch step {
        case .done: return with(state: .done, closed: day, due: due, carried: carried)
        case .drop: return with(state: .dropped, closed: day, due: due, carried: carried)
        case .carryOver(let next):
            if let next, next < day || next.days - day.days > Self.furthest { throw .badDue(next) }
            return with(state: .open, closed: nil, due: next, carried: carried + 1)
        }
    }

    private func with(state: State, closed: CivilDate?, due: CivilDate?, carried: Int) -> AgreedAction {
        AgreedAction(
            id: id,
            person: person,
            manager: manager,
            text: text,
            owner: owner,
            agreed: agreed,
            due: due,
            state: state,
            closed: closed,
            carried: carried
        )
    }
}
