public import Statistics

/// What the evidence alone says at one moment, with everything that led to it.
public struct Assessment: Sendable, Hashable {
    /// The state, before anything shown earlier is taken into account.
    public let state: LevelState
    /// What is known of the share of next-level work.
    public let posterior: BetaDistribution
    /// Certainty that the share is above the threshold; never shown as a percentage.
    public let probability: Double
    /// How many independent observations the evidence is worth.
    public let effectiveEvidence: Double
    /// How many people were heard.
    public let observers: Int
    /// From how many teams.
    public let teams: Int
    /// How many people have to be heard.
    public let requiredObservers: Int
    /// From how many teams they have to come.
    public let requiredTeams: Int
    /// The lowest certainty when any one voice is left out.
    public let leaveOneOut: Double
    /// Whose voice that is; several where people mostly praise each other, none where nobody carries it.
    public let carriers: [String]
    /// Windows, the newest first.
    public let windows: [EvidenceWindow]
    /// What the windows say.
    public let votes: WindowVotes
    /// True when the support lasted.
    public let isSustained: Bool
    /// True when at least two people see it clearly one way and two clearly the other.
    public let isContested: Bool
    /// Each observer's voice, by observer.
    public let cells: [ObserverCell]

    /// Expected share of next-level work.
    public var mean: Double { posterior.mean }
    /// Where the share lies with a probability of 80 %.
    public var interval: ShareInterval { posterior.interval(0.80) }
}

/// What the evidence says about one competency.
public struct CompetencyAssessment: Sendable, Hashable {
    /// The competency's id.
    public let competency: String
    /// How far it leans.
    public let state: CompetencyState
    /// What is known of the share of next-level work in it.
    public let posterior: BetaDistribution
    /// Certainty that the share is above the threshold; never shown as a percentage.
    public let probability: Double
    /// How many independent observations it is worth.
    public let effectiveEvidence: Double
    /// What the person's other competencies let expect.
    public let priorMean: Double

    /// Expected share of next-level work.
    public var mean: Double { posterior.mean }
    /// Where the share lies with a probability of 80 %.
    public var interval: ShareInterval { posterior.interval(0.80) }
}
