public import Growth

/// Ways to tell who works at the next level, each with one more part than the one before.
///
/// Source: `docs/methods.md`, "Made-up companies".
public enum Ablation: String, Sendable, Hashable, CaseIterable, Codable {
    /// At least twelve next-level mentions in 26 weeks.
    case a = "A"
    /// At least twelve mentions in a year, half of them next-level.
    case b = "B"
    /// The beta-binomial alone: nothing forgotten, every item counts whole.
    case c = "C"
    /// And evidence is forgotten.
    case d = "D"
    /// And one observer counts as one voice.
    case e = "E"
    /// And several people and teams are needed, and no one voice may decide.
    case f = "F"
    /// And the support has to last over windows.
    case g = "G"
    /// And observers' generosity is taken into account.
    case h = "H"
    /// And colleagues are asked about unclear cases every 13 weeks.
    case i = "I"
    /// And about thin files every six weeks: the clock as it is.
    case j = "J"
    /// And the threshold follows the company.
    case k = "K"

    /// What it is, in a few words.
    public var words: String {
        switch self {
        case .a: "12 next-level mentions in 26 weeks"
        case .b: "half of at least 12 mentions in a year"
        case .c: "beta-binomial alone"
        case .d: "C and forgetting"
        case .e: "D and one voice an observer"
        case .f: "E and breadth, no one voice decides"
        case .g: "F and windows"
        case .h: "G and leniency"
        case .i: "H and requests for unclear cases"
        case .j: "I and thin files first; the clock as it is"
        case .k: "J and a threshold of the company's own"
        }
    }

    /// The clock's dials without the parts that come later.
    public func parameters(_ whole: ClockParameters) -> ClockParameters {
        var dials = whole
        if self < .d { dials.halfLifeDays = .infinity }
        if self < .e { dials.observerCorrelation = 0 }
        if self < .f {
            dials.minimumObservers = 0
            dials.leaveOneOutCertainty = 0
        }
        if self < .g {
            dials.windowsNeeded = 0
            dials.supportRatio = 0
        }
        if self < .h { dials.leniencyPasses = 0 }
        return dials
    }

    /// True where teams are counted.
    var needsTeams: Bool { self >= .f }
}

extension Ablation: Comparable {
    /// By the number of parts.
    public static func < (left: Ablation, right: Ablation) -> Bool { left.rawValue < right.rawValue }
}
