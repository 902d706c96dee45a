/// What the ladder asks next of a person, where the evidence is clear enough to name it.
public struct GrowthEdge: Sendable, Hashable {
    /// The competency's name.
    public let competency: String
    /// The competency's id.
    public let competencyID: String
    /// The ladder's statement for the next stage.
    public let statement: String

    /// Joins name and statement.
    public init(competency: String, competencyID: String, statement: String) {
        self.competency = competency
        self.competencyID = competencyID
        self.statement = statement
    }
}
