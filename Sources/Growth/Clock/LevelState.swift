/// What the evidence says about a person's work against the next level; the only verdict of the clock.
///
/// Source: `docs/methods.md`, "States of the clock".
public enum LevelState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Too little was heard to say anything.
    case notEnoughEvidence
    /// The work of the present level.
    case atLevel
    /// Signs of the next level.
    case emerging
    /// Clearly the next level's work, not yet long or broad enough.
    case operatingAtNext
    /// The next level's work, for long enough and seen from enough sides.
    case sustainedAtNext

    /// Order of the readings; meaningless for `notEnoughEvidence`.
    var step: Int {
        switch self {
        case .notEnoughEvidence, .atLevel: 0
        case .emerging: 1
        case .operatingAtNext: 2
        case .sustainedAtNext: 3
        }
    }

    /// The state to show after a new look: time alone changes none, and strong ones do not flicker.
    ///
    /// - Parameters:
    ///   - previous: what was shown before, nil at the start
    ///   - raw: what the evidence alone says now
    ///   - probability: certainty that the share is above the threshold
    ///   - newItems: how many items came, went or changed since the last look
    ///   - parameters: the dials
    /// - Returns: the state to show now
    public static func advance(
        from previous: LevelState?,
        to raw: LevelState,
        probability: Double,
        newItems: Int,
        parameters: ClockParameters
    ) -> LevelState {
        guard raw != .notEnoughEvidence, let previous, previous != .notEnoughEvidence else { return raw }
        if newItems == 0 { return previous }
        let falls = raw.step < previous.step
        if falls, previous.step >= LevelState.operatingAtNext.step, probability >= parameters.releaseCertainty {
            return previous
        }
        return raw
    }
}

/// What the evidence says about one competency; for growth edges and questions, never a gate.
public enum CompetencyState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Too little was heard.
    case thin
    /// Evidence leans yes.
    case supported
    /// Evidence leans no.
    case contradicted
    /// Evidence points both ways.
    case open
}
