import Evidence
import Signals
import Workspace

/// What a draft rests on, in at most sixty words: how much, from whom, about what.
struct DraftSummary {
    let work: DraftWork
    let claims: [DraftLine]

    private var isOwn: Bool { work.composer.perspective == .own }
    private var forms: PersonForms { work.telling.forms }

    func lines() -> [DraftLine] {
        sentences().enumerated().map { place, text in
            DraftLine(
                key: "summary:\(place)",
                sentence: Sentence(text, role: .note),
                origin: .composed,
                standing: .stands
            )
        }
    }

    private func sentences() -> [String] {
        let composer = work.composer
        let isOneYear = composer.from.parts.year == composer.to.parts.year
        let from = isOneYear ? DateWords.day(composer.from) : DateWords.dayAndYear(composer.from)
        let period = "\(from) to \(DateWords.dayAndYear(composer.to))"
        guard !work.moments.isEmpty else {
            return ["From \(period), nothing was heard that may be used here. This says nothing about the work."]
        }
        return [rests(period), about(), balance()].compactMap(\.self)
    }

    private func rests(_ period: String) -> String {
        let told = Set(claims.flatMap(\.sources)).count
        let heard = Set(work.counting.filter { $0.voice.person != $0.subject }.map(\.voice.key)).count
        let moments = work.moments.count
        let those = moments == 1 ? "the one moment" : "\(moments) moments"
        let own = work.counting.contains { $0.voice.person == $0.subject }
        let whose =
            switch (heard, own) {
            case (0, _): "in \(forms.possessive) own words"
            case (1, true): "in the words of one colleague and \(isOwn ? "my own" : "in \(forms.possessive) own")"
            case (1, false): "in the words of one colleague"
            case (_, true): "in the words of \(heard) colleagues and \(isOwn ? "my own" : "in \(forms.possessive) own")"
            default: "in the words of \(heard) colleagues"
            }
        let text = isOwn ? "My review" : "This text"
        return
            "\(text) draws on \(those) from \(period), \(whose); it cites \(told) \(told == 1 ? "piece" : "pieces") of evidence."
    }

    /// The competencies to which most moments speak; the order is that of the evidence.
    private func about() -> String? {
        var sums: [Int: Double] = [:]
        for moment in work.moments { if let section = moment.section { sums[section, default: 0] += moment.weight } }
        let all = sums.values.reduce(0, +)
        let order = sums.filter { $0.value >= all * 0.12 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
        let names = order.map { work.composer.competencies[$0.key].name.lowercased() }
        guard let first = names.first else { return nil }
        let options =
            names.count == 1
            ? ["Most of it speaks to \(first).", "Much of what was seen is about \(first)."]
            : [
                "Most of it speaks to \(first), then to \(names[1]).",
                "Two threads run through it: \(first), and \(names[1]).",
                "What was seen is about \(first) first; next comes \(names[1]).",
            ]
        return options[turn % options.count]
    }

    /// Which sort of work would be forgotten most easily, where there is enough of it to say so.
    private func balance() -> String? {
        let count = Double(work.moments.count)
        guard count >= 6 else { return nil }
        func share(_ workClass: WorkClass) -> Double {
            Double(work.moments.count { $0.happening.workClass == workClass }) / count
        }
        let options: [String]? =
            if share(.upkeep) >= 0.2 {
                [
                    "A good part is upkeep: work that shows only where it is missing.",
                    "Much of it kept things running, which is easily overlooked.",
                ]
            } else if share(.decision) >= 0.15 {
                ["A good part is questions that had to be settled.", "Many of the moments are decisions."]
            } else if share(.ownership) >= 0.3 {
                ["A good part is work that somebody had to take on.", "In many of the moments, work is taken on."]
            } else if share(.launch) >= 0.15 {
                ["Some of it is new work that went out.", "A part of it is launches."]
            } else if share(.enablement) >= 0.5 {
                [
                    "A good part is help that went to others.", "More than half is help given, and thanks for it.",
                    "In most of the moments help is given or thanked for.",
                ]
            } else if share(.craft) >= 0.5 {
                [
                    "A good part is thought: views with their reasons.",
                    "More than half is craft: how a thing should be made.",
                ]
            } else {
                nil
            }
        return options.map { $0[turn % $0.count] }
    }

    private var turn: Int { work.moments.first?.happening.entries.first.map(Telling.turn) ?? 0 }
}
