import Signals
import Workspace

@testable import Web

extension WeekPage {
    /// A manager's Monday.
    static let mock = WeekPage(
        day: DayMark(Mock.day("2026-05-18")),
        team: "Payments",
        prepared: [
            PreparedLine(words: "Your 1:1 with Mei Lindqvist is tomorrow at 14:00.", prep: .prep(Mock.subject))
        ],
        objections: [
            ObjectionLine(
                words: "Mei Lindqvist objects to what Jonas Abara said. An answer is due by 28 May 2026.",
                entry: .entry("e1", of: Mock.subject)
            )
        ],
        cues: [
            WeekCue(
                cue: "Thank Mei for the failover",
                why: "Jonas wrote down what it took; nobody on the team has answered it yet.",
                who: Mock.mei,
                due: DayMark(Mock.day("2026-05-20")),
                sources: [
                    SourceLink(
                        label: "Jonas Abara in #incidents, 12 May",
                        link: Link("https://example.slack.com/archives/C1/p1")
                    )
                ]
            ),
            WeekCue(
                cue: "Unblock Priya’s access to the ledger",
                why: "Priya has waited for the key since Thursday, and two people said they are waiting for Priya.",
                who: PersonLink(name: "Priya Nair", link: .person("priya")),
                due: DayMark(Mock.day("2026-05-19")),
                sources: [
                    SourceLink(
                        label: "Priya Nair in #payments, 14 May",
                        link: Link("https://example.slack.com/archives/C3/p9")
                    ),
                    SourceLink(label: "Tomás Rey in #ledger, 15 May"),
                ]
            ),
            WeekCue(
                cue: "Ask three colleagues what they saw of Sam’s on-call weeks",
                why: "Little of this work passes through the channels that can be read here.",
                who: PersonLink(name: "Sam Okafor"),
                due: DayMark(Mock.day("2026-05-22")),
                sources: [SourceLink(label: "Sam’s clock", link: .person("sam"))]
            ),
        ],
        reports: [meiCard, priyaCard, samCard],
        own: own,
        askedUntil: DayMark(Mock.day("2026-05-31"))
    )

    /// The Monday of somebody without reports.
    static let alone = WeekPage(
        day: DayMark(Mock.day("2026-05-18")),
        cues: [],
        reports: [],
        own: OwnWeek(
            home: .person("sam"),
            role: "Engineer, level 3",
            episodes: [],
            clock: ClockLine(standing: .notEnoughEvidence),
            waiting: []
        )
    )

    private static let meiCard = ReportCard(
        person: Mock.mei,
        role: "Senior engineer, level 4",
        meeting: "Tuesday, 14:00",
        episodes: [
            EpisodeLine(
                happened: "Helped Priya read the two ledgers",
                day: DayMark(Mock.day("2026-05-18")),
                voices: "Priya Nair",
                work: WorkMark(.enablement),
                link: .episode("e3", of: Mock.subject)
            ),
            EpisodeLine(
                happened: "Saw the queue failover through",
                day: DayMark(Mock.day("2026-05-12")),
                voices: "Jonas Abara and Ana Ruiz",
                work: WorkMark(.upkeep),
                link: .episode("e1", of: Mock.subject)
            ),
        ],
        clock: ClockLine(
            standing: .emerging(next: 5),
            words: "Two teams have been heard; a third would make it broad enough."
        ),
        waiting: WaitingLine(words: "One moment waits for Mei until Monday, 25 May", link: .waiting(of: Mock.subject)),
        prep: .prep(Mock.subject)
    )

    private static let priyaCard = ReportCard(
        person: PersonLink(name: "Priya Nair", link: .person("priya")),
        role: "Engineer, level 3",
        meeting: "Wednesday, 10:30",
        episodes: [
            EpisodeLine(
                happened: "Moved the settlement job to the new scheduler",
                day: DayMark(Mock.day("2026-05-13")),
                voices: "Mei Lindqvist",
                work: WorkMark(.launch),
                link: .episode("e7", of: "priya")
            )
        ],
        clock: ClockLine(standing: .atLevel(3)),
        prep: .prep("priya")
    )

    private static let samCard = ReportCard(
        person: PersonLink(name: "Sam Okafor", link: .person("sam")),
        role: "Engineer, level 3",
        episodes: [],
        clock: ClockLine(
            standing: .notEnoughEvidence,
            words: "A quiet role: about one moment a month passes through here."
        ),
        prep: .prep("sam")
    )

    private static let own = OwnWeek(
        home: .person(Mock.manager),
        role: "Engineering manager, level 5",
        episodes: [
            EpisodeLine(
                happened: "Took the release date back to the board",
                day: DayMark(Mock.day("2026-05-11")),
                voices: "Ana Ruiz",
                work: WorkMark(.decision),
                link: .episode("e9", of: Mock.manager)
            )
        ],
        clock: ClockLine(standing: .operatingAtNext(6)),
        waiting: [Mock.review],
        prep: .prep(Mock.manager)
    )
}
