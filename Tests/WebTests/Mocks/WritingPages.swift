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
        edge: CitedLine(
            line:
                "Direction: the April plan left out the Ledger team; the refund work is a chance to plan across both.",
            citations: [Citation(4)]
        ),
        actions: [
            OpenAction(
                action: "Ask Platform for a second person on call",
                owner: "Mara Vogel",
                agreed: DayMark(Mock.day("2026-05-05"))
            )
        ],
        questions: [
            "What would have made the failover shorter?",
            "Which decision this month would you like somebody else to question?",
            "What am I in the way of?",
        ],
        sources: [Mock.failover, Mock.retry, Mock.drawing, Mock.earlierPlan].enumerated().map {
            NumberedSource(number: $0 + 1, item: $1)
        }
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
        sources: PrepPage.mock.sources
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

extension LadderPage {
    /// Seven levels, management from the fifth.
    static let mock = LadderPage(
        ladder: "Engineering",
        version: "2026.1",
        rungs: [
            Rung(
                number: 7,
                authority: "Commits the company to a technical or organisational course for years.",
                individual: RungSide(
                    title: "Distinguished engineer",
                    summary: "Sets how the company builds, and is asked in from other companies."
                ),
                management: RungSide(
                    title: "Vice president",
                    summary: "Answers for how several organisations work together over years."
                )
            ),
            Rung(
                number: 6,
                authority: "Decides across an organisation; stops work that should not go on.",
                individual: RungSide(
                    title: "Principal engineer",
                    summary: "Shapes the systems of an organisation and the decisions that outlast them."
                ),
                management: RungSide(
                    title: "Director",
                    summary: "Makes an organisation able to do what it could not do before."
                )
            ),
            Rung(
                number: 5,
                authority: "Decides across several teams, and spends what that needs.",
                individual: RungSide(
                    title: "Staff engineer",
                    summary: "Leads work across several teams and settles what they cannot settle alone."
                ),
                management: RungSide(
                    title: "Engineering manager",
                    summary: "Makes several people’s work add up to more than its parts."
                )
            ),
            Rung(
                number: 4,
                authority: "Decides within a service and its promises to others.",
                individual: RungSide(
                    title: "Senior engineer",
                    summary: "Owns a service end to end, in quiet and in trouble."
                )
            ),
            Rung(
                number: 3,
                authority: "Decides how a feature is built.",
                individual: RungSide(title: "Engineer", summary: "Delivers features and keeps them running.")
            ),
        ],
        tracks: [
            TrackCard(
                track: "Individual contributor",
                competencies: [
                    LadderCompetency(
                        competency: "Judgement",
                        summary: "Weighs, decides, and says what it costs.",
                        stages: [
                            LadderStage(
                                levels: "Levels 3 to 4",
                                statement: "Decides within a service and names the alternatives."
                            ),
                            LadderStage(
                                levels: "Levels 5 to 6",
                                statement: "Decides across teams and keeps the decision alive."
                            ),
                        ]
                    ),
                    LadderCompetency(
                        competency: "System design",
                        summary: "Makes things that last.",
                        stages: [
                            LadderStage(levels: "Levels 3 to 4", statement: "Designs a service that others can run.")
                        ]
                    ),
                ]
            ),
            TrackCard(
                track: "Management",
                competencies: [
                    LadderCompetency(
                        competency: "People",
                        summary: "Helps people do the best work of their lives.",
                        stages: [
                            LadderStage(
                                levels: "Level 5",
                                statement: "Everybody on the team knows what would help them grow."
                            )
                        ]
                    )
                ]
            ),
        ]
    )
}
