public import Workspace

/// What colleagues are asked about a person: one competency, two statements, and which comes closer to what was seen.
///
/// Shape: the words are kept as they were asked, since ladders change.
public struct ColleagueQuestion: Sendable, Hashable {
    /// The competency's id in the ladder.
    public let competency: String
    /// Its name.
    public let name: String
    /// What the target asks for.
    public let next: String
    /// What the present level asks for.
    public let present: String
    /// The stage of the target's statement, 1 to 5.
    public let nextStage: Int
    /// The stage of the present level's statement, 1 to 5.
    public let presentStage: Int

    /// Joins a competency and its two statements.
    public init(
        competency: String,
        name: String,
        next: String,
        present: String,
        nextStage: Int,
        presentStage: Int
    ) {
        self.competency = competency
        self.name = name
        self.next = next
        self.present = present
        self.nextStage = nextStage
        self.presentStage = presentStage
    }
}

/// Which statement comes closer to what a colleague saw.
public enum ColleagueSight: String, Sendable, Hashable, CaseIterable, Codable {
    /// The target's.
    case next
    /// The present level's.
    case present
    /// Did not see it; says nothing about the work.
    case unseen
}

/// A round: a few colleagues asked one question about one person, at one time.
public struct SentRound: Sendable, Hashable, Identifiable {
    /// The key.
    public let id: RoundID
    /// Whose work.
    public let subject: PersonID
    /// What was asked.
    public let question: ColleagueQuestion
    /// When, microseconds since 1970 UTC.
    public let sent: Int64
    /// Who sent it.
    public let sender: LedgerActor
    /// Who was asked, in the order of asking.
    public let requests: [ColleagueRequest]

    /// Joins a round and its requests.
    public init(
        id: RoundID,
        subject: PersonID,
        question: ColleagueQuestion,
        sent: Int64,
        sender: LedgerActor,
        requests: [ColleagueRequest]
    ) {
        self.id = id
        self.subject = subject
        self.question = question
        self.sent = sent
        self.sender = sender
        self.requests = requests
    }
}

/// One colleague who was asked.
public struct ColleagueRequest: Sendable, Hashable, Identifiable {
    /// The key.
    public let id: RequestID
    /// Who was asked.
    public let colleague: PersonID
    /// The last moment for an answer, microseconds since 1970 UTC.
    public let expires: Int64
    /// The answer; nil while there is none.
    public let answer: ColleagueAnswer?

    /// Joins what is kept of a request.
    public init(id: RequestID, colleague: PersonID, expires: Int64, answer: ColleagueAnswer? = nil) {
        self.id = id
        self.colleague = colleague
        self.expires = expires
        self.answer = answer
    }

    /// How far it has come at a moment.
    public func standing(at now: Int64) -> Standing {
        if answer != nil { return .answered }
        return now > expires ? .expired : .open
    }

    /// How far a request has come.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// Waits for an answer.
        case open
        /// Was answered.
        case answered
        /// Was not answered in time; this says nothing about anybody.
        case expired
    }
}

/// What a colleague answered; it is shown to its subject and settles like any other evidence.
public struct ColleagueAnswer: Sendable, Hashable, Identifiable {
    /// The key, in the form of all evidence.
    public let id: EntryID
    /// The request that it answers.
    public let request: RequestID
    /// Whose work.
    public let subject: PersonID
    /// Who answered.
    public let voice: Voice
    /// The competency that was asked about.
    public let competency: String
    /// The stage of the target's statement that was asked about.
    public let nextStage: Int
    /// Which statement comes closer.
    public let sight: ColleagueSight
    /// The colleague's own sentence; empty where there is none, or where it was withdrawn.
    public let words: String
    /// When it was answered, microseconds since 1970 UTC.
    public let moment: Int64
    /// How far it has come.
    public var state: EvidenceState
    /// When its subject could first see it, microseconds since 1970 UTC; nil while it could not.
    public var shownAt: Int64?
    /// When it settled, microseconds since 1970 UTC.
    public var settledAt: Int64?

    /// Joins what is kept of an answer.
    public init(
        request: RequestID,
        subject: PersonID,
        voice: Voice,
        competency: String,
        nextStage: Int,
        sight: ColleagueSight,
        words: String,
        moment: Int64,
        state: EvidenceState,
        shownAt: Int64?,
        settledAt: Int64? = nil
    ) {
        id = Self.key(of: request, at: moment)
        self.request = request
        self.subject = subject
        self.voice = voice
        self.competency = competency
        self.nextStage = nextStage
        self.sight = sight
        self.words = words
        self.moment = moment
        self.state = state
        self.shownAt = shownAt
        self.settledAt = settledAt
    }

    /// The key of an answer: its moment and a hash of its request.
    public static func key(of request: RequestID, at moment: Int64) -> EntryID {
        let hash = StableHash.hexadecimal(["request", request.text])
        return EntryID(EntryID.prefix(of: MessageTime(microseconds: moment)) + hash.suffix(8))
    }

    /// When it settles if nobody objects, microseconds since 1970 UTC; nil while it is not shown.
    public var settlesAt: Int64? { shownAt.map { WorkingDays.after($0, count: WorkingDays.toSettle) } }

    /// The answer as it stands at a moment: shown for five working days without objection, it settles.
    public func settled(at now: Int64) -> ColleagueAnswer {
        guard state == .shown, let settles = settlesAt, now >= settles else { return self }
        var answer = self
        answer.state = .settled
        answer.settledAt = settles
        return answer
    }
}
