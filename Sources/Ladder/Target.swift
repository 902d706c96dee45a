/// What somebody's work is read against: a level of a track, perhaps in another family.
public struct Target: Sendable, Hashable, CustomStringConvertible {
    /// The track.
    public let track: LadderTrack
    /// The level number.
    public let level: Int
    /// The family; nil for the person's own.
    public let family: String?

    /// Joins track, level and family.
    public init(track: LadderTrack, level: Int, family: String? = nil) {
        self.track = track
        self.level = level
        self.family = family
    }

    /// Reads `ic:6`, `management:6` or, for another family, `ic:6:data`.
    ///
    /// Errors: `LadderError.target` when the shape is wrong or the ladder has no such track, level or family.
    public init(_ text: String, in ladder: CareerLadder) throws(LadderError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 || parts.count == 3 else { throw .target(text: text, fault: .shape) }
        guard let track = LadderTrack(rawValue: parts[0]) else {
            throw .target(text: text, fault: .track(parts[0]))
        }
        guard let level = Int(parts[1]) else { throw .target(text: text, fault: .number(parts[1])) }
        guard ladder.role(track, level: level) != nil else {
            throw .target(text: text, fault: .level(level, track: track, available: ladder.levels(on: track)))
        }
        let family = parts.count == 3 ? parts[2] : nil
        if let family, !ladder.families.contains(family) {
            throw .target(text: text, fault: .family(family, available: ladder.families))
        }
        self.init(track: track, level: level, family: family)
    }

    /// The form that is read back.
    public var description: String { "\(track.rawValue):\(level)" + (family.map { ":\($0)" } ?? "") }
}
