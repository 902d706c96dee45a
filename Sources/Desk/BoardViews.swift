public import Calibration
public import Growth
public import Records
public import Workspace
public import Writing

/// What a calibrator says of a case before anybody has talked about it.
public enum BoardVote: String, Sendable, Hashable, CaseIterable {
    /// The evidence shows the next level.
    case agree
    /// Something has to be asked first.
    case question
    /// The calibrator cannot say.
    case pass
}

/// What a board writes down about a case; a person decides the move itself.
public enum BoardOutcome: String, Sendable, Hashable, CaseIterable {
    /// The evidence shows the next level.
    case shows
    /// Not yet, and why.
    case notYet = "not-yet"
    /// More has to be heard first.
    case hearMore = "hear-more"
}

/// What can stand beside each case.
public enum BoardColumn: String, Sendable, Hashable, CaseIterable {
    /// Track and level.
    case role
    /// The team.
    case team
    /// How long at this level.
    case since
    /// How much was heard, from how many.
    case heard
}

/// A board in a line.
public struct BoardLine: Sendable, Hashable {
    /// The board.
    public let board: BoardRow
    /// How many of its cases have an outcome.
    public let decided: Int
    /// True where the reader sits on it.
    public let isCalibrator: Bool
    /// Whose cases wait for the reader's vote, by name.
    public let waiting: [Person]
}

/// What a board said of its reader, once its record is locked.
public struct OwnOutcome: Sendable, Hashable {
    /// Which board.
    public let board: String
    /// When it was locked.
    public let day: CivilDate
    /// What it wrote down.
    public let outcome: BoardOutcome
    /// Why.
    public let words: String
}

/// A board as somebody may see it.
public struct BoardView: Sendable {
    /// A case in a line.
    public struct Line: Sendable, Hashable {
        /// Whose.
        public let person: Person
        /// How long at this level, as the people file says.
        public let since: CivilDate?
        /// How many pieces of evidence count in the period, and from how many people.
        public let heard: (pieces: Int, voices: Int)?
        /// How many have voted, of how many who may.
        public let votes: (given: Int, of: Int)
        /// True where the reader has voted.
        public let hasVoted: Bool
        /// What the board wrote down; nil while it has not, or where the reader may not see it yet.
        public let outcome: BoardOutcome?
        /// True where the reader may open the case.
        public let isOpenToReader: Bool

        /// Whether two lines say the same of the same person.
        public static func == (left: Line, right: Line) -> Bool {
            left.person.id == right.person.id && left.votes == right.votes && left.outcome == right.outcome
        }
        /// By the person.
        public func hash(into hasher: inout Hasher) { hasher.combine(person.id) }
    }

    /// The board.
    public let board: BoardRow
    /// Who sits on it.
    public let calibrators: [Person]
    /// Cases, by name.
    public let cases: [Line]
    /// How many cases the reader does not see, since they are the reader's own.
    public let withheld: Int
    /// True where the reader may lock the record now.
    public let mayLock: Bool
    /// True when a locked record is what the audit remembers; nil while it is open.
    public let sealHolds: Bool?
}

/// One case, as a calibrator sees it.
public struct BoardCaseView: Sendable {
    /// The board.
    public let board: BoardRow
    /// Whose case.
    public let person: Person
    /// The manager's name.
    public let manager: String?
    /// What happened in the period, newest first; only evidence that counts.
    public let happenings: [Happening]
    /// How many happenings there are beyond those.
    public let further: Int
    /// The reader's own vote; nil while there is none.
    public let own: BoardWord?
    /// What the clock says; nil until the reader has voted.
    public let reading: ClockReading?
    /// What others voted; empty until the reader has.
    public let votes: [(name: String, word: BoardWord)]
    /// How many have voted, of how many who may.
    public let counts: (given: Int, of: Int)
    /// Notes; empty until the reader has voted.
    public let notes: [(name: String, word: BoardWord)]
    /// What was decided.
    public let decision: (name: String, word: BoardWord)?
    /// Cases of the other track at the same level, the nearest scope first.
    public let twins: [Person]
    /// How a draft of the same evidence leans; shown with the state.
    public let bias: BiasMeter?
    /// True when the reader may write the outcome down.
    public let mayDecide: Bool
}

/// Why a board does not do what was asked.
public enum BoardRefusal: Error, Sendable, Hashable {
    /// There is no such board or case, as far as the reader may know.
    case notFound
    /// A name of 3 to 80 characters is needed.
    case noName
    /// At least two calibrators, and one case.
    case tooFew
    /// More people than a board can look at.
    case tooMany(Int)
    /// Nobody is called so, or several are.
    case nobody(String)
    /// A sentence of at least three words is needed.
    case noSentence
    /// The words are longer than are kept.
    case tooLong
    /// A vote comes once, before the talk.
    case votedBefore
    /// The own vote comes first.
    case voteFirst
    /// Two have to have voted.
    case waitsForVotes
    /// Every case needs an outcome before the record is locked.
    case undecided(Int)
    /// The record is locked.
    case locked
}
