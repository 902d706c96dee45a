/// An item with numbers instead of names, for very many people.
public struct TrailItem: Sendable, Hashable {
    /// When it happened, days since 1970 UTC.
    public var day: Double
    /// Confidence times the weight of the kind of work.
    public var weight: Double
    /// 1 when it matches the next level's statement, 0 when it matches the present level's.
    public var next: Double
    /// Who saw it: any number per speaker.
    public var observer: Int32
    /// The observer's team then: any number per team; of two at the very same moment the lower one counts.
    public var team: Int32
    /// The episode: any number of 0 and more; below 0 for one of its own.
    public var episode: Int32
    /// True for words that the person may only know as "1 confidential item".
    public var isConfidential: Bool

    /// Joins what is known of an item.
    public init(
        day: Double,
        weight: Double,
        next: Double,
        observer: Int32,
        team: Int32,
        episode: Int32 = -1,
        isConfidential: Bool = false
    ) {
        self.day = day
        self.weight = weight
        self.next = next
        self.observer = observer
        self.team = team
        self.episode = episode
        self.isConfidential = isConfidential
    }

    var isFavourableInConfidence: Bool { isConfidential && next >= 0.5 }
}

/// What the evidence alone says at one moment, and no more than that.
public struct Look: Sendable, Hashable {
    /// The state, before anything shown earlier is taken into account.
    public let state: LevelState
    /// Certainty that the share is above the threshold; never shown as a percentage.
    public let probability: Double
    /// How many independent observations the evidence is worth.
    public let effectiveEvidence: Double
}
