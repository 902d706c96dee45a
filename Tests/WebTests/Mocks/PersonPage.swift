import Evidence
import Signals
import Workspace

@testable import Web

extension PersonPage {
    /// A person in the middle of growing.
    static let mock = PersonPage(
        person: PersonHeader(
            name: "Mei Lindqvist",
            role: "Senior engineer",
            track: "Individual contributor",
            level: "Level 4",
            team: "Payments"
        ),
        readerIsSubject: false,
        clock: ClockCard.mock,
        competencies: [
            CompetencyCard(
                competency: "Judgement",
                standing: .leansYes,
                voices: "4 people from 2 teams",
                sources: [
                    SourceLink(
                        label: "Mei Lindqvist in #payments-design, 7 May",
                        link: Link("https://example.slack.com/archives/C2/p2")
                    )
                ]
            ),
            CompetencyCard(
                competency: "Ownership",
                standing: .leansYes,
                voices: "3 people from 2 teams",
                sources: [
                    SourceLink(
                        label: "Jonas Abara in #incidents, 12 May",
                        link: Link("https://example.slack.com/archives/C1/p1")
                    )
                ]
            ),
            CompetencyCard(
                competency: "Direction",
                standing: .leansNo,
                voices: "2 people from 2 teams",
                sources: [
                    SourceLink(label: "Tomás Rey in #ledger, 21 April")
                ]
            ),
            CompetencyCard(
                competency: "Multiplying others",
                standing: .open,
                voices: "3 people from 1 team",
                sources: [
                    SourceLink(
                        label: "Priya Nair in #payments, 18 May",
                        link: Link("https://example.slack.com/archives/C3/p3")
                    )
                ]
            ),
            CompetencyCard(
                competency: "System design",
                standing: .thin,
                voices: "Nobody has spoken of it in the last year.",
                sources: []
            ),
        ],
        edges: [
            GrowthEdge(
                edge: "Direction",
                statement:
                    "At level 5: sets the order of work across several teams, and says early what will not be done.",
                next: [
                    "Write the plan of the refund work together with the Ledger team, before the first estimate.",
                    "Ask Tomás what the last plan left out.",
                ],
                sources: [SourceLink(label: "Tomás Rey in #ledger, 21 April")]
            )
        ],
        asks: ["Which part of the ledger would you design differently today, and what would it cost?"],
        timeline: [
            EpisodeCard(
                anchor: "e3",
                happened: "Helped Priya read the two ledgers",
                day: DayMark(Mock.day("2026-05-18")),
                work: WorkMark(.enablement),
                evidence: [Mock.review]
            ),
            EpisodeCard(
                anchor: "e1",
                happened: "Saw the queue failover through",
                day: DayMark(Mock.day("2026-05-12")),
                work: WorkMark(.upkeep),
                evidence: [
                    Mock.failover,
                    EvidenceItem(
                        id: "e5f0c3d2e4b59687",
                        quote: "The runbook from last night already saved us an hour today.",
                        voice: "Ana Ruiz",
                        voiceTeam: "Platform",
                        day: Mock.day("2026-05-13"),
                        channel: "incidents",
                        address: "https://example.slack.com/archives/C1/p4",
                        kind: .recognition,
                        workClass: .upkeep,
                        state: .settled,
                        reason: .threadRoot
                    ),
                ]
            ),
            EpisodeCard(
                anchor: "e2",
                happened: "Settled where retries belong",
                day: DayMark(Mock.day("2026-05-07")),
                work: WorkMark(.decision),
                evidence: [Mock.retry]
            ),
            EpisodeCard(
                anchor: "e4",
                happened: "The release plan left out the Ledger team",
                day: DayMark(Mock.day("2026-04-21")),
                work: WorkMark(.craft),
                evidence: [Mock.plan]
            ),
        ],
        prep: .prep(Mock.subject),
        draft: .draft(Mock.subject),
        levelUp: .levelUp(Mock.subject),
        switching: .switching(Mock.subject),
        ladder: .ladder(of: Mock.subject),
        record: .record(of: Mock.subject)
    )

    /// A person of whom nothing can be seen yet, as they see it themselves.
    static let quiet = PersonPage(
        person: PersonHeader(name: "Sam Okafor", role: "Engineer", track: "Individual contributor", level: "Level 3"),
        readerIsSubject: true,
        clock: ClockCard(
            standing: .notEnoughEvidence,
            words: "Two moments from one person have been seen in the last year.",
            notices: ["A quiet role: about one moment a month passes through the channels that can be read."],
            gates: [],
            voices: []
        ),
        competencies: [CompetencyCard(competency: "Ownership", standing: .thin, voices: "1 person", sources: [])],
        edges: [],
        asks: ["Which of your on-call weeks would you want others to know about?"],
        timeline: []
    )
}

extension ClockCard {
    static let mock = ClockCard(
        standing: .emerging(next: 5),
        words:
            "Six people from two teams have been heard. Much of what they saw is level-5 work, most of all hard decisions "
            + "and keeping the payment queue running.",
        notices: ["This reading leans on the last two months."],
        gates: [
            ClockGate(
                gate: "Enough was seen",
                words: "Six people, the equal of nine independent observations.",
                met: true
            ),
            ClockGate(
                gate: "It does not rest on one colleague",
                words: "Without Jonas the reading stays as it is.",
                met: true
            ),
            ClockGate(gate: "Two teams", words: "Payments and Platform.", met: true),
            ClockGate(
                gate: "Three eight-week windows",
                words: "Two of the last six show mostly level-5 work.",
                met: false
            ),
        ],
        band: MeanBand(low: 0.41, high: 0.68, mean: 0.55, line: 0.45, level: 4, next: 5),
        windows: WindowStrip(
            [
                (Mock.day("2025-06-17"), Mock.day("2025-08-11"), .silent),
                (Mock.day("2025-08-12"), Mock.day("2025-10-06"), .presentLevel),
                (Mock.day("2025-10-07"), Mock.day("2025-12-01"), .presentLevel),
                (Mock.day("2025-12-02"), Mock.day("2026-01-26"), .between),
                (Mock.day("2026-01-27"), Mock.day("2026-03-23"), .nextLevel),
                (Mock.day("2026-03-24"), Mock.day("2026-05-18"), .nextLevel),
            ],
            next: 5
        ),
        voices: [
            VoiceLine(name: "Jonas Abara", team: "Platform", words: "4 moments, last on 12 May"),
            VoiceLine(name: "Priya Nair", team: "Payments", words: "3 moments, last on 18 May"),
            VoiceLine(name: "Ana Ruiz", team: "Platform", words: "2 moments, last on 13 May"),
        ],
        carrier: "Jonas Abara carries most of it; without his words the reading stays as it is."
    )
}
