import Evidence
import Signals
import Workspace
import Writing

/// Evidence of half a year as people write it, about whoever is asked for.
struct CheckEvidence {
    let person: Person
    let entries: [LedgerEntry]

    static let today = CivilDate("2026-09-30") ?? CivilDate(days: 0)

    private static let said: [(voice: String, kind: SignalKind, quote: String)] = [
        ("Ben Okoro", .recognition, "thank you for the retry patch on the import, it saved 12 containers last night"),
        ("", .upkeep, "restarted the label queue and moved the old jobs to the new host"),
        ("Li Wenqing", .recognition, "the new depot dashboard loads in 2 seconds now, it was 40 before"),
        ("", .decision, "let's go with the nightly export, the live feed costs 3 times as much"),
        ("Eva Roth", .feedback, "please add the rollback steps to the release notes before we ship the next one"),
        ("", .coaching, "try the smaller batch first, because the large one hides which row breaks"),
        ("", .ownership, "I'll take the customs ticket CU-311 and have a fix by Thursday"),
        (
            "Ben Okoro", .recognition,
            "great write-up of the outage, two teams have already changed their alerts after reading it"
        ),
        ("", .judgement, "I would rather wait with the switch, since the risk for the night shift is too high"),
        ("", .delivery, "the address check is live for all 14 depots and the old one is switched off"),
        (
            "Li Wenqing", .recognition,
            "thanks for walking me through the billing code, I could close my ticket the same day"
        ),
        ("", .upkeep, "renewed the certificates for the gateway and removed 9 stale accounts"),
        ("Eva Roth", .recognition, "thank you for catching the wrong tax rate before the invoices went out"),
        ("", .decision, "decided: we keep the paper labels until the new printers are in all depots"),
        (
            "Mo Haddad", .feedback,
            "the estimate for the routing work missed the data migration, please plan two weeks for that"
        ),
        ("", .coaching, "you can use the replay tool for this, it shows the message as the depot sent it"),
        (
            "Ben Okoro", .recognition,
            "kudos for the depot training on Monday, all 8 drivers could use the scanner afterwards"
        ),
        ("", .delivery, "merged the new parser, imports with empty rows pass now"),
        ("Li Wenqing", .recognition, "the query plan you drew made it clear why the search was slow, thanks"),
        ("", .ownership, "my mistake, I broke the staging import, the fix is in review"),
        (
            "Eva Roth", .recognition,
            "thanks for moving the release to Tuesday, support had time to answer all 30 tickets"
        ),
        ("", .judgement, "the second option is simpler, but we lose the history of each parcel"),
        (
            "Mo Haddad", .recognition,
            "thank you for the clear answer to the auditors, they closed the question in one call"
        ),
        ("", .upkeep, "fixed the backup job, it had been failing since 4 September"),
    ]

    init(name: String = "Ana Berg", track: Track = .ic) {
        person = Person(id: "p", name: name, account: "U1", manager: "mo", team: "Papers", track: track, level: 3)
        entries = Self.said.enumerated().map { index, said in
            let isOwn = said.voice.isEmpty
            let moment = CivilDate(days: Self.today.days - 175 + index * 7).microseconds + 36_000_000_000
            return LedgerEntry(
                id: EntryID("e\(index)"),
                subject: "p",
                voice: Voice(
                    person: isOwn ? "p" : PersonID(said.voice),
                    account: AccountID(isOwn ? "U1" : said.voice),
                    name: isOwn ? name : said.voice,
                    team: isOwn ? "Papers" : "Depots"
                ),
                kind: said.kind,
                workClass: said.kind == .upkeep ? .upkeep : .craft,
                confidence: 0.9,
                competencies: [CompetencyShare(competency: ["craft", "ownership", "design"][index % 3], share: 0.8)],
                stage: 2,
                quote: said.quote,
                link: nil,
                message: MessageID(channel: "C1", time: MessageTime(microseconds: moment)),
                channelName: index % 2 == 0 ? "papers" : "depots",
                episode: EpisodeID("e\(index)"),
                moment: moment,
                state: .settled,
                shownAt: moment,
                reader: ReaderStamp(name: "static", version: "1"),
                ladderVersion: "1"
            )
        }
    }

    /// The draft, for readers or in the person's own voice.
    func draft(_ perspective: Perspective = .others) -> ReviewDraft {
        DraftComposer(
            person: person,
            from: CivilDate(days: Self.today.days - 180),
            to: Self.today,
            competencies: [("craft", "Craft"), ("ownership", "Ownership"), ("design", "System design")],
            edges: [],
            levelWords: "Doing the work of level 3.",
            perspective: perspective,
            names: ["Ben Okoro", "Li Wenqing", "Eva Roth", "Mo Haddad", person.name]
        ).compose(entries)
    }
}
