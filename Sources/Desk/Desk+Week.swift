public import Evidence
public import Growth
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
    /// Evidence that anything here cites.
    public let sources: [EntryID: LedgerEntry]

    /// One person's week.
    public struct Card: Sendable {
        /// Who.
        public let person: Person
        /// What happened in the last two weeks, by episode.
        public let recent: [Sentence]
        /// The clock against the next level; nil where no level is known.
        public let reading: ClockReading?
        /// How much evidence waits for its subject.
        public let waiting: Int
        /// When the last of it settles.
        public let waitingUntil: CivilDate?
    }
}

extension Desk {
    /// A person's own week, with cues for those who report to them.
    public func week(of person: PersonID, for viewer: Access.Viewer) async throws -> WeekView {
        let picture = try await open(.week, of: person, for: viewer)
        guard let somebody = picture.people[person] else { throw DeskError.noSuchPerson(person.text) }
        let reports = picture.reports[person] ?? []
        let shown = reports.isEmpty ? [somebody] : reports
        let known = shown.map {
            CueComposer.Report(
                person: $0,
                entries: picture.counting(about: $0.id),
                open: picture.open(about: $0.id),
                reading: picture.reading(of: $0)
            )
        }
        let cues = reports.isEmpty ? [] : CueComposer(now: picture.now).compose(known, for: person)
        let entries = shown.flatMap { picture.open(about: $0.id) }
        return WeekView(
            viewer: somebody,
            today: CivilDate(microseconds: picture.now),
            cues: cues,
            cards: known.map { card($0, manager: reports.isEmpty ? somebody.manager : person, picture: picture) },
            isManager: !reports.isEmpty,
            sources: Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        )
    }

    private func card(_ report: CueComposer.Report, manager: PersonID?, picture: CompanyPicture) -> WeekView.Card {
        let composer = PrepComposer(person: report.person, manager: manager, edge: nil, askAbout: [], now: picture.now)
        let open = picture.open(about: report.person.id)
        let waiting = open.filter { $0.state == .shown }
        return WeekView.Card(
            person: report.person,
            recent: Array(composer.compose(open).recent.prefix(2)),
            reading: report.reading,
            waiting: waiting.count,
            waitingUntil: waiting.compactMap(\.settlesAt).max().map { CivilDate(microseconds: $0) }
        )
    }
}
