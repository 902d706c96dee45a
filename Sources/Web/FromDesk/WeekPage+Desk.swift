import Desk
import Evidence
import Growth
import OneOnOnes
import Workspace
import Writing

extension WeekPage {
    /// A week as a desk has it; `askedUntil` is the last day of a yearly question that the viewer has not answered.
    init(_ week: WeekView, prepared: [PreparedOneOnOne] = [], askedUntil: CivilDate? = nil) {
        let cards = week.cards.map { card in
            ReportCard(
                person: PersonLink(name: card.person.name, link: .person(card.person.id)),
                role: card.person.role,
                meeting: card.next.map { Words(english: $0.words) },
                episodes: Self.episodes(card, week),
                clock: ClockLine(card.reading),
                waiting: Self.waiting(card),
                prep: .prep(card.person.id)
            )
        }
        self.init(
            day: DayMark(week.today),
            team: week.viewer.team,
            prepared: prepared.map {
                PreparedLine(words: "Your 1:1 with \($0.other.name) is \($0.when).", prep: .prep($0.person))
            },
            objections: week.objections.map { ObjectionLine($0, today: week.today) },
            cues: week.cues.map { cue in
                WeekCue(
                    cue: Words(english: cue.title),
                    why: Words(english: cue.why.text),
                    who: week.cards.first { $0.person.id == cue.person }.map {
                        PersonLink(name: $0.person.name, link: .person($0.person.id))
                    },
                    due: DayMark(cue.due),
                    sources: cue.why.sources.compactMap { week.sources[$0] }.map(SourceLink.init)
                )
            },
            reports: week.isManager ? cards : [],
            own: week.isManager ? nil : week.cards.first.map { Self.own($0, week) },
            askedUntil: askedUntil.map(DayMark.init)
        )
    }

    private static func episodes(_ card: WeekView.Card, _ week: WeekView) -> [EpisodeLine] {
        card.recent.compactMap { EpisodeLine($0, entries: week.sources, person: card.person.id) }
    }

    private static func waiting(_ card: WeekView.Card) -> WaitingLine? {
        guard card.waiting > 0, let until = card.waitingUntil else { return nil }
        let (who, day) = (card.person.name, DayMark(until))
        return WaitingLine(
            words: .counted(
                card.waiting,
                one: "One piece of evidence is with \(who) until \(weekday: day).",
                other: "\(card.waiting) pieces of evidence are with \(who) until \(weekday: day)."
            ),
            link: .waiting(of: card.person.id)
        )
    }

    private static func own(_ card: WeekView.Card, _ week: WeekView) -> OwnWeek {
        let waiting = week.sources.values.filter { $0.state == .shown && $0.subject == card.person.id }
        return OwnWeek(
            home: .person(card.person.id),
            role: card.person.role,
            episodes: episodes(card, week),
            clock: ClockLine(card.reading),
            waiting: waiting.sorted { ($0.moment, $0.id) > ($1.moment, $1.id) }.map {
                EvidenceItem(open: $0, viewer: card.person.id)
            },
            prep: .prep(card.person.id)
        )
    }
}
