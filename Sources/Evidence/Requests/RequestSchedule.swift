public import Workspace

/// How often colleagues may be asked, and how long they have time.
///
/// Source: `docs/methods.md`, "Asking".
public enum RequestSchedule {
    /// How many colleagues one round asks.
    public static let colleaguesARound = 5
    /// How many requests a colleague may get within seven days, about anybody.
    public static let requestsAWeek = 2
    /// How long a request waits, in days.
    public static let daysToAnswer = 14
    /// The fewest days between two rounds about one person.
    public static let daysBetweenRounds = 42
    /// The most characters of the sentence that goes with an answer.
    public static let longestSentence = 400
    /// From how many answers on those of people who report to the person are shown, together and without names.
    public static let fewestReports = 4

    /// One day in microseconds.
    static let day: Int64 = 86_400_000_000
    /// Seven days in microseconds.
    public static let week: Int64 = 7 * day

    /// The last moment for an answer to what is sent now.
    public static func expiry(of sent: Int64) -> Int64 { sent + Int64(daysToAnswer) * day }

    /// The first day on which a round about a person may be sent again; nil when there was none.
    public static func next(after last: Int64?) -> CivilDate? {
        last.map { CivilDate(days: CivilDate(microseconds: $0).days + daysBetweenRounds) }
    }

    /// True when enough time went by since the last round about a person.
    public static func isFree(last: Int64?, now: Int64) -> Bool {
        last.map { now - $0 >= Int64(daysBetweenRounds) * day } ?? true
    }
}

/// Who was asked how often, at the moment of sending.
public struct RequestLoad: Sendable, Hashable {
    /// How many requests each colleague got within seven days, about anybody; nobody is listed with none.
    public let thisWeek: [PersonID: Int]
    /// Who was asked in the last round about this person.
    public let askedLastTime: Set<PersonID>
    /// When the last round about this person was sent, microseconds since 1970 UTC; nil when there was none.
    public let last: Int64?

    /// Joins what decides whom to ask.
    public init(thisWeek: [PersonID: Int] = [:], askedLastTime: Set<PersonID> = [], last: Int64? = nil) {
        self.thisWeek = thisWeek
        self.askedLastTime = askedLastTime
        self.last = last
    }

    /// True when a colleague may be asked about this person now.
    public func allows(_ colleague: PersonID) -> Bool {
        !askedLastTime.contains(colleague) && (thisWeek[colleague] ?? 0) < RequestSchedule.requestsAWeek
    }

    /// Those of a list who may be asked now, each once, in order, at most a round.
    public func admitted(_ colleagues: [PersonID]) -> [PersonID] {
        var seen: Set<PersonID> = []
        let free = colleagues.filter { allows($0) && seen.insert($0).inserted }
        return Array(free.prefix(RequestSchedule.colleaguesARound))
    }
}

/// Why a request cannot be sent or answered.
public enum RequestError: Error, Sendable, Hashable {
    /// No request under this id, or none of this person's.
    case noSuchRequest(String)
    /// No answer under this id.
    case noSuchAnswer(String)
    /// It is not time to ask again; from which day on it can be, nil where the evidence is clear enough.
    case notDue(name: String, next: CivilDate?)
    /// Nobody can be asked now: all were asked enough this week, or in the last round.
    case nobodyToAsk(name: String)
    /// The target asks for nothing beyond the present level, so there is nothing to ask about.
    case nothingToAsk(name: String)
    /// The request is no longer open; until when it was.
    case expired(RequestID, on: CivilDate)
    /// The request was answered before.
    case answered(RequestID)
    /// The sentence is longer than what is kept.
    case tooLong(given: Int, limit: Int)
    /// The sentence is about a private matter, which is never kept.
    case privateMatter
    /// The workspace does not let the schedule send by itself.
    case notAutomatic
    /// The answer is in a state from which this act does not lead on.
    case notFrom(state: EvidenceState, act: EvidenceAct)
    /// An objection without a reason.
    case noReason
}
