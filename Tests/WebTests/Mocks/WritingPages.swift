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
