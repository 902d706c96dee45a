public import Calibration
public import Records

/// A calibration room as somebody may see it.
public struct RoomView: Sendable {
    /// Name, period, and whether it is open.
    public let room: RoomRow
    /// Questions that the viewer may see, and what became of each family.
    public let reading: RoomReading
    /// How many drafts are in it.
    public let drafts: Int
    /// How many questions the viewer does not see, since their own draft is in them.
    public let withheld: Int
    /// What the room said, by cue.
    public let answers: [CalibrationCue.ID: RoomAnswer]
    /// What expectations rest on.
    public let basis: ExpectedRatings.Basis
    /// True where severity was read against evidence.
    public let isLink: Bool
}

/// A family with what became of its cues.
public struct FamilyView: Sendable {
    /// The family, its cycles, and whether it is switched off.
    public let history: FamilyHistory
    /// When it was last switched on by hand, microseconds since 1970 UTC; nil for never.
    public let switchedOn: Int64?
}

/// One decider's decisions, by name.
public struct OversightView: Sendable {
    /// Who decided.
    public let name: String
    /// How.
    public let meter: OversightMeter
}

/// Why a room does not do what was asked.
public enum RoomError: Error, Sendable, Hashable {
    /// No room goes by this name; which there are.
    case noSuchRoom(String, known: [String])
    /// The room was closed and its drafts deleted.
    case closed(String)
    /// A name is 1 to 60 letters, digits, spaces, dots, dashes or underscores.
    case badName(String)
    /// No draft in it is about anybody in the people file.
    case noDrafts
    /// There is no such cue in the room.
    case noSuchCue(String)
    /// An answer is a sentence of at least three words.
    case noSentence
}
