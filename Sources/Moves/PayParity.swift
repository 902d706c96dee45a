public import Ladder

/// Whether a level's pay ranges are the same on both tracks, in one zone.
///
/// Source: `docs/methods.md`, "Pay".
public struct PayParity: Sendable, Hashable {
    /// The level.
    public let level: Int
    /// The zone that was looked at; nil where it is not known and the ladder has several.
    public let zone: String?
    /// The range of individual contributors.
    public let ic: PayRange?
    /// The range of managers.
    public let management: PayRange?
    /// What the check says.
    public let verdict: Verdict

    /// What the check says.
    public enum Verdict: Sendable, Hashable {
        /// The ladder keeps no range for the level and zone.
        case noRanges
        /// Only one of the tracks has a range.
        case oneTrackOnly
        /// The currencies differ, so nothing can be compared.
        case currencies
        /// Within the tolerance; the largest relative difference.
        case holds(Double)
        /// Outside, but signed by somebody until a day; the largest relative difference.
        case excepted(Double, owner: String, until: String)
        /// Outside; the largest relative difference.
        case broken(Double)
    }

    /// Looks at a level in a zone; where the zone is not known, at the only one that the ladder has.
    public init(level: Int, zone: String?, ladder: CareerLadder) {
        let ranges = ladder.level(level)?.ranges ?? []
        let zones = Set(ranges.map(\.zone))
        let zone = zone ?? (zones.count == 1 ? zones.first : nil)
        let ic = ranges.first { $0.track == .ic && $0.zone == zone }
        let management = ranges.first { $0.track == .management && $0.zone == zone }
        self.level = level
        self.zone = zone
        self.ic = ic
        self.management = management
        guard let ic, let management else {
            verdict = ic == nil && management == nil ? .noRanges : .oneTrackOnly
            return
        }
        guard ic.currency == management.currency else {
            verdict = .currencies
            return
        }
        let bands = BandParity(
            ic: (ic.lower, ic.middle, ic.upper),
            management: (management.lower, management.middle, management.upper),
            tolerance: ladder.rules.parityTolerance
        )
        let difference = bands.maximumDeviation
        if bands.isParity {
            verdict = .holds(difference)
        } else if let signed = ladder.exceptions.first(where: { $0.level == level && $0.zone == zone }) {
            verdict = .excepted(difference, owner: signed.owner, until: signed.until)
        } else {
            verdict = .broken(difference)
        }
    }

    /// The range of a track.
    public func range(_ track: LadderTrack) -> PayRange? { track == .ic ? ic : management }

    /// What the check says, in words.
    public var words: String {
        switch verdict {
        case .noRanges: "The ladder keeps no pay range for level \(level) here, so parity cannot be checked."
        case .oneTrackOnly:
            "The ladder keeps a range of level \(level) for one track only, so parity cannot be checked."
        case .currencies: "The ranges of level \(level) are in two currencies, so parity cannot be checked."
        case .holds(0): "Level \(level) has the same range on both tracks."
        case .holds(let difference):
            "The ranges of level \(level) agree within the tolerance: they differ by at most \(Self.percent(difference))."
        case .excepted(let difference, let owner, let until):
            "The ranges of level \(level) differ by \(Self.percent(difference)); \(owner) signed for it until \(until)."
        case .broken(let difference):
            "The ranges of level \(level) differ by \(Self.percent(difference)) between the tracks. That breaks parity; the ladder has to be put right."
        }
    }

    /// What a change of track means for pay, in words.
    var switchWords: String {
        let stays = "Pay stays exactly as it is, in both directions."
        return switch verdict {
        case .noRanges: stays
        default: "\(stays) \(words)"
        }
    }

    static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
}
