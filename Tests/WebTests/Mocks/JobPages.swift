import Workspace

@testable import Web

extension JobsPage {
    /// Work that was given up twice, and how much there is.
    static let mock = JobsPage(
        dead: [
            DeadJobCard(
                key: "feeds-1x9k2",
                kind: "Fetching feeds",
                words:
                    "Asked for on \(DayMark(CivilDate(days: 20_600))), begun \(8) times, given up on \(DayMark(CivilDate(days: 20_601))).",
                fault: "FetchError"
            ),
            DeadJobCard(
                key: "tidying-0s8aa",
                kind: "Taking out what is over",
                words:
                    "Asked for on \(DayMark(CivilDate(days: 20_598))), begun \(8) times, given up on \(DayMark(CivilDate(days: 20_598))).",
                fault: "StoreError busy"
            ),
        ],
        kinds: [
            JobKindRow(kind: "Fetching feeds", waiting: 0, running: 1, done: 2015, dead: 1),
            JobKindRow(kind: "Taking out what is over", waiting: 1, running: 0, done: 167, dead: 1),
        ]
    )

    /// Nothing was given up, and nothing was ever done.
    static let empty = JobsPage(dead: [], kinds: [])
}
