public import Statistics

/// A figure of a group with its interval.
public struct AuditFigure: Sendable, Hashable, Codable {
    /// What the number counts.
    public enum Unit: String, Sendable, Hashable, Codable {
        /// 0.05 is 5 %.
        case share
        /// One over another.
        case ratio
        /// Between −1 and 1.
        case correlation
        /// Days.
        case days
        /// Per person and year.
        case perPerson
        /// Heads or cases.
        case count
    }

    /// The figure itself.
    public let value: Double
    /// Where it lies, 95 %; nil where that cannot be said.
    public let low: Double?
    /// The upper end.
    public let high: Double?
    /// What it counts.
    public let unit: Unit

    /// Joins a figure and its interval.
    public init(_ value: Double, _ interval: Interval? = nil, unit: Unit) {
        self.value = value
        low = interval?.low
        high = interval?.high
        self.unit = unit
    }
}

/// One thing that an audit found about groups; never about a person.
public struct AuditFinding: Sendable, Hashable, Codable, Identifiable {
    /// How much it asks for.
    public enum Severity: String, Sendable, Hashable, CaseIterable, Codable {
        /// Somebody has to look at it: a breach of a rule, or a figure that chance does not explain.
        case signal
        /// Worth a look; chance could explain it, or the groups are small.
        case notice
        /// Looked at, nothing found.
        case none
    }

    /// The same on every run over the same groups: `pay-gap/track/level=4`.
    public let id: String
    /// How much it asks for.
    public let severity: Severity
    /// Which group it is about, in words.
    public let about: String
    /// What was found, in one sentence.
    public let sentence: String
    /// The figure.
    public let figure: AuditFigure?
    /// How many people it rests on.
    public let count: Int
    /// Probability of a figure as far out by chance; nil for arithmetic.
    public let p: Double?
    /// The same once it is taken into account how many were tested; nil for arithmetic.
    public let adjustedP: Double?
    /// What it shows.
    public let shows: String
    /// What it does not show.
    public let doesNotShow: String
    /// What the law says to the figure, where it says something.
    public let law: AuditLawNote?

    /// The reading of a pay gap; nil for other findings.
    public let reading: GapReading?
}

/// What a law's own threshold says to a figure, beside the interval.
public struct AuditLawNote: Sendable, Hashable, Codable {
    /// The law's id, see ``AuditLaw``.
    public let law: String
    /// True when the threshold is reached.
    public let isTriggered: Bool
    /// The fact, in one sentence.
    public let sentence: String
}
