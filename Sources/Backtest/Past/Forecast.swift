/// One way to tell who will move: a reading of the product, or something plainly counted.
public struct Forecast: Sendable, Hashable, Codable {
    /// The name in tables and programs.
    public let name: String
    /// What it is made of.
    public let kind: Kind

    /// What a forecast is made of.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// What the clock says.
        case clock
        /// Who calls whom.
        case network
        /// Clock and calls together.
        case combined
        /// Something counted here.
        case count
        /// Something counted in the file of candidates.
        case fileCount

        /// True for what anybody could count.
        public var isPlain: Bool { self == .count || self == .fileCount }
    }

    /// Joins a name and a kind.
    public init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// What the answer is about: the clock's certainty, as the product reads.
    public static let headline = Forecast("clock", .clock)
    /// The same with own answers and reviews only where somebody else recognised them.
    public static let confirmed = Forecast("clock, own acts only where recognised", .clock)
    /// The headline's state before its certainty.
    public static let stateFirst = Forecast("clock, state first", .clock)
    /// How many independent observations the headline rests on.
    public static let breadth = Forecast("clock, effective evidence", .clock)
    /// Independent people who called the person in.
    public static let callers = Forecast("called by others", .network)
    /// Clock and calls, both on a logarithmic scale.
    public static let together = Forecast("clock and calls", .combined)

    /// All readings of the product, the headline first.
    public static let readings = [headline, confirmed, stateFirst, breadth, callers, together]
}

/// One candidate on one day: what each forecast said, and what became of the person.
public struct PastRow: Sendable, Hashable {
    /// Who.
    public let person: String
    /// The place of the cutoff in the plan.
    public let cutoff: Int
    /// True for somebody who moved within the horizon.
    public let moved: Bool
    /// One number for each forecast of the table; higher means rather.
    public let scores: [Double]
    /// The headline's certainty, between 0 and 1.
    public let certainty: Double
    /// The headline's state.
    public let state: Int
    /// How much the person wrote.
    public let messages: Double

    /// Joins what is known of a candidate on a day.
    public init(
        person: String,
        cutoff: Int,
        moved: Bool,
        scores: [Double],
        certainty: Double,
        state: Int = 0,
        messages: Double = 0
    ) {
        self.person = person
        self.cutoff = cutoff
        self.moved = moved
        self.scores = scores
        self.certainty = certainty
        self.state = state
        self.messages = messages
    }
}
