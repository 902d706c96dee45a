public import Workspace

/// What is asked: on which days the past is read, of whom, and what must not be read.
///
/// Source: `docs/methods.md`, "Backtest".
public struct BacktestPlan: Sendable, Hashable {
    /// Days on which everybody is read, each as of its end.
    public var cutoffs: [CivilDate]
    /// Days before a move of which nothing may be read: the packet may have been open.
    public var freezeDays = 90
    /// Days after a cutoff within which a move counts as foreseen.
    public var horizonDays = 270
    /// Days before a cutoff over which plain counts run, and in which a candidate has to have written.
    public var lookBackDays = 180
    /// Messages that a candidate has to have written in that time; unused where a file names the candidates.
    public var minimumMessages = 50
    /// What everybody is held against.
    public var standard = Standard.joining
    /// How often people are drawn anew for the intervals.
    public var draws = 1000
    /// Where random numbers start.
    public var seed: UInt64 = 1

    /// Reads on these days; the rest as chosen beforehand.
    public init(cutoffs: [CivilDate]) { self.cutoffs = cutoffs }

    /// What everybody is held against.
    public enum Standard: Sendable, Hashable {
        /// The ladder's first level, as somebody who stands on no level yet: for moves from no role into one.
        case joining
        /// The next level of each person's own track, where the level at the cutoff is known.
        case nextLevel
        /// One level for everybody, as somebody who stands on the level below it.
        case level(Int)
    }
}

/// One move of somebody, as known from outside.
public struct KnownMove: Sendable, Hashable {
    /// Who.
    public let person: PersonID
    /// When; the latest day possible where `isAtLatest`.
    public let day: CivilDate
    /// True where the records only say that it had happened by that day.
    public let isAtLatest: Bool
    /// The level before the move, where it is known.
    public let fromLevel: Int?

    /// Joins a person and a day.
    public init(person: PersonID, day: CivilDate, isAtLatest: Bool = false, fromLevel: Int? = nil) {
        self.person = person
        self.day = day
        self.isAtLatest = isAtLatest
        self.fromLevel = fromLevel
    }
}

/// Somebody whom a file names as a candidate on a day.
public struct NamedCandidate: Sendable, Hashable {
    /// Who.
    public let person: PersonID
    /// The day.
    public let cutoff: CivilDate
    /// What became of the person; nil where the file does not say.
    public let moved: Bool?
    /// Plain counts of the file, by heading.
    public let counts: [String: Double]

    /// Joins what a row says.
    public init(person: PersonID, cutoff: CivilDate, moved: Bool?, counts: [String: Double] = [:]) {
        self.person = person
        self.cutoff = cutoff
        self.moved = moved
        self.counts = counts
    }
}
