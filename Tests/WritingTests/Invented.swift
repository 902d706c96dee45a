import Evidence
import Signals
import Workspace

enum Invented {
    static let today = CivilDate("2026-09-30") ?? CivilDate(days: 0)
    static let person = Person(id: "ana", name: "Ana Berg", account: "U1", manager: "mo", team: "Papers", level: 3)

    static func entry(
        _ id: String,
        daysAgo: Int,
        _ quote: String,
        by voice: String = "ben",
        kind: SignalKind = .recognition,
        workClass: WorkClass = .craft,
        competency: String = "craft",
        episode: String? = nil,
        state: EvidenceState = .settled,
        stage: Double = 2
    ) -> LedgerEntry {
        let moment = CivilDate(days: today.days - daysAgo).microseconds + 36_000_000_000
        let names = ["ben": "Ben Okoro", "ana": "Ana Berg", "mo": "Mo Haddad", "li": "Li Wenqing", "eva": "Eva Roth"]
        return LedgerEntry(
            id: EntryID(id),
            subject: "ana",
            voice: Voice(person: PersonID(voice), account: AccountID(voice), name: names[voice] ?? voice, team: nil),
            kind: kind,
            workClass: workClass,
            confidence: 0.9,
            competencies: [CompetencyShare(competency: competency, share: 0.8)],
            stage: stage,
            quote: quote,
            link: "https://halvard.slack.com/archives/C1/p1",
            message: MessageID(channel: "C1", time: MessageTime(microseconds: moment)),
            channelName: "papers",
            episode: EpisodeID(episode ?? id),
            moment: moment,
            state: state,
            shownAt: moment,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1"
        )
    }
}
