/// A ladder as plain text for a terminal.
public enum LadderText {
    /// The narrowest text that two rails fit into, in columns.
    public static let narrowest = 60

    /// Two rails side by side: individual contributors left, the level in the middle, managers right.
    ///
    /// Shape: the highest level first; lines end without spaces; one newline at the end.
    ///
    /// - Parameters:
    ///   - ladder: what to show.
    ///   - width: columns, at least `narrowest`.
    ///   - authority: also show what each level may do.
    /// - Returns: the lines, joined.
    public static func rails(_ ladder: CareerLadder, width: Int = 100, authority: Bool = false) -> String {
        let width = max(narrowest, width)
        let side = (width - 6) / 2
        var lines = [ladder.title + "  (" + ladder.id + " " + ladder.version + ")", ""]
        let (ic, management) = (ladder.tracks[.ic]?.name ?? "", ladder.tracks[.management]?.name ?? "")
        lines.append(padded(ic, side) + "level " + management)
        lines.append(rule(side))
        for rail in LadderRail.rows(of: ladder) {
            lines += rows(of: rail, side: side)
            if authority, let authority = rail.authority { lines += rows(of: authority, width: width) }
            lines.append(rule(side))
        }
        return lines.map(trimmed).joined(separator: "\n") + "\n"
    }

    private static func rows(of rail: LadderRail, side: Int) -> [String] {
        let left = cell(rail.ic, width: side)
        let right = cell(rail.management, width: side)
        return (0..<max(left.count, right.count)).map { index in
            line(
                index < left.count ? left[index] : "",
                index == 0 ? String(rail.level) : "",
                index < right.count ? right[index] : "",
                side
            )
        }
    }

    private static func cell(_ side: LadderRail.Side?, width: Int) -> [String] {
        guard let side else { return [""] }
        return wrapped(side.title, width: width) + wrapped(side.summary, width: width)
    }

    private static func rows(of authority: Authority, width: Int) -> [String] {
        [("decides", authority.decides), ("budget", authority.budget), ("hiring", authority.hiring)]
            .flatMap { name, words in
                wrapped(words, width: width - 11).enumerated().map { index, row in
                    "  " + padded(index == 0 ? name : "", 9) + row
                }
            }
    }

    // MARK: Columns

    private static func line(_ left: String, _ middle: String, _ right: String, _ side: Int) -> String {
        padded(left, side) + " │" + String(repeating: " ", count: max(0, 2 - middle.count)) + middle + "│ " + right
    }

    private static func rule(_ side: Int) -> String {
        String(repeating: "─", count: side) + "─┼──┼─" + String(repeating: "─", count: side)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }

    /// Words in lines of at most a width; a longer word is cut.
    static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            var word = word
            if !current.isEmpty, current.count + 1 + word.count > width {
                lines.append(current)
                current = ""
            }
            while word.count > width {
                lines.append(String(word.prefix(width)))
                word = word.dropFirst(width)
            }
            if !word.isEmpty { current += (current.isEmpty ? "" : " ") + word }
        }
        if !current.isEmpty { lines.append(current) }
        return lines.isEmpty ? [""] : lines
    }
}
