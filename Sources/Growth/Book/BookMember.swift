public import Workspace

/// Somebody in the book, and what the work is held against.
public struct BookMember: Sendable, Hashable {
    /// Who, against what, and what else the rules ask for; without evidence, answers and colleagues, which are not kept.
    public let inquiry: ClockInquiry

    /// Who.
    public var person: Person { inquiry.person }
    /// The target, the next level on the person's own track.
    public var demand: TargetDemand { inquiry.demand }

    /// Takes what does not change from day to day of an inquiry.
    public init(_ inquiry: ClockInquiry) {
        var kept = inquiry
        kept.entries = []
        kept.answers = []
        kept.colleagues = []
        kept.lastRequest = nil
        kept.now = 0
        self.inquiry = kept
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
