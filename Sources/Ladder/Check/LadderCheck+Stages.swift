extension LadderCheck {
    /// Fewer acts than this do not show a stage.
    static let fewestBehaviours = 3

    static func checkStages(_ ladder: CareerLadder, into gathering: inout FindingGathering) {
        var acts: [String: String] = [:]
        checkRepeats(ladder, into: &gathering)
        for (index, competency) in ladder.competencies.enumerated() {
            let path = "competencies[\(index)].stages"
            checkCompleteness(of: competency, at: path, into: &gathering)
            checkStatements(competency.stages, at: { "\(path)[\($0)].statement" }, into: &gathering)
            for (place, stage) in competency.stages.enumerated() {
                let field = "\(path)[\(place)].behaviours"
                if stage.behaviours.count < fewestBehaviours {
                    gathering.note(.fewBehaviours(count: stage.behaviours.count), .warning, at: field)
                }
                for (number, behaviour) in stage.behaviours.enumerated() {
                    let key = Likeness.core(of: behaviour.words).sorted().joined(separator: " ")
                    if let first = acts[key] {
                        gathering.note(.repeatedBehaviour(first: first), .warning, at: "\(field)[\(number)]")
                    }
                    acts[key] = acts[key] ?? behaviour.id
                }
            }
        }
        for (index, outline) in ladder.outlines.enumerated() {
            for (place, competency) in outline.competencies.enumerated() {
                let path = "outlines[\(index)].competencies[\(place)].stages"
                checkStatements(competency.stages, at: { "\(path)[\($0)]" }, into: &gathering)
            }
        }
    }

    /// The same statement at two competencies cannot tell evidence of the one from evidence of the other.
    private static func checkRepeats(_ ladder: CareerLadder, into gathering: inout FindingGathering) {
        var statements: [String: String] = [:]
        for (index, competency) in ladder.competencies.enumerated() {
            for (place, stage) in competency.stages.enumerated() where !isGap(stage.statement) {
                let key = stage.statement.lowercased()
                if let first = statements[key], !first.hasPrefix("\(competency.id).") {
                    gathering.note(
                        .repeatedStatement(first: first),
                        .warning,
                        at: "competencies[\(index)].stages[\(place)].statement"
                    )
                }
                statements[key] = statements[key] ?? stage.id
            }
        }
    }

    private static func checkCompleteness(
        of competency: Competency,
        at path: String,
        into gathering: inout FindingGathering
    ) {
        for number in 1...5 where competency.stage(number) == nil {
            gathering.note(.missingStage(competency: competency.id, stage: number), at: path)
        }
    }

    private static func checkStatements(
        _ stages: [Stage],
        at field: (Int) -> String,
        into gathering: inout FindingGathering
    ) {
        for (index, stage) in stages.enumerated() {
            guard !isGap(stage.statement) else { continue }
            let twin = stages[..<index].first { Likeness.alike($0.statement, stage.statement) }
            if let twin {
                gathering.note(.sameStatements(stage: stage.number, earlier: twin.number), at: field(index))
            }
        }
    }
}
