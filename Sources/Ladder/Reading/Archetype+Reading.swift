extension Archetype {
    init?(_ field: LadderField, competencies: Set<String>) {
        guard
            let fields = field.fields(
                required: ["id", "name", "summary", "depth", "scope", "levels", "competencies", "hiddenBy"]
            )
        else { return nil }
        let id = fields["id"]?.identifier()
        let name = fields["name"]?.text()
        let summary = fields["summary"]?.text()
        let depth = fields["depth"]?.number(0...1)
        let scope = fields["scope"]?.number(0...1)
        let levels = fields["levels"].flatMap(Self.levels)
        let loudest = fields["competencies"]?.list { $0.reference(to: competencies, of: "competency") }
        let hiddenBy = fields["hiddenBy"]?.text()
        guard let id, let name, let summary, let depth, let scope, let levels, let loudest, let hiddenBy else {
            return nil
        }
        self.init(
            id: id,
            name: name,
            summary: summary,
            depth: depth,
            scope: scope,
            levels: levels,
            competencies: loudest,
            hiddenBy: hiddenBy
        )
    }

    private static func levels(_ field: LadderField) -> ClosedRange<Int>? {
        guard let entries = field.list() else { return nil }
        guard entries.count == 2 else {
            field.note(.wrongCount(found: entries.count, expected: "two, the lowest and the highest level,"))
            return nil
        }
        guard let lowest = entries[0].integer(1...20), let highest = entries[1].integer(1...20) else { return nil }
        guard lowest <= highest else {
            entries[1].note(.outOfRange("\(highest)", lowest: "\(lowest)", highest: "20"))
            return nil
        }
        return lowest...highest
    }
}

extension ScopeFactor {
    init?(_ field: LadderField) {
        guard let fields = field.fields(required: ["id", "name", "anchors"]) else { return nil }
        let id = fields["id"]?.identifier()
        let name = fields["name"]?.text()
        let anchors = fields["anchors"]?.list { $0.text() }
        if let anchors, anchors.count != 5, fields["anchors"]?.entryCount == anchors.count {
            fields["anchors"]?.note(.wrongCount(found: anchors.count, expected: "five, one for each score,"))
        }
        guard let id, let name, let anchors else { return nil }
        self.init(id: id, name: name, anchors: anchors)
    }
}

extension CarryOver {
    init?(_ field: LadderField, competencies: Set<String>) {
        guard let fields = field.fields(required: ["from", "to", "weight"]) else { return nil }
        let known = competencies.union(["shared"])
        let from = fields["from"]?.reference(to: known, of: "competency")
        let to = fields["to"]?.reference(to: known, of: "competency")
        let weight = fields["weight"]?.number(0...1)
        guard let from, let to, let weight else { return nil }
        self.init(from: from, to: to, weight: weight)
    }
}

extension LadderRules {
    init?(_ field: LadderField) {
        guard let fields = field.fields(required: ["parityTolerance", "settlingDays", "returnMonths"]) else {
            return nil
        }
        let tolerance = fields["parityTolerance"]?.number(0...0.2)
        let settling = fields["settlingDays"]?.integer(0...730)
        let months = fields["returnMonths"]?.integer(0...60)
        guard let tolerance, let settling, let months else { return nil }
        self.init(parityTolerance: tolerance, settlingDays: settling, returnMonths: months)
    }
}
