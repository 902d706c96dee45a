import Signals

/// How far a piece of evidence reaches, from its words and from what can be seen around them, in eight bytes.
///
/// Source: `docs/methods.md`, "Present or next".
struct SeenReach: Sendable, Hashable {
    /// A reach (50 bits) with what else widens it, in hundredths, above it; or the bits of what an earlier reader gave.
    private let raw: UInt64

    /// Joins what an entry keeps; rows from before reach was judged fall back to stage and scope.
    init(reach: Reach?, stage: Double, scope: Int) {
        let scope = min(6, max(1, scope))
        let seen = max(1, min(6, scope >= 3 ? max(stage, Double(scope - 1)) : stage))
        if let reach {
            raw = UInt64(reach.packed) | UInt64((seen * 100).rounded()) << 50
        } else {
            // The exponent of every number from 1 on lies above bit 60, so the two forms never meet.
            raw = seen.bitPattern
        }
    }

    /// How sure it is that work reaches a stage where only the behaviours or what is seen around the words say so.
    static let confidenceOfSight = 0.75

    /// Whether the work reaches a stage; nil where that cannot be told.
    ///
    /// Behaviours, and scope that is seen around the words (teams, severity, customers), can only widen: their absence
    /// says nothing.
    func judgement(of stage: Int, isFeedback: Bool) -> Reach.Judgement? {
        // What should change never speaks for the next level, however far it reaches.
        if isFeedback { return Reach.Judgement(reaches: false, confidence: 1) }
        guard raw < 1 << 60 else { return judgement(of: stage, reader: Double(bitPattern: raw)) }
        let words = Reach(packed: Int64(raw & (1 << 50 - 1)))?.judgement(of: stage)
        if words?.reaches != true, Int(raw >> 50) >= 100 * stage - 50 {
            return Reach.Judgement(reaches: true, confidence: Self.confidenceOfSight)
        }
        return words
    }

    /// What a stage says that an earlier reader gave: words that show no reach say nothing about stage 3 and beyond.
    private func judgement(of stage: Int, reader seen: Double) -> Reach.Judgement? {
        guard seen >= 1.5 || stage < 3 else { return nil }
        return Reach.Judgement(reaches: seen >= Double(stage) - 0.5, confidence: 1)
    }
}
