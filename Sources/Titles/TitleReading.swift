/// What a title says about the work, and what it leaves open; never one person's level.
///
/// Source: `docs/methods.md`, "Titles".
public struct TitleReading: Sendable, Hashable {
    /// The title in plain words, abbreviations written out.
    public let normalised: String
    /// The track that it names.
    public let track: TitleTrack
    /// What the words by themselves stand for, on the reference ladder; nil at `mode` when they say nothing.
    public let low: Int
    /// The most usual level; nil when the words say nothing.
    public let mode: Int?
    /// The upper end of what the words stand for.
    public let high: Int
    /// The levels to talk about: several, unless the company's own ladder names one.
    public let levels: ClosedRange<Int>
    /// Whether the range rests on the words alone or on a company's own ladder.
    public let basis: Basis
    /// The shares of depth, reach and both.
    public let mixture: TitleMixture
    /// What stands out in the mixture.
    public let emphasis: TitleEmphasis
    /// Technical depth, 1 (own tasks) to 5 (the field); nil when the words say nothing.
    public let technicalDepth: TitleSpan?
    /// Organisational reach, 1 (own tasks) to 5 (the company); nil when the words say nothing.
    public let organisationalReach: TitleSpan?
    /// The lenses that the words name.
    public let archetypes: [TitleArchetype]
    /// Why, in the order in which it was found.
    public let reasons: [TitleReason]
    /// What to ask, so that the range becomes narrower; the most useful question first.
    public let questions: [TitleQuestion]

    /// What a range of levels rests on.
    public enum Basis: Sendable, Hashable {
        /// The words of the title, perhaps with the line of business.
        case title
        /// What is known about a company's own ladder.
        case company(LevelFact)
    }
}

/// The track that a title names.
public enum TitleTrack: String, Sendable, Hashable, CaseIterable, Codable {
    /// Individual contributor.
    case ic
    /// Manager of people.
    case management
    /// Used on both tracks; one has to ask.
    case ambiguous
    /// The words say nothing.
    case unknown
}

/// Shares of technical depth, organisational reach and both at once; they add up to 1.
public struct TitleMixture: Sendable, Hashable {
    /// The share of depth alone.
    public let depth: Double
    /// The share of reach alone.
    public let scope: Double
    /// The share of both together.
    public let both: Double

    static let even = TitleMixture(depth: 1.0 / 3, scope: 1.0 / 3, both: 1.0 / 3)
}

/// What stands out in the work that a title stands for.
public enum TitleEmphasis: String, Sendable, Hashable, CaseIterable, Codable {
    /// Technical depth.
    case depth
    /// Organisational reach.
    case scope
    /// Both at once.
    case both
    /// Nothing has a share of .45 or more.
    case unclear
}

/// A stretch on a scale from 1 to 5, with its most usual value.
public struct TitleSpan: Sendable, Hashable {
    /// The lowest, 1 to 5.
    public let low: Int
    /// The most usual, 1 to 5.
    public let typical: Int
    /// The highest, 1 to 5.
    public let high: Int
}

/// A lens on senior individual work that a title or a description names.
public struct TitleArchetype: Sendable, Hashable, Identifiable {
    /// The id as the reference ladder has it, such as `solver`.
    public let id: String
    /// The words that named it.
    public let words: String
}
