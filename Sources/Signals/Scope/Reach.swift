/// How far a piece of work reaches, as far as its words tell: a probability for each stage, and that it cannot be told.
///
/// Shape: each probability is the one for somebody of whose work three pieces in ten reach that far, which is what the
/// clock assumes before it has seen anything; so they are not one distribution. Thousandths, so that rows of the record
/// and values in memory are the same. Source: `docs/methods.md`, "How far work reaches".
public struct Reach: Sendable, Hashable {
    /// All five numbers in one, for the record: ten bits each, the lowest first.
    public let packed: Int64

    /// Joins probabilities.
    ///
    /// - Parameters:
    ///   - told: that the words tell how far it reaches
    ///   - reaches: that it reaches stages 2, 3, 4, 5, where it can be told; missing ones are 0
    public init(told: Double, reaches: [Double]) {
        func chance(_ place: Int) -> Double { place < reaches.count ? reaches[place] : 0 }
        self.init(told: told, reaches: chance(0), chance(1), chance(2), chance(3))
    }

    init(told: Double, reaches second: Double, _ third: Double, _ fourth: Double, _ fifth: Double) {
        func bits(_ probability: Double, _ place: Int64) -> Int64 {
            Int64((min(1, max(0, probability)) * 1000).rounded()) << (10 * place)
        }
        packed = bits(told, 0) | bits(second, 1) | bits(third, 2) | bits(fourth, 3) | bits(fifth, 4)
    }

    /// Takes what the record keeps; nil for a number that no reach has.
    public init?(packed: Int64) {
        guard packed >= 0, packed < 1 << 50, (0..<5).allSatisfy({ (packed >> (10 * $0)) & 1023 <= 1000 }) else {
            return nil
        }
        self.packed = packed
    }

    /// Probability that the words tell how far it reaches.
    public var told: Double { thousandths(0) }

    /// Probability that it reaches a stage, where it can be told; 1 for the first, 0 beyond the fifth.
    public func reaches(_ stage: Int) -> Double {
        stage <= 1 ? 1 : stage > 5 ? 0 : thousandths(stage - 1)
    }

    private func thousandths(_ place: Int) -> Double { Double((packed >> Int64(10 * place)) & 1023) / 1000 }

    // MARK: - Judging

    /// From which probability on work counts as reaching a stage.
    public static let enoughForNext = 0.5
    /// From which probability on work counts as not reaching it.
    ///
    /// Higher than the other: chosen on labelled messages so that the share that is read is the share that is true.
    public static let enoughForPresent = 0.6

    /// What words say about a stage.
    public struct Judgement: Sendable, Hashable {
        /// True where they show that the work reaches it.
        public let reaches: Bool
        /// How sure that is, 0.5 to 1.
        public let confidence: Double

        /// Joins both.
        public init(reaches: Bool, confidence: Double) {
            self.reaches = reaches
            self.confidence = confidence
        }
    }

    /// Whether the work reaches a stage; nil where that cannot be told.
    public func judgement(of stage: Int) -> Judgement? {
        if stage <= 1 { return Judgement(reaches: true, confidence: 1) }
        let reached = told * reaches(stage)
        if reached >= Self.enoughForNext { return Judgement(reaches: true, confidence: reached) }
        let missed = told * (1 - reaches(stage))
        return missed >= Self.enoughForPresent ? Judgement(reaches: false, confidence: missed) : nil
    }

    /// How wide the work is, as one word for a page; nil where it cannot be told.
    public var width: Width? {
        let widest = (2...5).last { stage in judgement(of: stage)?.reaches ?? false }
        if let widest { return Width(rawValue: widest) }
        return judgement(of: 2) == nil ? nil : .task
    }

    /// The five stages, by what the work touches.
    public enum Width: Int, Sendable, Hashable, CaseIterable, Comparable {
        /// One change, one question, one run.
        case task = 1
        /// A component, a feature, a guide.
        case component
        /// A service, or one team's way of working.
        case team
        /// Several teams, or a system with parts of different owners.
        case area
        /// The organisation, and what cannot be taken back.
        case organisation

        /// The narrower one is less.
        public static func < (left: Width, right: Width) -> Bool { left.rawValue < right.rawValue }

        /// For a page, as in “reaches a component”.
        public var words: String {
            switch self {
            case .task: "a task"
            case .component: "a component"
            case .team: "a service or a team"
            case .area: "several teams"
            case .organisation: "the organisation"
            }
        }
    }
}
