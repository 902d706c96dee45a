public import Workspace

/// The eight-week windows of a clock, oldest first, drawn as a strip.
///
/// Shape: geometry for a drawing 320 units wide; each window is told apart by its form as well as its colour.
public struct WindowStrip: Sendable, Hashable {
    /// The windows, oldest first.
    public let windows: [WindowCell]
    /// What the drawing says, for those who do not see it.
    public let description: Words

    /// Draws windows; `next` is the level they are read against.
    public init(_ windows: [(from: CivilDate, to: CivilDate, reading: WindowReading)], next: Int) {
        self.windows = windows.enumerated().map { index, window in
            WindowCell(
                x: index * 320 / max(1, windows.count),
                width: 320 / max(1, windows.count) - 6,
                from: DayMark(window.from),
                to: DayMark(window.to),
                reading: window.reading,
                next: next
            )
        }
        let supporting = windows.count { $0.reading == .nextLevel }
        description = "\(supporting) of the last \(windows.count) eight-week windows show mostly level-\(next) work."
    }
}

/// What was seen in one window.
public enum WindowReading: Sendable, Hashable, CaseIterable {
    /// Mostly next-level work.
    case nextLevel
    /// Some of both.
    case between
    /// Mostly present-level work.
    case presentLevel
    /// Too little was seen.
    case silent
}

/// One window of the strip.
public struct WindowCell: Sendable, Hashable {
    /// Where it begins.
    let x: Int
    /// How wide it is.
    let width: Int
    /// Its first day.
    public let from: DayMark
    /// Its last day.
    public let to: DayMark
    /// What was seen, in words.
    public let words: Words
    /// The style: `next`, `between`, `present` or `silent`.
    public let tone: String

    init(x: Int, width: Int, from: DayMark, to: DayMark, reading: WindowReading, next: Int) {
        self.x = x
        self.width = width
        self.from = from
        self.to = to
        (words, tone) =
            switch reading {
            case .nextLevel: ("mostly level-\(next) work", "next")
            case .between: ("some of both", "between")
            case .presentLevel: ("mostly present-level work", "present")
            case .silent: ("too little seen", "silent")
            }
    }
}
