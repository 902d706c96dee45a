import Evidence

/// Asking colleagues who were there: the remedy for quiet work.
///
/// Source: `docs/methods.md`, "Asking".
public enum EvidenceRequest {
    /// Effective evidence up to which a file is thin.
    public static let thinFile = 10.0
    /// Days between two rounds about a thin file, and after a change of track.
    public static let thinDays = 42.0
    /// Days between two rounds about an unclear one.
    public static let unclearDays = 91.0

    /// True when it is time to ask: thin files every six weeks, unclear ones every thirteen, clear ones never.
    ///
    /// - Parameters:
    ///   - evidence: effective evidence at hand
    ///   - probability: certainty that the share is above the threshold
    ///   - daysSinceRequest: days since the last round, infinity when there was none
    ///   - state: what the evidence alone says
    ///   - isSettling: true in the first half year after a change of track, when there is a round every six weeks
    /// - Returns: whether to ask now
    public static func isDue(
        evidence: Double,
        probability: Double,
        daysSinceRequest: Double,
        state: LevelState,
        isSettling: Bool = false
    ) -> Bool {
        if evidence < thinFile || isSettling, daysSinceRequest >= thinDays { return true }
        let isUnclear = state == .notEnoughEvidence || (0.5...0.97).contains(probability)
        return isUnclear && daysSinceRequest >= unclearDays
    }

    /// Whom to ask: two from other teams first, then those who have said least so far.
    ///
    /// - Parameters:
    ///   - colleagues: people who shared work with the person
    ///   - team: the person's own team
    /// - Returns: at most five, in the order of asking
    public static func choose(_ colleagues: [Colleague], team: String?) -> [Colleague] {
        let free =
            colleagues
            .filter { !$0.askedLastTime && $0.requestsThisWeek < RequestSchedule.requestsAWeek }
            .sorted { ($0.mass, $0.observer) < ($1.mass, $1.observer) }
        let outside = Array(free.filter { $0.team != team }.prefix(2))
        let chosen = Set(outside.map(\.observer))
        let rest = free.filter { !chosen.contains($0.observer) }
        return outside + rest.prefix(RequestSchedule.colleaguesARound - outside.count)
    }

    /// Somebody who could be asked.
    public struct Colleague: Sendable, Hashable {
        /// One key per speaker.
        public let observer: String
        /// The colleague's team.
        public let team: String?
        /// What the colleague's items about the person weigh so far.
        public let mass: Double
        /// How many requests the colleague got in the last seven days, about anybody.
        public let requestsThisWeek: Int
        /// True when the colleague was asked about this person in the last round.
        public let askedLastTime: Bool

        /// Joins what decides whether to ask somebody.
        public init(
            observer: String,
            team: String?,
            mass: Double,
            requestsThisWeek: Int = 0,
            askedLastTime: Bool = false
        ) {
            self.observer = observer
            self.team = team
            self.mass = mass
            self.requestsThisWeek = requestsThisWeek
            self.askedLastTime = askedLastTime
        }
    }
}
