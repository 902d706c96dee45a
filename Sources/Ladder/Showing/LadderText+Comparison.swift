extension LadderText {
    /// Two roles side by side as plain text: today left, the target right.
    ///
    /// - Parameters:
    ///   - comparison: the roles.
    ///   - width: columns, at least `narrowest`.
    /// - Returns: the lines, joined; one newline at the end.
    public static func comparison(_ comparison: RoleComparison, width: Int = 100) -> String {
        let side = (max(narrowest, width) - 3) / 2
        var lines = pair("Today: \(comparison.today.target)", "Target: \(comparison.target.target)", side)
        lines += pair(comparison.today.title, comparison.target.title, side)
        lines += pair(comparison.today.summary, comparison.target.summary, side)
        lines.append("")
        lines += heading("Scope") + pair(comparison.today.scope, comparison.target.scope, side)
        lines += authority(comparison, side)
        lines += heading("Pay range") + pair(pay(comparison.today), pay(comparison.target), side)
        for (change, title) in sections(comparison) {
            let rows = comparison.rows.filter { $0.change == change }
            guard !rows.isEmpty else { continue }
            lines.append("")
            lines += heading(title)
            for row in rows { lines += self.lines(of: row, side) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func sections(_ comparison: RoleComparison) -> [(RoleComparison.Row.Change, String)] {
        [
            (.rises, "Asks for more"), (.same, comparison.changesTrack ? "Carries over" : "Stays"),
            (.falls, "Asks for less"),
            (.starts, "Starts fresh"), (.ends, "No longer asked for"),
        ]
    }

    private static func authority(_ comparison: RoleComparison, _ side: Int) -> [String] {
        if comparison.keepsLevel, comparison.today.authority != nil {
            return heading("Authority") + ["The same: one level has one authority on both tracks."]
        }
        return heading("Authority")
            + AuthorityPart.allCases.flatMap { part in
                pair(
                    comparison.today.authority?[part] ?? "not stated",
                    comparison.target.authority?[part] ?? "not stated",
                    side
                )
            }
    }

    private static func pay(_ side: RoleComparison.Side) -> String {
        if side.ranges.isEmpty { return "The ladder states none." }
        return side.ranges.map { "zone \($0.zone): \($0.currency) \($0.words)" }.joined(separator: "; ")
    }

    private static func lines(of row: RoleComparison.Row, _ side: Int) -> [String] {
        let from = row.from.map { "\(row.name), stage \($0): \(row.fromStatement ?? "no words yet")" } ?? ""
        let to = row.to.map { "\(row.name), stage \($0): \(row.toStatement ?? "no words yet")" } ?? ""
        let carried = row.carriedFrom.map { source in
            source.id == row.id && source.weight == 1
                ? "  Evidence carries over in full."
                : "  Evidence of \(source.name) counts \(Int((100 * source.weight).rounded())) %."
        }
        return pair(from, to, side) + carried
    }

    private static func heading(_ text: String) -> [String] { [text] }

    private static func pair(_ left: String, _ right: String, _ side: Int) -> [String] {
        let (left, right) = (wrapped(left, width: side), wrapped(right, width: side))
        return (0..<max(left.count, right.count)).map { index in
            let own = index < left.count ? left[index] : ""
            let line =
                own + String(repeating: " ", count: max(0, side - own.count)) + " │ "
                + (index < right.count ? right[index] : "")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
