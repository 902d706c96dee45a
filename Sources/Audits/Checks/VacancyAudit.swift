import Statistics
import Workspace

/// Whether level-ups came when the work was there, or when a seat was.
struct VacancyAudit {
    private let material: AuditMaterial
    private let audience: AuditAudience
    /// A seat that opened so many days before a decision, or after it, coincides with it.
    private static let daysBefore = 90
    private static let daysAfter = 14
    private static let leastPeople = 8

    init(_ material: AuditMaterial, _ audience: AuditAudience) {
        self.material = material
        self.audience = audience
    }

    private struct Side {
        let track: Track
        var moves: [AuditMove] = []
        var waited = 0
        var asked = 0
        var coincided = 0
        /// How many would coincide if decisions fell on any day of the period.
        var expected = 0.0
        /// The variance of that number.
        var variance = 0.0
        var days: [Double] = []
    }

    var report: AuditReport {
        var draft = ReportDraft(.vacancy, material, audience)
        draft.method =
            "Of the level-ups granted in the period: how many waited for an open position, where that was asked; how many coincide "
            + "with a seat of their track, level, craft and team that opened up to \(Self.daysBefore) days before or "
            + "\(Self.daysAfter) after the decision, against what days drawn at random would give; and how long the way from case "
            + "to decision was, by Hodges and Lehmann's difference between the tracks. From \(Self.leastPeople) level-ups on each "
            + "track on; Benjamini and Hochberg, q = .10."
        let moves = material.moves.filter {
            $0.kind == .levelUp && $0.granted && $0.decided >= material.since && $0.decided <= material.day
        }
        guard !moves.isEmpty else {
            draft.limits.append("No level-ups of the period are on file, so what they waited for cannot be told.")
            draft.summary = ["There are no level-ups to look at."]
            return draft.finished()
        }
        let sides = Track.allCases.map { side($0, moves) }
        noteLimits(moves, &draft)
        addTable(sides, &draft)
        let waited = sides.reduce(0) { $0 + $1.waited }
        let asked = sides.reduce(0) { $0 + $1.asked }
        if asked > 0 { addWaited(waited, asked, &draft) }
        let shown = draft.allows(.heads([asked]))
        let differs = compare(sides, &draft)
        draft.summary =
            [
                asked == 0
                    ? "Whether level-ups waited for an open position was not recorded."
                    : !shown
                        ? "Too few level-ups have a record to be shown."
                        : waited == 0
                            ? "None of \(asked) level-ups with a record waited for an open position."
                            : "\(waited) of \(asked) level-ups with a record waited for an open position, which the ladder does not ask for."
            ] + (differs.isEmpty ? [] : [AuditWords.sentence(differs.joined(separator: "; ")) + "."])
        return draft.finished()
    }

    private func side(_ track: Track, _ moves: [AuditMove]) -> Side {
        let people = Dictionary(material.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var calendar = SeatCalendar(material, before: Self.daysBefore, after: Self.daysAfter)
        var side = Side(track: track)
        for move in moves where move.to.track == track {
            side.moves.append(move)
            if let waited = move.waitedForOpening {
                side.asked += 1
                side.waited += waited ? 1 : 0
            }
            let days = calendar.days(of: move.to, for: people[move.person])
            let share = Double(days.count(where: { $0 })) / Double(max(1, days.count))
            let place = move.decided.days - material.since.days
            side.coincided += days.indices.contains(place) && days[place] ? 1 : 0
            side.expected += share
            side.variance += share * (1 - share)
            if let proposed = move.proposed, proposed <= move.decided {
                side.days.append(Double(move.decided.days - proposed.days))
            }
        }
        return side
    }

    private func noteLimits(_ moves: [AuditMove], _ draft: inout ReportDraft) {
        let unasked = moves.count { $0.waitedForOpening == nil }
        if unasked > 0 {
            draft.limits.append(
                "For \(unasked) of \(moves.count) level-ups nobody recorded whether they waited for a position."
            )
        }
        let undated = moves.count { $0.proposed == nil }
        if undated > 0 {
            draft.limits.append(
                "For \(undated) of \(moves.count) level-ups the day on which the case was opened is not on file."
            )
        }
        if material.openings == nil {
            draft.limits.append("Open seats are not on file, so level-ups cannot be held against them.")
        } else {
            draft.limits.append(
                "A level-up and an open seat that coincide may have nothing to do with each other; level-ups that never came "
                    + "because no seat was open cannot be seen here."
            )
        }
    }

    private func addTable(_ sides: [Side], _ draft: inout ReportDraft) {
        draft.add(
            table: "level-ups",
            "Level-ups and open seats by track",
            columns: [
                AuditColumn(id: "track", title: "Track", kind: .text),
                AuditColumn(id: "level_ups", title: "Level-ups", kind: .count),
                AuditColumn(id: "asked", title: "Recorded", kind: .count),
                AuditColumn(id: "waited", title: "Waited", kind: .count),
                AuditColumn(id: "coincided", title: "Seat opened", kind: .count),
                AuditColumn(id: "expected", title: "by chance", kind: .number),
                AuditColumn(id: "median_days", title: "Days to decide", kind: .count),
            ],
            rows: sides.map { side in
                (
                    [
                        .text(AuditWords.sentence(AuditWords.track(side.track.rawValue))), AuditValue(side.moves.count),
                        AuditValue(side.asked), AuditValue(side.waited),
                        material.openings == nil ? .none : AuditValue(side.coincided),
                        material.openings == nil ? .none : AuditValue(side.expected),
                        AuditValue(Sample.median(side.days)),
                    ], .heads([side.moves.count, side.asked, side.days.count])
                )
            }
        )
    }

    private func addWaited(_ waited: Int, _ asked: Int, _ draft: inout ReportDraft) {
        let share = Proportion(waited, of: asked)
        draft.add(
            AuditFinding(
                id: "vacancy/waited",
                severity: waited > 0 ? .signal : .none,
                about: "Level-ups",
                sentence: "\(waited) of \(asked) level-ups waited for an open position.",
                figure: share.rate.map { AuditFigure($0, share.wilson, unit: .share) },
                count: asked,
                p: nil,
                adjustedP: nil,
                shows: "That a seat, not the work, decided the day. A level-up needs no vacancy.",
                doesNotShow: "How many were never proposed because no seat was open.",
                law: nil,
                reading: nil
            ),
            .heads([asked])
        )
    }

    /// What lies beyond chance, in words.
    private func compare(_ sides: [Side], _ draft: inout ReportDraft) -> [String] {
        guard let ic = sides.first(where: { $0.track == .ic }),
            let management = sides.first(where: { $0.track == .management })
        else { return [] }
        let seated = sides.filter { material.openings != nil && $0.moves.count >= Self.leastPeople && $0.variance > 0 }
        let days =
            min(ic.days.count, management.days.count) >= Self.leastPeople ? RankShift(management.days, ic.days) : nil
        let chances = seated.map { side in
            NormalDistribution.tail((Double(side.coincided) - 0.5 - side.expected) / side.variance.squareRoot())
        }
        let corrected = ManyTests.benjaminiHochberg(chances + [days?.p].compactMap { $0 }, q: 0.10)
        var found: [String] = []
        for (index, side) in seated.enumerated() {
            let words = AuditWords.track(side.track.rawValue)
            if corrected.reject[index] { found.append("level-ups of \(words) go with seats that open") }
            draft.add(
                seats(side, chances[index], corrected.adjusted[index], corrected.reject[index]),
                .heads([side.moves.count])
            )
        }
        if let days {
            let index = seated.count
            let isSignal = corrected.reject[index] && days.interval.excludesZero
            if isSignal {
                found.append("\(AuditWords.track(days.shift >= 0 ? "management" : "ic")) wait longer for a decision")
            }
            draft.add(
                wait(days, ic.days.count + management.days.count, corrected.adjusted[index], isSignal),
                .heads([ic.days.count, management.days.count])
            )
        }
        return found
    }

    private func seats(_ side: Side, _ p: Double, _ adjusted: Double, _ isSignal: Bool) -> AuditFinding {
        let count = Double(side.moves.count)
        let excess = (Double(side.coincided) - side.expected) / count
        let reach = NormalDistribution.z95 * side.variance.squareRoot() / count
        let interval = Interval(low: excess - reach, high: excess + reach)
        let words = AuditWords.track(side.track.rawValue)
        return AuditFinding(
            id: "vacancy/coincided/\(side.track.rawValue)",
            severity: isSignal ? .signal : .none,
            about: "Level-ups of \(words)",
            sentence:
                "\(side.coincided) of \(side.moves.count) level-ups of \(words) go with a seat that opened; days drawn at random "
                + "would give \(AuditWords.fixed(side.expected, 1)).",
            figure: AuditFigure(excess, interval, unit: .share),
            count: side.moves.count,
            p: p,
            adjustedP: adjusted,
            shows: "Whether level-ups of this track come when a seat opens more often than chance lets expect.",
            doesNotShow: "That any one level-up needed the seat; both may follow the same calendar.",
            law: nil,
            reading: nil
        )
    }

    private func wait(_ days: RankShift, _ count: Int, _ adjusted: Double, _ isSignal: Bool) -> AuditFinding {
        let side = AuditWords.track(days.shift >= 0 ? "management" : "ic")
        let range = days.shift >= 0 ? days.interval : days.interval.mapped { -$0 }
        return AuditFinding(
            id: "vacancy/days",
            severity: isSignal ? .signal : .none,
            about: "Level-ups by track",
            sentence: "From case to decision \(side) wait \(AuditWords.fixed(abs(days.shift), 0)) days longer "
                + "(95 % interval \(AuditWords.fixed(range.low, 0)) to \(AuditWords.fixed(range.high, 0))).",
            figure: AuditFigure(abs(days.shift), range, unit: .days),
            count: count,
            p: days.p,
            adjustedP: adjusted,
            shows: "Whether one track waits longer once a case is open.",
            doesNotShow: "How long people did the work before anybody opened a case.",
            law: nil,
            reading: nil
        )
    }
}
