import Evidence
import Signals
import Workspace

@testable import Web

/// Made-up people and their words, for every page.
enum Mock {
    static let manager: PersonID = "mara"
    static let subject: PersonID = "mei"
    static let steward: PersonID = "pia"
    /// Who sees Mei's moves.
    static let circle: Set<PersonID> = [manager, subject, steward]

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(days: 0) }

    static let failover = EvidenceItem(
        id: "a1f0c3d2e4b59687",
        quote:
            "Mei stayed with the failover until the queue was empty, then wrote down why it broke so that nobody has to guess next time.",
        voice: "Jonas Abara",
        voiceTeam: "Platform",
        day: day("2026-05-12"),
        channel: "incidents",
        address: "https://example.slack.com/archives/C1/p1",
        kind: .recognition,
        workClass: .upkeep,
        state: .settled,
        reason: .mentioned,
        reach: "reaches several teams"
    ).withDoor
    static let retry = EvidenceItem(
        id: "b2f0c3d2e4b59687",
        quote:
            "We retry on the client, not in the broker. Two retries, then the dead letter queue. I know it costs us a week; a silent double charge costs more.",
        voice: "Mei Lindqvist",
        voiceTeam: "Payments",
        day: day("2026-05-07"),
        channel: "payments-design",
        address: "https://example.slack.com/archives/C2/p2",
        kind: .decision,
        workClass: .decision,
        state: .settled,
        reason: .threadRoot,
        reach: "reaches a component"
    ).withDoor
    static let review = EvidenceItem(
        id: "c3f0c3d2e4b59687",
        quote: "Thanks @Mei, the drawing of the two ledgers made it click. I would have locked the wrong table.",
        voice: "Priya Nair",
        voiceTeam: "Payments",
        day: day("2026-05-18"),
        channel: "payments",
        address: "https://example.slack.com/archives/C3/p3",
        kind: .coaching,
        workClass: .enablement,
        state: .shown,
        countsFrom: day("2026-05-25"),
        reason: .helperBefore,
        reach: "reaches a component"
    ).withDoor
    static let plan = EvidenceItem(
        id: "d4f0c3d2e4b59687",
        quote: "The plan named every team but ours. We found out on release day.",
        voice: "Tomás Rey",
        voiceTeam: "Ledger",
        day: day("2026-04-21"),
        channel: "ledger",
        kind: .feedback,
        workClass: .craft,
        state: .contested,
        reason: .threadRoot,
        reach: "reaches a component"
    ).withDoor

    /// The same words once they count: nothing else may be cited.
    static let drawing = EvidenceItem(
        id: "f6f0c3d2e4b59687",
        quote: "The drawing of the two ledgers made it click. I would have locked the wrong table.",
        voice: "Priya Nair",
        voiceTeam: "Payments",
        day: day("2026-05-04"),
        channel: "payments",
        address: "https://example.slack.com/archives/C3/p5",
        kind: .coaching,
        workClass: .enablement,
        state: .settled,
        reason: .threadRoot,
        reach: "reaches a component"
    ).withDoor
    static let earlierPlan = EvidenceItem(
        id: "07f0c3d2e4b59687",
        quote: "The plan named most teams, but not Ledger. We found out a week late.",
        voice: "Tomás Rey",
        voiceTeam: "Ledger",
        day: day("2026-04-21"),
        channel: "ledger",
        kind: .feedback,
        workClass: .craft,
        state: .corrected,
        reason: .threadRoot,
        reach: "reaches a component"
    ).withDoor

    static let mei = PersonLink(name: "Mei Lindqvist", link: .person(subject))
}

extension EvidenceItem {
    /// The same with a way to its own page.
    var withDoor: EvidenceItem {
        var item = self
        item.door = EntryDoor(href: "/people/mei/evidence/\(anchor)", label: "Agree or object to what \(voice) said")
        return item
    }
}
