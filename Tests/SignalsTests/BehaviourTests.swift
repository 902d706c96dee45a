import Testing

@testable import Signals

@Suite struct `Behaviours and competencies` {
    struct Vector: Decodable {
        let text: String
        let behaviour: String
        let share: Double
        let stage: Double
    }

    let weights: BehaviourWeights

    init() throws { weights = try BehaviourWeights.embedded.get() }

    @Test func `behaviour and stage equal those of the training script`() throws {
        for vector in try Vectors.list("behaviours.json", of: Vector.self) {
            let verdict = weights.verdict(vector.text)
            let best = try #require(verdict.behaviours.indices.max { verdict.behaviours[$0] < verdict.behaviours[$1] })
            let id = best < WorkBehaviour.all.count ? WorkBehaviour.all[best].id : "none"
            #expect(id == vector.behaviour, "\(vector.text)")
            #expect(abs(verdict.behaviours[best] - vector.share) < 1e-3, "\(vector.text)")
            #expect(abs(verdict.stage - vector.stage) < 1e-3, "\(vector.text)")
        }
    }

    @Test func `every row of a matrix adds up to one`() {
        let ladder = [
            BehaviourMatrix.Wording(competency: "build", sentences: ["Adds the test that fails before the change."]),
            .init(
                competency: "care",
                sentences: ["Welcomes a newcomer with a prepared first day.", "Evens out the load."]
            ),
        ]
        for matrix in [BehaviourMatrix.homes, BehaviourMatrix(ladder: ladder, weights: weights)] {
            #expect(matrix.rows.count == WorkBehaviour.all.count)
            for row in matrix.rows { #expect(abs(row.reduce(0, +) - 1) < 1e-9) }
        }
    }

    @Test func `a ladder with words of its own gets its own competencies`() throws {
        let ladder = [
            BehaviourMatrix.Wording(
                competency: "engineering",
                sentences: [
                    "Adds the test that fails before the change and passes after it.",
                    "Repairs a flaky test at its cause.",
                ]
            ),
            .init(
                competency: "hospitality",
                sentences: ["Welcomes a newcomer with a prepared first day.", "Thanks for a concrete act on the day."]
            ),
        ]
        let matrix = BehaviourMatrix(ladder: ladder, weights: weights)
        func first(_ behaviour: String) -> String? {
            let shares = WorkBehaviour.all.map { $0.id == behaviour ? 1.0 : 0 }
            return matrix.competencies(of: shares).first?.competency
        }
        #expect(first("tests-cause") == "engineering")
        #expect(first("thanks-welcomes") == "hospitality")
    }

    @Test func `a printed matrix can be edited and loaded`() throws {
        let matrix = BehaviourMatrix.homes
        #expect(try matrix.applying(csv: matrix.csv) == matrix)
        let edited = try matrix.applying(csv: "behaviour, craft, impact\n# a remark\n\nships, 1, 3\n")
        let ships = try #require(WorkBehaviour.all.firstIndex { $0.id == "ships" })
        let impact = try #require(matrix.competencies.firstIndex(of: "impact"))
        #expect(edited.rows[ships][impact] == 0.75)
        #expect(zip(edited.rows, matrix.rows).filter { $0 != $1 }.count == 1)
    }

    @Test(arguments: [
        ("", BehaviourMatrixError.noHead),
        ("behaviour,juggling\n", .unknownCompetency("juggling", line: 1)),
        ("behaviour,craft\njuggles,1\n", .unknownBehaviour("juggles", line: 2)),
        ("behaviour,craft\nships,1,2\n", .fields(found: 3, expected: 2, line: 2)),
        ("behaviour,craft\nships,-1\n", .notAShare("-1", line: 2)),
        ("behaviour,craft\nships,nan\n", .notAShare("nan", line: 2)),
    ])
    func `an edit that cannot be taken is named with its line`(csv: String, error: BehaviourMatrixError) {
        #expect(throws: error) { try BehaviourMatrix.homes.applying(csv: csv) }
    }

    @Test func `shares of competencies add up to one, the likeliest first`() {
        for text in ["merged and released", "ok", "", "paired with the newcomer on her first deploy"] {
            let shares = BehaviourMatrix.homes.competencies(of: weights.behaviours(of: text))
            #expect(abs(shares.reduce(0) { $0 + $1.share } - 1) < 1e-9)
            #expect(zip(shares, shares.dropFirst()).allSatisfy { $0.share >= $1.share })
        }
    }
}
