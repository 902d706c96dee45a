/// What a support signal is about: a condition of the work, never the person.
///
/// Shape: the order is the order in which one is chosen when several could be said.
public enum SupportKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// Something stands in the way for days, or more often than usual.
    case blocked
    /// Own questions stay without a reply.
    case unanswered
    /// One system calls for one person alone.
    case loneKeeper = "lone-keeper"
    /// More is asked of the person than usual.
    case load
    /// Work outside the person's own hours grows; for the person alone.
    case afterHours = "after-hours"
    /// Little is said about the work, where more was usual.
    case drought
    /// A growth edge that was named and heard no more of.
    case quietEdge = "quiet-edge"

    /// True for what nobody but the person ever sees.
    public var isForPersonAlone: Bool { self == .afterHours }

    /// What the person reads as heading.
    public var name: String {
        switch self {
        case .blocked: "Something stands in the way"
        case .unanswered: "Questions without a reply"
        case .loneKeeper: "One system, one person"
        case .load: "More is asked than usual"
        case .afterHours: "Work outside your hours"
        case .drought: "Little was said about the work"
        case .quietEdge: "A growth edge without news"
        }
    }
}
