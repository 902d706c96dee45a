import Statistics
import Workspace

/// Whether level-ups, and what the clock says, reach groups at a like rate.
struct ImpactAudit {
    private let material: AuditMaterial
    private let audience: AuditAudience
    /// Rates are compared from so many people in a group and so many level-ups in all.
    private static let leastPeople = 10
    private static let leastSelections = 5
    /// States of the clock are compared from so many people in a group.
    private static let leastStates = 20
    /// From this ratio on more of a group's roles should be asked about.
    private static let unheard = 1.25

    init(_ material: AuditMaterial, _ audience: AuditAudience) {
        self.material = material
        self.audience = audience
    }

    /// The outcomes whose rates are compared.
    private struct Outcome {
        let id: String
        let words: String
        let selected: Set<PersonID>
        /// Among whom.
        let people: [AuditPerson]
    }

    var report: AuditReport {
        var draft = ReportDraft(.impact, material, audience)
        draft.method =
            "Rate: people with a level-up in the period, of all people of a group. Each rate is held against the highest; groups "
            + "under 2 % of all never are the highest. Ratio with the interval of Katz (logarithmic), Fisher's exact test, and "
            + "whether one more here and one fewer there make four fifths. From \(Self.leastPeople) people in a group and "
            + "\(Self.leastSelections) level-ups on; signals are corrected for the number of groups (Benjamini and Hochberg, "
            + "q = .10). States of the clock: from \(Self.leastStates) people in a group on."
        let outcomes = outcomes()
        if material.moves.isEmpty { draft.limits.append("No moves are on file, so rates of level-ups cannot be told.") }
        for outcome in outcomes {
            for category in ["track"] + material.categories { compare(outcome, category, &draft) }
        }
        if material.categories.isEmpty {
            draft.limits.append("No protected categories are on file; only the tracks are compared.")
        }
        draft.limits.append(
            "Rates take everybody of a group; who was near a level-up and who was not is not taken out."
        )
        if draft.summary.isEmpty { draft.summary = ["There is not enough on file to compare rates."] }
        return draft.finished()
    }

    private func outcomes() -> [Outcome] {
        let known = Set(material.people.map(\.id))
        let moved = Set(
            material.moves.filter {
                $0.kind == .levelUp && $0.granted && $0.decided >= material.since && $0.decided <= material.day
            }.map(\.person)
        ).intersection(known)
        var outcomes: [Outcome] = []
        if !material.moves.isEmpty {
            outcomes.append(Outcome(id: "level-up", words: "a level-up", selected: moved, people: material.people))
        }
        let read = material.people.filter { material.states[$0.id] != nil }
        if !read.isEmpty {
            for (state, words) in [
                ("sustainedAtNext", "a clock that says sustained at the next level"),
                ("notEnoughEvidence", "a clock that has not heard enough"),
            ] {
                let selected = Set(read.filter { material.states[$0.id] == state }.map(\.id))
                outcomes.append(Outcome(id: state, words: words, selected: selected, people: read))
            }
            outcomes.append(
                Outcome(id: "asked", words: "colleagues who were asked", selected: material.asked, people: read)
            )
        }
        return outcomes
    }

    private func group(_ person: AuditPerson, _ category: String) -> String? {
        category == "track" ? person.track.rawValue : person.groups[category]
    }

    private func compare(_ outcome: Outcome, _ category: String, _ draft: inout ReportDraft) {
        var counts: [String: (selected: Int, all: Int)] = [:]
        for person in outcome.people {
            guard let group = group(person, category) else { continue }
            counts[group, default: (0, 0)].all += 1
            if outcome.selected.contains(person.id) { counts[group, default: (0, 0)].selected += 1 }
        }
        let unknown = outcome.people.count - counts.values.reduce(0) { $0 + $1.all }
        guard counts.count >= 2 else { return }
        let found = ImpactRatios(counts.mapValues { Proportion($0.selected, of: $0.all) })
        guard let reference = found.reference else { return }
        let least = outcome.id == "level-up" ? Self.leastPeople : Self.leastStates
        let selections = counts.values.reduce(0) { $0 + $1.selected }
        let large = counts[reference, default: (0, 0)].all >= least && selections >= Self.leastSelections
        let names = found.categories.keys.sorted()
        func isTested(_ name: String) -> Bool {
            large && name != reference && counts[name, default: (0, 0)].all >= least
                && !found.under2Percent.contains(name)
        }
        let tested = names.filter(isTested)
        let corrected = ManyTests.benjaminiHochberg(tested.map { found.categories[$0]?.fisherP ?? 1 }, q: 0.10)
        var signals: [String] = []
        for (index, name) in tested.enumerated() {
            guard let one = found.categories[name] else { continue }
            let finding = finding(
                outcome,
                category,
                name,
                reference,
                one,
                corrected.adjusted[index],
                corrected.reject[index]
            )
            if finding.severity == .signal { signals.append(name) }
            draft.add(finding, .heads([one.selected.total]))
        }
        addTable(outcome, category, names, found, isTested, unknown, &draft)
        let title = category == "track" ? "the tracks" : category
        draft.summary.append(
            tested.isEmpty
                ? "\(AuditWords.sentence(outcome.words)), by \(title): too few people or cases to compare."
                : signals.isEmpty
                    ? "\(AuditWords.sentence(outcome.words)), by \(title): rates do not differ beyond chance."
                    : "\(AuditWords.sentence(outcome.words)), by \(title): rates differ beyond chance for \(signals.joined(separator: ", "))."
        )
    }

    private func finding(
        _ outcome: Outcome,
        _ category: String,
        _ name: String,
        _ reference: String,
        _ one: ImpactRatios.Category,
        _ adjusted: Double,
        _ rejected: Bool
    ) -> AuditFinding {
        let words = { (group: String) in category == "track" ? AuditWords.track(group) : group }
        let isLevelUp = outcome.id == "level-up"
        // Not being heard is the disadvantage itself: there the highest rate is the worst.
        let isUnheard = outcome.id == "notEnoughEvidence"
        let ratio = one.impactRatio ?? 1
        let isFar = isUnheard ? ratio < 1 / Self.unheard : one.isUnderFourFifths
        // Where a law looks at the ratio alone it is worth a look even when chance could explain it.
        let isLaw = isLevelUp && category != "track"
        let severity: AuditFinding.Severity =
            isFar && rejected && !one.flips ? .signal : isFar && (isLaw || rejected) ? .notice : .none
        let range = one.interval.map {
            " (95 % interval \(AuditWords.fixed($0.low, 2)) to \(AuditWords.fixed($0.high, 2)))"
        }
        let sentence =
            "\(AuditWords.sentence(words(name))) have \(outcome.words) at \(AuditWords.fixed(ratio, 2)) times the rate of "
            + "\(words(reference))\(range ?? ""): \(one.selected.count) of \(one.selected.total)."
            + (isUnheard && isFar ? " More of the roles of \(words(reference)) should be asked about." : "")
        return AuditFinding(
            id: "impact/\(outcome.id)/\(category)/\(name)",
            severity: severity,
            about: AuditWords.sentence(words(name)),
            sentence: sentence,
            figure: AuditFigure(ratio, one.interval, unit: .ratio),
            count: one.selected.total,
            p: one.fisherP,
            adjustedP: adjusted,
            shows: "How often \(outcome.words) came to this group, against the group with the highest rate.",
            doesNotShow: (one.flips && isFar ? "One case more or fewer would change it. " : "")
                + "Whether the groups did the same work, or how long they were at their level.",
            law: isLaw
                ? AuditLawNote(
                    law: "us-four-fifths",
                    isTriggered: one.isUnderFourFifths,
                    sentence: "The ratio of \(AuditWords.fixed(ratio, 2)) "
                        + (one.isUnderFourFifths
                            ? "is under the four fifths of 29 CFR 1607.4 D."
                            : "is not under the four fifths of 29 CFR 1607.4 D.")
                ) : nil,
            reading: nil
        )
    }

    private func addTable(
        _ outcome: Outcome,
        _ category: String,
        _ names: [String],
        _ found: ImpactRatios,
        _ isTested: (String) -> Bool,
        _ unknown: Int,
        _ draft: inout ReportDraft
    ) {
        let rows = names.map { name -> (values: [AuditValue], protection: Protection) in
            let one = found.categories[name]
            let shown = isTested(name) || name == found.reference
            let remark =
                name == found.reference
                ? "highest" : found.under2Percent.contains(name) ? "under 2 %" : shown ? "" : "too few"
            return (
                [
                    .text(category == "track" ? AuditWords.sentence(AuditWords.track(name)) : name),
                    AuditValue(one?.selected.total ?? 0), AuditValue(one?.selected.count ?? 0),
                    AuditValue(one?.selected.rate),
                    AuditValue(one?.impactRatio), AuditValue(one?.interval?.low), AuditValue(one?.interval?.high),
                    AuditValue(one?.fisherP), .text(one.map { $0.flips ? "one case decides" : "" } ?? ""),
                    .text(remark),
                ], .heads([one?.selected.total ?? 0])
            )
        }
        draft.add(
            table: "\(outcome.id)-\(category)",
            "\(AuditWords.sentence(outcome.words)), by \(category)",
            columns: [
                AuditColumn(id: "group", title: "Group", kind: .text),
                AuditColumn(id: "people", title: "People", kind: .count),
                AuditColumn(id: "selected", title: "With", kind: .count),
                AuditColumn(id: "rate", title: "Rate", kind: .share),
                AuditColumn(id: "ratio", title: "Ratio", kind: .number),
                AuditColumn(id: "low", title: "from", kind: .number),
                AuditColumn(id: "high", title: "to", kind: .number),
                AuditColumn(id: "p", title: "p", kind: .probability),
                AuditColumn(id: "flip", title: "Flip", kind: .text),
                AuditColumn(id: "remark", title: "", kind: .text),
            ],
            rows: rows,
            note: unknown > 0 && draft.allows(.heads([unknown]))
                ? "The group of \(AuditWords.people(unknown)) is not on file." : nil
        )
        let gaps = names.filter { isTested($0) }.compactMap { name -> AuditPlot.Gap? in
            guard let one = found.categories[name], let ratio = one.impactRatio,
                draft.allows(.heads([one.selected.total]))
            else { return nil }
            return AuditPlot.Gap(
                label: name,
                value: ratio,
                low: one.interval?.low,
                high: one.interval?.high,
                isSignal: false
            )
        }
        draft.add(
            GapPlot.make(
                "\(outcome.id)-\(category)",
                "Rate of \(outcome.words) against the highest, by \(category)",
                gaps,
                target: 1,
                threshold: ImpactRatios.fourFifths,
                isShare: false
            )
        )
    }
}
