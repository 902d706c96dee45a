import Workspace

@testable import Web

extension SupportPage {
    private static let source = SourceLink(
        label: "#payments, 12 May 2026",
        link: Link("https://example.slack.com/archives/C1/p1778580000000100")
    )

    private static func card(_ id: String, who: PersonLink?, drawing: WeekBars?) -> SupportCard {
        SupportCard(
            id: id,
            heading: "Questions without a reply",
            who: who,
            what:
                "Six of the last eight questions to other teams got no reply within two working days; usually it is one in ten.",
            act: "Ask what would unblock them.",
            how: "Own questions of three weeks, held against the same person's earlier weeks.",
            until: DayMark(Mock.day("2026-10-20")),
            others: who == nil ? "Your manager can see this from 2 October on." : nil,
            drawing: drawing,
            sources: [source, SourceLink(label: "#help, 3 May 2026")]
        )
    }

    /// A manager's page with a cue, an own signal and one of a report.
    static let mock = SupportPage(
        day: DayMark(Mock.day("2026-09-30")),
        isManager: true,
        cues: [
            CueCard(
                id: "c1",
                cue: "Clear the way for Mei Lindqvist",
                why: "On 28 September in #payments, Mei Lindqvist said what stands in the way: “no key for staging”.",
                who: Mock.mei,
                due: DayMark(Mock.day("2026-10-02")),
                gone: DayMark(Mock.day("2026-10-07")),
                sources: [source]
            )
        ],
        own: [
            card(
                "s1",
                who: nil,
                drawing: WeekBars(first: Mock.day("2026-06-01"), values: [2, 0, nil, 3, 7, 8], usual: 2)
            )
        ],
        zone: "Europe/Berlin",
        team: [card("s2", who: Mock.mei, drawing: nil)],
        hours: "Of 6 people who gave their hours, work outside them rose for none.",
        complaint: "Choose one of the answers."
    )

    /// Somebody who switched signals off.
    static let off = SupportPage(day: DayMark(Mock.day("2026-09-30")), isOff: true)
}
