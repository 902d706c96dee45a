extension LadderCheck {
    /// Ranges of a level, zone and currency against the tolerance.
    static func checkRanges(_ ladder: CareerLadder, today: String?, into gathering: inout FindingGathering) {
        for (index, level) in ladder.levels.enumerated() {
            let shared = LadderTrack.allCases.allSatisfy { level.roles[$0] != nil }
            var first: [RangeKey: [LadderTrack: Int]] = [:]
            for (place, range) in level.ranges.enumerated() {
                let key = RangeKey(zone: range.zone, currency: range.currency)
                if first[key]?[range.track] != nil {
                    gathering.note(
                        .doubleRange(level: level.number, zone: range.zone, track: range.track),
                        at: "levels[\(index)].ranges[\(place)]"
                    )
                } else {
                    first[key, default: [:]][range.track] = place
                }
            }
            for (key, places) in first where shared {
                let field = "levels[\(index)].ranges[\(places.values.max() ?? 0)]"
                if let ic = places[.ic], let management = places[.management] {
                    let difference = difference(level.ranges[ic], level.ranges[management])
                    guard difference > ladder.rules.parityTolerance + 1e-9 else { continue }
                    let ends = ladder.exceptions.filter { $0.level == level.number && $0.zone == key.zone }.map(\.until)
                    let holds = ends.contains { end in today.map { end >= $0 } ?? true }
                    guard !holds else { continue }
                    let tolerance = ladder.rules.parityTolerance
                    gathering.note(
                        .rangesApart(
                            level: level.number,
                            zone: key.zone,
                            difference: difference,
                            tolerance: tolerance,
                            expired: ends.max()
                        ),
                        at: field
                    )
                } else if let track = places.keys.first {
                    gathering.note(.lonelyRange(level: level.number, zone: key.zone, track: track), .warning, at: field)
                }
            }
            checkRise(of: level, at: index, after: ladder.levels[..<index], into: &gathering)
        }
    }

    /// A higher level is never worth less than the one before it.
    private static func checkRise(
        of level: LadderLevel,
        at index: Int,
        after earlier: ArraySlice<LadderLevel>,
        into gathering: inout FindingGathering
    ) {
        for (place, range) in level.ranges.enumerated() {
            let before = earlier.reversed().lazy.compactMap { level in
                level.ranges.first { ($0.track, $0.zone, $0.currency) == (range.track, range.zone, range.currency) }
            }.first
            guard let before, range.middle < before.middle else { continue }
            gathering.note(
                .fallingRange(level: level.number, zone: range.zone, track: range.track),
                .warning,
                at: "levels[\(index)].ranges[\(place)]"
            )
        }
    }

    /// The largest relative difference of lower end, middle and upper end, as a share of the ic range.
    private static func difference(_ ic: PayRange, _ management: PayRange) -> Double {
        zip([ic.lower, ic.middle, ic.upper], [management.lower, management.middle, management.upper])
            .map { abs($1 - $0) / $0 }
            .max() ?? 0
    }

    private struct RangeKey: Hashable {
        let zone: String
        let currency: String
    }
}

/// What comes together during one check.
struct FindingGathering {
    let document: LadderDocument
    private var findings: [LadderFinding] = []

    init(document: LadderDocument) { self.document = document }

    var ordered: [LadderFinding] {
        findings.sorted { ($0.line, $0.column, $0.field, $0.words) < ($1.line, $1.column, $1.field, $1.words) }
    }

    mutating func note(_ flaw: LadderFlaw, _ severity: LadderFinding.Severity = .error, at field: String) {
        let place = document.place(of: field)
        findings.append(
            LadderFinding(
                file: document.file,
                line: place.line,
                column: place.column,
                field: field,
                severity: severity,
                flaw: flaw
            )
        )
    }

    mutating func noteHeadcount(in text: String, at field: String) {
        if let words = HeadcountWords.found(in: text) { note(.headcount(words: words), at: field) }
    }
}
