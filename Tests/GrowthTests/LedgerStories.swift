import Evidence
import Growth
import Signals
import Workspace

/// Made-up people and entries for the rules that read the ledger.
struct LedgerStories {
    /// 2026-06-01, a Monday.
    static let start = CivilDate(days: 20_605)
    static let now = start.microseconds + 12 * 3_600_000_000

    static let sam = Person(
        id: "sam",
        name: "Sam",
        account: "U1",
        manager: "mo",
        team: "Rails",
        track: .ic,
        level: 4,
        levelSince: CivilDate(days: start.days - 700)
    )

    static let names = ["ana": "Ana", "ben": "Ben", "cy": "Cy", "dee": "Dee", "eve": "Eve", "mo": "Mo"]
    static let teams = ["ana": "Rails", "ben": "Signals", "cy": "Depot", "dee": "Rails", "eve": "Depot", "mo": "Rails"]

    /// Level 4 to level 5: craft, design and judgement rise, ownership does not, and influence is at its last stage.
    static let demand = TargetDemand(
        track: .ic,
        level: 5,
        presentLevel: 4,
        competencies: [
            CompetencyDemand(id: "craft", name: "Craft", present: 2, target: 3),
            CompetencyDemand(id: "design", name: "System design", present: 2, target: 3),
            CompetencyDemand(id: "judgement", name: "Judgement", present: 2, target: 3),
            CompetencyDemand(id: "ownership", name: "Ownership", present: 3, target: 3),
            CompetencyDemand(id: "influence", name: "Influence", present: 5, target: 5),
        ]
    )

    static func voice(_ key: String) -> Voice {
        Voice(
            person: PersonID(key),
            account: AccountID("A-" + key),
            name: names[key] ?? key,
            team: teams[key] ?? "Rails"
        )
    }

    /// One settled entry; everything but its id has a sensible value.
    static func entry(
        _ id: String,
        by voice: String = "ana",
        about subject: PersonID = "sam",
        kind: SignalKind = .recognition,
        work: WorkClass = .craft,
        daysAgo: Int = 10,
        competency: String = "craft",
        share: Double = 0.8,
        stage: Double = 3,
        confidence: Double = 0.9,
        quote: String = "thank you for taking the scheduler apart so calmly",
        episode: String? = nil,
        state: EvidenceState = .settled
    ) -> LedgerEntry {
        let moment = now - Int64(daysAgo) * 86_400_000_000
        return LedgerEntry(
            id: EntryID(id),
            subject: subject,
            voice: self.voice(voice),
            kind: kind,
            workClass: work,
            confidence: confidence,
            competencies: [CompetencyShare(competency: competency, share: share)],
            stage: stage,
            quote: quote,
            link: nil,
            message: MessageID(channel: "C1", time: MessageTime(microseconds: moment)),
            channelName: "work",
            episode: EpisodeID(episode ?? "ep-" + id),
            moment: moment,
            state: state,
            reader: ReaderStamp(name: "static", version: "1"),
            ladderVersion: "1"
        )
    }

    static func inquiry(_ entries: [LedgerEntry], person: Person = sam, demand: TargetDemand = demand) -> ClockInquiry {
        ClockInquiry(person: person, entries: entries, demand: demand, now: now)
    }

    /// A year in which five people saw level-5 work in three competencies.
    static func goodYear(stage: Double = 3) -> [LedgerEntry] {
        let voices = ["ana", "ben", "cy", "dee", "eve"]
        let competencies = ["craft", "design", "judgement"]
        return (0..<48)
            .map { index in
                entry(
                    "g\(index)",
                    by: voices[index % 5],
                    daysAgo: 5 + index * 7,
                    competency: competencies[index % 3],
                    stage: stage
                )
            }
    }
}
