public import Growth
import Statistics

/// People with two launches a year, each praised by eight to twelve colleagues in one thread.
///
/// Shows whether launches alone make somebody look as if at the next level. Source: `docs/methods.md`, "Made-up companies".
public struct LaunchSimulation: Sendable {
    /// What talk and reading are like.
    public var assumptions: WorldAssumptions
    /// The clock's dials; the episode cap is the one that matters here.
    public var dials: ClockParameters
    /// How many people of each kind.
    public var people: Int
    /// The seed.
    public var seed: UInt64

    private static let weeksBetweenLooks = 4
    private static let weeksBetweenLaunches = 26
    private static let nextLevel = 5

    /// Joins people and dials.
    public init(
        assumptions: WorldAssumptions = WorldAssumptions(),
        dials: ClockParameters = ClockParameters(),
        people: Int = 200,
        seed: UInt64 = 1
    ) {
        self.assumptions = assumptions
        self.dials = dials
        self.people = people
        self.seed = seed
    }

    /// What came out.
    public struct Report: Sendable, Hashable, Codable {
        /// People at their level without launches: share ever found at the next level in two years.
        public let atLevel: ClusteredRate
        /// The same with two launches a year.
        public let atLevelWithLaunches: ClusteredRate
        /// People who grew, without launches: share found in a year.
        public let grown: ClusteredRate
        /// The same with two launches a year.
        public let grownWithLaunches: ClusteredRate
    }

    /// Lives two and a half years of everybody and looks every fourth week; nil for nobody.
    public func run() -> Report? {
        var random = SeededRandom(seed)
        func rate(grows: Bool, launches: Bool) -> ClusteredRate? {
            ClusteredRate(
                (0..<max(0, people))
                    .map { _ in
                        let items = life(grows: grows, launches: launches, random: &random)
                        return (isFound(items, grows: grows) ? 1 : 0, 1)
                    }
            )
        }
        guard let atLevel = rate(grows: false, launches: false),
            let launched = rate(grows: false, launches: true), let grown = rate(grows: true, launches: false),
            let both = rate(grows: true, launches: true)
        else { return nil }
        return Report(atLevel: atLevel, atLevelWithLaunches: launched, grown: grown, grownWithLaunches: both)
    }

    private func isFound(_ items: [Observation], grows: Bool) -> Bool {
        let clock = LevelClock(parameters: dials)
        let trail = ItemTrail(items, clock: clock)
        let needs = clock.breadth(nextLevel: Self.nextLevel)
        let first = grows ? assumptions.growthWeek : assumptions.warmUpWeeks
        let last = grows ? assumptions.growthWeek + 52 : assumptions.weeks - 1
        return stride(from: first, through: last, by: Self.weeksBetweenLooks)
            .contains { trail.look(at: Double(7 * $0), needs: needs).state == .sustainedAtNext }
    }

    /// All items about one person, each of an episode of its own but for the praise of a launch.
    private func life(grows: Bool, launches: Bool, random: inout SeededRandom) -> [Observation] {
        let count = assumptions.colleagues
        let spread =
            (assumptions.spreadOfObservers * assumptions.spreadOfObservers
            + assumptions.spreadOfPairs * assumptions.spreadOfPairs).squareRoot()
        let leanings = (0..<count).map { _ in spread * random.normal() }
        let shares = random.dirichlet(assumptions.evenness, count: count)
        let before = Logit.of(assumptions.shareAtLevel) + assumptions.spreadOfPeople * random.normal()
        let after = Logit.of(assumptions.shareAtNext) + assumptions.spreadOfPeople * random.normal()
        var items: [Observation] = []
        func item(_ day: Double, _ colleague: Int, _ next: Bool, _ episode: String) -> Observation {
            Observation(
                day: day,
                observer: Company.name(colleague),
                team: colleague < assumptions.teamSize ? "t0" : "t\(1 + colleague % 2)",
                competency: "work",
                next: next ? 1 : 0,
                episode: episode
            )
        }
        for week in 0..<assumptions.weeks {
            let part = min(1, max(0, Double(week - assumptions.growthWeek) / 8))
            let work = grows ? before + (after - before) * part : before
            for _ in 0..<random.poisson(assumptions.ordinaryItems) {
                let colleague = random.place(in: shares)
                let seen = Logit.share(work + Exponential.log(assumptions.mentionsOfNext) + leanings[colleague])
                let errors = assumptions.readingErrors
                let next = random.share() < seen * (1 - errors) + (1 - seen) * errors
                items.append(item(7 * (Double(week) + random.share()), colleague, next, ""))
            }
            guard launches, week % Self.weeksBetweenLaunches == Self.weeksBetweenLaunches / 2 else { continue }
            let praising = (0..<count).shuffled(using: &random).prefix(Int.random(in: 8...12, using: &random))
            for colleague in praising {
                let day = 7 * Double(week) + 3 * random.share()
                items.append(item(day, colleague, random.share() < 0.8, "launch \(week)"))
            }
        }
        return items
    }
}

extension SeededRandom {
    /// A place, by how large a share it has.
    mutating func place(in shares: [Double]) -> Int {
        var left = share()
        for (place, share) in shares.enumerated() {
            left -= share
            if left < 0 { return place }
        }
        return max(0, shares.count - 1)
    }
}
