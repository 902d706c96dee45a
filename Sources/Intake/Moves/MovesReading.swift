import Workspace

/// Reads the rows of a file of moves, noting every problem on the way.
struct MovesReading {
    private let table: CSVTable
    private let file: String
    private var headings: [String] = []
    private var columns: [MovesColumn: Int] = [:]
    /// Several columns can say who somebody is in the same way; the first that says anything counts.
    private var spare: [MovesColumn: [Int]] = [:]
    private(set) var countColumns: [(place: Int, heading: String)] = []
    private(set) var unknownColumns: [String] = []
    private(set) var problems: [MovesProblem] = []

    init(table: CSVTable, file: String) {
        self.table = table
        self.file = file
    }

    mutating func rows() -> [MovesFile.Row] {
        guard let first = table.rows.first else {
            note(1, nil, .empty)
            return []
        }
        readHeadings(first)
        if let line = table.openQuote { note(line, nil, .openQuote) }
        guard problems.isEmpty else { return [] }
        guard table.rows.count > 1 else {
            note(first.line, nil, .empty)
            return []
        }
        findCounts()
        return table.rows.dropFirst().map { row($0) }
    }

    private mutating func readHeadings(_ first: CSVTable.Row) {
        headings = first.cells.map(Self.trimmed)
        for (place, heading) in headings.enumerated() where !heading.isEmpty {
            guard let column = MovesColumn.named(heading) else { continue }
            if columns[column] == nil { columns[column] = place } else { spare[column, default: []].append(place) }
        }
        // Beside a cutoff, `promoted` and the like hold the outcome, not a day.
        if columns[.cutoff] != nil, columns[.label] == nil, let place = columns[.day], holdsAnswers(place) {
            columns[.label] = place
            columns[.day] = nil
        }
        let whom: [MovesColumn] = [.account, .email, .handle, .login, .name]
        if whom.allSatisfy({ columns[$0] == nil }) { note(first.line, nil, .noPersonColumn) }
    }

    /// Numbers beside labels are plain counts; every other column that means nothing is named.
    private mutating func findCounts() {
        let known = Set(columns.values).union(spare.values.flatMap(\.self))
        let hasLabels = columns[.cutoff] != nil
        for (place, heading) in headings.enumerated() where !heading.isEmpty && !known.contains(place) {
            let cells = table.rows.dropFirst().compactMap { text($0, place) }
            if hasLabels, !cells.isEmpty, cells.allSatisfy({ Self.number($0) != nil }) {
                countColumns.append((place, heading))
            } else {
                unknownColumns.append(heading)
            }
        }
    }

    private func holdsAnswers(_ place: Int) -> Bool {
        let cells = table.rows.dropFirst().compactMap { text($0, place) }
        return !cells.isEmpty && cells.allSatisfy { Self.answer($0) != nil }
    }

    private mutating func row(_ row: CSVTable.Row) -> MovesFile.Row {
        if row.cells.count > headings.count, row.cells[headings.count...].contains(where: { !$0.isEmpty }) {
            note(row.line, nil, .tooManyCells(count: row.cells.count, headings: headings.count))
        }
        var found = MovesFile.Row(line: row.line)
        let kinds: [(MovesColumn, MovesFile.NameKind)] = [
            (.account, .account), (.email, .email), (.handle, .handle), (.login, .login), (.name, .name),
        ]
        for (column, kind) in kinds { if let text = cell(column, row) { found.names[kind] = text } }
        if found.names.isEmpty { note(row.line, nil, .nobody) }
        found.day = day(.day, row)
        found.cutoff = day(.cutoff, row)
        if columns[.cutoff] != nil, found.cutoff == nil, cell(.cutoff, row) == nil { note(row.line, .cutoff, .noDay) }
        found.from = cell(.from, row)
        found.to = cell(.to, row)
        if let text = cell(.change, row) { found.change = MovesFile.Change(words: text) }
        if let text = cell(.label, row) {
            found.label = Self.answer(text)
            if found.label == nil { note(row.line, .label, .badLabel(text)) }
        }
        for (place, heading) in countColumns { found.counts[heading] = text(row, place).flatMap(Self.number) ?? 0 }
        return found
    }

    private mutating func day(_ column: MovesColumn, _ row: CSVTable.Row) -> CivilDate? {
        guard let text = cell(column, row) else { return nil }
        if let day = CivilDate(written: text) { return day }
        note(row.line, column, .badDate(text))
        return nil
    }

    private func cell(_ column: MovesColumn, _ row: CSVTable.Row) -> String? {
        guard let place = columns[column] else { return nil }
        return ([place] + (spare[column] ?? [])).lazy.compactMap { text(row, $0) }.first
    }

    private func text(_ row: CSVTable.Row, _ place: Int) -> String? {
        guard place < row.cells.count else { return nil }
        let text = Self.trimmed(row.cells[place])
        return text.isEmpty ? nil : text
    }

    private static func trimmed(_ text: String) -> String {
        let kept = text.drop { $0.isWhitespace }
        return String(kept.reversed().drop { $0.isWhitespace }.reversed())
    }

    private static func number(_ text: String) -> Double? {
        Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    private static func answer(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "1", "1.0", "yes", "y", "true", "t", "promoted", "positive", "moved": true
        case "0", "0.0", "no", "n", "false", "f", "not promoted", "negative", "stayed": false
        default: nil
        }
    }

    private mutating func note(_ line: Int, _ column: MovesColumn?, _ fault: MovesFault) {
        let heading = column.flatMap { columns[$0] }.map { headings[$0] }
        problems.append(MovesProblem(file: file, line: line, column: heading, fault: fault))
    }
}

extension MovesFile.Change {
    /// What the words of a column such as `change` or `kind` mean; a move unless they say otherwise.
    init(words: String) {
        let text = words.lowercased()
        func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
        if says("already", "baseline", "initial", "standing", "founding") {
            self = .already
        } else if says("upper bound", "first list", "at latest", "or before") {
            self = .atLatest
        } else if says("leave", "left", "alumni", "emeritus", "remov", "retire", "resign", "down", "depart") {
            self = .left
        } else {
            self = .move
        }
    }
}

extension CivilDate {
    /// Reads a day as people write it, year first or with dots: `2016-07-30`, `2016/07/30`, `30.07.2016`, also with a time.
    ///
    /// Nil for `07/08/2016`, which two countries read as two days.
    init?(written text: String) {
        let head = text.split(whereSeparator: { $0 == "T" || $0 == " " || $0 == "t" }).first.map(String.init) ?? text
        if let day = CivilDate(head) {
            self = day
            return
        }
        let parts = head.split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" }).map(String.init)
        let numbers = parts.compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        if parts[0].count == 4 {
            self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        } else if parts[2].count == 4, head.contains(".") {
            self.init(year: numbers[2], month: numbers[1], day: numbers[0])
        } else {
            return nil
        }
    }
}
