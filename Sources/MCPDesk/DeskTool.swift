import Answers
import Ladder
import MCP
import Signals

/// The tools by name.
enum DeskTool: String, CaseIterable {
    case me, week, ledger, entry, prep, clock, ladder, level, brief, requests

    /// All of them as they are told; families and levels are those of the ladder in force.
    static func all(on ladder: CareerLadder) throws -> [Tool] {
        try allCases.map { tool in
            Tool(
                name: tool.rawValue,
                title: tool.title,
                purpose: tool.purpose,
                parameters: tool.parameters(on: ladder),
                output: try AnswerForm.schema(of: tool.document)
            )
        }
    }

    private var title: String {
        switch self {
        case .me: "Who I speak for"
        case .week: "My week"
        case .ledger: "Evidence about somebody"
        case .entry: "One piece of evidence"
        case .prep: "Preparation of a 1:1"
        case .clock: "The level clock"
        case .ladder: "The ladder"
        case .level: "What a level asks for"
        case .brief: "My brief of the day"
        case .requests: "What I was asked about colleagues"
        }
    }

    private var purpose: String {
        switch self {
        case .me:
            "Who you speak for, and whose records are open to them: their own and those of the people who report to them."
        case .week:
            "What is worth doing this week, with its evidence, and what happened lately to the person or to those who report."
        case .ledger:
            "Evidence that the ledger holds about one person, newest first, a page at a time. What is not settled counts for nothing yet."
        case .entry:
            "One piece of evidence with everything that was done to it: agreed, contested, answered, context added."
        case .prep:
            "What a 1:1 can start from: what happened, thanks, where help is wanted, one growth edge, open actions, three questions."
        case .clock:
            "What colleagues saw of next-level work, as a state with its evidence and an interval; never a score of a person. "
                + "“Not enough evidence” says nothing about the work."
        case .ladder: "Both tracks in outline: levels, scope, authority, required stages and competencies."
        case .level: "What one level of one track asks for, competency by competency, in the ladder's words."
        case .brief: "The person's own news of a day, as it was made for them; it never knows the ledger."
        case .requests: "What the person was asked about colleagues' work, and what they answered."
        }
    }

    private func parameters(on ladder: CareerLadder) -> [Parameter] {
        let person = Parameter(
            "person",
            .words(longest: 200),
            "Whose: id, e-mail address or name. Without it, the person you speak for."
        )
        switch self {
        case .me, .week, .ladder, .requests: return []
        case .ledger:
            return [
                person,
                Parameter("since", .day, "Only what happened on this day or later."),
                Parameter("until", .day, "Only what happened on this day or earlier."),
                Parameter("kind", .choice(SignalKind.allCases.map(\.rawValue)), "Only what shows this act."),
                Parameter("containing", .words(longest: 100), "Only quotes that contain these words."),
                Parameter("limit", .whole(1...50), "How many at most; 20 without it."),
                Parameter("after", .words(longest: 100), "Where to go on: “next” of the page before."),
            ]
        case .entry: return [Parameter("id", .words(longest: 100), needed: true, "The id of the evidence."), person]
        case .prep: return [person]
        case .clock:
            return [
                person,
                Parameter(
                    "target",
                    .words(longest: 60),
                    "What to hold the work against, such as management:6; the next level without it."
                ),
            ]
        case .level:
            let levels = ladder.levels.map(\.number)
            return [
                Parameter("track", .choice(LadderTrack.allCases.map(\.rawValue)), needed: true, "Which track."),
                Parameter("level", .whole((levels.min() ?? 1)...(levels.max() ?? 1)), needed: true, "Which level."),
                Parameter("family", .choice(ladder.families), "In whose craft's words."),
            ]
        case .brief: return [Parameter("day", .day, "Which day; the newest without it.")]
        }
    }

    private var document: any Decodable.Type {
        switch self {
        case .me: AssistantAnswer.self
        case .week: WeekAnswer.self
        case .ledger: LedgerPageAnswer.self
        case .entry: EntryViewAnswer.self
        case .prep: PrepAnswer.self
        case .clock: ClockAnswer.self
        case .ladder: LadderAnswer.self
        case .level: LevelAnswer.self
        case .brief: DayBriefAnswer.self
        case .requests: OwnRequestsAnswer.self
        }
    }
}
