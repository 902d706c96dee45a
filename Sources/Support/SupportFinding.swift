public import Workspace

/// Something found in one person's streams that may be worth raising.
public struct SupportFinding: Sendable, Hashable {
    /// What it is about.
    public let kind: SupportKind
    /// Whom it is about.
    public let person: PersonID
    /// From when on it could be told, microseconds since 1970 UTC.
    public let ready: Int64
    /// The numbers behind it.
    public let reason: Reason
    /// What it rests on, newest first, at most six.
    public let sources: [SupportRecord.Trace]
    /// The weeks that it was found in; nil where it does not come from weekly counts.
    public let weeks: WeeklyCounts?
    /// What is usual in a week, where that was worked out.
    public let usual: Double?

    /// The most sources that are named.
    public static let sourceLimit = 6

    /// The numbers behind a finding.
    public enum Reason: Sendable, Hashable {
        /// One blocker has been open for so many working days.
        case openBlocker(since: CivilDate, workingDays: Int)
        /// Blockers in the last weeks, where so many a week were usual.
        case moreBlockers(count: Int, weeks: Int, usual: Double)
        /// So many of the last questions had no reply in two working days; the usual share without one.
        case unanswered(Int, of: Int, usual: Double)
        /// The weeks since anything was said, and in how many weeks something usually was.
        case silence(weeks: Int, expected: Double)
        /// What was said in the last weeks, where so much a week was usual.
        case saidLess(count: Int, weeks: Int, usual: Double)
        /// What was asked in the last weeks, where so much a week was usual.
        case moreAsked(count: Int, weeks: Int, usual: Double)
        /// Hours outside the declared ones in the last weeks, where so many a week were usual.
        case moreHours(count: Int, weeks: Int, usual: Double)
        /// A system that calls for one person alone.
        case alone(system: String)
        /// A growth edge, and the weeks without news of it.
        case quietEdge(String, weeks: Int)
    }

    init(
        _ kind: SupportKind,
        of person: PersonID,
        ready: Int64,
        reason: Reason,
        sources: [SupportRecord.Trace],
        weeks: WeeklyCounts? = nil,
        usual: Double? = nil
    ) {
        self.kind = kind
        self.person = person
        self.ready = ready
        self.reason = reason
        self.sources = Array(
            sources.sorted { ($0.moment, $0.link ?? "") > ($1.moment, $1.link ?? "") }.prefix(Self.sourceLimit)
        )
        self.weeks = weeks
        self.usual = usual
    }
}
