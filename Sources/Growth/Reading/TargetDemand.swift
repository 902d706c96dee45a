public import Workspace

/// What a target asks of each competency, against what the present level asks.
public struct TargetDemand: Sendable, Hashable {
    /// The target's track.
    public let track: Track
    /// The target's level; nil at the top of the ladder, where only competencies are looked at.
    public let level: Int?
    /// The person's level today.
    public let presentLevel: Int
    /// What each competency of the target's track asks, in the ladder's order.
    public let competencies: [CompetencyDemand]

    /// Joins a target and what it asks.
    public init(track: Track, level: Int?, presentLevel: Int, competencies: [CompetencyDemand]) {
        self.track = track
        self.level = level
        self.presentLevel = presentLevel
        self.competencies = competencies
    }

    /// What the target asks of a competency; nil for one that it does not ask for.
    public subscript(competency: String) -> CompetencyDemand? { competencies.first { $0.id == competency } }

    /// The stage that an item has to reach to be next-level work.
    ///
    /// Nil where the target asks for nothing beyond the present level: no statement there tells the two levels apart, so
    /// an item is evidence of the level, shown, and counted neither way.
    func stageForNext(_ demand: CompetencyDemand) -> Int? {
        guard let present = demand.present else { return demand.target }
        guard level != nil else { return present }
        return demand.rises ? demand.target : nil
    }
}

/// What a competency is asked for, now and at the target.
public struct CompetencyDemand: Sendable, Hashable, Identifiable {
    /// The competency's id in the ladder.
    public let id: String
    /// The name to show.
    public let name: String
    /// The stage that the present level asks for, 1 to 5; nil for a competency that the present track does not have.
    public let present: Int?
    /// The stage that the target asks for, 1 to 5.
    public let target: Int

    /// Joins a competency and its stages.
    public init(id: String, name: String, present: Int?, target: Int) {
        self.id = id
        self.name = name
        self.present = present
        self.target = target
    }

    /// True when the target asks for more than the present level.
    public var rises: Bool { present.map { target > $0 } ?? true }
}
