/// How a family's cues were answered in one cycle.
public struct FamilyCycle: Sendable, Hashable {
    /// The cycle's room.
    public let room: String
    /// When the room was opened, microseconds since 1970 UTC.
    public let opened: Int64
    /// Which family.
    public let family: CueFamily
    /// Cues that had a reason.
    public let explained: Int
    /// Cues that led to a second look.
    public let acted: Int

    /// Joins what is known.
    public init(room: String, opened: Int64, family: CueFamily, explained: Int, acted: Int) {
        self.room = room
        self.opened = opened
        self.family = family
        self.explained = explained
        self.acted = acted
    }

    /// Share of the answers that explained a cue away; nil where nobody answered.
    public var explainedShare: Double? {
        explained + acted > 0 ? Double(explained) / Double(explained + acted) : nil
    }
}

/// Whether the cues of a family are worth a room's time.
public struct FamilyHistory: Sendable, Hashable {
    /// The family.
    public let family: CueFamily
    /// Cycles with answers, the oldest first.
    public let cycles: [FamilyCycle]
    /// True when more than four of five were explained away in each of the last two cycles.
    public let isSwitchedOff: Bool

    /// Looks at cycles since a family was last switched on by hand; arithmetic about thin evidence is never switched off.
    public init(_ family: CueFamily, _ cycles: [FamilyCycle], switchedOn: Int64? = nil) {
        let answered = cycles.filter { $0.family == family && $0.explainedShare != nil }
            .sorted { ($0.opened, $0.room) < ($1.opened, $1.room) }
        let counting = answered.filter { $0.opened >= switchedOn ?? .min }.suffix(2)
        self.family = family
        self.cycles = answered
        isSwitchedOff =
            family != .thinEvidence && counting.count == 2 && counting.allSatisfy { ($0.explainedShare ?? 0) > 0.8 }
    }
}
