import ArgumentParser
import Desk
import Ladder
import Workspace

extension LadderCommand {
    /// Shows a person's role beside another one; about roles only, so it reads no evidence.
    static func compare(_ person: String, with goal: String?, _ globals: GlobalOptions) async throws {
        let desk = try await globals.desk()
        let person = try await desk.find(person)
        let ladder = desk.ladder
        guard let level = person.level, let track = LadderTrack(rawValue: person.track.rawValue) else {
            throw DeskError.noLevel(person.name)
        }
        let family = ladder.families.contains(person.family) ? person.family : nil
        let today = Target(track: track, level: level, family: family)
        let target: Target
        if let goal {
            let named = try Target(goal, in: ladder)
            target = Target(track: named.track, level: named.level, family: named.family ?? family)
        } else if let next = ladder.nextLevel(after: level, on: track) {
            target = Target(track: track, level: next, family: family)
        } else {
            throw DeskError.topOfLadder(person.name)
        }
        guard let comparison = RoleComparison(from: today, to: target, in: ladder) else {
            throw DeskError.noSuchTarget("\(today)")
        }
        if globals.json { return try Console.json(ComparisonAnswer(comparison)) }
        Console.heading("\(person.name): \(today) beside \(target)")
        Console.line(LadderText.comparison(comparison))
    }
}

/// Two roles for programs.
struct ComparisonAnswer: Encodable {
    struct Side: Encodable {
        let target: String
        let title: String
        let summary: String
        let scope: String
        let authority: [String: String]?
        let ranges: [String]
    }
    struct Row: Encodable {
        let id: String
        let name: String
        let change: String
        let from: Int?
        let to: Int?
        let fromStatement: String?
        let toStatement: String?
        let carriedFrom: [String: Double]
    }

    let stamp: String
    let today: Side
    let target: Side
    let keepsLevel: Bool
    let changesTrack: Bool
    let competencies: [Row]

    init(_ comparison: RoleComparison) {
        func side(_ side: RoleComparison.Side) -> Side {
            Side(
                target: side.target.description,
                title: side.title,
                summary: side.summary,
                scope: side.scope,
                authority: side.authority.map { authority in
                    Dictionary(uniqueKeysWithValues: AuthorityPart.allCases.map { ($0.rawValue, authority[$0]) })
                },
                ranges: side.ranges.map { "zone \($0.zone): \($0.currency) \($0.words)" }
            )
        }
        stamp = comparison.stamp
        today = side(comparison.today)
        target = side(comparison.target)
        keepsLevel = comparison.keepsLevel
        changesTrack = comparison.changesTrack
        competencies = comparison.rows.map { row in
            Row(
                id: row.id,
                name: row.name,
                change: row.change.rawValue,
                from: row.from,
                to: row.to,
                fromStatement: row.fromStatement,
                toStatement: row.toStatement,
                carriedFrom: Dictionary(row.carriedFrom.map { ($0.id, $0.weight) }, uniquingKeysWith: max)
            )
        }
    }
}
