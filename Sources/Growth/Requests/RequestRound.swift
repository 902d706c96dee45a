import Evidence
public import Workspace

/// A few colleagues, asked at one time about one person's work in one competency.
///
/// Source: `docs/methods.md`, "Asking".
public struct RequestRound: Sendable, Hashable, Identifiable {
    /// The key, the same whenever the round is planned again.
    public let id: String
    /// Whose work it is about.
    public let subject: PersonID
    /// The competency's id in the ladder.
    public let competency: String
    /// The stage that the present level asks for.
    public let presentStage: Int
    /// The stage that the next level asks for.
    public let targetStage: Int
    /// When they are asked, microseconds since 1970 UTC.
    public let moment: Int64
    /// Who is asked, in the order of choosing.
    public let colleagues: [PersonID]

    /// Joins what is asked, of whom.
    public init(
        subject: PersonID,
        competency: String,
        presentStage: Int,
        targetStage: Int,
        moment: Int64,
        colleagues: [PersonID]
    ) {
        id = "round-" + StableHash.hexadecimal([subject.text, competency, String(moment)])
        self.subject = subject
        self.competency = competency
        self.presentStage = presentStage
        self.targetStage = targetStage
        self.moment = moment
        self.colleagues = colleagues
    }

    /// Joins a round that was kept.
    public init(
        id: String,
        subject: PersonID,
        competency: String,
        presentStage: Int,
        targetStage: Int,
        moment: Int64,
        colleagues: [PersonID]
    ) {
        self.id = id
        self.subject = subject
        self.competency = competency
        self.presentStage = presentStage
        self.targetStage = targetStage
        self.moment = moment
        self.colleagues = colleagues
    }
}
