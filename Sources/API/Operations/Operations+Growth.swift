import Answers
import Desk
import Evidence
import Growth
import Ladder
import Moves
import Titles
import Workspace

extension Operations {
    static let growth: [Operation] = [
        .reads(
            "readClock",
            "/people/{person}/clock",
            .growth,
            "The level clock: state, windows, interval, gates, who has been heard.",
            callers: pair,
            query: [
                Parameter(
                    name: "target",
                    words:
                        "What to read against, such as `ic:6` or `management:5`; the next level on the own track without it.",
                    schema: ["type": "string", "maxLength": 60, "pattern": "^(ic|management):[0-9]{1,2}$"]
                )
            ]
        ) { call in
            var target: Target?
            if let text = call.query["target"]?.text {
                guard try await call.desk.opens(.person, of: call.person, for: call.reader) else { throw Problem.gone }
                guard let known = try? Target(text, in: call.desk.ladder) else {
                    throw Problem(.notFound, "The ladder has no such role. It can be read at /ladder.")
                }
                target = known
            }
            return ClockAnswer(try await call.desk.clock(of: call.person, target: target, for: call.reader))
        },
        .lists(
            "listCompetencies",
            "/people/{person}/competencies",
            .growth,
            "What is seen of each competency, with the evidence for it.",
            callers: pair,
            key: { (competency: ClockReading.CompetencyReading) in competency.id },
            row: { CompetencyAnswer($0) },
            run: { call in
                try await call.desk.clock(of: call.person, target: nil, for: call.reader).competencies
            }
        ),
        .reads(
            "readLadder",
            "/ladder",
            .growth,
            "The ladder in force: both tracks, level by level.",
            callers: everybody
        ) {
            LadderAnswer($0.desk.ladder)
        },
        .reads(
            "readTitle",
            "/titles",
            .growth,
            "What a title from outside may mean here: track and range of levels, with reasons.",
            callers: everybody,
            query: [
                Parameter(
                    name: "title",
                    words: "The title, such as Principal Architect.",
                    schema: ["type": "string", "minLength": 1, "maxLength": 200],
                    isRequired: true
                ),
                Parameter(
                    name: "company",
                    words: "The company that uses it.",
                    schema: ["type": "string", "maxLength": 200]
                ),
            ]
        ) { call in
            let title = call.query["title"]?.text ?? ""
            return TitleAnswer(title, TitleResolver().resolve(TitleQuery(title, company: call.query["company"]?.text)))
        },
    ]

    static let moves: [Operation] = [
        .lists(
            "listMoves",
            "/moves",
            .growth,
            "Level-ups and changes of track that you may see, the newest first.",
            callers: "The person, the manager, and people operations; each sees what is theirs to see.",
            key: { (move: Move) in Paging.newestFirst(move.begun, move.id.text) },
            row: { MoveAnswer($0) },
            run: { try await $0.desk.moves(for: $0.reader) }
        ),
        .reads(
            "readMove",
            "/moves/{move}",
            .growth,
            "One move with its history; a decider sees state and items after a first view was written down.",
            callers: "The person, the manager, and people operations."
        ) { call in
            MoveViewAnswer(try await call.desk.move(MoveID(call.path["move"] ?? ""), for: call.reader))
        },
    ]
}
