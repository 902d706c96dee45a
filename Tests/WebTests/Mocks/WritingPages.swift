import Signals
import Workspace

@testable import Web

extension PrepPage {
    /// A 1:1 with something to say in every block.
    static let mock = PrepPage(
        person: Mock.mei,
        readerIsSubject: false,
        meeting: "Tuesday, 19 May, 14:00",
        since: DayMark(Mock.day("2026-05-05")),
        happened: [
            CitedLine(
                line: "Mei saw the queue failover through and wrote down why it broke.",
                citations: [Citation(1)]
            ),
            CitedLine(line: "Mei settled that retries stay on the client.", citations: [Citation(2)]),
            CitedLine(
                line: "Priya says that Mei’s drawing of the two ledgers kept them from locking the wrong table.",
                citations: [Citation(3)]
            ),
        ],
        earlier: [
            CitedLine(line: "In #ledger on 2 April, Ana wrote that the alarm is quiet since.", citations: [Citation(1)])
        ],
        recognise: [
            CitedLine(
                line: "The write-up after the failover: it was used again the next day.",
                citations: [Citation(1), Citation(3)]
            )
        ],
        help: [
            CitedLine(
                line: "Nobody has answered the question about the dead letter queue since Thursday.",
                citations: [Citation(2)]
            )
        ],
        edge: [
            CitedLine(line: "Direction, next: Plans work across teams (named on 5 May)", citations: []),
            CitedLine(
                line: "Seen: on 3 April in #plans, Mei wrote that the April plan left out the Ledger team.",
                citations: [Citation(4)]
            ),
        ],
        questions: [
            "What would have made the failover shorter?",
            "Which decision this month would you like somebody else to question?",
            "What am I in the way of?",
        ],
        sources: [Mock.failover, Mock.retry, Mock.drawing, Mock.earlierPlan].enumerated().map {
            NumberedSource(number: $0 + 1, item: $1)
        },
        talk: .mock,
        files: [FileLink(label: "Markdown", file: .prepFile(Mock.subject, form: "md"))]
    )

    /// The same after a form that could not be taken, so that every part of the template is drawn.
    static var whole: PrepPage {
        var page = mock
        page.complaint = again.complaint
        return page
    }

    /// The same as Mei reads it, with a form that could not be taken.
    static let again = PrepPage(
        person: Mock.mei,
        readerIsSubject: true,
        since: DayMark(Mock.day("2026-05-05")),
        happened: [CitedLine(line: "No items since 5 May. Say what went unseen.", citations: [])],
        recognise: [],
        help: [],
        questions: mock.questions,
        sources: [],
        talk: .again,
        complaint: "1 May 2026 is over or too far ahead. Choose a day within about a year."
    )
}

extension TalkPanel {
    private static let weekdays = ["Monday", "Tuesday"].enumerated().map {
        Choice(value: "\($0 + 1)", name: $1, isChosen: $0 == 1)
    }
    private static let rhythms = ["every week", "every second week"].enumerated().map {
        Choice(value: "\($0 + 1)", name: $1, isChosen: $0 == 0)
    }

    /// Two people with something open, something closed and notes.
    static let mock = TalkPanel(
        action: .prep(Mock.subject),
        other: "Mei Lindqvist",
        open: [
            OpenAction(
                id: "a1",
                action: "Ask Platform for a second person on call",
                owner: "You",
                agreed: DayMark(Mock.day("2026-04-21")),
                due: DayMark(Mock.day("2026-05-12")),
                isLate: true,
                carried: "carried over once"
            ),
            OpenAction(
                id: "a2",
                action: "Write down when <retries> stay on the client",
                owner: "Mei Lindqvist",
                agreed: DayMark(Mock.day("2026-05-05")),
                due: DayMark(Mock.day("2026-05-26"))
            ),
        ],
        closed: [
            ClosedAction(
                action: "Show Priya the two ledgers",
                owner: "Mei Lindqvist",
                outcome: "done",
                day: DayMark(Mock.day("2026-05-08"))
            )
        ],
        owners: [Owner(id: "mei@example.com", name: "Mei Lindqvist"), Owner(id: "mara", name: "You")],
        notes: [
            NoteLine(id: "n1", day: DayMark(Mock.day("2026-05-05")), words: "Ask about the plan.\nBring the drawing.")
        ],
        plan: "Tuesdays at 14:00 (Europe/Berlin)",
        weekdays: weekdays,
        rhythms: rhythms,
        hour: "14:00",
        zone: "Europe/Berlin",
        last: DayMark(Mock.day("2026-05-05")),
        today: DayMark(Mock.day("2026-05-18"))
    )

    /// Nothing kept yet, and no key for notes.
    static let again = TalkPanel(
        action: .prep(Mock.subject),
        other: "Mara Vogel",
        owners: [Owner(id: "mei@example.com", name: "You"), Owner(id: "mara", name: "Mara Vogel")],
        keepsNotes: false,
        weekdays: weekdays,
        rhythms: rhythms,
        today: DayMark(Mock.day("2026-05-18")),
        typedAction: "Bring the \"drawing\""
    )
}

extension TeamWeekPage {
    private static func line(_ who: PersonLink, _ line: Words, _ number: Int) -> TeamWeekLine {
        TeamWeekLine(who: who, line: line, citations: [Citation(number)])
    }

    private static let shipped = TeamWeekPart(
        heading: "Shipped",
        lines: [
            line(Mock.mei, "On 12 May in #incidents, Jonas Abara said about Mei: “the failover held all night”.", 1)
        ]
    )

    /// A manager's team.
    static let mock = team()
    /// The same, with what the manager's own manager reads of them.
    static let whole = team(readsOfThem: [shipped])

    private static func team(readsOfThem: [TeamWeekPart] = []) -> TeamWeekPage {
        TeamWeekPage(
            from: DayMark(Mock.day("2026-05-12")),
            to: DayMark(Mock.day("2026-05-18")),
            team: "Payments",
            isManager: true,
            parts: [
                shipped,
                TeamWeekPart(
                    heading: "Stuck",
                    lines: [
                        line(
                            PersonLink(name: "Priya Nair", link: .person("priya")),
                            "In #payments on 14 May, Priya said what stands in the way: “no key for the ledger”.",
                            2
                        )
                    ]
                ),
            ],
            own: readsOfThem,
            silence: "Whoever is not named here was not seen in the channels read. That says nothing about their work.",
            sources: [Mock.failover, Mock.retry].enumerated().map { NumberedSource(number: $0 + 1, item: $1) },
            files: [FileLink(label: "Markdown", file: .teamWeekFile(form: "md"))]
        )
    }

    /// What it says of somebody without reports.
    static let own = TeamWeekPage(
        from: DayMark(Mock.day("2026-05-12")),
        to: DayMark(Mock.day("2026-05-18")),
        isManager: false,
        parts: [],
        own: [shipped],
        silence: mock.silence,
        sources: [NumberedSource(number: 1, item: Mock.failover)]
    )
}

extension DraftPage {
    /// A half year with something to say, something missing and something to check.
    static let mock = DraftPage(
        person: Mock.mei,
        role: "Senior engineer, level 4",
        from: DayMark(Mock.day("2026-01-01")),
        to: DayMark(Mock.day("2026-06-30")),
        opening: [
            CitedLine(
                line: "Mei kept the payment queue running through the May failover and settled where retries belong.",
                citations: [Citation(1), Citation(2)]
            )
        ],
        groups: [
            DraftGroup(
                competency: "Ownership",
                lines: [
                    CitedLine(
                        line: "On 12 May Mei stayed with the failover until the queue was empty.",
                        citations: [Citation(1)]
                    ),
                    CitedLine(
                        line: "Mei wrote down why it broke, so that nobody has to guess next time.",
                        citations: [Citation(1)]
                    ),
                ]
            ),
            DraftGroup(
                competency: "Judgement",
                lines: [
                    CitedLine(
                        line: "Mei decided for two retries on the client and named what that costs: a week.",
                        citations: [Citation(2)]
                    )
                ]
            ),
            DraftGroup(
                competency: "Multiplying others",
                lines: [
                    CitedLine(
                        line:
                            "Priya credits Mei’s drawing of the two ledgers with sparing them from locking the wrong table.",
                        citations: [Citation(3)]
                    )
                ]
            ),
        ],
        edges: [
            DraftEdge(
                edge: "Direction",
                lines: [CitedLine(line: "The April plan named every team but Ledger.", citations: [Citation(4)])],
                next: ["Write the plan of the refund work together with the Ledger team."]
            )
        ],
        gaps: [
            EvidenceGap(
                about: "System design",
                words: "Nobody spoke of it in this period. Ask Jonas and Ana what they saw of the scheduler."
            )
        ],
        notes: [
            QualityNote(check: "Sources", words: "Every sentence names at least one.", needsLook: false),
            QualityNote(
                check: "Balance over time",
                words: "Three of four sources are from May; the evidence is, too.",
                needsLook: true
            ),
            QualityNote(
                check: "Keeping the lights on",
                words: "It has the place in the draft that it has in the evidence.",
                needsLook: false
            ),
        ],
        sources: PrepPage.mock.sources,
        ask: .rounds(about: Mock.subject)
    )

    /// A period of which nothing can be said.
    static let blank = DraftPage(
        person: PersonLink(name: "Sam Okafor"),
        role: "Engineer, level 3",
        from: DayMark(Mock.day("2026-01-01")),
        to: DayMark(Mock.day("2026-06-30")),
        opening: [],
        groups: [],
        edges: [],
        gaps: [
            EvidenceGap(
                about: "The whole period",
                words: "Two moments from one person were seen. Ask a few colleagues who were there."
            )
        ],
        notes: [],
        sources: []
    )
}
