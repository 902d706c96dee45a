import Desk
import Evidence
import Growth
import Workspace
import Writing

extension PersonPage {
    /// A person as a desk has them.
    init(_ view: PersonView, viewer: PersonID) {
        let entries = Dictionary(
            view.happenings.flatMap(\.entries).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let person = view.person
        self.init(
            person: PersonHeader(
                name: person.name,
                role: person.title ?? "",
                track: person.track == .ic ? "Individual contributor" : "Management",
                level: person.level.map { "Level \($0)" } ?? "No level yet",
                team: person.team
            ),
            readerIsSubject: viewer == person.id,
            clock: ClockCard(view.reading),
            competencies: (view.reading?.competencies ?? []).map { competency in
                let cited = competency.entries.compactMap { entries[$0] }
                return CompetencyCard(
                    competency: competency.name,
                    standing: CompetencyStanding(competency),
                    voices: Self.voices(cited),
                    sources: cited.suffix(6).reversed().map(SourceLink.init)
                )
            },
            edges: [view.edge].compactMap(\.self).map {
                GrowthEdge(edge: $0.competency, statement: $0.statement, next: [], sources: [])
            },
            asks: view.askAbout.map(Words.init(english:)),
            timeline: view.happenings.prefix(Self.episodesShown).map { EpisodeCard($0, viewer: viewer) },
            prep: .prep(person.id),
            draft: .draft(person.id),
            levelUp: person.level == nil ? nil : .levelUp(person.id),
            switching: person.level == nil ? nil : .switching(person.id),
            ladder: person.level == nil ? nil : .ladder(of: viewer == person.id ? nil : person.id),
            record: view.happenings.count > Self.episodesShown ? .record(of: person.id) : nil
        )
    }

    private static func voices(_ entries: [LedgerEntry]) -> Words {
        let names = Set(entries.map(\.voice.name)).sorted()
        switch names.count {
        case 0: return "Nobody was heard yet."
        case 1: return "Heard from \(names[0])."
        case 2, 3: return "Heard from \(names.joined(separator: ", "))."
        default: return "Heard from \(names.prefix(3).joined(separator: ", ")) and \(names.count - 3) more."
        }
    }
}

extension EpisodeCard {
    /// A happening with its evidence.
    init(_ happening: Happening, viewer: PersonID? = nil) {
        let entries = happening.entries
        self.init(
            anchor: happening.id.text,
            happened: "#\(entries.first?.channelName ?? ""): \(happening.voiceWords)",
            day: DayMark(CivilDate(microseconds: happening.first)),
            work: WorkMark(happening.workClass),
            evidence: entries.map { EvidenceItem(open: $0, viewer: viewer) }
        )
    }
}
