public import Growth
import Statistics

/// Whether the clock's interval holds the truth as often as it says, where truth is drawn from what the clock assumes.
///
/// Source: simulation-based calibration, Talts, Betancourt, Simpson, Vehtari and Gelman (2018).
public struct IntervalCheck: Sendable, Hashable, Codable {
    /// How many people were drawn.
    public let draws: Int
    /// Largest distance of the truth's rank from an even spread (Kolmogorov and Smirnov).
    public let distance: Double
    /// How often an interval of 50 % holds the truth.
    public let half: Double
    /// How often an interval of 80 % does.
    public let fourFifths: Double
    /// How often an interval of 95 % does.
    public let nearlyAll: Double

    private static let colleagues = 8
    private static let itemsEach = 20.0

    /// Draws people, lets colleagues speak, and asks the clock; nil for nobody.
    ///
    /// - Parameters:
    ///   - draws: how many people
    ///   - correlation: how alike two items of one observer really are, below 1
    ///   - dials: what the clock assumes
    ///   - seed: the seed
    public init?(
        draws: Int = 20_000,
        correlation: Double = 0.5,
        dials: ClockParameters = ClockParameters(),
        seed: UInt64 = 1
    ) {
        var random = SeededRandom(seed)
        let clock = LevelClock(parameters: dials)
        let alpha = dials.priorStrength * dials.priorMean
        let beta = dials.priorStrength * (1 - dials.priorMean)
        var ranks: [Double] = []
        for _ in 0..<max(0, draws) {
            let truth = random.beta(alpha, beta)
            var cells: [ObserverCell] = []
            for (place, part) in random.dirichlet(0.7, count: Self.colleagues).enumerated() {
                let items = random.poisson(part * Self.itemsEach)
                guard items > 0 else { continue }
                let seen = Self.seen(truth, correlation: correlation, random: &random)
                let next = (0..<items).count { _ in random.share() < seen }
                cells.append(
                    ObserverCell(
                        observer: Company.name(place),
                        team: "",
                        mass: Double(items),
                        share: Double(next) / Double(items)
                    )
                )
            }
            ranks.append(clock.posterior(cells).distribution.cumulative(truth))
        }
        guard let even = UniformityTest(ranks) else { return nil }
        func held(_ mass: Double) -> Double {
            Double(ranks.count { $0 > (1 - mass) / 2 && $0 < (1 + mass) / 2 }) / Double(ranks.count)
        }
        self.draws = ranks.count
        distance = even.distance
        half = held(0.50)
        fourFifths = held(0.80)
        nearlyAll = held(0.95)
    }

    /// The share that one observer sees: around the truth, so that two of the observer's items are that much alike.
    private static func seen(_ truth: Double, correlation: Double, random: inout SeededRandom) -> Double {
        guard correlation > 0 else { return truth }
        let strength = (1 - correlation) / correlation
        return random.beta(max(truth * strength, 1e-6), max((1 - truth) * strength, 1e-6))
    }
}
