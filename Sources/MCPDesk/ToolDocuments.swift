import Answers
import Desk
import Evidence
import Ladder
public import Workspace

/// Who an assistant speaks for.
struct AssistantAnswer: Codable, Sendable {
    let person: PersonAnswer
    let reports: [ColleagueLine]
    let today: String
}

/// A page of a ledger.
struct LedgerPageAnswer: Codable, Sendable {
    let person: String
    let name: String
    /// How many pieces there are in all that fit what was asked.
    let total: Int
    let entries: [EntryAnswer]
    /// What to ask with for the page after; nothing on the last.
    let next: String?
}

/// What somebody was asked about colleagues.
struct OwnRequestsAnswer: Codable, Sendable {
    let requests: [RequestView]
}

/// What one level of one track asks for.
struct LevelAnswer: Codable, Sendable {
    struct Ask: Codable, Sendable {
        let id: String
        let name: String
        let stage: Int
        let statement: String
        let behaviours: [String]
        let rises: Bool
    }

    let track: String
    let level: Int
    let title: String
    let summary: String
    let scope: String
    let ladder: String
    let asks: [Ask]

    init?(_ track: LadderTrack, level number: Int, family: String?, in ladder: CareerLadder) {
        guard let level = ladder.level(number), let role = level.roles[track] else { return nil }
        let below = ladder.levels(on: track).last { $0 < number }
        self.track = track.rawValue
        self.level = number
        title = ladder.title(track, level: number, family: family) ?? role.title
        summary = role.summary
        scope = level.scope
        self.ladder = ladder.stamp
        asks = ladder.competencies(for: track, family: family).compactMap { competency in
            guard let asked = role.required[competency.id] else { return nil }
            let stage = competency.stage(asked)
            let before = below.flatMap { ladder.required(competency.id, track: track, level: $0) } ?? 0
            return Ask(
                id: competency.id,
                name: competency.name,
                stage: asked,
                statement: stage?.statement ?? "",
                behaviours: stage?.behaviours.map(\.words) ?? [],
                rises: asked > before
            )
        }
    }
}

/// Somebody's news of a day.
public struct DayBriefAnswer: Codable, Sendable {
    /// One item.
    public struct Item: Codable, Sendable {
        /// Its headline, as its source wrote it.
        public let headline: String
        /// What happened, in its source's sentences.
        public let happened: [String]
        /// Whose sentences they are.
        public let source: String
        /// Why it is in this person's brief.
        public let why: String
        /// Where it can be opened; nil for what has no address.
        public let link: String?

        /// Joins its parts.
        public init(headline: String, happened: [String], source: String, why: String, link: String?) {
            self.headline = headline
            self.happened = happened
            self.source = source
            self.why = why
            self.link = link
        }
    }

    /// The day.
    public let day: String
    /// Its items.
    public let items: [Item]

    /// Joins day and items.
    public init(day: CivilDate, items: [Item]) {
        self.day = day.description
        self.items = items
    }
}
