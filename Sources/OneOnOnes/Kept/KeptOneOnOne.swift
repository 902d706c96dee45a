public import Evidence
public import Workspace

/// A 1:1 that took place, and what has to be remembered of it for the next; no word of what was said.
public struct KeptOneOnOne: Sendable, Hashable, Identifiable {
    /// The key.
    public let id: String
    /// Whom it was about.
    public let person: PersonID
    /// Who led it.
    public let manager: PersonID
    /// When it took place.
    public let day: CivilDate
    /// The episodes that the preparation told.
    public let told: [EpisodeID]
    /// The competency of the growth edge that was named, by id; nil where none was.
    public let edge: String?
    /// The questions that were proposed, by their names.
    public let asked: [String]

    /// Joins what is remembered.
    public init(
        id: String,
        person: PersonID,
        manager: PersonID,
        day: CivilDate,
        told: [EpisodeID] = [],
        edge: String? = nil,
        asked: [String] = []
    ) {
        self.id = id
        self.person = person
        self.manager = manager
        self.day = day
        self.told = told
        self.edge = edge
        self.asked = asked
    }

    /// The most days that a 1:1 can be noted afterwards.
    public static let noteWithin = 60

    /// Whether it can be noted for a day.
    ///
    /// Errors: `OneOnOneError.notYet`, `OneOnOneError.tooLongAgo`, `OneOnOneError.alreadyKept`.
    public static func check(_ day: CivilDate, today: CivilDate, kept: [KeptOneOnOne]) throws(OneOnOneError) {
        guard day <= today else { throw .notYet(day) }
        guard today.days - day.days <= noteWithin else { throw .tooLongAgo(day) }
        guard !kept.contains(where: { $0.day == day }) else { throw .alreadyKept(day) }
    }
}
