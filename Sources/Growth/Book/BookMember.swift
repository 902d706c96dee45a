public import Workspace

/// Somebody in the book, and what the work is held against.
public struct BookMember: Sendable, Hashable {
    /// Who.
    public let person: Person
    /// The next level on the person's own track.
    public let demand: TargetDemand
    /// The last change of track; nil when there was none.
    public let move: TrackMove?
    /// Who reports to the person.
    public let reports: Set<PersonID>

    /// Joins a person and a target.
    public init(_ person: Person, demand: TargetDemand, move: TrackMove? = nil, reports: Set<PersonID> = []) {
        self.person = person
        self.demand = demand
        self.move = move
        self.reports = reports
    }
}

/// What a colleague answered who was asked, and from when on it counts.
public struct BookAnswer: Sendable, Hashable {
    /// The answer, in a state in which it counts.
    public let answer: RequestAnswer
    /// From when on it counts, microseconds since 1970 UTC.
    public let counts: Int64

    /// Joins an answer and the moment from which it counts; at once unless told.
    public init(_ answer: RequestAnswer, countsFrom moment: Int64 = .min) {
        self.answer = answer
        counts = moment
    }
}
