import Workspace

@testable import Web

extension BriefPage {
    static let mock = BriefPage(
        day: Mock.day("2026-05-18"),
        isToday: true,
        reading: "A two-minute read",
        items: [
            BriefCard(
                id: "a",
                number: 1,
                headline: BriefLink(
                    name: "Postgres 19 lets replicas lag on purpose",
                    address: "https://news.example/a"
                ),
                happened: "A new setting holds a replica back by a chosen time. It is meant for wrong deletions.",
                teller: "Project news",
                matters: "You follow databases. It names PostgreSQL, which you use, and something that changes.",
                sources: [
                    BriefLink(name: "Project news", address: "https://news.example/a"),
                    BriefLink(name: "Daily", address: "https://daily.example/1"),
                ],
                continues: true,
                isInside: false,
                answer: true,
                topics: [
                    BriefTopic(id: "databases", name: "databases", isFollowed: true, isMuted: false),
                    BriefTopic(id: "reliability", name: "reliability", isFollowed: false, isMuted: true),
                ]
            ),
            BriefCard(
                id: "b",
                number: 2,
                headline: BriefLink(name: "Decision: one queue for all events", address: nil),
                happened: nil,
                teller: "From inside",
                matters: "A decision from inside your company.",
                sources: [BriefLink(name: "From inside", address: nil)],
                continues: false,
                isInside: true,
                answer: false,
                topics: []
            ),
        ],
        earlier: Mock.day("2026-05-17"),
        later: nil,
        shared: "https://crosstie.example/brief/shared/00ff"
    )

    static let quiet = BriefPage(
        day: Mock.day("2026-05-17"),
        isToday: false,
        reading: nil,
        items: [],
        none: "No brief was made for this day.",
        earlier: Mock.day("2026-05-16"),
        later: Mock.day("2026-05-18"),
        complaint: "That is no longer on the page. Choose again below."
    )

    static let found = BriefPage(
        day: Mock.day("2026-05-18"),
        isToday: true,
        reading: nil,
        items: [],
        search: BriefSearch(
            words: "replica",
            hits: [
                BriefSearch.Hit(
                    day: Mock.day("2026-05-11"),
                    headline: BriefLink(name: "Replicas that lag on purpose", address: "https://news.example/r")
                ),
                BriefSearch.Hit(
                    day: Mock.day("2026-05-04"),
                    headline: BriefLink(name: "Decision: two replicas", address: nil)
                ),
            ]
        )
    )

    static let foundNothing = BriefPage(
        day: Mock.day("2026-05-18"),
        isToday: true,
        reading: nil,
        items: [],
        search: BriefSearch(words: "submarine", hits: [])
    )

    /// Every part at once, for the check of names.
    static let whole = BriefPage(
        day: Mock.day("2026-05-18"),
        isToday: true,
        reading: "A two-minute read",
        items: mock.items,
        none: "None.",
        earlier: Mock.day("2026-05-17"),
        later: Mock.day("2026-05-19"),
        search: found.search,
        shared: mock.shared,
        complaint: "Why"
    )
}

extension BriefSharePage {
    static let mock = BriefSharePage(day: Mock.day("2026-05-18"), items: [BriefPage.mock.items[0]])
}

extension BriefSettingsPage {
    static let mock = BriefSettingsPage(
        roles: [
            BriefChoice(value: "backend", name: "Backend engineering", isChosen: true),
            BriefChoice(value: "product", name: "Product management", isChosen: false),
        ],
        industries: [
            BriefChoice(value: "", name: "None in particular", isChosen: false),
            BriefChoice(value: "payments", name: "Payments and banking", isChosen: true),
        ],
        hours: [
            BriefChoice(value: "7", name: "07:00", isChosen: false),
            BriefChoice(value: "8", name: "08:00", isChosen: true),
        ],
        lengths: [
            BriefChoice(value: "5", name: "Five items", isChosen: true),
            BriefChoice(value: "6", name: "Six items", isChosen: false),
        ],
        zone: "Europe/Berlin",
        tools: "PostgreSQL, Kafka",
        words: "Moving money without losing any.",
        competencies: [
            BriefChoice(value: "judgement", name: "Judgement", isChosen: true),
            BriefChoice(value: "direction", name: "Direction", isChosen: false),
        ],
        topics: [
            BriefTopic(id: "databases", name: "databases", isFollowed: true, isMuted: false),
            BriefTopic(id: "games", name: "games", isFollowed: false, isMuted: true),
            BriefTopic(id: "privacy", name: "privacy", isFollowed: false, isMuted: false),
        ],
        feeds: [
            BriefFeed(
                address: "https://mine.example/feed",
                name: "A friend's notes",
                problem: "The site is busy and asks to come back later.",
                isOwn: true,
                isMuted: false
            ),
            BriefFeed(
                address: "https://news.example/rss",
                name: "Project news",
                problem: nil,
                isOwn: false,
                isMuted: true
            ),
        ],
        own: "https://crosstie.example/brief/feed/00ff",
        complaint: "“Moon/Base” is no time zone that is known here. Write one such as Europe/Berlin.",
        done: "Kept."
    )
}
