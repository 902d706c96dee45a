/// What a made-up company is like: how much is written, by whom, and how well it is read.
///
/// Source: `docs/methods.md`, "Made-up companies". Units: times in weeks, favours on the logit scale.
public struct WorldAssumptions: Sendable, Hashable, Codable {
    /// How many people work there.
    public var people = 240
    /// How many make a team.
    public var teamSize = 8
    /// How many weeks are lived.
    public var weeks = 130
    /// Evidence of the first weeks is there before the first look.
    public var warmUpWeeks = 26
    /// When those who grow begin to.
    public var growthWeek = 52
    /// How many colleagues can see a person's work: the team first, then others.
    public var colleagues = 14
    /// How uneven the colleagues' shares are; smaller is more uneven.
    public var evenness = 0.7
    /// Items a week about quiet people.
    public var quietItems = 0.30
    /// Items a week about most people.
    public var ordinaryItems = 0.90
    /// Items a week about visible people.
    public var visibleItems = 2.0
    /// Share of next-level work of people at their level.
    public var shareAtLevel = 0.20
    /// Share of next-level work of people who have grown.
    public var shareAtNext = 0.65
    /// How people differ around these shares.
    public var spreadOfPeople = 0.35
    /// How observers differ in how generously they write.
    public var spreadOfObservers = 0.8
    /// How pairs differ in how they see each other.
    public var spreadOfPairs = 0.8
    /// How much more generous two of the teams are than the others.
    public var generosityOfLenientTeams = 0.8
    /// Share of items that are read the wrong way.
    public var readingErrors = 0.10
    /// How many times as often a next-level act is mentioned.
    public var mentionsOfNext = 1.5
    /// Share of requests that are answered.
    public var requestResponse = 0.6
    /// True for a company in which nobody grows.
    public var nobodyGrows = false

    /// A company as the defaults of the clock were chosen for.
    public init() {}

    /// Weeks of a month, for rates that are given by month.
    public static let weeksOfMonth = 365.25 / 7 / 12

    /// A dial that no company can have.
    public func check() throws(SimulationError) {
        func within(_ name: SimulationError.Dial, _ value: Double, _ range: ClosedRange<Double>) throws(SimulationError)
        {
            guard range.contains(value) else {
                throw .outside(name, value: value, low: range.lowerBound, high: range.upperBound)
            }
        }
        try within(.people, Double(people), 40...20_000)
        try within(.quietItems, quietItems, 0...50)
        try within(.ordinaryItems, ordinaryItems, 0...50)
        try within(.visibleItems, visibleItems, 0...50)
        try within(.shareAtLevel, shareAtLevel, 0.01...0.98)
        try within(.shareAtNext, shareAtNext, 0.02...0.99)
        try within(.readingErrors, readingErrors, 0...0.5)
        try within(.mentionsOfNext, mentionsOfNext, 0.1...10)
        try within(.requestResponse, requestResponse, 0...1)
        guard shareAtLevel < shareAtNext else { throw .sharesInWrongOrder(atLevel: shareAtLevel, atNext: shareAtNext) }
    }
}
