import Answers
import Desk
import Evidence
import OneOnOnes
import Support
import Workspace
import Writing

extension Operations {
    static let weeks: [Operation] = [
        .reads(
            "readWeek",
            "/week",
            .weeks,
            "Your week: what is worth doing, and how it stands with your reports.",
            callers: everybody
        ) {
            WeekAnswer(try await $0.desk.week(of: $0.viewer, for: $0.reader))
        },
        .reads(
            "readTeamWeek",
            "/week/team",
            .weeks,
            "What your team shipped, decided and is stuck on; where nobody reports to you, the lines about you.",
            callers: everybody
        ) { call in
            let team = try await call.desk.teamWeek(of: call.viewer, for: call.reader)
            return TeamWeekAnswer(
                team.isManager ? team : try await call.desk.ownTeamWeek(of: call.viewer, for: call.reader)
            )
        },
        .reads(
            "readCues",
            "/cues",
            .weeks,
            "Cues of this week, and support signals: your own at once, those of reports two days later.",
            callers: everybody
        ) { call in
            CueWeekAnswer(
                reader: call.viewer,
                cues: try await call.desk.cues(of: call.viewer, for: call.reader),
                own: try await call.desk.ownSupport(of: call.viewer, for: call.reader),
                team: try await call.desk.teamSupport(of: call.viewer, for: call.reader),
                hours: try await call.desk.teamHours(of: call.viewer, for: call.reader)
            )
        },
        .reads(
            "readPrep",
            "/people/{person}/prep",
            .weeks,
            "Preparation of a 1:1, as your side reads it.",
            callers: pair
        ) {
            PrepAnswer(try await $0.desk.prep($0.person, for: $0.reader))
        },
        .does(
            "keepAction",
            "/people/{person}/actions",
            .weeks,
            "Keeps what the two agreed in a 1:1.",
            callers: pair,
            body: Body.fields(
                [
                    "text": Body.words(AgreedAction.longest, "What was agreed."),
                    "owner": Body.key,
                    "due": Body.day,
                ],
                required: ["text"]
            ),
            status: 201
        ) { call in
            let owner = call.body["owner"]?.text.map { PersonID($0) } ?? call.viewer
            return ActionAnswer(
                try await call.desk.agree(
                    call.text("text"),
                    with: call.person,
                    owner: owner,
                    due: call.day("due"),
                    by: call.reader
                )
            )
        },
        .does(
            "closeAction",
            "/people/{person}/actions/{action}/outcome",
            .weeks,
            "Says what came of what was agreed: done, dropped, or carried over to another day.",
            callers: pair,
            body: Body.fields(
                ["outcome": Body.choice(["done", "dropped", "carried"]), "due": Body.day],
                required: ["outcome"]
            )
        ) { call in
            guard try await call.desk.opens(.oneOnOnes, of: call.person, for: call.reader) else { throw Problem.gone }
            let key = call.path["action"] ?? ""
            let view = try await call.desk.oneOnOne(call.person, for: call.reader)
            guard (view.open + view.closed).contains(where: { $0.id == key }) else { throw Problem.gone }
            let step: AgreedAction.Step =
                switch call.text("outcome") {
                case "done": .done
                case "dropped": .drop
                default: .carryOver(call.day("due"))
                }
            return ActionAnswer(try await call.desk.follow(key, step, by: call.reader))
        },
    ]
}
