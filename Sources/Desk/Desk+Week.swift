public import Evidence
public import Growth
public import OneOnOnes
import Records
public import Workspace
public import Writing

/// What somebody can act on this week.
public struct WeekView: Sendable {
    /// Whose week.
    public let viewer: Person
    /// The day it is read.
    public let today: CivilDate
    /// At most five things worth doing.
    public let cues: [Cue]
    /// The people who report to the viewer, by name; the viewer alone where nobody does.
    public let cards: [Card]
    /// True when somebody reports to the viewer.
    public let isManager: Bool
    /// Objections that the viewer has to answer, the one due first at the beginning.
    public let objections: [OpenObjection]
    /// Evidence that anything here cites.
    public let sources: [EntryID: LedgerEntry]

    /// One person's week.
    public struct Card: Sendable {
        /// Who.
        public let person: Person
        /// What happened lately, by episode.
        public let recent: [Sentence]
        /// The clock against the next level; nil where no level is known.
        public let reading: ClockReading?
        /// How much evidence waits for its subject.
        public let waiting: Int
        /// When the last of it settles.
        public let waitingUntil: CivilDate?
        /// When the next 1:1 is; nil where nobody said.
        public let next: NextOneOnOne?
    }
}

extension Desk {
    /// A person's own week, with cues for those who report to them.
    public func week(of person: PersonID, for viewer: Access.Viewer) async throws -> WeekView {
        let picture = try await open(.week, of: person, for: viewer)
        guard let somebody = picture.people[person] else { throw DeskError.noSuchPerson(person.text) }
        let reports = picture.reports[person] ?? []
        let shown = reports.isEmpty ? [somebody] : reports
        let looks = try await picture.looks(at: shown)
        let cues =
            reports.isEmpty ? [] : try await keptCues(looks.map(\.report), of: person, now: picture.now).map(\.cue)
        let nexts = try await nextMeetings(of: shown, picture: picture)
        var cards: [WeekView.Card] = []
        for look in looks {
            let recent = await picture.recent(
                of: look,
                manager: reports.isEmpty ? somebody.manager : person,
                for: reports.isEmpty ? .person : .manager
            )
            cards.append(card(look, recent: recent, next: nexts[look.person.id]))
        }
        return WeekView(
            viewer: somebody,
            today: CivilDate(microseconds: picture.now),
            cues: cues,
            cards: cards,
            isManager: !reports.isEmpty,
            objections: reports.isEmpty ? [] : try await objectionsToAnswer(for: .person(person)),
            sources: Self.sources(of: looks, cues: cues, cards: cards, isOwn: reports.isEmpty)
        )
    }

    /// What a week cites, and of the own week what waits for its reader.
    private static func sources(
        of looks: [PersonLook],
        cues: [Cue],
        cards: [WeekView.Card],
        isOwn: Bool
    ) -> [EntryID: LedgerEntry] {
        let cited = Set((cues.map(\.why) + cards.flatMap(\.recent)).flatMap(\.sources))
        var sources: [EntryID: LedgerEntry] = [:]
        for entry in looks.flatMap(\.ledger.open) where cited.contains(entry.id) || isOwn && entry.state == .shown {
            if sources[entry.id] == nil { sources[entry.id] = entry }
        }
        return sources
    }

    private func card(_ look: PersonLook, recent: [Sentence], next: NextOneOnOne?) -> WeekView.Card {
        let waiting = look.ledger.open.filter { $0.state == .shown }
        return WeekView.Card(
            person: look.person,
            recent: recent,
            reading: look.reading,
            waiting: waiting.count,
            waitingUntil: waiting.compactMap(\.settlesAt).max().map { CivilDate(microseconds: $0) },
            next: next
        )
    }

    /// When some people and their managers talk next, as far as anybody said.
    private func nextMeetings(of people: [Person], picture: CompanyPicture) async throws -> [PersonID: NextOneOnOne] {
        let ids = people.map(\.id)
        let plans = try await records.meetingPlans(ofAll: ids)
        let found = try await records.foundMeetings(
            ofAll: ids,
            from: picture.now,
            to: picture.now + Self.calendarReach
        )
        var next: [PersonID: NextOneOnOne] = [:]
        for person in people {
            guard let manager = person.manager else { continue }
            let pair = PairKey(person: person.id, manager: manager)
            next[person.id] = NextOneOnOne(
                from: picture.now,
                found: found[pair] ?? [],
                plan: plans.first { $0.pair == pair }.flatMap { MeetingPlan($0) }
            )
        }
        return next
    }
}
