extension AuditPlot {
    /// The drawing as inline SVG with title and description; colours come from classes, so that pages can be dark or light.
    ///
    /// Shape: classes `audit-plot`, `axis`, `grid`, `label`, `target`, `threshold`, `interval`, `dot`, `signal`, `ic`,
    /// `management`, `middle`.
    public var svg: String {
        switch content {
        case .bands(let bands, let currency): draw(bands, currency)
        case .gaps(let gaps, let target, let threshold, let isShare): draw(gaps, target, threshold, isShare)
        case .steps(let steps, let outcome): draw(steps, outcome)
        }
    }

    private func frame(_ width: Double, _ height: Double, _ body: [String]) -> String {
        let key = "plot-" + id.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        let words = SVG.escaped(description)
        return """
            <svg class="audit-plot" viewBox="0 0 \(SVG.number(width)) \(SVG.number(height))" role="img" \
            aria-labelledby="\(SVG.escaped(key))-title \(SVG.escaped(key))-desc" xmlns="http://www.w3.org/2000/svg">
            <title id="\(SVG.escaped(key))-title">\(SVG.escaped(title))</title>
            <desc id="\(SVG.escaped(key))-desc">\(words)</desc>
            \(body.joined(separator: "\n"))
            </svg>
            """
    }

    // MARK: Bands

    private func draw(_ bands: [Band], _ currency: String) -> String {
        let levels = Set(bands.map(\.level)).sorted()
        let top = bands.map(\.maximum).max() ?? 1
        let axis = SVG.Axis(low: 0, high: top, from: 90, to: 620)
        let rowHeight = 44.0
        let height = rowHeight * Double(levels.count) + 60
        var body = axis.ticks(count: 5).flatMap { tick in
            [
                SVG.line("grid", axis.place(tick), 20, axis.place(tick), height - 36),
                SVG.text("label", axis.place(tick), height - 20, AuditWords.fixed(tick, 0), anchor: "middle"),
            ]
        }
        body.append(SVG.text("label", 620, height - 4, currency + " a year", anchor: "end"))
        for (row, level) in levels.enumerated() {
            let start = 24 + rowHeight * Double(row)
            body.append(SVG.text("label", 80, start + 20, "Level \(level)", anchor: "end"))
            for (place, track) in ["ic", "management"].enumerated() {
                for band in bands where band.level == level && band.track == track {
                    let y = start + 17 * Double(place)
                    let name = track == "ic" ? "IC" : "Managers"
                    body.append(
                        SVG.rectangle(
                            track,
                            axis.place(band.minimum),
                            y,
                            axis.place(band.maximum) - axis.place(band.minimum),
                            14,
                            title: "Level \(level), \(name): \(AuditWords.fixed(band.minimum, 0)) to "
                                + AuditWords.fixed(band.maximum, 0)
                        )
                    )
                    body.append(SVG.line("middle", axis.place(band.midpoint), y, axis.place(band.midpoint), y + 14))
                    body.append(SVG.text("label small", axis.place(band.maximum) + 4, y + 11, name, anchor: "start"))
                }
            }
        }
        return frame(720, height, body)
    }

    // MARK: Gaps

    private func draw(_ gaps: [Gap], _ target: Double, _ threshold: Double?, _ isShare: Bool) -> String {
        let ends = gaps.flatMap { [$0.value, $0.low ?? $0.value, $0.high ?? $0.value] } + [target]
        let marks = threshold.map { isShare ? [target - $0, target + $0] : [$0] } ?? []
        let reach = (ends + marks).filter(\.isFinite)
        // A very wide interval must not press the others flat; it runs out of the picture with its end cut.
        let limit = isShare ? 0.6 : 4.0
        let axis = SVG.Axis(
            low: max(reach.min() ?? -1, target - limit),
            high: min(reach.max() ?? 1, target + limit),
            from: 240,
            to: 680
        )
        let height = 28 * Double(gaps.count) + 56
        func word(_ value: Double) -> String { isShare ? AuditWords.percent(value) : AuditWords.fixed(value, 2) }
        var body = axis.ticks(count: 4).flatMap { tick in
            [
                SVG.line("grid", axis.place(tick), 12, axis.place(tick), height - 32),
                SVG.text("label", axis.place(tick), height - 14, word(tick), anchor: "middle"),
            ]
        }
        body.append(SVG.line("target", axis.place(target), 12, axis.place(target), height - 32))
        body += marks.map { SVG.line("threshold", axis.place($0), 12, axis.place($0), height - 32) }
        for (row, gap) in gaps.enumerated() {
            let y = 26 + 28 * Double(row)
            let side = gap.isSignal ? " signal" : ""
            body.append(SVG.text("label", 230, y + 4, gap.label, anchor: "end"))
            if let low = gap.low, let high = gap.high {
                body.append(SVG.line("interval" + side, axis.place(low), y, axis.place(high), y))
            }
            body.append(
                SVG.circle("dot" + side, axis.place(gap.value), y, 5, title: "\(gap.label): \(word(gap.value))")
            )
        }
        return frame(720, height, body)
    }

    // MARK: Steps

    private func draw(_ steps: [Step], _ outcome: String) -> String {
        let across = SVG.Axis(low: steps.map(\.x).min() ?? 0, high: steps.map(\.x).max() ?? 1, from: 90, to: 640)
        let up = SVG.Axis(
            low: min(0, steps.map(\.low).min() ?? 0),
            high: max(0, steps.map(\.high).max() ?? 1),
            from: 280,
            to: 24
        )
        var body = [SVG.line("target", 80, up.place(0), 650, up.place(0))]
        body.append(
            SVG.text("label", 80, 16, AuditWords.sentence(outcome) + " over what scope lets expect", anchor: "start")
        )
        body.append(SVG.text("label", 650, 318, "more people led, at equal scope", anchor: "end"))
        body.append(SVG.text("label", 76, up.place(0) + 4, "as expected", anchor: "end"))
        for step in steps {
            let x = across.place(step.x)
            body.append(SVG.line("interval", x, up.place(step.low), x, up.place(step.high)))
            body.append(
                SVG.circle(
                    "dot",
                    x,
                    up.place(step.y),
                    5,
                    title: "\(step.count) people: \(AuditWords.fixed(step.y, 1)) places"
                )
            )
        }
        return frame(720, 324, body)
    }
}

/// The few shapes that drawings are made of.
private enum SVG {
    /// A straight scale.
    struct Axis {
        let low: Double
        let high: Double
        let from: Double
        let to: Double

        /// Where a value stands; outside values stand at the end.
        func place(_ value: Double) -> Double {
            guard high > low, value.isFinite else { return value == .infinity ? to : from }
            return from + (min(max(value, low), high) - low) / (high - low) * (to - from)
        }

        /// Round values from end to end.
        func ticks(count: Int) -> [Double] {
            guard high > low else { return [low] }
            let rough = (high - low) / Double(count)
            var step = 1.0
            while step > rough { step /= 10 }
            while step * 10 <= rough { step *= 10 }
            let chosen = [1.0, 2, 5, 10].map { $0 * step }.first { $0 >= rough } ?? step
            var ticks: [Double] = []
            var tick = (low / chosen).rounded(.up)
            while tick * chosen <= high, ticks.count < 20 {
                ticks.append(tick * chosen)
                tick += 1
            }
            return ticks
        }
    }

    static func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
        "<line class=\"\(style)\" x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\"/>"
    }
    static func rectangle(
        _ style: String,
        _ x: Double,
        _ y: Double,
        _ width: Double,
        _ height: Double,
        title: String
    ) -> String {
        "<rect class=\"\(style)\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(max(0, width)))\" "
            + "height=\"\(number(height))\" rx=\"2\"><title>\(escaped(title))</title></rect>"
    }
    static func circle(_ style: String, _ x: Double, _ y: Double, _ radius: Double, title: String) -> String {
        "<circle class=\"\(style)\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\"><title>\(escaped(title))"
            + "</title></circle>"
    }
    static func text(_ style: String, _ x: Double, _ y: Double, _ words: String, anchor: String) -> String {
        "<text class=\"\(style)\" x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(escaped(words))</text>"
    }
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
    }
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
