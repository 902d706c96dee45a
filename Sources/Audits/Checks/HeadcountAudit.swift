import Statistics
import Workspace

/// Whether leading more people goes with a higher level, or more pay, where the scope is the same.
struct HeadcountAudit {
    private let material: AuditMaterial
    private let audience: AuditAudience

    init(_ material: AuditMaterial, _ audience: AuditAudience) {
        self.material = material
        self.audience = audience
    }

    /// One person's figures.
    private struct Point {
        let person: AuditPerson
        let headcount: Double
        let scope: Double
        let level: Double
        /// Logarithm of pay over the median of the place.
        let pay: Double?
    }

    private struct Test {
        let id: String
        let group: String
        let outcome: String
        let link: HeadcountLink
        let people: Int
    }

    var report: AuditReport {
        var draft = ReportDraft(.headcount, material, audience)
        draft.method =
            "Headcount is everybody who reports to a person, directly and through others. Ranks of level, or of pay against the "
            + "median of its place, are related to ranks of headcount once ranks of the scope score are taken out (partial "
            + "Spearman, Fisher's z with 1/√(n − 4)). A signal needs \(HeadcountLink.leastPeople) people, a lower end of the "
            + "95 % interval above \(AuditWords.fixed(HeadcountLink.bound, 2)), and to outlive the correction for several tests "
            + "(Benjamini and Hochberg, q = .10)."
        let lines = ReportingLines(material.people)
        if !lines.circles.isEmpty {
            draft.limits.append(
                "The reporting lines of \(AuditWords.people(lines.circles.count)) form circles; they are left out until the "
                    + "people file is put right."
            )
        }
        let points = points(lines)
        let unscored = material.people.count { $0.level != nil && $0.scope == nil }
        if unscored > 0 {
            draft.limits.append("\(AuditWords.people(unscored)) have no scope score on file and are left out.")
        }
        guard !points.isEmpty else {
            draft.summary = ["Nobody has a scope score on file, so whether headcount counts as scope cannot be told."]
            return draft.finished()
        }
        let tests = tests(points)
        let tested = tests.indices.filter {
            tests[$0].people >= HeadcountLink.leastPeople && tests[$0].link.correlation.interval != nil
        }
        let corrected = ManyTests.benjaminiHochberg(
            tested.map { tests[$0].link.correlation.p(above: HeadcountLink.bound) ?? 1 },
            q: 0.10
        )
        var signals: [String] = []
        for (index, test) in tests.enumerated() {
            let place = tested.firstIndex(of: index)
            let isSignal = test.link.isFlagged && (place.map { corrected.reject[$0] } ?? false)
            if isSignal { signals.append("\(test.outcome), \(test.group)") }
            draft.add(finding(test, place.map { corrected.adjusted[$0] }, isSignal), .heads([test.people]))
        }
        addTable(tests, &draft)
        draft.add(plot(points, outcome: "level", id: "level"))
        draft.add(plot(points.filter { $0.pay != nil }, outcome: "pay", id: "pay"))
        draft.summary =
            signals.isEmpty
            ? [
                tested.isEmpty
                    ? "There are too few people with scope scores to tell whether headcount counts as scope."
                    : "At equal scope, headcount does not raise level or pay beyond what chance explains."
            ]
            : ["At equal scope, people who lead more people stand higher: \(signals.joined(separator: "; "))."]
        return draft.finished()
    }

    private func points(_ lines: ReportingLines) -> [Point] {
        let paid = material.people.filter { $0.fullTimeBase != nil }
        let medians = Dictionary(grouping: paid, by: \.place).compactMapValues {
            Sample.median($0.compactMap(\.fullTimeBase))
        }
        return material.people.compactMap { person in
            guard let level = person.level, let scope = person.scope, scope.isFinite,
                let headcount = lines.headcount[person.id]
            else { return nil }
            let pay = person.fullTimeBase.flatMap { pay in medians[person.place].map { Exponential.log(pay / $0) } }
            return Point(person: person, headcount: Double(headcount), scope: scope, level: Double(level), pay: pay)
        }
    }

    private func tests(_ points: [Point]) -> [Test] {
        let groups: [(String, String, [Point])] =
            [("all", "everybody", points)]
            + Track.allCases.map { track in
                (track.rawValue, AuditWords.track(track.rawValue), points.filter { $0.person.track == track })
            }
        return groups.flatMap { key, name, members -> [Test] in
            let paid = members.filter { $0.pay != nil }
            let level = Test(
                id: "headcount/level/\(key)",
                group: name,
                outcome: "level",
                link: link(members) { $0.level },
                people: members.count
            )
            guard !paid.isEmpty else { return [level] }
            return [
                level,
                Test(
                    id: "headcount/pay/\(key)",
                    group: name,
                    outcome: "pay",
                    link: link(paid) { $0.pay ?? 0 },
                    people: paid.count
                ),
            ]
        }
    }

    private func link(_ points: [Point], _ outcome: (Point) -> Double) -> HeadcountLink {
        HeadcountLink(outcome: points.map(outcome), headcount: points.map(\.headcount), scope: points.map(\.scope))
    }

    private func finding(_ test: Test, _ adjusted: Double?, _ isSignal: Bool) -> AuditFinding {
        let correlation = test.link.correlation
        let sentence: String
        if let partial = correlation.partial, let interval = correlation.interval {
            let figures =
                "\(AuditWords.fixed(partial, 2)) (95 % interval \(AuditWords.fixed(interval.low, 2)) to "
                + "\(AuditWords.fixed(interval.high, 2)))"
            sentence =
                test.people < HeadcountLink.leastPeople
                ? "\(AuditWords.sentence(test.group)): \(test.outcome) goes with headcount at equal scope by \(figures), but "
                    + "\(AuditWords.people(test.people)) are too few to tell; \(HeadcountLink.leastPeople) are needed."
                : "\(AuditWords.sentence(test.group)): at equal scope, \(test.outcome) goes with headcount by \(figures)."
        } else if test.people < 5 {
            sentence = "\(AuditWords.sentence(test.group)): \(AuditWords.people(test.people)) are too few to tell."
        } else {
            sentence =
                "\(AuditWords.sentence(test.group)): nothing can be told, because \(test.outcome) or headcount does not vary at "
                + "equal scope."
        }
        return AuditFinding(
            id: test.id,
            severity: isSignal ? .signal : .none,
            about: AuditWords.sentence(test.group),
            sentence: sentence,
            figure: correlation.partial.map { AuditFigure($0, correlation.interval, unit: .correlation) },
            count: test.people,
            p: correlation.p(above: HeadcountLink.bound),
            adjustedP: adjusted,
            shows:
                "That people with more people under them have a higher \(test.outcome) than others with the same scope score.",
            doesNotShow:
                "That headcount was the reason, or that the scope scores are right; scores given with headcount in mind "
                + "would hide a link.",
            law: nil,
            reading: nil
        )
    }

    private func addTable(_ tests: [Test], _ draft: inout ReportDraft) {
        draft.add(
            table: "headcount",
            "Level and pay against headcount, scope taken out",
            columns: [
                AuditColumn(id: "group", title: "Group", kind: .text),
                AuditColumn(id: "outcome", title: "Of", kind: .text),
                AuditColumn(id: "count", title: "People", kind: .count),
                AuditColumn(id: "plain", title: "As it stands", kind: .number),
                AuditColumn(id: "partial", title: "Scope taken out", kind: .number),
                AuditColumn(id: "low", title: "from", kind: .number),
                AuditColumn(id: "high", title: "to", kind: .number),
            ],
            rows: tests.map { test in
                let correlation = test.link.correlation
                return (
                    [
                        .text(AuditWords.sentence(test.group)), .text(test.outcome), AuditValue(test.people),
                        AuditValue(correlation.plain), AuditValue(correlation.partial),
                        AuditValue(correlation.interval?.low), AuditValue(correlation.interval?.high),
                    ], .heads([test.people])
                )
            },
            keys: 2
        )
    }

    /// Fifths of the people by headcount at equal scope; single people are never drawn.
    private func plot(_ points: [Point], outcome: String, id: String) -> AuditPlot? {
        guard points.count >= HeadcountLink.leastPeople else { return nil }
        let ones = [Double](repeating: 1, count: points.count)
        let scope = Sample.ranks(points.map(\.scope))
        func rest(_ values: [Double]) -> [Double]? {
            guard let model = try? LeastSquares(columns: [ones, scope], answers: values, leaveOutDependent: true) else {
                return nil
            }
            return values.indices.map { values[$0] - model.coefficients[0] - model.coefficients[1] * scope[$0] }
        }
        guard let x = rest(Sample.ranks(points.map(\.headcount))),
            let y = rest(Sample.ranks(points.map { outcome == "pay" ? $0.pay ?? 0 : $0.level }))
        else { return nil }
        let order = points.indices.sorted { (x[$0], $0) < (x[$1], $1) }
        let steps = (0..<5).compactMap { fifth -> AuditPlot.Step? in
            let members = order[(order.count * fifth / 5)..<(order.count * (fifth + 1) / 5)]
            let heights = members.map { y[$0] }
            guard let middle = Sample.mean(heights), let across = Sample.mean(members.map { x[$0] }),
                let variance = Sample.variance(heights)
            else { return nil }
            let error = (variance / Double(heights.count)).squareRoot()
            let reach = StudentDistribution(freedom: Double(heights.count - 1)).quantile(0.975) * error
            return AuditPlot.Step(x: across, y: middle, low: middle - reach, high: middle + reach, count: heights.count)
        }
        return AuditPlot(
            id: "headcount-\(id)",
            title: "\(AuditWords.sentence(outcome)) against headcount, at equal scope",
            description: steps.enumerated().map { index, step in
                "Fifth \(index + 1) by headcount at equal scope, \(step.count) people: \(outcome) lies "
                    + "\(AuditWords.fixed(abs(step.y), 1)) places \(step.y < 0 ? "under" : "over") what scope lets expect."
            }.joined(separator: " "),
            content: .steps(steps: steps, outcome: outcome)
        )
    }
}
