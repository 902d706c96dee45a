public import Evidence
public import Workspace

/// A few colleagues, asked at one time about one person's work in one competency.
///
/// Source: `docs/methods.md`, "Asking".
public struct RequestRound: Sendable, Hashable, Codable, Identifiable {
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

    /// After how many days an unanswered question is no longer put.
    public static let openDays = 28.0

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

    /// The key under which a colleague's answer stands in the ledger; time leads, as in all keys there.
    public func answerID(of colleague: PersonID) -> EntryID {
        let hash = StableHash.hexadecimal([id, colleague.text, "answer"])
        return EntryID(EntryID.prefix(of: MessageTime(microseconds: moment)) + hash.suffix(8))
    }

    /// A colleague's answer; nil from somebody who was not asked.
    ///
    /// - Parameters:
    ///   - voice: who answers, with the team of that day
    ///   - sight: which statement comes closer
    ///   - now: when, microseconds since 1970 UTC
    ///   - state: how far the answer has come
    /// - Returns: what `ClockInquiry.answers` takes
    public func answer(
        by voice: Voice,
        _ sight: RequestAnswer.Sight,
        at now: Int64,
        state: EvidenceState = .captured
    ) -> RequestAnswer? {
        guard let person = voice.person, colleagues.contains(person) else { return nil }
        return RequestAnswer(
            id: answerID(of: person),
            voice: voice,
            competency: competency,
            sight: sight,
            moment: now,
            state: state,
            targetStage: targetStage
        )
    }
}
