public import Workspace

/// What decides whether colleagues are asked about a person, about what, and who.
public struct RequestNeed: Sendable, Hashable {
    /// Whose work.
    public let subject: PersonID
    /// The person's own team.
    public let team: String?
    /// Effective evidence at hand.
    public let evidence: Double
    /// Certainty that the share is above the threshold.
    public let probability: Double
    /// What the evidence alone says.
    public let state: LevelState
    /// True in the first half year after a change of track.
    public let isSettling: Bool
    /// What was heard against what the role lets expect; nil when that is not known.
    public let visibility: Double?
    /// What could be asked about, in the ladder's order.
    public let topics: [Topic]
    /// Who could be asked; what each of them said so far is in `mass`.
    public let colleagues: [EvidenceRequest.Colleague]

    /// Joins what decides.
    public init(
        subject: PersonID,
        team: String?,
        evidence: Double,
        probability: Double,
        state: LevelState,
        isSettling: Bool = false,
        visibility: Double? = nil,
        topics: [Topic],
        colleagues: [EvidenceRequest.Colleague]
    ) {
        self.subject = subject
        self.team = team
        self.evidence = evidence
        self.probability = probability
        self.state = state
        self.isSettling = isSettling
        self.visibility = visibility
        self.topics = topics
        self.colleagues = colleagues
    }

    /// A competency whose stage rises at the next level, so that an answer can tell the two apart.
    public struct Topic: Sendable, Hashable {
        /// The competency's id in the ladder.
        public let competency: String
        /// The stage that the present level asks for.
        public let presentStage: Int
        /// The stage that the next level asks for.
        public let targetStage: Int
        /// Effective evidence in it so far.
        public let evidence: Double

        /// Joins a competency and its stages.
        public init(competency: String, presentStage: Int, targetStage: Int, evidence: Double) {
            self.competency = competency
            self.presentStage = presentStage
            self.targetStage = targetStage
            self.evidence = evidence
        }
    }

    /// True when it is time to ask.
    public func isDue(daysSinceRequest: Double) -> Bool {
        EvidenceRequest.isDue(
            evidence: evidence,
            probability: probability,
            daysSinceRequest: daysSinceRequest,
            state: state,
            isSettling: isSettling
        )
    }
}

/// All rounds of one day, over everybody.
///
/// Source: `docs/methods.md`, "Asking".
public enum RequestPlan {
    /// Plans the rounds that are due, the least heard first, each within what colleagues can still be asked this week.
    ///
    /// - Parameters:
    ///   - needs: one per person
    ///   - history: all rounds so far
    ///   - now: when they are asked, microseconds since 1970 UTC
    /// - Returns: new rounds; none about a person whom nobody is free to be asked about
    public static func plan(_ needs: [RequestNeed], history: RequestHistory, now: Int64) -> [RequestRound] {
        var history = history
        var planned: [RequestRound] = []
        let due = needs.filter { need in
            need.isDue(daysSinceRequest: history.daysSinceRound(about: need.subject, now: now))
        }
        for need in due.sorted(by: { order($0) < order($1) }) {
            guard let round = round(need, history: history, now: now) else { continue }
            history.add(round)
            planned.append(round)
        }
        return planned
    }

    private static func order(_ need: RequestNeed) -> (Int, Double, Double, PersonID) {
        let isThin = need.evidence < EvidenceRequest.thinFile
        return (isThin ? 0 : 1, need.visibility ?? 1, need.evidence, need.subject)
    }

    private static func round(_ need: RequestNeed, history: RequestHistory, now: Int64) -> RequestRound? {
        let last = history.lastRound(about: need.subject)
        guard let topic = topic(need.topics, last: last?.competency) else { return nil }
        let asked = history.askedLastTime(about: need.subject)
        let colleagues = need.colleagues.filter { $0.observer != need.subject.text }
            .map { colleague in
                let person = PersonID(colleague.observer)
                return EvidenceRequest.Colleague(
                    observer: colleague.observer,
                    team: colleague.team,
                    mass: colleague.mass,
                    requestsThisWeek: history.requests(to: person, inTheWeekBefore: now),
                    askedLastTime: asked.contains(person)
                )
            }
        let chosen = EvidenceRequest.choose(colleagues, team: need.team).map { PersonID($0.observer) }
        guard !chosen.isEmpty else { return nil }
        return RequestRound(
            subject: need.subject,
            competency: topic.competency,
            presentStage: topic.presentStage,
            targetStage: topic.targetStage,
            moment: now,
            colleagues: chosen
        )
    }

    /// The competency of which least was heard, another one than last time where there is one.
    private static func topic(_ topics: [RequestNeed.Topic], last: String?) -> RequestNeed.Topic? {
        let fresh = topics.filter { $0.competency != last }
        return (fresh.isEmpty ? topics : fresh).enumerated()
            .min { ($0.element.evidence, $0.offset) < ($1.element.evidence, $1.offset) }?
            .element
    }
}
