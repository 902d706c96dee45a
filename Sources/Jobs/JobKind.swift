/// What can be left to a worker.
///
/// Shape: the raw word stands in the record. A process asks only for kinds that it knows and can do, so that versions with
/// different kinds work side by side.
public enum JobKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// Opens support signals whose conditions hold, so that their head start begins.
    case supportSignals = "support-signals"
    /// Sends rounds of requests that are due.
    case requests
    /// Counts what only the operator can answer or see, for the log.
    case reminders
    /// Puts preparations, weekly notes, questions and briefs that are due into the outbox.
    case notes
    /// Fetches feeds that want to be asked again.
    case feeds
    /// Makes briefs whose hour has come.
    case briefs
    /// Takes out rows that nothing needs any more.
    case tidying
    /// Lets go of what was kept for as long as the workspace chose, then signs the audit's head.
    case retention
    /// Reads the chat again, since something of it was missed; only whoever follows the chat takes it.
    case chatAgain = "chat-again"
    /// Finds the episodes in one person's evidence again; `about` is the person's id.
    case episodes

    /// What is taken first: the higher the sooner.
    public var priority: Int {
        switch self {
        case .chatAgain: 30
        case .notes, .requests, .supportSignals: 20
        case .feeds, .briefs, .reminders: 10
        case .episodes: 5
        case .tidying, .retention: 0
        }
    }
}
