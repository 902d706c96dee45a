import Workspace

@testable import Web

extension RoomListPage {
    static let mock = RoomListPage(
        rooms: [
            RoomLine(name: "2026 autumn", period: "1 April 2026 to 30 September 2026", link: .room("2026 autumn")),
            RoomLine(name: "2026 spring", period: "1 October 2025 to 31 March 2026, closed", link: nil),
        ],
        families: [FamilyLine(title: "How the scale is read", words: "1 explained, 2 led to a second look.")],
        oversight: [
            OversightLine(
                name: "Ola Ops",
                words: "In 20 of 20 decisions the outcome was the state that was shown.",
                advice: "Clear cases agree. Ask for two of these decisions to be told from the entries."
            )
        ]
    )
}

extension RoomPage {
    static let mock = RoomPage(
        name: "2026 autumn",
        action: .room("2026 autumn"),
        period: "1 April 2026 to 30 September 2026",
        drafts: "43 drafts",
        basis: "What evidence lets expect follows a plain rule, until sixty last ratings are known.",
        findings: [card("severity-5bcaa296", family: "How the scale is read", about: "Drafts by Mo Lind")],
        arithmetic: [card("thin-evidence-59634ef2", family: "Little was heard", about: "Ana Berg")],
        further: "2 smaller findings are not shown: five are enough for one room.",
        withheld: "1 not shown to you, because your own draft is in them.",
        families: [FamilyLine(title: "Drafts are spread differently", words: "Looked at, nothing beyond chance.")]
    )

    private static func card(_ id: String, family: String, about: String) -> RoomCueCard {
        RoomCueCard(
            id: id,
            family: family,
            about: about,
            seen:
                "The 6 drafts sit 0.8 points above others'. Either the team is stronger, or the scale is read differently.",
            figures: [Fact(label: "Drafts", words: "6")],
            misleads: "Teams do differ.",
            next: "Read two of these drafts aloud beside two from another team at the same level.",
            audience: "Calibrators and people operations; nobody sees a cue about the own draft.",
            entries: ["65c4ec2ea313dbd8cd1ce"],
            answer: CueAnswerLine(outcome: "Explained", words: "The team shipped two systems."),
            action: .room("2026 autumn"),
            typed: "Two words",
            complaint: "Write a sentence of three words at least. Your words were kept."
        )
    }
}
