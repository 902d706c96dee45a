/// Something that a track asks of people, in stages of growing reach.
public struct Competency: Sendable, Hashable, Identifiable {
    /// The id that evidence cites, such as `ownership`.
    public let id: String
    /// The name to show.
    public let name: String
    /// Which track asks for it.
    public let track: CompetencyTrack
    /// The family whose words these are; nil when they serve every family.
    public let family: String?
    /// The stages, lowest first; five in a complete ladder.
    public let stages: [Stage]

    /// The stage of a number; nil when the ladder has no words for it.
    public func stage(_ number: Int) -> Stage? { stages.first { $0.number == number } }
}

/// One step of a competency.
public struct Stage: Sendable, Hashable, Identifiable {
    /// The competency's id and the number: `craft.3`.
    public let id: String
    /// 1 (a task) to 5 (the company).
    public let number: Int
    /// What somebody at this stage does, one sentence.
    public let statement: String
    /// Acts by which a colleague could tell; empty in the outlines of other families.
    public let behaviours: [Behaviour]
}

/// An observable act that shows a stage.
public struct Behaviour: Sendable, Hashable, Identifiable {
    /// The stage's id and the place in it: `craft.3.2`.
    public let id: String
    /// The act, in a sentence that leaves out the subject.
    public let words: String
}

/// The craft of a family in outline: its own names and one sentence per stage.
public struct FamilyOutline: Sendable, Hashable, Identifiable {
    /// The family's id, such as `data`.
    public let id: String
    /// The name to show.
    public let name: String
    /// The competencies that it words in its own way; all others are those of the ladder.
    public let competencies: [Competency]
    /// Its own titles by track and level; where one is missing, the ladder's stands.
    public let titles: [LadderTrack: [Int: String]]
}
