extension SimulationError: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .outside(let dial, let value, let low, let high):
            "\(dial.words) cannot be \(Self.number(value)). Give a number from \(Self.number(low)) to \(Self.number(high))."
        case .sharesInWrongOrder(let atLevel, let atNext):
            """
            people who have grown have to do more of the next level's work (\(Self.number(atNext))) than people at \
            their level (\(Self.number(atLevel))). Give a larger share for those who have grown.
            """
        case .noSuchRow(let row):
            "there is no row \(row). Rows are \(Ablation.allCases.map(\.rawValue).joined(separator: ", "))."
        }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
    }
}

extension SimulationError.Dial {
    fileprivate var words: String {
        switch self {
        case .people: "the number of people"
        case .organisations: "the number of companies"
        case .quietItems: "the weekly items about quiet people"
        case .ordinaryItems: "the weekly items about most people"
        case .visibleItems: "the weekly items about visible people"
        case .shareAtLevel: "the share of next-level work at the level"
        case .shareAtNext: "the share of next-level work after growth"
        case .readingErrors: "the share of items read wrongly"
        case .mentionsOfNext: "how many times as often the next level is mentioned"
        case .requestResponse: "the share of requests answered"
        case .threshold: "the threshold"
        case .entryCertainty: "the certainty"
        case .halfLife: "the half-life in days"
        case .windowsNeeded: "the number of windows needed"
        case .minimumObservers: "the number of observers needed"
        case .nextLevel: "the next level"
        }
    }
}
