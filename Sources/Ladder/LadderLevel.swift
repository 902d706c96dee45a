/// One level, the same number on both tracks.
public struct LadderLevel: Sendable, Hashable, Identifiable {
    /// The number, from 1.
    public let number: Int
    /// The scope scores that belong to it.
    public let band: ScopeBand
    /// How far its work reaches, in words; never how many people.
    public let scope: String
    /// What it may decide, spend and say, by track; the same on both when the file states it once.
    public let authorities: [LadderTrack: Authority]
    /// The roles by track; a track that starts higher has none here.
    public let roles: [LadderTrack: TrackRole]
    /// Pay ranges, where the company keeps them in the ladder.
    public let ranges: [PayRange]

    /// The number.
    public var id: Int { number }

    /// What it may decide, spend and say on either track; nil when the file leaves it out or the tracks differ.
    public var authority: Authority? {
        let stated = LadderTrack.allCases.compactMap { authorities[$0] }
        return stated.allSatisfy { $0 == stated.first } ? stated.first : nil
    }
}

/// A stretch of scope scores, upper end left out.
///
/// Units: mean of the five scope factors, 1 to 5.
public struct ScopeBand: Sendable, Hashable {
    /// The lowest score that belongs to it.
    public let lower: Double
    /// The lowest score that belongs to the next.
    public let upper: Double

    /// True when a score falls into it.
    public func contains(_ score: Double) -> Bool { score >= lower && score < upper }
}

/// What a level may do without asking, whichever the track.
public struct Authority: Sendable, Hashable {
    /// Decision rights.
    public let decides: String
    /// Money.
    public let budget: String
    /// The say in hiring.
    public let hiring: String
}

/// What one track calls and asks of a level.
public struct TrackRole: Sendable, Hashable {
    /// The title inside the company.
    public let title: String
    /// The work in one sentence.
    public let summary: String
    /// The required stage of each competency, by its id.
    public let required: [String: Int]

    /// All required stages added up; equal on both tracks of a level.
    public var demand: Int { required.values.reduce(0, +) }
}

/// The pay range of a level on one track in one zone.
public struct PayRange: Sendable, Hashable {
    /// The track.
    public let track: LadderTrack
    /// The zone, as the people file writes it.
    public let zone: String
    /// The currency, as ISO 4217 writes it.
    public let currency: String
    /// The lower end, whole currency units a year.
    public let lower: Double
    /// The middle, whole currency units a year.
    public let middle: Double
    /// The upper end, whole currency units a year.
    public let upper: Double
}

/// A signed permission for ranges of a level to differ between the tracks, for a time.
public struct PayException: Sendable, Hashable {
    /// The level.
    public let level: Int
    /// The zone.
    public let zone: String
    /// Who signed.
    public let owner: String
    /// Why.
    public let reason: String
    /// The last day on which it holds, `YYYY-MM-DD`.
    public let until: String
}
