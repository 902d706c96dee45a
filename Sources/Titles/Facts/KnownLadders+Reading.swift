extension KnownLadders {
    /// The columns of a table of facts, in their usual order.
    public static let columns = [
        "company", "aliases", "words", "track", "low", "high", "name", "source", "asOf", "standing",
    ]

    /// Reads a table of facts.
    ///
    /// - Parameters:
    ///   - csv: a first row of column names, then one rung a row; `aliases` are parted by `|`.
    ///   - file: the name to give in messages.
    /// - Throws: `TitlesError.table` with every problem.
    public init(csv: String, file: String) throws(TitlesError) {
        let rows = TitleSheet(csv).rows
        guard let head = rows.first else {
            throw .table([TableProblem(file: file, line: 1, column: "", fault: .empty)])
        }
        var problems: [TableProblem] = []
        var places: [String: Int] = [:]
        for (place, name) in head.cells.enumerated() { places[name.trimmed] = place }
        for column in Self.columns where places[column] == nil && column != "aliases" && column != "track" {
            problems.append(TableProblem(file: file, line: head.line, column: column, fault: .missingColumn))
        }
        guard problems.isEmpty else { throw .table(problems) }
        var facts: [LevelFact] = []
        for row in rows.dropFirst() {
            func cell(_ column: String) -> String {
                guard let place = places[column], place < row.cells.count else { return "" }
                return row.cells[place].trimmed
            }
            func problem(_ column: String, _ fault: TableFault) {
                problems.append(TableProblem(file: file, line: row.line, column: column, fault: fault))
            }
            for column in ["company", "words", "name", "source", "asOf"] where cell(column).isEmpty {
                problem(column, .blank)
            }
            let low = Int(cell("low")).flatMap { (1...9).contains($0) ? $0 : nil }
            let high = Int(cell("high")).flatMap { (1...9).contains($0) ? $0 : nil }
            if low == nil { problem("low", .level(cell("low"))) }
            if high == nil { problem("high", .level(cell("high"))) }
            let standing = LevelFact.Standing(rawValue: cell("standing"))
            if standing == nil { problem("standing", .standing(cell("standing"))) }
            let track = TitleTrack(rawValue: cell("track"))
            if track == nil, !cell("track").isEmpty { problem("track", .track(cell("track"))) }
            guard let low, let high, let standing else { continue }
            guard low <= high else {
                problem("high", .level(cell("high")))
                continue
            }
            let words = cell("words").lowercased()
            facts.append(
                LevelFact(
                    company: cell("company"),
                    aliases: cell("aliases").split(separator: "|").map { String($0).trimmed.lowercased() },
                    words: words,
                    track: track,
                    low: low,
                    high: high,
                    name: cell("name"),
                    source: cell("source"),
                    asOf: cell("asOf"),
                    standing: standing,
                    pattern: TitlePattern(words)
                )
            )
        }
        guard problems.isEmpty else { throw .table(problems) }
        self.init(facts: facts)
    }
}

extension String {
    /// Without spaces at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
