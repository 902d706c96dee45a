public import Ladder

/// A ladder for programs.
public struct LadderAnswer: Codable, Sendable {
    struct Level: Codable, Sendable {
        let level: Int
        let scope: String
        let ic: Side?
        let management: Side?
        let authority: Authority?
    }
    struct Side: Codable, Sendable {
        let title: String
        let summary: String
        let required: [String: Int]
    }
    struct Authority: Codable, Sendable {
        let decides: String
        let budget: String
        let hiring: String
    }
    struct Competency: Codable, Sendable {
        let id: String
        let name: String
        let stages: [String]
    }

    let id: String
    let version: String
    let stamp: String
    let levels: [Level]
    let competencies: [Competency]

    /// Reads it from what the desk gives.
    public init(_ ladder: CareerLadder) {
        id = ladder.id
        version = ladder.version
        stamp = ladder.stamp
        levels = ladder.levels.map { level in
            func side(_ track: LadderTrack) -> Side? {
                level.roles[track].map { Side(title: $0.title, summary: $0.summary, required: $0.required) }
            }
            return Level(
                level: level.number,
                scope: level.scope,
                ic: side(.ic),
                management: side(.management),
                authority: level.authority.map { Authority(decides: $0.decides, budget: $0.budget, hiring: $0.hiring) }
            )
        }
        competencies = ladder.competencies.map {
            Competency(id: $0.id, name: $0.name, stages: $0.stages.map(\.statement))
        }
    }
}
