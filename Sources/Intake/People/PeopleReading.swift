import Workspace

/// Reads the rows of a people file, noting every problem on the way.
struct PeopleReading {
    private let table: CSVTable
    private let file: String
    private(set) var columns: [PeopleColumn: Int] = [:]
    private(set) var headings: [String] = []
    private(set) var left: [String] = []
    private(set) var facts: [PersonFacts] = []
    private(set) var unknownColumns: [String] = []
    private(set) var problems: [PeopleProblem] = []
    private var managers: [(line: Int, cell: String)] = []
    private var lines: [Int] = []

    init(table: CSVTable, file: String) {
        self.table = table
        self.file = file
    }

    mutating func people() -> [Person] {
        readHeadings()
        guard problems.isEmpty else { return [] }
        if let line = table.openQuote { note(line, nil, .openQuote) }
        guard table.rows.count > 1 else {
            note(table.rows.first?.line ?? 1, nil, .empty)
            return []
        }
        let readsFacts = columns.keys.contains { $0.isSealed || [.zone, .country, .scope].contains($0) }
        var people: [Person] = []
        people.reserveCapacity(table.rows.count)
        for row in table.rows.dropFirst() {
            let person = person(row)
            people.append(person)
            if readsFacts { facts.append(facts(of: person.id, row)) }
        }
        if columns[.weeklyHours] != nil, columns[.share] == nil { fillShares() }
        findDoubles(people)
        joinManagers(&people)
        return people
    }

    private mutating func readHeadings() {
        guard let first = table.rows.first else { return note(1, nil, .empty) }
        headings = first.cells.map(Self.trimmed)
        for (place, heading) in headings.enumerated() where !heading.isEmpty {
            guard let column = PeopleColumn.named(heading) else {
                if PeopleColumn.isLeft(heading) {
                    left.append(heading)
                } else {
                    unknownColumns.append(heading)
                }
                continue
            }
            if let other = columns[column] {
                note(first.line, heading, .columnTwice(headings[other]))
            } else {
                columns[column] = place
            }
        }
        if columns[.id] == nil, columns[.email] == nil { note(first.line, nil, .noKeyColumn) }
        if columns[.name] == nil { note(first.line, nil, .noNameColumn) }
    }

    private mutating func person(_ row: CSVTable.Row) -> Person {
        if row.cells.count > headings.count, row.cells[headings.count...].contains(where: { !$0.isEmpty }) {
            note(row.line, nil, .tooManyCells(count: row.cells.count, headings: headings.count))
        }
        let email = cell(.email, row)?.lowercased()
        if let email, !Self.isAddress(email) { note(row.line, .email, .badEmail(email)) }
        let id = cell(.id, row) ?? email
        if id == nil { note(row.line, columns[.id] == nil ? .email : .id, .noKey) }
        let name = cell(.name, row)
        if name == nil { note(row.line, .name, .noName) }
        managers.append((row.line, cell(.manager, row) ?? ""))
        lines.append(row.line)
        let slack = cell(.slack, row).map { $0.uppercased() }
        var person = Person(
            id: PersonID(id ?? ""),
            name: name ?? "",
            email: email,
            account: slack.map { AccountID($0) }
        )
        person.team = cell(.team, row)
        person.track = track(row)
        person.level = level(row)
        person.family = cell(.family, row)?.lowercased() ?? person.family
        person.title = cell(.title, row)
        person.started = day(.started, row)
        person.levelSince = day(.levelSince, row)
        return person
    }

    private mutating func track(_ row: CSVTable.Row) -> Track {
        guard let text = cell(.track, row) else { return .ic }
        switch PeopleColumn.folded(text) {
        case "ic", "individualcontributor", "individual", "contributor": return .ic
        case "management", "manager", "managers", "m", "people", "peoplemanager": return .management
        default:
            note(row.line, .track, .unknownTrack(text))
            return .ic
        }
    }

    private mutating func level(_ row: CSVTable.Row) -> Int? {
        guard let text = cell(.level, row) else { return nil }
        let digits = text.first == "L" || text.first == "l" ? text.dropFirst() : text[...]
        if digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let level = Int(digits), (1...10).contains(level) {
            return level
        }
        note(row.line, .level, .badLevel(text))
        return nil
    }

    private mutating func day(_ column: PeopleColumn, _ row: CSVTable.Row) -> CivilDate? {
        guard let text = cell(column, row) else { return nil }
        if let day = CivilDate(text) { return day }
        note(row.line, column, .badDate(text))
        return nil
    }

    func cell(_ column: PeopleColumn, _ row: CSVTable.Row) -> String? {
        guard let place = columns[column], place < row.cells.count else { return nil }
        let text = Self.trimmed(row.cells[place])
        return text.isEmpty ? nil : text
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace || first == "\u{0}" { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace || last == "\u{0}" { text = text.dropLast() }
        return text.contains("\u{0}") ? String(text.filter { $0 != "\u{0}" }) : String(text)
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && !text.contains(where: \.isWhitespace)
    }

    mutating func note(_ line: Int, _ column: PeopleColumn, _ fault: PeopleFault) {
        note(line, columns[column].map { headings[$0] }, fault)
    }

    private mutating func note(_ line: Int, _ heading: String?, _ fault: PeopleFault) {
        problems.append(PeopleProblem(file: file, line: line, column: heading, fault: fault))
    }
}

extension PeopleReading {
    /// Where only hours are told, full time is what most people work.
    private mutating func fillShares() {
        let hours = facts.compactMap(\.pay?.weeklyHours)
        let counts = Dictionary(hours.map { ($0, 1) }, uniquingKeysWith: +)
        guard let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return }
        for place in facts.indices {
            guard let worked = facts[place].pay?.weeklyHours, worked < usual else { continue }
            facts[place].pay?.share = worked / usual
        }
    }
}

// MARK: - Across rows

extension PeopleReading {
    private mutating func findDoubles(_ people: [Person]) {
        var ids: [PersonID: Int] = [:]
        var emails: [String: Int] = [:]
        var accounts: [AccountID: Int] = [:]
        for (person, line) in zip(people, lines) {
            if let email = person.email {
                if let earlier = emails[email] {
                    note(line, .email, .emailTwice(email, line: earlier))
                } else {
                    emails[email] = line
                }
            }
            // Where the e-mail is the id, the line above has already said it.
            if !person.id.text.isEmpty, person.id.text != person.email || columns[.id] != nil {
                if let earlier = ids[person.id], person.id.text != person.email {
                    note(line, .id, .idTwice(person.id.text, line: earlier))
                } else if ids[person.id] == nil {
                    ids[person.id] = line
                }
            }
            if let account = person.account {
                if let earlier = accounts[account] {
                    note(line, .slack, .slackTwice(account.text, line: earlier))
                } else {
                    accounts[account] = line
                }
            }
        }
    }

    private mutating func joinManagers(_ people: inout [Person]) {
        var places: [String: Int] = [:]
        for (place, person) in people.enumerated() where !person.id.text.isEmpty {
            if places[person.id.text] == nil { places[person.id.text] = place }
        }
        var emails: [String: Int] = [:]
        for (place, person) in people.enumerated() {
            if let email = person.email, emails[email] == nil { emails[email] = place }
        }
        var above: [Int?] = Array(repeating: nil, count: people.count)
        for (place, manager) in managers.enumerated() where !manager.cell.isEmpty {
            guard let found = places[manager.cell] ?? emails[manager.cell.lowercased()] else {
                note(manager.line, .manager, .unknownManager(manager.cell))
                continue
            }
            if found == place {
                note(manager.line, .manager, .ownManager)
                continue
            }
            above[place] = found
            people[place].manager = people[found].id
        }
        findLoops(above, people)
    }

    /// Walks up from everybody once; a walk that meets itself has found a circle.
    private mutating func findLoops(_ above: [Int?], _ people: [Person]) {
        var walk = Array(repeating: -1, count: people.count)
        for start in people.indices where walk[start] < 0 {
            var path: [Int] = []
            var place = start
            while walk[place] < 0 {
                walk[place] = start
                path.append(place)
                guard let next = above[place] else { break }
                place = next
            }
            guard walk[place] == start, above[place] != nil, let from = path.firstIndex(of: place), path.last != nil,
                above[path[path.count - 1]] == place
            else { continue }
            let circle = path[from...]
            let first = circle.min { lines[$0] < lines[$1] } ?? place
            note(lines[first], .manager, .managerLoop(circle.map { people[$0].id.text }))
        }
    }
}
