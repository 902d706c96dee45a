import Desk
import Workspace

extension TrialsPage {
    /// Trials as a desk has them.
    static func fill(from desk: Desk, viewer: PersonID) async throws -> TrialsPage {
        let kept = try await desk.trials(for: .person(viewer))
        return TrialsPage(
            parts: Trial.Sort.allCases.map { sort in TrialPart(sort, kept.last { $0.trial.sort == sort }) }
        )
    }
}

extension TrialPart {
    fileprivate init(_ sort: Trial.Sort, _ kept: KeptTrialView?) {
        let trial = kept?.trial
        self.init(
            anchor: sort.rawValue,
            title: sort == .backtest ? "Against moves that are known" : "In made-up companies",
            lead: sort == .backtest
                ? "The record is read as it was on days before moves that are known, and the clock is asked what it would have shown. Nothing later is read."
                : "The people are made up, so that it is known who grew and who did not. The clock looks at them for two years.",
            command: trial == nil
                ? sort == .backtest ? "crosstie backtest --moves FILE --keep" : "crosstie simulate --keep" : nil,
            day: kept.map { DayMark($0.day) },
            facts: (trial?.facts ?? []).map { Fact(label: Words(english: $0.label), words: Words(english: $0.words)) },
            shows: (trial?.shows ?? []).map(Words.init(english:)),
            limits: (trial?.limits ?? []).map(Words.init(english:)),
            tables: (trial?.tables ?? []).map { table in
                TrialTable(
                    title: Words(english: table.title),
                    note: Words(english: table.note),
                    head: Words(english: table.columns.first ?? ""),
                    columns: table.columns.dropFirst().map(Words.init(english:)),
                    rows: table.rows.map {
                        TrialRow(head: Words(english: $0.first ?? ""), cells: Array($0.dropFirst()))
                    }
                )
            }
        )
    }
}
