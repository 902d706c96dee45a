import Evidence
import OneOnOnes
import Signals
import Workspace
import Writing

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
        stage: Double = 2,
        confidence: Double = 0.9
    ) -> LedgerEntry {
        let moment = CivilDate(days: today.days - daysAgo).microseconds + 36_000_000_000
        let names = ["ben": "Ben Okoro", "ana": "Ana Berg", "mo": "Mo Haddad", "li": "Li Wenqing", "eva": "Eva Roth"]
        return LedgerEntry(
            id: EntryID(id),
            subject: "ana",
            voice: Voice(person: PersonID(voice), account: AccountID(voice), name: names[voice] ?? voice, team: nil),
            kind: kind,
            workClass: workClass,
            confidence: confidence,
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

extension Invented {
    /// Two busy weeks of one person.
    static let busy = [
        entry(
            "a",
            daysAgo: 2,
            "thanks for the retry fix, nobody in dispatch had to repair a label by hand since",
            by: "ben"
        ),
        entry(
            "b",
            daysAgo: 3,
            "thanks for walking me through the flaky import test, now I see why it hung",
            by: "li",
            workClass: .enablement
        ),
        entry(
            "c",
            daysAgo: 5,
            "runner disks are full again, I am moving the cache to its own volume",
            by: "ana",
            kind: .upkeep,
            workClass: .upkeep
        ),
        entry(
            "d",
            daysAgo: 6,
            "I finished the label preview today, and every depot prints from it now",
            by: "ana",
            kind: .delivery,
            workClass: .launch
        ),
        entry(
            "e",
            daysAgo: 1,
            "waiting for the staging key since Monday, cannot finish the import",
            by: "ana",
            kind: .blocked
        ),
        entry(
            "f",
            daysAgo: 40,
            "thanks for the adapter design, its failure table made the choice easy for all of us",
            by: "eva",
            competency: "design"
        ),
        entry(
            "g",
            daysAgo: 20,
            "I will take the depot import and write its failure cases down first",
            by: "ana",
            kind: .ownership,
            workClass: .ownership
        ),
    ]

    static let edge = GrowthEdge(
        competency: "System design",
        competencyID: "design",
        statement: "Designs a component with trade-offs written down."
    )

    static func facts(_ entries: [LedgerEntry] = busy) -> PrepFacts {
        var facts = PrepFacts(person: person, manager: "mo", entries: entries, now: today.microseconds)
        facts.edge = edge
        return facts
    }

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(days: 0) }

    static func action(
        _ id: String,
        _ text: String = "Ask dispatch for a staging key",
        owner: PersonID = "ana",
        due: String? = nil
    ) -> AgreedAction {
        AgreedAction(
            id: id,
            person: "ana",
            manager: "mo",
            text: text,
            owner: owner,
            agreed: day("2026-09-16"),
            due: due.map(day)
        )
    }
}
