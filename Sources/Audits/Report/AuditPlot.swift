/// What can be drawn of a report.
public struct AuditPlot: Sendable, Hashable, Codable, Identifiable {
    /// A band of one track at one level.
    public struct Band: Sendable, Hashable, Codable {
        /// The level.
        public let level: Int
        /// `ic` or `management`.
        public let track: String
        /// Lower end, middle, upper end.
        public let minimum: Double
        /// The middle.
        public let midpoint: Double
        /// The upper end.
        public let maximum: Double
    }

    /// A figure with its interval.
    public struct Gap: Sendable, Hashable, Codable {
        /// What it is about.
        public let label: String
        /// The figure.
        public let value: Double
        /// Where it lies; nil where that cannot be said.
        public let low: Double?
        /// The upper end.
        public let high: Double?
        /// True for a figure that somebody has to look at.
        public let isSignal: Bool
    }

    /// A fifth of the people, by headcount at equal scope.
    public struct Step: Sendable, Hashable, Codable {
        /// Mean place by headcount at equal scope, in ranks from the middle.
        public let x: Double
        /// Mean place by level or pay at equal scope, in ranks from the middle.
        public let y: Double
        /// Where that mean lies, 95 %.
        public let low: Double
        /// The upper end.
        public let high: Double
        /// How many people.
        public let count: Int
    }

    /// What is drawn.
    public enum Content: Sendable, Hashable, Codable {
        /// The bands of both tracks side by side; the currency.
        case bands(bands: [Band], currency: String)
        /// Figures with intervals around a target; the target, and thresholds on both sides of it or none.
        case gaps(gaps: [Gap], target: Double, threshold: Double?, isShare: Bool)
        /// Level or pay against headcount at equal scope.
        case steps(steps: [Step], outcome: String)
    }

    /// The key.
    public let id: String
    /// The heading, also the drawing's title.
    public let title: String
    /// The drawing in words, for those who cannot see it.
    public let description: String
    /// What is drawn.
    public let content: Content
}
