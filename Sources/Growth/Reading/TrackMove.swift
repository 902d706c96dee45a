public import Workspace

/// A change of track that the person made.
///
/// Level, pay and clock stay; source: `docs/methods.md`, "Changing tracks".
public struct TrackMove: Sendable, Hashable {
    /// First day on the present track.
    public let day: CivilDate
    /// Competencies of the former track that stand close to one of the present track, by the former's id.
    public let neighbours: [String: Neighbour]

    /// The time on the present track before, where this is a return.
    public let former: Former?

    /// How many days a person settles after a move.
    public static let settlingDays = 182
    /// Within how many days after leaving a track its evidence counts in full again: 18 months.
    public static let returnDays = 548

    /// Joins a day and the neighbours; those of the built-in ladder unless given.
    public init(day: CivilDate, neighbours: [String: Neighbour]? = nil, former: Former? = nil) {
        self.day = day
        self.former = former
        self.neighbours =
            neighbours ?? [
                "multiply": Neighbour("people"), "people": Neighbour("multiply"),
                "design": Neighbour("system"), "system": Neighbour("design"),
            ]
    }

    /// An earlier time on the present track.
    public struct Former: Sendable, Hashable {
        /// First day away from it.
        public let left: CivilDate
        /// The track's own competencies, those without a share in the other track.
        public let competencies: Set<String>

        /// Joins a day and what is the track's own.
        public init(left: CivilDate, competencies: Set<String>) {
            self.left = left
            self.competencies = competencies
        }
    }

    /// How much an entry of a present competency counts: less than all only for one from before a long time away.
    ///
    /// Within 18 months old evidence was only weighted, and has its full weight again. After that it stays as it was
    /// weighted on the other track.
    func carries(_ competency: String, on entryDay: CivilDate) -> Double {
        guard let former, entryDay < former.left, day.days - former.left.days > Self.returnDays,
            former.competencies.contains(competency)
        else { return 1 }
        return neighbours.values.filter { $0.competency == competency }.map(\.weight).max() ?? 0
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
