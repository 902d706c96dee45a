public import Workspace

/// A change of track that the person made.
///
/// Level, pay and clock stay; source: `docs/methods.md`, "Changing tracks".
public struct TrackMove: Sendable, Hashable {
    /// First day on the present track.
    public let day: CivilDate
    /// Competencies of the former track that stand close to one of the present track, by the former's id.
    public let neighbours: [String: Neighbour]

    /// How many days a person settles after a move.
    public static let settlingDays = 182

    /// Joins a day and the neighbours; those of the built-in ladder unless given.
    public init(day: CivilDate, neighbours: [String: Neighbour]? = nil) {
        self.day = day
        self.neighbours =
            neighbours ?? [
                "multiply": Neighbour("people"), "people": Neighbour("multiply"),
                "design": Neighbour("system"), "system": Neighbour("design"),
            ]
    }

    /// A competency that evidence of another carries over to.
    public struct Neighbour: Sendable, Hashable {
        /// The competency's id on the present track.
        public let competency: String
        /// How much of an item carries over, 0 to 1.
        public let weight: Double

        /// Joins a competency and a weight; half unless given.
        public init(_ competency: String, weight: Double = 0.5) {
            self.competency = competency
            self.weight = weight
        }
    }
}
