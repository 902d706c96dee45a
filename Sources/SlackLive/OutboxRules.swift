public import Records
public import Workspace

/// When one person is written to, and how often.
///
/// Units: minutes since midnight, minutes east of UTC, messages a day. Source: `docs/methods.md`, "Slack, live".
public struct OutboxRules: Sendable, Hashable {
    /// The first minute of the evening that is quiet.
    public var closes: Int
    /// The first minute of the morning that is not.
    public var opens: Int
    /// The company's clock, minutes east of UTC; where `clock` is nil.
    public var offset: Int
    /// The reader's own clock.
    public var clock: WallClock?
    /// Messages that nobody asked for, to one person in 24 hours.
    public var cap: Int
    /// Sorts that the company switched off.
    public var off: Set<String>

    /// Quiet from 18 to 8, no more than three a day.
    ///
    /// Units: `quietFrom` and `quietUntil` in hours.
    public init(
        quietFrom: Int = 18,
        quietUntil: Int = 8,
        offset: Int = 0,
        clock: WallClock? = nil,
        cap: Int = 3,
        off: Set<String> = []
    ) {
        closes = min(max(quietFrom, 0), 24) * 60
        opens = min(max(quietUntil, 0), 24) * 60
        self.offset = offset
        self.clock = clock
        self.cap = max(cap, 0)
        self.off = off
    }

    /// Answers to what somebody just did; they neither wait nor count.
    public static let answers: Set<String> = ["answer", "notice"]

    static let day: Int64 = 86_400_000_000
    static let minute: Int64 = 60_000_000

    /// The moment at which a message may go: now, or when the quiet hours are over; Saturdays and Sundays are quiet.
    public func moment(for kind: String, at now: Int64) -> Int64 {
        guard !Self.answers.contains(kind) else { return now }
        var moment = now
        // Each turn goes to the end of one quiet stretch; a weekend between two evenings is the longest way.
        for _ in 0..<8 {
            let (day, time) = wall(at: moment)
            if day.weekday > 5 {
                moment = self.moment(of: CivilDate(days: day.days + 8 - day.weekday))
            } else if time < Int64(opens) * Self.minute, opens < closes {
                moment = self.moment(of: day)
            } else if time >= Int64(closes) * Self.minute {
                moment = self.moment(of: CivilDate(days: day.days + 1))
            } else {
                return moment
            }
        }
        return moment
    }

    /// What the reader's wall shows: the day, and microseconds since midnight.
    private func wall(at moment: Int64) -> (day: CivilDate, time: Int64) {
        if let clock {
            let reading = clock.reading(at: moment)
            return (reading.day, Int64(reading.minute) * Self.minute)
        }
        let local = moment + Int64(offset) * Self.minute
        let day = CivilDate(microseconds: local)
        return (day, local - day.microseconds)
    }

    /// When the quiet hours of a day's morning end.
    private func moment(of day: CivilDate) -> Int64 {
        clock?.moment(of: day, minute: opens) ?? day.microseconds + Int64(opens - offset) * Self.minute
    }
}

/// Where the rules for each person come from.
public protocol OutboxHours: Sendable {
    /// How one account is written to.
    func rules(for account: AccountID) async throws -> OutboxRules
}

extension OutboxRules: OutboxHours {
    /// The same for everybody.
    public func rules(for account: AccountID) -> OutboxRules { self }
}

/// The company's rules, on each person's own clock where they gave a zone.
public struct OwnHours: OutboxHours {
    private let records: Records
    private let company: OutboxRules

    /// Joins the company's rules with the record of who lives where.
    public init(records: Records, company: OutboxRules) {
        self.records = records
        self.company = company
    }

    /// How one account is written to.
    public func rules(for account: AccountID) async throws -> OutboxRules {
        var rules = company
        let own = try await records.slackHours(of: account)
        if let zone = own.zone { rules.clock = WallClock(zone: zone) }
        if let opens = own.opens, let closes = own.closes, opens < closes {
            (rules.opens, rules.closes) = (opens, closes)
        }
        return rules
    }
}
