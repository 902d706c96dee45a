public import Workspace

/// What is due for one reader at a moment; pure, so that every way of delivery says the same.
///
/// Source: `docs/methods.md`, "Deliveries".
public struct DeliveryPlan: Sendable {
    /// To whom.
    public let reader: PersonID
    /// What the reader wants, and when.
    public let choice: DeliveryChoice
    /// The zone where the choice names none.
    public let fallback: WallClock

    /// Joins reader and choice.
    public init(reader: PersonID, choice: DeliveryChoice, fallback: WallClock = .utc) {
        self.reader = reader
        self.choice = choice
        self.fallback = fallback
    }

    /// When the reader is left alone.
    public var quiet: QuietHours { choice.quiet(fallback: fallback) }

    /// Those whose preparation is made by a day on the reader's wall, the soonest first.
    public static func prepared(_ ahead: [Ahead], today: CivilDate, clock: WallClock) -> [Ahead] {
        ahead.filter { $0.meeting.isPrepared(on: today, clock: clock) }.sorted {
            ($0.meeting.start, $0.person) < ($1.meeting.start, $1.person)
        }
    }

    /// A 1:1 of the reader's that lies ahead.
    public struct Ahead: Sendable, Hashable {
        /// Whom it is about.
        public let person: PersonID
        /// Who leads it.
        public let manager: PersonID
        /// When it is.
        public let meeting: NextOneOnOne

        /// Joins the two and the moment.
        public init(person: PersonID, manager: PersonID, meeting: NextOneOnOne) {
            self.person = person
            self.manager = manager
            self.meeting = meeting
        }

        /// The name under which its preparation is kept as delivered; a 1:1 that moves to another day is told anew.
        public var key: String { "prep \(person.text) \(manager.text) \(meeting.day)" }
    }

    /// What to do about the preparations.
    public enum Step: Sendable, Hashable {
        /// Send this now.
        case send(Delivery)
        /// Look again at this moment, microseconds since 1970 UTC.
        case wait(until: Int64)
        /// There is nothing to send.
        case nothing
    }

    /// The preparations that are due, all in one message: from the morning of the day before until the 1:1 begins.
    ///
    /// Shape: `done` are keys that were delivered. The day before is the working day before, Friday for a Monday. In quiet
    /// hours nothing is due; a 1:1 that begins before they end gets no message at all, and its page stands ready.
    public func preps(_ ahead: [Ahead], done: Set<String>, now: Int64) -> Step {
        guard !choice.off.contains(.prep) else { return .nothing }
        let quiet = quiet
        let open = quiet.end(from: now)
        let waiting = ahead.filter { !done.contains($0.key) && $0.meeting.start > max(now, open) }
        let today = quiet.clock.reading(at: now).day
        let due = Self.prepared(waiting, today: today, clock: quiet.clock)
        if open == now, let last = due.last {
            let parts = due.map {
                Delivery.Part(
                    key: $0.key,
                    person: $0.person,
                    other: $0.person == reader ? $0.manager : $0.person,
                    meeting: $0.meeting
                )
            }
            return .send(Delivery(reader: reader, kind: .prep, parts: parts, expires: last.meeting.start))
        }
        let next = waiting.compactMap { firstMoment(of: $0.meeting, quiet, after: now) }.min()
        return next.map { .wait(until: $0) } ?? .nothing
    }

    /// When the preparation of a 1:1 can first go out.
    private func firstMoment(of meeting: NextOneOnOne, _ quiet: QuietHours, after now: Int64) -> Int64? {
        let day = NextOneOnOne.preparationDay(of: quiet.clock.reading(at: meeting.start).day)
        let moment = quiet.end(from: max(now, quiet.clock.moment(of: day, minute: quiet.opens)))
        return moment < meeting.start ? moment : nil
    }

    /// The name under which a weekly note is kept as delivered.
    public static func weeklyKey(_ monday: CivilDate) -> String { "weekly \(monday)" }

    /// The weekly note, if one is due: once a week, in the reader's hours.
    ///
    /// Shape: `hasNote` is asked only when everything else says that one would go out, since a note is dear to compose.
    public func weekly(last: Int64?, now: Int64, hasNote: () async throws -> Bool) async rethrows -> Step {
        guard !choice.off.contains(.weekly) else { return .nothing }
        let plan = WeeklyNotePlan(quiet: quiet)
        switch plan.step(last: last, now: now) {
        case .nothing: return .nothing
        case .wait(let until): return .wait(until: until)
        case .send:
            guard try await hasNote() else { return .nothing }
            let today = plan.quiet.clock.reading(at: now).day
            let monday = CivilDate(days: today.days - today.weekday + 1)
            let part = Delivery.Part(
                key: Self.weeklyKey(monday),
                person: reader,
                other: reader,
                meeting: nil
            )
            let end = plan.quiet.clock.moment(of: CivilDate(days: monday.days + 4), minute: plan.quiet.closes)
            return .send(Delivery(reader: reader, kind: .weekly, parts: [part], expires: end))
        }
    }
}
