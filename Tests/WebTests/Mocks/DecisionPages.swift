import Evidence
import Workspace

@testable import Web

extension DecisionsPage {
    static let mock = DecisionsPage(
        complaint: nil,
        due: [
            DecisionLine(
                words: "We do not build a rules engine; the tables stay, with a thin adapter before them.",
                link: .decision("d4"),
                day: DayMark(Mock.day("2026-02-17")),
                makers: "Mei Lindqvist",
                restraint: "Not to build or do",
                mark: MoveMark(name: "Stands", meaning: "As it was made.", tone: "there"),
                waiting: "The check after 90 days waits since 18 May 2026."
            )
        ],
        proposals: [
            ProposalCard(
                key: "b2f0c3d2e4b59687",
                quote: "We retry on the client, not in the broker.",
                day: DayMark(Mock.day("2026-05-07")),
                makers: "Mei Lindqvist",
                channel: "payments-design",
                place: Link("https://example.slack.com/archives/C2/p2"),
                refrains: true,
                others: "One more message speaks of it."
            )
        ],
        months: [
            DecisionMonth(
                month: "March 2026",
                lines: [
                    DecisionLine(
                        words: "Each region keeps its own copy of the routes.",
                        link: .decision("d2"),
                        day: DayMark(Mock.day("2026-03-03")),
                        makers: "Ana Ruiz",
                        restraint: nil,
                        mark: MoveMark(
                            name: "Reversed on new facts",
                            meaning: "Something became known that nobody could know.",
                            tone: ""
                        ),
                        waiting: nil
                    )
                ]
            )
        ],
        entry: .mock
    )

    static let empty = DecisionsPage(complaint: nil, due: [], proposals: [], months: [], entry: .mock)

    static func again(_ complaint: Words) -> DecisionsPage {
        DecisionsPage(
            complaint: complaint,
            due: mock.due,
            proposals: mock.proposals,
            months: mock.months,
            entry: mock.entry
        )
    }
}

extension DecisionEntryForm {
    static let mock = DecisionEntryForm(
        words: "",
        day: "2026-05-20",
        latest: DayMark(Mock.day("2026-05-20")),
        alternatives: "",
        expected: "",
        sign: "",
        topic: "",
        links: "",
        refrains: false,
        isOpen: true
    )
}

extension DecisionPage {
    static let mock = page(complaint: nil, asks: "The check after 90 days waits since 18 May 2026.")
    static let whole = page(complaint: "Why", asks: "The check after 90 days waits since 18 May 2026.")
    static let mend = page(complaint: "The reason has 1 word; write at least 3.", asks: nil)

    static let reversed = DecisionPage(
        decided: "",
        hasLostWords: true,
        day: DayMark(Mock.day("2026-03-03")),
        makers: "Ana Ruiz",
        restraint: nil,
        mark: MoveMark(name: "Reversed as wrong", meaning: "Said openly, so that others need not repeat it.", tone: ""),
        readers: "Open to everybody who works here",
        complaint: nil,
        facts: [],
        links: [],
        timeline: timeline(todayX: nil),
        later: [],
        action: .decision("d2"),
        check: nil,
        dissents: [],
        dissent: nil,
        sources: [],
        losses: nil,
        completing: nil,
        history: mock.history
    )

    private static func timeline(todayX: Int?) -> DecisionTimeline {
        DecisionTimeline(
            description: "Decided on 17 February 2026. After 30 days, 19 March 2026: checked: stands.",
            checks: [
                .init(x: 66, label: "30 days", tone: "next"), .init(x: 160, label: "90 days", tone: "between"),
                .init(x: 300, label: "180 days", tone: "silent"),
            ],
            todayX: todayX,
            lines: [Fact(label: "After 30 days, 19 March 2026", words: "Checked: stands.")]
        )
    }

    private static func page(complaint: Words?, asks: Words?) -> DecisionPage {
        DecisionPage(
            decided: "We do not build a rules engine; the tables stay, with a thin adapter before them.",
            hasLostWords: false,
            day: DayMark(Mock.day("2026-02-17")),
            makers: "Mei Lindqvist",
            restraint: "Not to build or do",
            mark: MoveMark(name: "Stands", meaning: "As it was made.", tone: "there"),
            readers: "Open to everybody who works here",
            complaint: complaint,
            facts: [Fact(label: "Expected", words: "No rebuild when the rules change in autumn.")],
            links: [SourceLink(label: "https://docs.example/1", link: Link("https://docs.example/1"))],
            timeline: timeline(todayX: 163),
            later: [
                LaterCard(
                    key: "c3f0c3d2e4b59687",
                    quote: "Perhaps we should reconsider the engine.",
                    label: "Jonas Abara, #platform, 4 May 2026",
                    meaning: "It has words of reversal, and names the topic.",
                    spot: Link("https://example.slack.com/archives/C1/p1")
                )
            ],
            action: .decision("d4"),
            check: CheckForm(
                asks: asks,
                outcomes: [
                    ChoiceOption(value: "stands", label: "It stands as it was made", isChosen: complaint != nil)
                ],
                reason: complaint == nil ? "" : "Fine.",
                cites: [
                    CiteChoice(
                        key: "c3f0c3d2e4b59687",
                        label: "Jonas Abara, #platform, 4 May 2026",
                        isChosen: complaint != nil
                    )
                ]
            ),
            dissents: [
                StepLine(
                    day: DayMark(Mock.day("2026-02-18")),
                    act: "Jonas Abara saw it differently.",
                    said: "I would build it now, while the rules are still few."
                )
            ],
            dissent: DissentForm(objection: ""),
            sources: [Mock.retry],
            losses: "One source is contested; until that is settled it confirms nothing.",
            completing: .mock,
            history: [
                StepLine(day: DayMark(Mock.day("2026-02-17")), act: "Mei Lindqvist confirmed it.", said: nil),
                StepLine(
                    day: DayMark(Mock.day("2026-03-19")),
                    act: "Mei Lindqvist checked it after 30 days: stands.",
                    said: "Two changes of the rules, both within two days."
                ),
            ]
        )
    }
}

extension RequestsPage {
    static let mock = RequestsPage(
        complaint: nil,
        waiting: [
            RequestCard(
                key: "mei.r1.2",
                heading: "Mei Lindqvist, hard decisions",
                question: "In the last eight weeks, which is closer to what you saw Mei Lindqvist do?",
                sent: DayMark(Mock.day("2026-05-18")),
                until: DayMark(Mock.day("2026-06-01")),
                options: [
                    ChoiceOption(value: "present", label: "Decides for the team, with reasons.", isChosen: false),
                    ChoiceOption(value: "next", label: "Decides what several teams rest on.", isChosen: true),
                    ChoiceOption(value: "unseen", label: "I did not see it.", isChosen: false),
                ],
                typed: "",
                isReport: false
            )
        ],
        past: [
            RequestLine(
                heading: "Sam Okafor, ownership",
                sent: DayMark(Mock.day("2026-04-02")),
                words: "You answered. Thank you.",
                said: "He stayed until the queue was empty."
            )
        ]
    )

    static let empty = RequestsPage(complaint: nil, waiting: [], past: [])

    static let again = RequestsPage(
        complaint: "Choose one of the three answers. Your sentence was kept.",
        waiting: mock.waiting.map {
            RequestCard(
                key: $0.key,
                heading: $0.heading,
                question: $0.question,
                sent: $0.sent,
                until: $0.until,
                options: $0.options,
                typed: "She held the line.",
                isReport: true
            )
        },
        past: mock.past
    )
}

extension RoundsPage {
    static let mock = RoundsPage(
        person: Mock.mei,
        readerIsSubject: false,
        complaint: nil,
        action: .rounds(about: Mock.subject),
        isDue: true,
        pause: nil,
        rounds: [round]
    )

    static let pausing = RoundsPage(
        person: Mock.mei,
        readerIsSubject: true,
        complaint: "Nobody can be asked today.",
        action: .rounds(about: Mock.subject),
        isDue: false,
        pause: "The next round can go out on 29 June 2026.",
        rounds: [
            RoundCard(
                competency: "Ownership",
                sent: DayMark(Mock.day("2026-05-18")),
                summary: "5 colleagues were asked by Mara Vogel, open until 1 June 2026.",
                held: nil,
                answers: []
            )
        ]
    )

    static let whole = RoundsPage(
        person: Mock.mei,
        readerIsSubject: true,
        complaint: "Nobody can be asked today.",
        action: .rounds(about: Mock.subject),
        isDue: true,
        pause: "Later.",
        rounds: [round]
    )

    private static let round = RoundCard(
        competency: "Hard decisions",
        sent: DayMark(Mock.day("2026-05-18")),
        summary: "5 colleagues were asked by Mara Vogel, open until 1 June 2026. One did not see it.",
        held: "One answer waits to be shown together with others, so that nobody stands out.",
        answers: [
            AnswerCard(
                key: "mei.r1.2",
                name: "Jonas Abara",
                day: DayMark(Mock.day("2026-05-19")),
                sight: "closer to the next level’s statement",
                said: "She wrote down what would make her change it.",
                state: StateMark(.shown, countsFrom: Mock.day("2026-05-26")),
                canAnswer: true
            )
        ]
    )
}
