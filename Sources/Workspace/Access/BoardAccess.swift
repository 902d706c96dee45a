/// Who may do what on one board; rights are given board by board, and no office opens a case.
///
/// Source: `docs/privacy.md`, "Boards".
public enum BoardAccess {
    /// What somebody is on a board.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// Sits on it.
        case calibrator
        /// Holds the office that convenes boards.
        case convener
        /// The case is about them; stronger than every other role.
        case subject
        /// Anybody else.
        case colleague
    }

    /// What can be done.
    public enum Act: String, Sendable, Hashable, CaseIterable {
        /// Convening a board and choosing who sits on it.
        case convene
        /// Seeing that the board is there, who sits on it and how far it has come.
        case progress
        /// Opening a case: evidence, and after the own vote the state and what others said.
        case open
        /// Voting on a case before the talk.
        case vote
        /// Writing a note to a case.
        case note
        /// Writing a case's outcome down with a reason.
        case decide
        /// Locking the record.
        case lock
        /// Reading the own outcome with its reason, once the record is locked.
        case outcome
    }

    /// The whole table.
    public static let table: [Act: Set<Role>] = [
        .convene: [.convener],
        .progress: [.calibrator, .convener],
        .open: [.calibrator],
        .vote: [.calibrator],
        .note: [.calibrator],
        .decide: [.calibrator],
        .lock: [.calibrator, .convener],
        .outcome: [.subject],
    ]

    /// True when somebody with these roles may do it; whoever a case is about is nothing else towards it.
    public static func allows(_ act: Act, as roles: Set<Role>) -> Bool {
        let counting: Set<Role> = roles.contains(.subject) ? [.subject] : roles
        return !(table[act] ?? []).isDisjoint(with: counting)
    }
}
