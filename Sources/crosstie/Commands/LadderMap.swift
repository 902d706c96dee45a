import ArgumentParser
import Foundation
import Ladder
import Signals

/// Shows which competencies of a ladder each behaviour speaks to; an edited table can be shown as it will be used.
struct LadderMap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Show which competencies each behaviour speaks to.",
        discussion: """
            The reader sees behaviours; this table turns them into the competencies of your ladder. It is computed from the \
            ladder's own stage statements and behaviours. Print it with --csv, change numbers (a row is brought to a sum \
            of 1; rows that you leave out stay as computed), and look at the result with --edits FILE.
            """
    )

    @OptionGroup var globals: GlobalOptions

    @Argument(help: "A ladder in YAML; without it the built-in one.")
    var file: String?

    @Option(help: "An edited table, as --csv prints it.")
    var edits: String?

    @Flag(help: "Print the whole table with commas between.")
    var csv = false

    func run() async throws {
        let ladder = try Self.ladder(file)
        var matrix = try Self.matrix(of: ladder)
        if let edits { matrix = try matrix.applying(csv: String(contentsOfFile: edits, encoding: .utf8)) }
        if csv { return Console.line(String(matrix.csv.dropLast())) }
        if globals.json { return try Console.json(WorkBehaviour.all.indices.map { Row(matrix, $0) }) }
        for index in WorkBehaviour.all.indices {
            let row = Row(matrix, index)
            let shares = row.competencies.prefix(3).map { "\($0.competency) \(Int(($0.share * 100).rounded())) %" }
            Console.line("\(row.behaviour)  \(row.words)\n    \(shares.joined(separator: " · "))")
        }
    }

    /// The matrix that a ladder's own words give.
    static func matrix(of ladder: CareerLadder) throws -> BehaviourMatrix {
        let wordings = ladder.competencies.map { competency in
            BehaviourMatrix.Wording(
                competency: competency.id,
                sentences: competency.stages.flatMap { [$0.statement] + $0.behaviours.map(\.words) }
            )
        }
        return BehaviourMatrix(ladder: wordings, weights: try BehaviourWeights.embedded.get())
    }

    private static func ladder(_ file: String?) throws -> CareerLadder {
        guard let file else { return .reference }
        return try LadderDocument.read(yaml: LadderFile.source(of: file), file: file).ladder
    }

    private struct Row: Encodable {
        let behaviour: String
        let words: String
        let competencies: [CompetencyShare]

        init(_ matrix: BehaviourMatrix, _ index: Int) {
            let item = WorkBehaviour.all[index]
            behaviour = item.id
            words = item.words
            competencies = zip(matrix.competencies, matrix.rows[index]).filter { $0.1 >= 0.005 }.sorted { $0.1 > $1.1 }
                .map { CompetencyShare(competency: $0.0, share: $0.1) }
        }
    }
}
