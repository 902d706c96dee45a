import Growth
import Workspace

@testable import Web

extension RecordPage {
    static let mock = RecordPage(
        person: Mock.mei,
        readerIsSubject: true,
        place: "Episodes 21 to 40 of 57, newest first",
        timeline: PersonPage.mock.timeline,
        newer: .record(of: "mei", page: 1),
        older: .record(of: "mei", page: 3)
    )
    static let empty = RecordPage(
        person: Mock.mei,
        readerIsSubject: false,
        place: "0 episodes, newest first",
        timeline: [],
        newer: nil,
        older: nil
    )
}

extension EntryPage {
    static let mock = make(steps: [], complaint: nil, mayAnswer: false)
    static let contested = make(
        steps: [
            EntryStep(
                day: DayMark(Mock.day("2026-05-14")),
                what: "Mei Lindqvist objected.",
                said: "That was the second try."
            )
        ],
        complaint: "Write at least 3 words, so that somebody can answer. Your words were kept.",
        mayAnswer: true
    )

    private static func make(steps: [EntryStep], complaint: Words?, mayAnswer: Bool) -> EntryPage {
        var evidence = Mock.failover
        evidence.door = EntryDoor(href: "/people/mei/evidence/e1", label: "Object to what Ana Ruiz said")
        return EntryPage(
            person: Mock.mei,
            readerIsSubject: true,
            evidence: evidence,
            confidence: "The reader was fairly sure.",
            competencies: ["Reliability"],
            action: .entry("e1", of: "mei"),
            back: .episode("e1", of: "mei"),
            steps: steps,
            complaint: complaint,
            typed: complaint == nil ? "" : "No.",
            mayAccept: true,
            objecting: "Your manager answers within 10 days; until then it counts for nothing.",
            mayAdd: true,
            due: steps.isEmpty ? nil : "An answer is due by 24 May 2026.",
            mayAnswer: mayAnswer
        )
    }
}

extension SettingsPage {
    static let mock = SettingsPage(
        choices: SettingsChoices(
            own: [SwitchLine(name: "Card of calls", words: "You and your manager see it.", link: .network)],
            workspace: [SwitchLine(name: "Slack", words: "Not followed; exports are imported.", link: nil)]
        ),
        sessions: [
            SessionCard(
                key: "a",
                begun: "18 May 2026, 09:00 UTC",
                used: "18 May 2026, 09:41 UTC",
                isThis: true
            ),
            SessionCard(
                key: "b",
                begun: "17 May 2026, 09:00 UTC",
                used: "17 May 2026, 10:00 UTC",
                isThis: false
            ),
        ],
        lifetime: "A session ends 12 hours after it was last used, and after 7 days in any case.",
        languages: LanguageOption.all(chosen: nil)
    )
}

extension HelpPage {
    static let mock = HelpPage(clock: ClockParameters(), management: ClockParameters())
}
