extension Competency {
    init?(_ field: LadderField) {
        guard let fields = field.fields(required: ["id", "name", "track", "stages"], optional: ["family"]) else {
            return nil
        }
        let id = fields["id"]?.identifier()
        let name = fields["name"]?.text()
        let track = fields["track"]?.word(CompetencyTrack.self)
        let family = fields["family"]?.identifier()
        let stages = fields["stages"]?.list { Stage($0, competency: id ?? "") } ?? []
        fields["stages"]?.noteRising(stages.map(\.number))
        guard let id, let name, let track else { return nil }
        self.init(id: id, name: name, track: track, family: family, stages: stages)
    }
}

extension Stage {
    init?(_ field: LadderField, competency: String) {
        guard let fields = field.fields(required: ["stage", "statement"], optional: ["behaviours"]) else { return nil }
        let number = fields["stage"]?.integer(1...5)
        let statement = fields["statement"]?.text()
        let words = fields["behaviours"]?.list { $0.text() } ?? []
        guard let number, let statement else { return nil }
        let id = "\(competency).\(number)"
        self.init(
            id: id,
            number: number,
            statement: statement,
            behaviours: words.enumerated().map { Behaviour(id: "\(id).\($0 + 1)", words: $1) }
        )
    }
}

extension FamilyOutline {
    init?(_ field: LadderField, competencies: [Competency]) {
        guard let fields = field.fields(required: ["family", "name", "competencies"], optional: ["titles"]) else {
            return nil
        }
        let id = fields["family"]?.identifier()
        let name = fields["name"]?.text()
        let own = fields["competencies"]?.list { entry in
            Self.competency(entry, family: id ?? "", competencies: competencies)
        }
        if let own { fields["competencies"]?.noteRepeats(of: own, \.id) }
        let titles = fields["titles"].map(Self.titles) ?? [:]
        guard let id, let name, let own else { return nil }
        self.init(id: id, name: name, competencies: own, titles: titles)
    }

    private static func titles(_ field: LadderField) -> [LadderTrack: [Int: String]] {
        guard let tracks = field.fields(required: [], optional: LadderTrack.allCases.map(\.rawValue)) else {
            return [:]
        }
        var titles: [LadderTrack: [Int: String]] = [:]
        for track in LadderTrack.allCases {
            guard let entry = tracks[track.rawValue] else { continue }
            let levels = entry.fields(required: [], optional: (1...20).map(String.init))
            for level in 1...20 {
                if let title = levels?[String(level)]?.text() { titles[track, default: [:]][level] = title }
            }
        }
        return titles
    }

    private static func competency(
        _ field: LadderField,
        family: String,
        competencies: [Competency]
    ) -> Competency? {
        guard let fields = field.fields(required: ["id", "name", "stages"]) else { return nil }
        let id = fields["id"]?.reference(to: Set(competencies.map(\.id)), of: "competency")
        let name = fields["name"]?.text()
        let statements = fields["stages"]?.list { $0.text() }
        if let statements, statements.count != 5, fields["stages"]?.entryCount == statements.count {
            fields["stages"]?.note(.wrongCount(found: statements.count, expected: "five, one for each stage"))
        }
        guard let id, let name, let statements else { return nil }
        return Competency(
            id: id,
            name: name,
            track: competencies.first { $0.id == id }?.track ?? .shared,
            family: family,
            stages: statements.enumerated().map {
                Stage(id: "\(id)@\(family).\($0 + 1)", number: $0 + 1, statement: $1, behaviours: [])
            }
        )
    }
}

extension LadderField {
    /// Notes the first stage that does not come after the one before; gaps are the check's matter.
    fileprivate func noteRising(_ numbers: [Int]) {
        guard entryCount == numbers.count else { return }
        for index in numbers.indices.dropFirst() where numbers[index] <= numbers[index - 1] {
            let place = gathering.places["\(path)[\(index)]"]
            gathering.note(
                .outOfOrder(found: numbers[index], expected: numbers[index - 1] + 1),
                line: place?.line ?? 1,
                column: place?.column ?? 1,
                field: "\(path)[\(index)]"
            )
            return
        }
    }
}
