/// Boards that concern the reader.
public struct BoardListPage: Page {
    /// The template that draws it.
    public static let template = "boards"

    let boards: [BoardLineCard]
    /// What locked boards said of the reader.
    let own: [OwnOutcomeCard]
    /// The form to convene one; nil where the reader may not.
    let form: BoardForm?
}

/// A board in a line.
struct BoardLineCard: Sendable, Hashable {
    let name: String
    let link: Link
    let words: Words
    /// Cases that wait for the reader's vote.
    let waiting: [AskedVote]
}

/// A case that waits for the reader's vote.
struct AskedVote: Sendable, Hashable {
    let name: String
    /// Where the vote is given.
    let ballot: Link
}

/// What a locked board said of the reader.
struct OwnOutcomeCard: Sendable, Hashable {
    let board: String
    let day: DayMark
    let outcome: Words
    let said: String
}

/// The form that convenes a board, with what was typed.
struct BoardForm: Sendable, Hashable {
    let complaint: Words?
    let name: String
    let calibrators: String
    let cases: String
    let columns: [ChoiceOption]
}

/// One board.
public struct BoardPage: Page {
    /// The template that draws it.
    public static let template = "board"

    let name: String
    let action: Link
    let period: Words
    let calibrators: [String]
    /// Headings of the columns that the board chose.
    let headings: [Words]
    let cases: [BoardCaseLine]
    /// The cases to take along.
    let along: TableLink
    /// Why a case is missing; nil where none is.
    let withheld: Words?
    let complaint: Words?
    let mayLock: Bool
    /// How many outcomes are missing before the record can be locked; nil where none is or it is locked.
    let missing: Words?
    /// The lock with its day and digest; nil while the board is open.
    let seal: BoardSeal?
}

/// A locked record.
struct BoardSeal: Sendable, Hashable {
    let day: DayMark
    let digest: String
    let words: Words
}

/// A case in a line.
struct BoardCaseLine: Sendable, Hashable {
    let name: String
    /// Nil where the reader may not open the case.
    let file: Link?
    let cells: [Words]
    let votes: Words
    let outcome: Words
}

/// One case.
public struct BoardCasePage: Page {
    /// The template that draws it.
    public static let template = "board-case"

    let board: String
    let back: Link
    let action: Link
    let name: String
    let role: Words
    let manager: String?
    let period: Words
    let counts: Words
    let complaint: Words?
    let typed: String
    /// The form for the own vote; nil once there is one, or where the record is locked.
    let voting: BoardVoting?
    let clock: ClockLine?
    /// The reader's own first, then those of others; empty until the reader has voted.
    let votes: [BoardSaid]
    let notes: [BoardSaid]
    let mayNote: Bool
    let decision: BoardSaid?
    let deciding: BoardVoting?
    let twins: [BoardTwin]
    let bias: [Fact]
    let timeline: [EpisodeCard]
    let further: Words?
    let isLocked: Bool
}

/// Choices of a vote or an outcome.
struct BoardVoting: Sendable, Hashable {
    let options: [ChoiceOption]
}

/// What somebody said.
struct BoardSaid: Sendable, Hashable {
    let author: Words
    /// The vote or the outcome in words; empty for a note.
    let choice: Words
    let said: String
}

/// A case of the other track at the same level.
struct BoardTwin: Sendable, Hashable {
    let name: String
    let role: Words
    let href: String
}
