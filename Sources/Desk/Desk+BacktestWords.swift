extension BacktestRefusal {
    /// What happened, and what to do.
    public var words: String {
        switch self {
        case .nobodyKnown(let rows):
            "none of the \(rows) rows is about anybody in the record. Give a file that has their Slack ids or handles beside "
                + "the names, with --handles, or import the export that the people wrote in."
        case .noCutoffs:
            "there is no day on which anybody could be read: the moves come before the talk, or too soon after it begins. "
                + "Name days with --as-of."
        case .nothingToTell(let candidates, let moved):
            "of \(candidates) candidates \(moved) moved in time, so there is nothing to compare. Ask for other days with --as-of, "
                + "a longer --horizon-days, a shorter --freeze-days or fewer --minimum-messages."
        case .noTalk: "the record holds no messages yet. Import an export first."
        }
    }
}
