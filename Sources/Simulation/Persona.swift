/// Kinds of people in a made-up company.
public enum Persona: String, Sendable, Hashable, CaseIterable, Codable {
    /// Works at the level, is written about as most are.
    case ordinary
    /// Works at the level, is hardly written about.
    case quiet
    /// Works at the level, is written about a lot.
    case visible
    /// Works at the level; half of what is written comes from one admirer.
    case oneFan
    /// Works at the level, but for six weeks of the next level's work that everybody talks about.
    case spike
    /// Grows into the next level within eight weeks, is written about as most are.
    case grows
    /// Grows, is hardly written about.
    case growsQuietly
    /// Grows, is written about a lot.
    case growsVisibly
    /// Grows; a quarter of what is written comes from a harsh critic.
    case growsWithCritic
    /// Grows over thirty weeks.
    case growsGradually

    /// True for people who come to work at the next level to stay.
    public var grows: Bool { weeksOfGrowth != nil }

    /// How long the growth takes; nil for those who stay at their level.
    var weeksOfGrowth: Double? {
        switch self {
        case .ordinary, .quiet, .visible, .oneFan, .spike: nil
        case .grows, .growsQuietly, .growsVisibly, .growsWithCritic: 8
        case .growsGradually: 30
        }
    }

    /// How much is written about such a person.
    var talk: Talk {
        switch self {
        case .quiet, .growsQuietly: .quiet
        case .visible, .growsVisibly: .visible
        default: .ordinary
        }
    }

    /// Share of a company's people; other shares where nobody grows.
    func share(nobodyGrows: Bool) -> Double {
        switch self {
        case .ordinary: nobodyGrows ? 0.38 : 0.27
        case .quiet: nobodyGrows ? 0.28 : 0.20
        case .visible: nobodyGrows ? 0.18 : 0.13
        case .oneFan, .spike: nobodyGrows ? 0.08 : 0.07
        case .grows, .growsQuietly: nobodyGrows ? 0 : 0.07
        case .growsVisibly: nobodyGrows ? 0 : 0.05
        case .growsWithCritic: nobodyGrows ? 0 : 0.04
        case .growsGradually: nobodyGrows ? 0 : 0.03
        }
    }

    /// How much is written about a person.
    enum Talk { case quiet, ordinary, visible }
}
