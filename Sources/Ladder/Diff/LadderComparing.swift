/// Walks two ladders side by side.
struct LadderComparing {
    let old: CareerLadder
    let new: CareerLadder

    var changes: [LadderChange] {
        levels + requirements + competencies + authorities + ranges + rules + wordings
    }

    func change(
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
}

extension CompetencyTrack {
    /// Who is asked, in words.
    var words: String { self == .shared ? "two tracks together" : "\(rawValue) track" }
}
