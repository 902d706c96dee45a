// What a level may do, what it is paid, and by which rules people move.
extension LadderComparing {
    var authorities: [LadderChange] {
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

    var ranges: [LadderChange] {
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

    var rules: [LadderChange] {
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

    private func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
}

extension PayRange {
    /// `80000 to 120000, middle 100000`.
    public var words: String { "\(Self.whole(lower)) to \(Self.whole(upper)), middle \(Self.whole(middle))" }

    private static func whole(_ amount: Double) -> String {
        amount == amount.rounded() && abs(amount) < 1e15 ? String(Int(amount)) : "\(amount)"
    }
}
