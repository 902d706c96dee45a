/// A table of titles, each row with its reading.
///
/// Columns named company, industry, size and description are used where the table has them.
public struct TitleTable: Sendable {
    /// One row and its reading.
    public struct Row: Sendable {
        /// The line on which the row begins, from 1.
        public let line: Int
        /// The title as it stands there.
        public let title: String
        /// What it says.
        public let reading: TitleReading
        let cells: [String]
    }

    /// The rows in their order.
    public let rows: [Row]
    private let head: [String]

    /// How many titles say nothing about level or track.
    public var open: Int { rows.count { $0.reading.mode == nil } }

    /// Reads every title of a column.
    ///
    /// - Parameters:
    ///   - csv: the table; the first row names the columns.
    ///   - file: the name to give in messages.
    ///   - column: the column of titles.
    ///   - defaults: company and so on for rows that do not say.
    ///   - resolver: what reads.
    /// - Throws: `TitlesError.noColumn`, `TitlesError.noRows`.
    public init(
        csv: String,
        file: String,
        column: String,
        defaults: TitleQuery,
        resolver: TitleResolver
    )
        throws(TitlesError)
    {
        let rows = TitleSheet(csv).rows
        guard let first = rows.first else { throw .noRows(file: file) }
        head = first.cells
        let names = head.map { $0.trimmed.lowercased() }
        guard let place = names.firstIndex(of: column.trimmed.lowercased()) else {
            throw .noColumn(column, file: file, available: head)
        }
        self.rows = rows.dropFirst().map { row in
            func cell(_ name: String) -> String? {
                guard let place = names.firstIndex(of: name), place < row.cells.count else { return nil }
                let text = row.cells[place].trimmed
                return text.isEmpty ? nil : text
            }
            let title = place < row.cells.count ? row.cells[place] : ""
            let query = TitleQuery(
                title,
                company: cell("company") ?? defaults.company,
                industry: cell("industry") ?? defaults.industry,
                size: cell("size").flatMap { CompanySize($0) } ?? defaults.size,
                description: cell("description") ?? defaults.description
            )
            return Row(line: row.line, title: title, reading: resolver.resolve(query), cells: row.cells)
        }
    }

    /// The table with the readings behind its own columns.
    public var csv: String {
        var text = Self.line(
            head + [
                "read_as", "track_read", "level_from", "level_to", "rests_on", "technical_depth",
                "organisational_reach",
                "emphasis", "archetypes", "to_ask",
            ]
        )
        for row in rows {
            let reading = row.reading
            let rest: String
            switch reading.basis {
            case .title: rest = "title"
            case .company(let fact): rest = "\(fact.company) \(fact.name) (\(fact.source) \(fact.asOf))"
            }
            let padding = [String](repeating: "", count: max(0, head.count - row.cells.count))
            text += Self.line(
                row.cells + padding + [
                    reading.normalised, reading.track.rawValue, String(reading.levels.lowerBound),
                    String(reading.levels.upperBound), rest, reading.technicalDepth?.words ?? "",
                    reading.organisationalReach?.words ?? "", reading.emphasis.rawValue,
                    reading.archetypes.map(\.id).joined(separator: " "), reading.questions.first?.words ?? "",
                ]
            )
        }
        return text
    }

    private static func line(_ cells: [String]) -> String {
        cells.map { cell in
            // A cell that a spreadsheet would run as a formula is written as text.
            let formula = cell.first.map { "=+-@".contains($0) } ?? false
            let cell = formula ? "'" + cell : cell
            guard cell.utf8.contains(where: { [34, 44, 10, 13, 59].contains($0) }) else { return cell }
            return "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: ",") + "\n"
    }
}

extension TitleSpan {
    /// `4`, or `3 to 5, usually 4`; out of 5.
    public var words: String { low == high ? "\(typical) of 5" : "\(low) to \(high) of 5, usually \(typical)" }
}

extension TitleTrack {
    /// The track, in words.
    public var words: String {
        switch self {
        case .ic: "individual contributor"
        case .management: "management"
        case .ambiguous: "either track"
        case .unknown: "track unknown"
        }
    }
}

extension TitleReading {
    /// The levels to talk about, in words.
    public var levelWords: String {
        if mode == nil { return "no level from these words" }
        return levels.count == 1
            ? "level \(levels.lowerBound), as the company's own ladder says"
            : "levels \(levels.lowerBound) to \(levels.upperBound)"
    }
}
