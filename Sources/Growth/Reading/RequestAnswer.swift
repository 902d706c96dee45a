public import Evidence

/// What a colleague said who was asked about somebody's work.
///
/// Source: `docs/methods.md`, "Asking".
public struct RequestAnswer: Sendable, Hashable, Identifiable {
    /// The key under which it stands in the ledger.
    public let id: EntryID
    /// Who answered.
    public let voice: Voice
    /// The competency that was asked about.
    public let competency: String
    /// Which statement comes closer to what was seen.
    public let sight: ColleagueSight
    /// When it was answered, microseconds since 1970 UTC.
    public let moment: Int64
    /// How far it has come; it counts like any other evidence.
    public let state: EvidenceState
    /// The stage of the higher of the two statements that were shown; nil where that was not kept.
    public let targetStage: Int?

    /// The weight of an answer: it is structured, so fewer readings of it are wrong.
    public static let weight = 1.5

    /// Joins an answer.
    public init(
        id: EntryID,
        voice: Voice,
        competency: String,
        sight: ColleagueSight,
        moment: Int64,
        state: EvidenceState,
        targetStage: Int? = nil
    ) {
        self.id = id
        self.voice = voice
        self.competency = competency
        self.sight = sight
        self.moment = moment
        self.state = state
        self.targetStage = targetStage
    }
}
