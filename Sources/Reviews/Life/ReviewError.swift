public import Workspace

/// Why a review, or a request for feedback, cannot go on.
public enum ReviewError: Error, Sendable, Hashable {
    /// No review under this id that the viewer may open.
    case noSuchReview(String)
    /// No line of this number.
    case noSuchLine(Int)
    /// No block of this name.
    case noSuchBlock(String)
    /// No such piece of evidence in the period.
    case noSuchEvidence(String)
    /// It can be written on only while it is being written; its state.
    case notOpen(ReviewState)
    /// It is in a state from which this step does not lead on.
    case notFrom(ReviewState, step: String)
    /// Somebody saved it meanwhile: the version that was worked on, the one that is kept, and who saved it.
    case changed(from: Int, to: Int, by: String)
    /// Blocks without a sentence of the author's, by heading.
    case untouched([String])
    /// Sentences whose sources do not stand; how many.
    case broken(Int)
    /// There is not one sentence to share.
    case nothingToShare
    /// The reader has time until this day.
    case unread(until: CivilDate)
    /// A sentence without words.
    case noWords
    /// More than what is kept.
    case tooLong(given: Int, limit: Int)
    /// The words are about a private matter, which is never kept.
    case privateMatter
    /// Another review of this sort about this person is still being written.
    case alreadyOpen(ReviewID)
    /// The person has no manager, so nobody can read a self review or write a review.
    case noManager(String)
    /// No request for feedback under this id that waits for the viewer.
    case noSuchRequest(String)
    /// The colleague was asked for something twice within seven days.
    case askedEnough(name: String)
    /// Whoever reports to the person is asked together with others instead.
    case reportsToThem(name: String)
    /// A colleague who does not work here, or the person.
    case notAColleague(String)
    /// The request was answered or went by; how it stands.
    case past(String)
    /// A day on which words are shown that has gone by, or lies too far ahead.
    case badDay
}
