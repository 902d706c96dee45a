import Workspace

@testable import Web

extension NetworkPage {
    private static let months = [
        "October 2025", "November 2025", "December 2025", "January 2026", "February 2026", "March 2026", "April 2026",
        "May 2026", "June 2026", "July 2026", "August 2026", "September 2026",
    ]

    private static let chart = CallChart(
        months.enumerated().map { index, month in
            CallCount(
                month: month,
                incidents: index == 7 ? 3 : 0,
                decisions: index % 4 == 3 ? 1 : 0,
                unblocks: index % 3,
                questions: index,
                mentions: index == 0 ? 0 : 2
            )
        }
    )

    private static let source = SourceLink(
        label: "#payments, 12 May 2026",
        link: Link("https://example.slack.com/archives/C1/p1778580000000100")
    )

    /// A card of each kind, with everything on it.
    static let mock = NetworkPage(
        day: DayMark(Mock.day("2026-09-30")),
        days: 90,
        own: CallCardPart(
            person: nil,
            sentences: [
                CountedLine(
                    "In 90 days 7 people from 4 other teams called you 10 times, 3 times during incidents.",
                    sources: [source, SourceLink(label: "#help, 3 May 2026")]
                ),
                CountedLine("9 of 10 were answered; 6 settled, by thanks or by word that it works.", sources: [source]),
            ],
            load: [
                CountedLine("Of 31 calls to Payments by other teams in 90 days, 27 went to you, from Care and Data.")
            ],
            times: ["Half of 12 questions had your answer within 2 working hours; before, it was the same."],
            chart: chart
        ),
        choice: CallChoiceForm(isHidden: false, isNamed: false),
        reports: [
            CallCardPart(
                person: PersonLink(name: "Sam Okafor", link: .person("sam")),
                sentences: [CountedLine("In 90 days 1 person called Sam Okafor.", sources: [source])]
            )
        ],
        topics: [
            TopicLine(channel: "payments", callers: 9, calls: 24, answered: 21, toAsk: "Ana Ruiz"),
            TopicLine(channel: "help", callers: 5, calls: 6, answered: 6, toAsk: nil),
        ]
    )

    /// A card that its person hid.
    static let hidden = NetworkPage(
        day: DayMark(Mock.day("2026-09-30")),
        days: 90,
        own: nil,
        choice: CallChoiceForm(isHidden: true, isNamed: true)
    )
}
