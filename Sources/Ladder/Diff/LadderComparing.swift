/// Walks two ladders side by side.
struct LadderComparing {
    let old: CareerLadder
    let new: CareerLadder

    var changes: [LadderChange] {
        levels + requirements + competencies + authorities + ranges + rules + wordings
    }

    private func change(
        _ kind: LadderChange.Kind,
        _ place: String,
        _ sentence: String,
        _ before: String? = nil,
        _ after: String? = nil,
        weight: LadderChange.Weight = .meaning
    ) -> LadderChange {
        LadderChange(kind: kind, weight: weight, place: place, sentence: sentence, before: before, after: after)
    }

    // MARK: Levels

    private var levels: [LadderChange] {
        var changes: [LadderChange] = []
        for number in Set(old.levels.map(\.number) + new.levels.map(\.number)).sorted() {
            for track in LadderTrack.allCases {
                let place = "level.\(number).\(track.rawValue)"
                switch (old.role(track, level: number), new.role(track, level: number)) {
                case (nil, let role?):
                    changes.append(
                        change(
                            .level,
                            place,
                            "Level \(number) is new on the \(track.rawValue) track: \(role.title).",
                            nil,
                            role.title
                        )
                    )
                case (let role?, nil):
                    changes.append(
                        change(
                            .level,
                            place,
                            "Level \(number) is gone from the \(track.rawValue) track; it was \(role.title).",
                            role.title
                        )
                    )
                case (let before?, let after?) where before.title != after.title:
                    changes.append(
                        change(
                            .title,
                            place,
                            "Level \(number) \(track.rawValue) is now called \(after.title); it was \(before.title).",
                            before.title,
                            after.title
                        )
                    )
                default: break
                }
            }
            if let before = old.level(number)?.band, let after = new.level(number)?.band, before != after {
                changes.append(
                    change(
                        .band,
                        "level.\(number)",
                        "Scope scores from \(after.lower) to \(after.upper) now belong to level \(number); they went from \(before.lower) to \(before.upper).",
                        "\(before.lower)-\(before.upper)",
                        "\(after.lower)-\(after.upper)"
                    )
                )
            }
        }
        return changes
    }

    // MARK: What is asked

    private var requirements: [LadderChange] {
        var changes: [LadderChange] = []
        for level in new.levels {
            for track in LadderTrack.allCases {
                guard let before = old.role(track, level: level.number), let after = level.roles[track] else {
                    continue
                }
                for id in Set(before.required.keys).union(after.required.keys).sorted() {
                    let (was, now) = (before.required[id], after.required[id])
                    guard was != now else { continue }
                    changes.append(
                        requirement(id, level.number, track, was, now, demand: (before.demand, after.demand))
                    )
                }
            }
        }
        return changes
    }

    private func requirement(
        _ id: String,
        _ level: Int,
        _ track: LadderTrack,
        _ was: Int?,
        _ now: Int?,
        demand: (Int, Int)
    ) -> LadderChange {
        let name = new.competency(id)?.name ?? old.competency(id)?.name ?? id
        let place = "level.\(level).\(track.rawValue).\(id)"
        let sentence =
            switch (was, now) {
            case (let was?, let now?):
                "Level \(level) \(track.rawValue) now asks for stage \(now) of \(name); it asked for \(was)."
            case (nil, let now?):
                "Level \(level) \(track.rawValue) now asks for stage \(now) of \(name); it asked for nothing of it."
            case (let was?, nil):
                "Level \(level) \(track.rawValue) no longer asks for \(name); it asked for stage \(was)."
            case (nil, nil): ""
            }
        return change(
            .requirement,
            place,
            sentence,
            was.flatMap { old.statement(id, stage: $0) } ?? was.map(String.init),
            now.flatMap { new.statement(id, stage: $0) } ?? now.map(String.init)
        )
    }

    private var competencies: [LadderChange] {
        let (before, after) = (old.competencies, new.competencies)
        let gone = before.filter { was in !after.contains { $0.id == was.id } }.map {
            change(
                .competency,
                "competency.\($0.id)",
                "\($0.name) is no longer asked for by the \($0.track.words).",
                $0.name
            )
        }
        let come = after.filter { now in !before.contains { $0.id == now.id } }.map {
            change(.competency, "competency.\($0.id)", "\($0.name) is new, for the \($0.track.words).", nil, $0.name)
        }
        let moved = after.compactMap { now -> LadderChange? in
            guard let was = before.first(where: { $0.id == now.id }), was.track != now.track else { return nil }
            let meaning = now.track == .shared ? "; its evidence survives a change of track" : ""
            return change(
                .competency,
                "competency.\(now.id)",
                "\(now.name) now belongs to the \(now.track.words); it belonged to the \(was.track.words)\(meaning).",
                was.track.rawValue,
                now.track.rawValue
            )
        }
        let families = Set(old.families).symmetricDifference(new.families).sorted().map { family in
            let isNew = new.families.contains(family)
            return change(.competency, "family.\(family)", "The family \(family) is \(isNew ? "new" : "gone").")
        }
        return gone + come + moved + families
    }

    // MARK: What a level may do and is paid

    private var authorities: [LadderChange] {
        new.levels.flatMap { level -> [LadderChange] in
            guard let before = old.level(level.number) else { return [] }
            return LadderTrack.allCases.flatMap { track -> [LadderChange] in
                // Once for both tracks is one change, not two.
                if track == .management, before.authority != nil || before.authorities.isEmpty, level.authority != nil {
                    return []
                }
                return AuthorityPart.allCases.compactMap { part in
                    let (was, now) = (before.authorities[track]?[part], level.authorities[track]?[part])
                    guard was != now else { return nil }
                    let whose = level.authority == nil ? " of the \(track.rawValue) track" : ""
                    return change(
                        .authority,
                        "level.\(level.number).\(part.rawValue)",
                        "Level \(level.number): \(part.words)\(whose) changed for everybody at this level.",
                        was,
                        now
                    )
                }
            }
        }
    }

    private var ranges: [LadderChange] {
        func key(_ range: PayRange) -> String { "\(range.track.rawValue), zone \(range.zone), \(range.currency)" }
        return Set(old.levels.map(\.number) + new.levels.map(\.number)).sorted().flatMap { number -> [LadderChange] in
            let before = Dictionary(old.level(number)?.ranges.map { (key($0), $0) } ?? [], uniquingKeysWith: { $1 })
            let after = Dictionary(new.level(number)?.ranges.map { (key($0), $0) } ?? [], uniquingKeysWith: { $1 })
            return Set(before.keys).union(after.keys).sorted().compactMap { name in
                let (was, now) = (before[name], after[name])
                guard was != now else { return nil }
                let sentence =
                    now.map {
                        "Level \(number), \(name): the range is now \($0.words)"
                            + (was.map { "; it was \($0.words)." } ?? "; there was none.")
                    }
                    ?? "Level \(number), \(name): there is no range any more."
                return change(.range, "level.\(number).range", sentence, was?.words, now?.words)
            }
        }
    }

    // MARK: Rules and words

    private var rules: [LadderChange] {
        var changes: [LadderChange] = []
        let (before, after) = (old.rules, new.rules)
        if before.parityTolerance != after.parityTolerance {
            changes.append(
                change(
                    .rule,
                    "rules.parityTolerance",
                    "The tracks' ranges may now differ by \(percent(after.parityTolerance)); it was \(percent(before.parityTolerance))."
                )
            )
        }
        if before.settlingDays != after.settlingDays {
            changes.append(
                change(
                    .rule,
                    "rules.settlingDays",
                    "Settling in after a change of track now takes \(after.settlingDays) days; it took \(before.settlingDays)."
                )
            )
        }
        if before.returnMonths != after.returnMonths {
            changes.append(
                change(
                    .rule,
                    "rules.returnMonths",
                    "A change of track can be taken back for \(after.returnMonths) months; it was \(before.returnMonths)."
                )
            )
        }
        for rule in Set(old.carryOver).union(new.carryOver).sorted(by: {
            ($0.from, $0.to, $0.weight) < ($1.from, $1.to, $1.weight)
        }) {
            let (was, now) = (old.carryOver.contains(rule), new.carryOver.contains(rule))
            guard was != now else { continue }
            let weight = percent(rule.weight)
            let sentence =
                now
                ? "Evidence of \(rule.from) now counts \(weight) for \(rule.to) after a change of track."
                : "Evidence of \(rule.from) no longer counts \(weight) for \(rule.to) after a change of track."
            changes.append(change(.rule, "carryOver.\(rule.from).\(rule.to)", sentence))
        }
        for exception in Set(old.exceptions).symmetricDifference(new.exceptions).sorted(by: {
            ($0.level, $0.zone) < ($1.level, $1.zone)
        }) {
            let isNew = new.exceptions.contains(exception)
            changes.append(
                change(
                    .rule,
                    "exceptions.\(exception.level).\(exception.zone)",
                    "The exception from parity at level \(exception.level), zone \(exception.zone), signed by \(exception.owner) until \(exception.until), is \(isNew ? "new" : "gone")."
                )
            )
        }
        return changes
    }

    /// Statements and other words whose ids both ladders have; a role's title and authority are told above.
    private var wordings: [LadderChange] {
        let before = Dictionary(old.wordings.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.wordings.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })
        let ids = new.wordings.map(\.id) + old.wordings.map(\.id).filter { after[$0] == nil }
        return ids.compactMap { id in
            let (was, now) = (before[id], after[id])
            guard was != now, !isToldElsewhere(id, was, now) else { return nil }
            let sentence =
                switch (was, now) {
                case (nil, _): "\(subject(of: id)) has words now."
                case (_, nil): "\(subject(of: id)) has no words any more."
                default: "\(subject(of: id)) is worded anew."
                }
            return change(.statement, id, sentence, was, now, weight: .words)
        }
    }

    private func isToldElsewhere(_ id: String, _ was: String?, _ now: String?) -> Bool {
        let parts = id.split(separator: ".")
        guard parts.first == "level" else { return id.hasPrefix("competency.") && (was == nil || now == nil) }
        if AuthorityPart.allCases.contains(where: { parts.last == Substring($0.rawValue) }) { return true }
        return parts.last == "title" || was == nil || now == nil
    }

    private func subject(of id: String) -> String {
        let parts = id.split(separator: ".").map(String.init)
        let head = parts.first ?? ""
        switch (head, parts.count) {
        case ("family", 4): return "The title of level \(parts[3]) on the \(parts[2]) track in \(parts[1])"
        case ("level", 3): return "The \(parts[2]) of level \(parts[1])"
        case ("level", 4): return "The \(parts[3]) of level \(parts[1]) on the \(parts[2]) track"
        case ("lens", 3): return "The lens \(parts[1])"
        case ("factor", 3): return "The scope factor \(parts[1])"
        case ("track", 3): return "The \(parts[2]) of the \(parts[1]) track"
        default: break
        }
        let competency = head.split(separator: "@").map(String.init)
        guard
            let name = new.competency(competency.first ?? "", family: competency.count > 1 ? competency[1] : nil)?.name
                ?? old.competency(competency.first ?? "")?.name, parts.count > 1
        else { return "“\(id)”" }
        let family = competency.count > 1 ? " (\(competency[1]))" : ""
        return parts.count > 2
            ? "An act at stage \(parts[1]) of \(name)\(family)" : "Stage \(parts[1]) of \(name)\(family)"
    }

    private func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
}

extension CompetencyTrack {
    /// Who is asked, in words.
    var words: String { self == .shared ? "two tracks together" : "\(rawValue) track" }
}

extension PayRange {
    /// `80000 to 120000, middle 100000`.
    public var words: String { "\(Self.whole(lower)) to \(Self.whole(upper)), middle \(Self.whole(middle))" }

    private static func whole(_ amount: Double) -> String {
        amount == amount.rounded() && abs(amount) < 1e15 ? String(Int(amount)) : "\(amount)"
    }
}
