public import Desk
import Records
import Workspace

/// A board in a list.
public struct BoardLineAnswer: Codable, Sendable {
    let id: String
    let name: String
    let from: String
    let to: String
    let cases: Int
    let decided: Int
    let isCalibrator: Bool
    let isLocked: Bool

    /// Reads it from what the desk gives.
    public init(_ line: BoardLine) {
        id = line.board.id
        name = line.board.name
        from = line.board.from.description
        to = line.board.to.description
        cases = line.board.cases.count
        decided = line.decided
        isCalibrator = line.isCalibrator
        isLocked = line.board.locked != nil
    }
}

/// What a locked board wrote down about the reader.
public struct OwnOutcomeAnswer: Codable, Sendable {
    let board: String
    let day: String
    let outcome: String
    let words: String

    /// Reads it from what the desk gives.
    public init(_ own: OwnOutcome) {
        board = own.board
        day = own.day.description
        outcome = own.outcome.rawValue
        words = own.words
    }
}

/// A board with its cases.
public struct BoardAnswer: Codable, Sendable {
    let id: String
    let name: String
    let from: String
    let to: String
    let isLocked: Bool
    let calibrators: [ColleagueLine]
    let cases: [BoardCaseRow]
    let withheld: Int
    let mayLock: Bool
    let sealHolds: Bool?

    /// Reads it from what the desk gives.
    public init(_ view: BoardView) {
        id = view.board.id
        name = view.board.name
        from = view.board.from.description
        to = view.board.to.description
        isLocked = view.board.locked != nil
        calibrators = view.calibrators.map(ColleagueLine.init)
        cases = view.cases.map(BoardCaseRow.init)
        withheld = view.withheld
        mayLock = view.mayLock
        sealHolds = view.sealHolds
    }
}
