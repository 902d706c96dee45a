import Growth
import Workspace

@testable import Web

extension BoardListPage {
    static let mock = BoardListPage(
        boards: [
            BoardLineCard(
                name: "2026 autumn",
                link: .board("b1"),
                words: "4 cases, 1 of 4 decided. You sit on it.",
                waiting: [
                    AskedVote(name: "Ana Ruiz", ballot: .boardCase("b1", "ana")),
                    AskedVote(name: "Mei Lindqvist", ballot: .boardCase("b1", "mei")),
                ]
            )
        ],
        own: [
            OwnOutcomeCard(
                board: "2026 spring",
                day: DayMark(Mock.day("2026-04-02")),
                outcome: "Not yet",
                said: "Two windows are missing; look again in autumn."
            )
        ],
        form: BoardForm(
            complaint: "A board needs two calibrators at least, and one case.",
            name: "Winter",
            calibrators: "Mara Vogel",
            cases: "Mei Lindqvist",
            columns: [
                ChoiceOption(value: "role", label: "Role", isChosen: true),
                ChoiceOption(value: "team", label: "Team", isChosen: false),
            ]
        )
    )
    static let empty = BoardListPage(boards: [], own: [], form: nil)
}

extension BoardPage {
    static let mock = BoardPage(
        name: "2026 autumn",
        action: .board("b1"),
        period: "1 April 2026 to 30 September 2026",
        calibrators: ["Mara Vogel", "Sam Okafor"],
        headings: ["Role", "Team"],
        cases: [
            BoardCaseLine(
                name: "Mei Lindqvist",
                file: .boardCase("b1", "mei"),
                cells: ["Senior Engineer, level 4", "Payments"],
                votes: "1 of 2, yours among them",
                outcome: "Open"
            ),
            BoardCaseLine(name: "Ana Ruiz", file: nil, cells: ["—", "—"], votes: "0 of 2", outcome: "Open"),
        ],
        along: TableLink("Cases", at: "cases", of: "b1"),
        withheld: "Your own case is not shown to you.",
        complaint: nil,
        mayLock: false,
        missing: "Votes are missing in 2 cases.",
        seal: nil
    )
    static let locked = BoardPage(
        name: "2026 spring",
        action: .board("b0"),
        period: "1 October 2025 to 31 March 2026",
        calibrators: ["Mara Vogel"],
        headings: [],
        cases: [
            BoardCaseLine(
                name: "Mei Lindqvist",
                file: .boardCase("b0", "mei"),
                cells: [],
                votes: "2 of 2",
                outcome: "Not yet"
            )
        ],
        along: TableLink("Cases", at: "cases", of: "b0"),
        withheld: nil,
        complaint: "The record is locked. Nothing can be added or changed.",
        mayLock: true,
        missing: nil,
        seal: BoardSeal(
            day: DayMark(Mock.day("2026-04-02")),
            digest: String(repeating: "0a", count: 32),
            words: "What stands here is what was locked: its digest is the one that the audit keeps."
        )
    )
    /// Everything that can stand on it, at once.
    static let whole = BoardPage(
        name: mock.name,
        action: mock.action,
        period: mock.period,
        calibrators: mock.calibrators,
        headings: mock.headings,
        cases: mock.cases,
        along: TableLink("Cases", at: "cases", of: "b2"),
        withheld: mock.withheld,
        complaint: locked.complaint,
        mayLock: true,
        missing: mock.missing,
        seal: locked.seal
    )
}

extension BoardCasePage {
    static let mock = make(voting: true, after: false)
    static let voted = make(voting: false, after: true)
    /// Everything that can stand on it, at once.
    static let whole = make(voting: true, after: true)

    private static func make(voting: Bool, after: Bool) -> BoardCasePage {
        let options = [
            ChoiceOption(value: "agree", label: "The evidence shows the next level", isChosen: true),
            ChoiceOption(value: "pass", label: "I cannot say", isChosen: false),
        ]
        let said = BoardSaid(author: "You", choice: "I have a question first", said: "Who saw the second half?")
        return BoardCasePage(
            board: "2026 autumn",
            back: .board("b1"),
            action: .boardCase("b1", "mei"),
            name: "Mei Lindqvist",
            role: "Senior Engineer, level 4",
            manager: "Mara Vogel",
            period: "1 April 2026 to 30 September 2026",
            counts: "1 of 2 calibrators have voted",
            complaint: after ? "Keep it under 600 characters. Your words were kept." : nil,
            typed: after ? "Words" : "",
            voting: voting ? BoardVoting(options: options) : nil,
            clock: after ? ClockLine(standing: .emerging(next: 5), words: "No news since 3 May.") : nil,
            votes: after ? [said] : [],
            notes: after ? [BoardSaid(author: "Sam Okafor", choice: "", said: "Look at the summer as well.")] : [],
            mayNote: after,
            decision: after
                ? BoardSaid(author: "Sam Okafor", choice: "Not yet", said: "Two windows are missing.") : nil,
            deciding: after ? BoardVoting(options: options) : nil,
            twins: after
                ? [BoardTwin(name: "Ana Ruiz", role: "Engineering Manager, level 4", href: "/boards/b1/cases/ana")]
                : [],
            bias: after ? [Fact(label: "Coverage", words: "7 of 9 happenings are told.")] : [],
            // A calibrator is neither subject nor manager, so no door stands beside the evidence.
            timeline: voting ? after ? PersonPage.mock.timeline : PersonPage.mock.timeline.map(\.withoutDoors) : [],
            further: after ? "3 older happenings of the period are not shown here." : nil,
            isLocked: after
        )
    }
}

extension EpisodeCard {
    /// As somebody sees it who can do nothing about the evidence: a calibrator is neither its subject nor the manager.
    fileprivate var withoutDoors: EpisodeCard {
        var card = self
        for place in card.evidence.indices { card.evidence[place].door = nil }
        return card
    }
}
