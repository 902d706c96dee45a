public import Evidence
public import Growth
public import OneOnOnes
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
        var known: [CueComposer.Report] = []
        for person in shown {
            let entries = try await picture.entries(about: person.id)
            known.append(
                CueComposer.Report(
                    person: person,
                    entries: entries.counting,
                    open: entries.open,
                    reading: try await picture.reading(of: person, entries: entries)
                )
            )
        }
        let cues = reports.isEmpty ? [] : try await keptCues(known, of: person, now: picture.now).map(\.cue)
        var cards: [WeekView.Card] = []
        for report in known {
            cards.append(
                try await card(
                    report,
                    manager: reports.isEmpty ? somebody.manager : person,
                    reader: reports.isEmpty ? .person : .manager,
                    picture: picture
                )
            )
        }
        return WeekView(
            viewer: somebody,
            today: CivilDate(microseconds: picture.now),
            cues: cues,
            cards: cards,
            isManager: !reports.isEmpty,
            objections: reports.isEmpty ? [] : try await objectionsToAnswer(for: .person(person)),
            sources: known.flatMap(\.open).asSources
        )
    }

    private func card(
        _ report: CueComposer.Report,
        manager: PersonID?,
        reader: PrepReader,
        picture: CompanyPicture
    ) async throws -> WeekView.Card {
        let open = report.open
        var facts = PrepFacts(person: report.person, manager: manager, entries: open, now: picture.now)
        facts.names = picture.company.names.names(in: open)
        let waiting = open.filter { $0.state == .shown }
        return WeekView.Card(
            person: report.person,
            recent: PrepComposer(facts, for: reader).recent(2),
            reading: report.reading,
            waiting: waiting.count,
            waitingUntil: waiting.compactMap(\.settlesAt).max().map { CivilDate(microseconds: $0) },
            next: try await next(of: report.person, picture: picture)
        )
    }
}
