public import Ladder
public import Workspace

/// A pay band of a level on one track.
public struct AuditBand: Sendable, Hashable {
    /// The level.
    public var level: Int
    /// The track.
    public var track: Track
    /// The craft; nil where one band serves all.
    public var family: String?
    /// The zone, as the people file writes it.
    public var zone: String
    /// ISO 4217.
    public var currency: String
    /// The lower end, a year, full time.
    public var minimum: Double
    /// The middle.
    public var midpoint: Double
    /// The upper end.
    public var maximum: Double

    /// Makes a band.
    public init(
        level: Int,
        track: Track,
        family: String? = nil,
        zone: String,
        currency: String,
        minimum: Double,
        midpoint: Double,
        maximum: Double
    ) {
        self.level = level
        self.track = track
        self.family = family
        self.zone = zone
        self.currency = currency
        self.minimum = minimum
        self.midpoint = midpoint
        self.maximum = maximum
    }

    /// The ladder's range of a level.
    public init(_ range: PayRange, level: Int) {
        self.init(
            level: level,
            track: range.track == .ic ? .ic : .management,
            zone: range.zone,
            currency: range.currency,
            minimum: range.lower,
            midpoint: range.middle,
            maximum: range.upper
        )
    }
}

/// A signed permission for bands of a level to differ, for a time.
public struct AuditException: Sendable, Hashable {
    /// The level.
    public var level: Int
    /// The zone.
    public var zone: String
    /// Who signed.
    public var owner: String
    /// Why.
    public var reason: String
    /// The last day on which it holds.
    public var until: CivilDate

    /// Makes an exception.
    public init(level: Int, zone: String, owner: String, reason: String, until: CivilDate) {
        self.level = level
        self.zone = zone
        self.owner = owner
        self.reason = reason
        self.until = until
    }

    /// The ladder's exception; nil where its day cannot be read.
    public init?(_ exception: PayException) {
        guard let until = CivilDate(exception.until) else { return nil }
        self.init(
            level: exception.level,
            zone: exception.zone,
            owner: exception.owner,
            reason: exception.reason,
            until: until
        )
    }
}
