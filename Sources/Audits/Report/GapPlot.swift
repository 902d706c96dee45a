/// Figures with intervals, as a drawing.
enum GapPlot {
    /// A drawing of figures around a target; nil of nothing.
    ///
    /// Shape: at most forty figures, the first.
    static func make(
        _ id: String,
        _ title: String,
        _ gaps: [AuditPlot.Gap],
        target: Double = 0,
        threshold: Double? = nil,
        isShare: Bool = true
    ) -> AuditPlot? {
        guard !gaps.isEmpty else { return nil }
        let shown = Array(gaps.prefix(40))
        func word(_ value: Double) -> String { isShare ? AuditWords.percent(value) : AuditWords.fixed(value, 2) }
        return AuditPlot(
            id: id,
            title: title,
            description: shown.map { gap in
                let range = gap.low.flatMap { low in gap.high.map { ", 95 % interval \(word(low)) to \(word($0))" } }
                return "\(gap.label): \(word(gap.value))\(range ?? "")."
            }.joined(separator: " "),
            content: .gaps(gaps: shown, target: target, threshold: threshold, isShare: isShare)
        )
    }
}
