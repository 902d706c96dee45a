import Workspace
import Writing

extension ReviewError {
    /// What happened and what to do, in sentences.
    public var words: String {
        switch self {
        case .noSuchReview(let id): "there is no review “\(id)” that you may open. `crosstie review list` names them."
        case .noSuchLine(let number): "the review has no sentence \(number) any more. Open it again and choose one."
        case .noSuchBlock(let name): "the review has no part “\(name)”. `crosstie review show` names its parts."
        case .noSuchEvidence(let id): "there is no evidence “\(id)” in this period that may be told."
        case .notOpen(.sealed): "the review is sealed. What changed since belongs into the next one."
        case .notOpen: "the review is shared. Take it back first, then write on."
        case .notFrom(let state, let step): "a review that is \(state.words) cannot be \(step)."
        case .changed(let mine, let kept, let name):
            "\(name) saved version \(kept) while you worked on version \(mine). Nothing is lost: compare both, then save yours again."
        case .untouched(let titles):
            "nobody has put a hand to \(Self.list(titles)) yet. Change or add at least one sentence there; what the program put together is a start, not your words."
        case .broken(let count):
            "\(count == 1 ? "one sentence rests" : "\(count) sentences rest") on something that does not stand any more. Change or take out what is marked."
        case .nothingToShare: "there is nothing to share yet. Write a sentence, or ask colleagues who were there."
        case .unread(let day):
            "it was not acknowledged yet. It can be sealed once it is, or from \(DateWords.dayAndYear(day)) on."
        case .noWords: "a sentence needs words. To be rid of it, take it out."
        case .tooLong(let given, let limit): "that has \(given) characters; at most \(limit) are kept. Say it shorter."
        case .privateMatter:
            "this seems to be about a private matter such as health or family. Such things are never kept here; leave it out, and say only what you saw of the work."
        case .alreadyOpen: "Another one of this sort is still being written. Finish or share that one first."
        case .noManager(let name): "the people file names no manager of \(name), so there are not two sides to it."
        case .noSuchRequest(let id): "no request “\(id)” waits for you. `crosstie feedback list --as YOU` names yours."
        case .askedEnough(let name):
            "\(name) was asked twice within seven days, about anybody. Ask somebody else, or next week."
        case .reportsToThem(let name):
            "\(name) reports to them. People who report are asked together with others in a round, so that nobody stands out: `crosstie requests send`."
        case .notAColleague(let name): "“\(name)” is nobody who can be asked about this person."
        case .past(let state): "the request \(state). Nothing is held against anybody."
        case .badDay: "that day has gone by, or lies more than half a year ahead. Name another."
        }
    }

    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first.map { "“\($0)”" } ?? "" }
        return names.dropLast().map { "“\($0)”" }.joined(separator: ", ") + " and “\(last)”"
    }
}

extension ReviewState {
    /// The state in a sentence.
    public var words: String {
        switch self {
        case .writing: "being written"
        case .shared: "shared"
        case .acknowledged: "acknowledged"
        case .sealed: "sealed"
        }
    }
}
