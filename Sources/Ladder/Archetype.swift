/// A lens on senior individual work; never a level of its own.
///
/// Source: Will Larson, "Staff archetypes", staffeng.com, for the first four of the reference ladder.
public struct Archetype: Sendable, Hashable, Identifiable {
    /// The id, such as `solver`.
    public let id: String
    /// The name to show.
    public let name: String
    /// The work in one sentence.
    public let summary: String
    /// The share of technical depth, 0 to 1.
    public let depth: Double
    /// The share of organisational reach, 0 to 1.
    public let scope: Double
    /// The levels at which it is usual.
    public let levels: ClosedRange<Int>
    /// The competencies that speak loudest.
    public let competencies: [String]
    /// What keeps others from seeing the work.
    public let hiddenBy: String
}

/// One of the things that make up scope, with words for each score.
public struct ScopeFactor: Sendable, Hashable, Identifiable {
    /// The id, such as `horizon`.
    public let id: String
    /// The name to show.
    public let name: String
    /// What the scores 1 to 5 mean.
    public let anchors: [String]
}

/// How much evidence of one competency counts for another after a change of track, both ways.
public struct CarryOver: Sendable, Hashable {
    /// A competency's id, or `shared` for every shared competency.
    public let from: String
    /// A competency's id, or `shared`.
    public let to: String
    /// Weight, 0 to 1.
    public let weight: Double
}

/// The numbers by which a ladder governs parity and moves.
public struct LadderRules: Sendable, Hashable {
    /// The largest relative difference between the tracks' ranges of a level and zone, 0 to 1.
    public let parityTolerance: Double
    /// Days after a change of track during which no reading below the level is made.
    public let settlingDays: Int
    /// Months during which a change of track can be taken back.
    public let returnMonths: Int
}
