#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One observer saw one piece of behaviour of one person.
///
/// Source: `docs/methods.md`, "What counts as an item".
public struct Observation: Sendable, Hashable {
    /// When it happened, days since 1970 UTC.
    public var day: Double
    /// Who saw it: one key per speaker.
    public var observer: String
    /// The observer's team then; empty when unknown.
    public var team: String
    /// The competency's id in the ladder.
    public var competency: String
    /// 1 when it matches the next level's statement, 0 when it matches the present level's.
    public var next: Double
    /// Calibrated confidence of the reading, 0 to 1; an answer to a request has 1.5.
    public var confidence: Double
    /// Weight of the kind of work, 0.5 to 2; work that is rarely talked about weighs more.
    public var work: Double
    /// The episode that it belongs to; empty for one of its own.
    public var episode: String
    /// True for words that the person may only know as "1 confidential item"; where they speak for it, they never decide.
    public var isConfidential: Bool

    /// True for what was said in confidence, and for it.
    public var isFavourableInConfidence: Bool { isConfidential && next >= 0.5 }

    /// Joins what is known of an item.
    public init(
        day: Double,
        observer: String,
        team: String,
        competency: String,
        next: Double,
        confidence: Double = 1,
        work: Double = 1,
        episode: String = "",
        isConfidential: Bool = false
    ) {
        self.day = day
        self.observer = observer
        self.team = team
        self.competency = competency
        self.next = next
        self.confidence = confidence
        self.work = work
        self.episode = episode
        self.isConfidential = isConfidential
    }
}

/// The weights that an item gets.
public enum ItemWeight {
    /// What is left of an item's weight after some days; 1 for an age below zero.
    public static func decay(ageDays: Double, halfLifeDays: Double) -> Double {
        exp2(-max(0, ageDays) / halfLifeDays)
    }

    /// The weight of a kind of work: the mean rate over its own, inside the limits; 1 where a rate is unknown.
    public static func work(rate: Double, meanRate: Double, minimum: Double, maximum: Double) -> Double {
        rate > 0 && meanRate > 0 ? min(maximum, max(minimum, meanRate / rate)) : 1
    }
}

/// How many usable items about a person belong to each episode.
public struct EpisodeSizes: Sendable, Hashable {
    private var sizes: [String: Int] = [:]
    private let now: Double
    private let maximumAge: Double
    private let cap: Double

    /// Counts over all of the person's items, whatever the observer and competency.
    public init(_ observations: [Observation], now: Double, parameters: ClockParameters) {
        self.now = now
        maximumAge = parameters.maximumAgeDays
        cap = parameters.episodeCap
        for item in observations where !item.episode.isEmpty && isUsable(item) {
            sizes[item.episode, default: 0] += 1
        }
    }

    /// True for an item that is neither in the future nor too old.
    public func isUsable(_ item: Observation) -> Bool { item.day <= now && now - item.day <= maximumAge }

    /// The weight of an item before anything is forgotten: confidence, kind of work and its part of the episode.
    public func weight(_ item: Observation) -> Double {
        let part = sizes[item.episode].map { min(1, cap / Double($0)) } ?? 1
        return item.confidence * item.work * part
    }
}
