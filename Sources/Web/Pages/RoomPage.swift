/// Which calibration rooms there are.
public struct RoomListPage: Page {
    /// The template that draws it.
    public static let template = "rooms"

    let rooms: [RoomLine]
    /// How families of questions were answered so far.
    let families: [FamilyLine]
    /// What was seen of how level-ups are decided; by name.
    let oversight: [OversightLine]
}

/// A room in a line.
struct RoomLine: Sendable, Hashable {
    let name: String
    let period: String
    /// Nil for a room that was closed.
    let link: Link?
}

/// A family in a line.
struct FamilyLine: Sendable, Hashable {
    let title: String
    let words: String
}

/// How one decider decides.
struct OversightLine: Sendable, Hashable {
    let name: String
    let words: String
    /// What to do; nil where nothing needs to be.
    let advice: String?
}

/// One calibration room: questions, never an order of people.
public struct RoomPage: Page {
    /// The template that draws it.
    public static let template = "room"

    let name: String
    let action: Link
    let period: String
    let drafts: String
    /// What expectations from evidence rest on.
    let basis: String
    let findings: [RoomCueCard]
    let arithmetic: [RoomCueCard]
    /// How much is not shown, and why; nil where all is.
    let further: String?
    let withheld: String?
    let families: [FamilyLine]
}

/// A question with all that belongs to it.
struct RoomCueCard: Sendable, Hashable {
    let id: String
    let family: String
    let about: String
    let seen: String
    let figures: [Fact]
    let misleads: String
    let next: String
    let audience: String
    /// Ids of entries.
    let entries: [String]
    let answer: CueAnswerLine?
    let action: Link
    /// What was typed before, where it could not be taken.
    let typed: String
    let complaint: String?
}

/// What the room said.
struct CueAnswerLine: Sendable, Hashable {
    let outcome: String
    let words: String
}
