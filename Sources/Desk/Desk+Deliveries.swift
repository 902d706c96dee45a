public import OneOnOnes
import Records
public import Reviews
public import Workspace

/// A delivery with its words.
public struct DeliveryView: Sendable {
    /// What is delivered.
    public let delivery: Delivery
    /// To whom.
    public let reader: Person
    /// The message's first line.
    public let subject: String
    /// The words, in what the reader may see; nil where there is nothing to say any more.
    public let document: Document
    /// Where each part opens, a path of the site, with the name of the other.
    public let doors: [Door]

    /// Where a part opens.
    public struct Door: Sendable, Hashable {
        /// What stands on it.
        public let label: String
        /// A path of the site.
        public let path: String
    }
}

/// A 1:1 of the next working day, for a page.
public struct PreparedOneOnOne: Sendable, Hashable {
    /// Whom it is about.
    public let person: PersonID
    /// The other of the two.
    public let other: Person
    /// When it is.
    public let meeting: NextOneOnOne
    /// `today at 14:30`, `tomorrow at 14:30`, `on Monday at 14:30`, on the reader's wall.
    public let when: String

    init(person: PersonID, other: Person, meeting: NextOneOnOne, today: CivilDate, clock: WallClock) {
        self.person = person
        self.other = other
        self.meeting = meeting
        when = meeting.words(from: today, clock: clock)
    }
}

extension Desk {
    /// What is due for everybody at a moment, the readers by name; now unless told.
    ///
    /// Shape: read-only; whoever sends calls `claim` first. Quiet hours, off switches, and what was delivered are looked at.
    public func deliveries(at moment: Int64? = nil) async throws -> [Delivery] {
        let picture = try await picture()
        let books = try await DeliveryBooks(records)
        let now = moment ?? picture.now
        let ahead = try await meetingsAhead(of: nil, now, picture)
        var due: [Delivery] = []
        for reader in picture.people.values.filter(\.active).sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
            due += try await deliveries(to: reader, books, ahead[reader.id] ?? [], now, picture)
        }
        return due
    }

    /// What is due for one reader.
    public func deliveries(for reader: PersonID, at moment: Int64? = nil) async throws -> [Delivery] {
        let picture = try await open(.week, of: reader, for: .person(reader))
        guard let person = picture.people[reader] else { throw DeskError.noSuchPerson(reader.text) }
        let now = moment ?? picture.now
        let ahead = try await meetingsAhead(of: person, now, picture)[reader] ?? []
        return try await deliveries(to: person, DeliveryBooks(records), ahead, now, picture)
    }

    /// The reader's 1:1s whose preparation is made by now, the soonest first; quiet hours and switches are for messages only.
    public func prepared(for reader: PersonID) async throws -> [PreparedOneOnOne] {
        let picture = try await open(.week, of: reader, for: .person(reader))
        guard let person = picture.people[reader] else { throw DeskError.noSuchPerson(reader.text) }
        let ahead = try await meetingsAhead(of: person, picture.now, picture)[reader] ?? []
        let clock = try await DeliveryBooks(records).plan(for: person).quiet.clock
        let today = clock.reading(at: picture.now).day
        return DeliveryPlan.prepared(ahead, today: today, clock: clock).compactMap { one in
            let other = one.person == reader ? one.manager : one.person
            return picture.people[other].map {
                PreparedOneOnOne(person: one.person, other: $0, meeting: one.meeting, today: today, clock: clock)
            }
        }
    }

    /// The words of a delivery, with the reader's rights; nil where there is nothing to say any more.
    public func words(of delivery: Delivery) async throws -> DeliveryView? {
        let viewer = Access.Viewer.person(delivery.reader)
        let picture = try await open(.week, of: delivery.reader, for: viewer)
        guard let reader = picture.people[delivery.reader] else { return nil }
        switch delivery.kind {
        case .weekly:
            guard let note = try await weeklyNote(of: reader.id, for: viewer).note else { return nil }
            return DeliveryView(
                delivery: delivery,
                reader: reader,
                subject: note.subject,
                document: note.document,
                doors: [DeliveryView.Door(label: "Your week", path: "/")]
            )
        case .prep:
            var views: [(part: Delivery.Part, view: PrepView)] = []
            for part in delivery.parts { views.append((part, try await prep(part.person, for: viewer))) }
            return DeliveryView(
                delivery: delivery,
                reader: reader,
                subject: Self.subject(views.map { ($0.part, picture.people[$0.part.other]?.name ?? "") }, picture.now),
                document: PrepView.document(of: views.map(\.view)),
                doors: views.map { part, view in
                    DeliveryView.Door(
                        label: picture.people[part.other]?.name ?? view.person.name,
                        path: "/people/\(part.person)/prep"
                    )
                }
            )
        }
    }

    /// Keeps a delivery as done before it goes out, so that of two who send, one does.
    ///
    /// - Returns: false when any of it was delivered before.
    public func claim(_ delivery: Delivery, at moment: Int64? = nil) async throws -> Bool {
        let present = try await now()
        return try await records.claim(
            delivery: delivery.parts.map(\.key),
            to: delivery.reader,
            isWeekly: delivery.kind == .weekly,
            now: moment ?? present
        )
    }

    /// When somebody wants to be written to, and what about.
    public func deliveryChoice(of person: PersonID, for viewer: Access.Viewer) async throws -> DeliveryChoice {
        guard viewer == .person(person) || viewer == .console else { throw DeskError.notAllowed }
        let picture = try await open(.week, of: person, for: viewer)
        guard let somebody = picture.people[person] else { throw DeskError.noSuchPerson(person.text) }
        return try await DeliveryBooks(records).plan(for: somebody).choice
    }

    /// Keeps what somebody wants; only they themselves can say it.
    public func choose(_ choice: DeliveryChoice, by person: PersonID) async throws {
        _ = try await open(.week, of: person, for: .person(person))
        try await records.keep(
            DeliveryChoiceRow(
                person: person,
                off: choice.off.map(\.rawValue).sorted(),
                opens: choice.opens,
                closes: choice.closes,
                zone: choice.zone
            )
        )
    }

    private func deliveries(
        to reader: Person,
        _ books: DeliveryBooks,
        _ ahead: [DeliveryPlan.Ahead],
        _ now: Int64,
        _ picture: CompanyPicture
    ) async throws -> [Delivery] {
        let plan = books.plan(for: reader)
        var due: [Delivery] = []
        if case .send(let delivery) = plan.preps(ahead, done: books.done[reader.id] ?? [], now: now) {
            due.append(delivery)
        }
        let weekly = try await plan.weekly(last: books.last[reader.id], now: now) {
            try await weeklyNote(of: reader.id, for: .person(reader.id)).note != nil
        }
        if case .send(let delivery) = weekly { due.append(delivery) }
        return due
    }

    /// The next 1:1 of every pair, under each of the two; of one person's pairs alone where one is named.
    private func meetingsAhead(
        of reader: Person?,
        _ now: Int64,
        _ picture: CompanyPicture
    ) async throws -> [PersonID: [DeliveryPlan.Ahead]] {
        let found = try await records.foundMeetings(from: now, to: now + Self.calendarReach)
        let plans = Dictionary(
            try await records.meetingPlans().map { ($0.pair, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var ahead: [PersonID: [DeliveryPlan.Ahead]] = [:]
        for pair in Set(found.keys).union(plans.keys) where reader.map({ pair.holds($0.id) }) ?? true {
            guard let person = picture.people[pair.person], person.active, person.manager == pair.manager,
                picture.people[pair.manager]?.active == true,
                let next = NextOneOnOne(
                    from: now,
                    found: found[pair] ?? [],
                    plan: plans[pair].flatMap { MeetingPlan($0) }
                )
            else { continue }
            let one = DeliveryPlan.Ahead(person: pair.person, manager: pair.manager, meeting: next)
            for side in [pair.person, pair.manager] { ahead[side, default: []].append(one) }
        }
        return ahead
    }

    /// `Your 1:1 with Ana Berg on Tuesday, 5 May, 14:30`, or how many there are.
    private static func subject(_ parts: [(part: Delivery.Part, name: String)], _ now: Int64) -> String {
        guard parts.count == 1, let one = parts.first else { return "Your next \(parts.count) 1:1s" }
        return "Your 1:1 with \(one.name)" + (one.part.meeting.map { " on \($0.words)" } ?? "")
    }
}

/// What is kept about deliveries, read once for everybody.
struct DeliveryBooks {
    let done: [PersonID: Set<String>]
    let last: [PersonID: Int64]
    private let choices: [PersonID: DeliveryChoiceRow]
    private let zones: [PersonID: String]
    private let slackOff: [AccountID: Set<String>]

    init(_ records: Records) async throws {
        done = try await records.delivered()
        last = try await records.lastWeeklyNotes()
        choices = try await records.deliveryChoices()
        zones = try await records.supportChoices().compactMapValues(\.zone)
        slackOff = Dictionary(
            try await records.slackChoices().map { ($0.account, $0.off) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// What a reader wants; switched off is what either the page or the chat was told.
    func plan(for reader: Person) -> DeliveryPlan {
        var choice = choices[reader.id].map { DeliveryChoice($0) } ?? DeliveryChoice()
        for name in reader.account.flatMap({ slackOff[$0] }) ?? [] {
            if let kind = Delivery.Kind(rawValue: name) { choice.off.insert(kind) }
        }
        let clock = zones[reader.id].flatMap(WallClock.init(zone:)) ?? .utc
        return DeliveryPlan(reader: reader.id, choice: choice, fallback: clock)
    }
}

extension DeliveryChoice {
    init(_ row: DeliveryChoiceRow) {
        self.init(
            off: Set(row.off.compactMap(Delivery.Kind.init(rawValue:))),
            opens: row.opens,
            closes: row.closes,
            zone: row.zone
        )
    }
}

extension PairKey {
    fileprivate func holds(_ id: PersonID) -> Bool { person == id || manager == id }
}
