/// A ratings file's table on its way to rows.
struct RatingsReading {
    private let table: CSVTable
    private var columns: [Column: Int] = [:]
    private var competencies: [(id: String, place: Int)] = []
    private var headings: [String] = []
    private(set) var problems: [RatingsProblem] = []
    private(set) var unknownColumns: [String] = []

    /// What a column can hold; seconds are counted from 1.
    private enum Column: Hashable {
        case person, rater, rating, last, cited, text, textFile
        case secondRater(Int), secondRating(Int)
    }

    init(table: CSVTable, competencies known: Set<String>) {
        self.table = table
        if let line = table.openQuote { note(line, nil, .openQuote) }
        guard let head = table.rows.first, table.rows.count > 1 else {
            note(1, nil, .empty)
            return
        }
        headings = head.cells
        for (place, heading) in head.cells.enumerated() {
            let name = Self.plain(heading)
            if let column = Self.column(name) {
                if columns[column] != nil { note(head.line, heading, .columnTwice) }
                columns[column] = place
            } else if let id = Self.competency(heading, known) {
                if competencies.contains(where: { $0.id == id }) { note(head.line, heading, .columnTwice) }
                competencies.append((id, place))
            } else if !name.isEmpty {
                unknownColumns.append(heading)
            }
        }
        if columns[.person] == nil { note(head.line, nil, .noColumn("person")) }
        if columns[.rating] == nil { note(head.line, nil, .noColumn("rating")) }
    }

    /// Reads every row; `open` opens a draft's text.
    mutating func rows(_ open: (String) -> [UInt8]?) -> [RatingsFile.Row] {
        guard problems.isEmpty else { return [] }
        var seen: [String: Int] = [:]
        return table.rows.dropFirst().compactMap { row in
            guard let person = cell(.person, row) else {
                note(row.line, heading(.person), .noPerson)
                return nil
            }
            if let earlier = seen.updateValue(row.line, forKey: person.lowercased()) {
                note(row.line, heading(.person), .personTwice(line: earlier))
            }
            guard let rating = rating(at: columns[.rating], row, isNeeded: true) else { return nil }
            var own: [String: Double] = [:]
            for (id, place) in competencies { own[id] = self.rating(at: place, row) }
            return RatingsFile.Row(
                line: row.line,
                person: person,
                rater: cell(.rater, row),
                rating: rating,
                seconds: seconds(row),
                last: self.rating(at: columns[.last], row),
                competencies: own,
                cited: (cell(.cited, row) ?? "").split { " ;,|\n".contains($0) }.map(String.init),
                text: text(row, open)
            )
        }
    }

    private mutating func seconds(_ row: CSVTable.Row) -> [RatingsFile.Second] {
        (1...9).compactMap { number in
            let rater = cell(.secondRater(number), row)
            let rating = rating(at: columns[.secondRating(number)], row)
            guard let rater, let rating else {
                if rater != nil || rating != nil { note(row.line, heading(.secondRater(number)), .halfSecond) }
                return nil
            }
            return RatingsFile.Second(rater: rater, rating: rating)
        }
    }

    private mutating func text(_ row: CSVTable.Row, _ open: (String) -> [UInt8]?) -> String? {
        if let text = cell(.text, row) { return text }
        guard let path = cell(.textFile, row) else { return nil }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(".."), parts.first != "", let bytes = open(path), bytes.count <= RatingsFile.textLimit,
            let text = PeopleText.decoded(bytes)
        else {
            note(row.line, heading(.textFile), .noText)
            return nil
        }
        return text
    }

    private mutating func rating(at place: Int?, _ row: CSVTable.Row, isNeeded: Bool = false) -> Double? {
        let text = place.flatMap { $0 < row.cells.count ? Self.trimmed(row.cells[$0]) : nil } ?? ""
        if text.isEmpty, !isNeeded { return nil }
        let number = Double(String(text.map { $0 == "," ? "." : $0 }))
        guard let number, (1...5).contains(number) else {
            note(row.line, place.map { headings[$0] }, .badRating)
            return nil
        }
        return number
    }

    private func cell(_ column: Column, _ row: CSVTable.Row) -> String? {
        guard let place = columns[column], place < row.cells.count else { return nil }
        let text = Self.trimmed(row.cells[place])
        return text.isEmpty ? nil : text
    }

    private func heading(_ column: Column) -> String? { columns[column].map { headings[$0] } }

    private mutating func note(_ line: Int, _ column: String?, _ fault: RatingsFault) {
        problems.append(RatingsProblem(line: line, column: column, fault: fault))
    }

    private static func column(_ name: String) -> Column? {
        switch name {
        case "person", "personid", "id", "email", "employee", "employeeid": return .person
        case "rater", "manager", "writer", "raterid", "raterid1": return .rater
        case "rating", "draft", "draftrating": return .rating
        case "last", "lastrating", "previousrating", "lastcycle": return .last
        case "cited", "citedentries", "evidence", "entries", "evidenceids": return .cited
        case "text", "drafttext": return .text
        case "textfile", "file", "draftfile": return .textFile
        default: break
        }
        for (word, make) in [("secondrater", Column.secondRater), ("secondrating", Column.secondRating)] {
            guard name.hasPrefix(word) else { continue }
            let number = name.dropFirst(word.count)
            if number.isEmpty { return make(1) }
            if let number = Int(number), (1...9).contains(number) { return make(number) }
        }
        return nil
    }

    /// `craft`, `competency craft`, `competency: craft`.
    private static func competency(_ heading: String, _ known: Set<String>) -> String? {
        var name = plain(heading)
        if name.hasPrefix("competency") { name = String(name.dropFirst("competency".count)) }
        return known.first { plain($0) == name }
    }

    /// Small letters and digits alone.
    private static func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
