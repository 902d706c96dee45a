import Workspace

@testable import Web

extension ObjectionsPage {
    static let mock = ObjectionsPage(
        waiting: [
            ObjectionCard(
                heading: "Mei Lindqvist objects to what Jonas Abara said on 12 May 2026",
                quote: "the failover was late again",
                reason: "It was the third party's window, not ours.",
                due: "You answer. An answer was due by 16 May 2026.",
                isLate: true,
                entry: .entry("e1", of: Mock.subject),
                door: "Answer it"
            )
        ],
        own: [
            ObjectionCard(
                heading: "You object to what Priya Nair said on 14 May 2026",
                quote: "Mara forgot the ledger key",
                reason: "The key was asked for the day after.",
                due: "Ana Ruiz answers. An answer is due by 25 May 2026.",
                isLate: false,
                entry: .entry("e2", of: Mock.manager),
                door: "Look at it"
            )
        ]
    )
    static let empty = ObjectionsPage(waiting: [], own: [])
}

extension TrialsPage {
    static let mock = TrialsPage(
        parts: [
            TrialPart(
                anchor: "backtest",
                title: "Against moves that are known",
                lead: "The record is read as it was on days before moves that are known.",
                command: nil,
                day: DayMark(Mock.day("2026-05-17")),
                facts: [Fact(label: "Looked at", words: "412 candidates on 6 days, 130 people; 31 of them moved")],
                shows: ["Of two candidates of the same day the clock had the one who moved higher 64 times of 100."],
                limits: ["A move is what the company decided, not what was true."],
                tables: [
                    TrialTable(
                        title: "How often somebody who moved stood higher",
                        note: "0.50 is chance, 1.00 is every time.",
                        head: "Told by",
                        columns: ["Area", "95 % interval"],
                        rows: [
                            TrialRow(head: "clock", cells: ["0.64", "0.55 to 0.73"]),
                            TrialRow(head: "counted: messages", cells: ["0.61", "0.52 to 0.70"]),
                        ]
                    )
                ]
            ),
            TrialPart(
                anchor: "simulation",
                title: "In made-up companies",
                lead: "The people are made up, so that it is known who grew and who did not.",
                command: "crosstie simulate --keep",
                day: nil,
                facts: [],
                shows: [],
                limits: [],
                tables: []
            ),
        ]
    )
}
