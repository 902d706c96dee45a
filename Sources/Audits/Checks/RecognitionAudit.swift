import Statistics
import Workspace

/// Whether both tracks hear the same recognition from leadership at equal level.
struct RecognitionAudit {
    private let material: AuditMaterial
    private let audience: AuditAudience
    /// Rates are compared from so many people on each track of a level.
    private static let leastPeople = 8

    init(_ material: AuditMaterial, _ audience: AuditAudience) {
        self.material = material
        self.audience = audience
    }

    private struct Row {
        let level: Int?
        let ic: [Double]
        let management: [Double]
        var difference: Double?
        var interval: Interval?
        var p: Double?
        var label: String { level.map { "Level \($0)" } ?? "All levels that both tracks have" }
        var cell: AuditCell { AuditCell(level.map { [.level: String($0)] } ?? [:]) }
    }

    var report: AuditReport {
        var draft = ReportDraft(.recognition, material, audience)
        draft.method =
            "Leadership of a person is whoever stands at least one level higher, or above them in the reporting line. Counted are "
            + "settled episodes of recognition per person and year. By level: difference of means after Welch, from "
            + "\(Self.leastPeople) people on each track on. Over all levels: least squares on track and level, HC3 errors. "
            + "Corrected for several comparisons (Benjamini and Hochberg, q = .10)."
        guard !material.recognitions.isEmpty else {
            draft.limits.append("No settled recognition of the period is on file, so what was heard cannot be told.")
            draft.summary = ["There is no recognition to compare."]
            return draft.finished()
        }
        let people = material.people.filter { $0.level != nil }
        let rates = rates(people)
        for track in Track.allCases { draft.know(track.rawValue, people.filter { $0.track == track }) }
        var rows = material.sharedLevels.compactMap { level(people, rates, $0) }
        if let all = allLevels(people, rates) { rows.insert(all, at: 0) }
        let tested = rows.indices.filter { rows[$0].p != nil }
        let corrected = ManyTests.benjaminiHochberg(tested.map { rows[$0].p ?? 1 }, q: 0.10)
        var signals: [String] = []
        var gaps: [AuditPlot.Gap] = []
        var table: [(values: [AuditValue], protection: Protection)] = []
        for (index, row) in rows.enumerated() {
            let place = tested.firstIndex(of: index)
            let protection = Protection.cells(Track.allCases.map { ($0.rawValue, row.cell) })
            table.append((values(row), protection))
            guard let place, let difference = row.difference, let interval = row.interval else { continue }
            let isSignal = corrected.reject[place] && interval.excludesZero
            if isSignal { signals.append(row.label.lowercased()) }
            draft.add(finding(row, difference, interval, corrected.adjusted[place], isSignal), protection)
            if draft.allows(protection) {
                gaps.append(
                    AuditPlot.Gap(
                        label: row.label,
                        value: difference,
                        low: interval.low,
                        high: interval.high,
                        isSignal: isSignal
                    )
                )
            }
        }
        draft.add(
            table: "recognition",
            "Recognition from leadership per person and year",
            columns: [
                AuditColumn(id: "level", title: "Level", kind: .text),
                AuditColumn(id: "ic_count", title: "IC", kind: .count),
                AuditColumn(id: "ic_rate", title: "heard", kind: .number),
                AuditColumn(id: "management_count", title: "Managers", kind: .count),
                AuditColumn(id: "management_rate", title: "heard", kind: .number),
                AuditColumn(id: "difference", title: "Managers more by", kind: .number),
                AuditColumn(id: "low", title: "from", kind: .number),
                AuditColumn(id: "high", title: "to", kind: .number),
            ],
            rows: table
        )
        draft.add(
            GapPlot.make(
                "recognition",
                "How much more recognition from leadership managers hear, per person and year",
                gaps,
                isShare: false
            )
        )
        if tested.isEmpty {
            draft.limits.append(
                "No level has \(Self.leastPeople) people on each track, so the tracks cannot be compared."
            )
        }
        draft.limits.append("Only what was said where the reader listens is counted; thanks in a meeting are not.")
        draft.summary = [
            tested.isEmpty
                ? "There are too few people on one track at every level to compare."
                : signals.isEmpty
                    ? "At equal level both tracks hear alike from leadership, as far as chance lets tell."
                    : "The tracks do not hear alike from leadership: \(signals.joined(separator: ", "))."
        ]
        return draft.finished()
    }

    /// Episodes a year that each person heard from leadership.
    private func rates(_ people: [AuditPerson]) -> [PersonID: Double] {
        let known = Dictionary(material.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let lines = ReportingLines(material.people)
        let years = max(1, Double(material.day.days - material.since.days)) / 365.25
        var heard: [PersonID: Double] = [:]
        for one in material.recognitions where one.episodes > 0 && one.voice != one.subject {
            guard let subject = known[one.subject], let voice = known[one.voice], let level = subject.level else {
                continue
            }
            let leads = (voice.level.map { $0 >= level + 1 } ?? false) || lines.isAbove(one.voice, one.subject)
            if leads { heard[one.subject, default: 0] += Double(one.episodes) / years }
        }
        return people.reduce(into: [:]) { $0[$1.id] = heard[$1.id, default: 0] }
    }

    private func level(_ people: [AuditPerson], _ rates: [PersonID: Double], _ level: Int) -> Row? {
        func of(_ track: Track) -> [Double] {
            people.filter { $0.track == track && $0.level == level }.map { rates[$0.id, default: 0] }
        }
        let (ic, management) = (of(.ic), of(.management))
        guard !ic.isEmpty || !management.isEmpty else { return nil }
        var row = Row(level: level, ic: ic, management: management)
        if min(ic.count, management.count) >= Self.leastPeople, let welch = WelchComparison(management, ic) {
            row.difference = welch.difference
            row.interval = welch.interval
            row.p = welch.p
        }
        return row
    }

    private func allLevels(_ people: [AuditPerson], _ rates: [PersonID: Double]) -> Row? {
        let shared = Set(material.sharedLevels)
        let kept = people.filter { shared.contains($0.level ?? 0) }
        func of(_ track: Track) -> [Double] { kept.filter { $0.track == track }.map { rates[$0.id, default: 0] } }
        var row = Row(level: nil, ic: of(.ic), management: of(.management))
        guard min(row.ic.count, row.management.count) >= Self.leastPeople else { return row.ic.isEmpty ? nil : row }
        let levels = Set(kept.compactMap(\.level)).sorted().dropFirst()
        let columns =
            [[Double](repeating: 1, count: kept.count)] + levels.map { level in kept.map { $0.level == level ? 1 : 0 } }
            + [kept.map { $0.track == .management ? 1 : 0 }]
        guard
            let model = try? LeastSquares(
                columns: columns,
                answers: kept.map { rates[$0.id, default: 0] },
                leaveOutDependent: true
            ),
            !model.leftOut.contains(columns.count - 1), model.freedom >= PayRegression.leastFreedom
        else { return row }
        row.difference = model.coefficients[columns.count - 1]
        row.interval = model.interval(columns.count - 1)
        row.p = model.p(columns.count - 1)
        return row
    }

    private func values(_ row: Row) -> [AuditValue] {
        [
            .text(row.label), AuditValue(row.ic.count), AuditValue(Sample.mean(row.ic)),
            AuditValue(row.management.count),
            AuditValue(Sample.mean(row.management)), AuditValue(row.difference), AuditValue(row.interval?.low),
            AuditValue(row.interval?.high),
        ]
    }

    private func finding(
        _ row: Row,
        _ difference: Double,
        _ interval: Interval,
        _ adjusted: Double,
        _ isSignal: Bool
    ) -> AuditFinding {
        let side = AuditWords.track(difference >= 0 ? "management" : "ic")
        let range = difference >= 0 ? interval : interval.mapped { -$0 }
        return AuditFinding(
            id: "recognition/" + (row.level.map { "level=\($0)" } ?? "all"),
            severity: isSignal ? .signal : .none,
            about: row.label,
            sentence: (row.level.map { "At level \($0)" } ?? "At equal level")
                + ", \(side) hear recognition from leadership "
                + "\(AuditWords.fixed(abs(difference), 1)) times more a year (95 % interval \(AuditWords.fixed(range.low, 1)) to "
                + "\(AuditWords.fixed(range.high, 1))).",
            figure: AuditFigure(abs(difference), range, unit: .perPerson),
            count: row.ic.count + row.management.count,
            p: row.p,
            adjustedP: adjusted,
            shows: "Whose work leadership speaks of where the reader listens.",
            doesNotShow: "Whose work was better, or what was said elsewhere.",
            law: nil,
            reading: nil
        )
    }
}
