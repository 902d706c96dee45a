extension LadderCheck {
    /// Statements closer than this share of words cannot be told apart.
    static let sameness = 0.6
    /// Fewer acts than this do not show a stage.
    static let fewestBehaviours = 3

    static func checkStages(_ ladder: CareerLadder, into gathering: inout FindingGathering) {
        var acts: [String: String] = [:]
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
                    gathering.noteHeadcount(in: behaviour.words, at: "\(field)[\(number)]")
                    let key = words(of: behaviour.words).sorted().joined(separator: " ")
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
            gathering.noteHeadcount(in: stage.statement, at: field(index))
            let own = words(of: stage.statement)
            let twin = stages[..<index].first { other in
                let theirs = words(of: other.statement)
                let all = own.union(theirs).count
                return all == 0 || Double(own.intersection(theirs).count) / Double(all) >= sameness
            }
            if let twin {
                gathering.note(.sameStatements(stage: stage.number, earlier: twin.number), at: field(index))
            }
        }
    }

    private static func words(of text: String) -> Set<String> {
        Set(text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init))
            .subtracting(["a", "an", "the", "and", "or", "of", "to", "in", "with", "for", "very", "more"])
    }
}
