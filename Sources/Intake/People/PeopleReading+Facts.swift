import Workspace

// Zone, scope, pay and protected categories: read beside the people, never into them.
extension PeopleReading {
    mutating func facts(of person: PersonID, _ row: CSVTable.Row) -> PersonFacts {
        PersonFacts(
            person,
            role: RoleFacts(zone: cell(.zone, row), country: cell(.country, row), scope: scope(row)),
            pay: pay(row),
            groups: groups(row)
        )
    }

    private mutating func scope(_ row: CSVTable.Row) -> Double? {
        guard let text = cell(.scope, row) else { return nil }
        if let score = Double(text.replacing(",", with: ".")), (1...5).contains(score) { return score }
        note(row.line, .scope, .badScope(text))
        return nil
    }

    private mutating func pay(_ row: CSVTable.Row) -> Pay? {
        let share = share(row)
        let hours = hours(row)
        var currency = currency(row)
        let stated = amount(.pay, row, &currency)
        let full = amount(.fullTimePay, row, &currency)
        let variable = amount(.variablePay, row, &currency)
        if stated != nil, full != nil { note(row.line, .fullTimePay, .payTwice) }
        guard let base = stated ?? full.map({ Int64((Double($0) * (share ?? 1)).rounded()) }) else {
            if variable != nil { note(row.line, .variablePay, .payWithoutBase) }
            return nil
        }
        guard base > 0 else {
            note(row.line, stated == nil ? .fullTimePay : .pay, .badAmount)
            return nil
        }
        return Pay(base: base, variable: variable, currency: currency, share: share, weeklyHours: hours)
    }

    private mutating func amount(
        _ column: PeopleColumn,
        _ row: CSVTable.Row,
        _ currency: inout String?
    ) -> Int64? {
        guard let text = cell(column, row) else { return nil }
        guard let amount = MoneyCell(text) else {
            note(row.line, column, .badAmount)
            return nil
        }
        if let named = amount.currency {
            if let known = currency, known != named { note(row.line, column, .otherCurrency) }
            currency = named
        }
        return amount.hundredths
    }

    private mutating func currency(_ row: CSVTable.Row) -> String? {
        guard let text = cell(.currency, row)?.uppercased() else { return nil }
        if text.utf8.count == 3, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return text }
        note(row.line, .currency, .badCurrency)
        return nil
    }

    /// `0.8`, `0,8`, `80 %`, `80`.
    private mutating func share(_ row: CSVTable.Row) -> Double? {
        guard let text = cell(.share, row) else { return nil }
        let bare = text.replacing("%", with: "").replacing(",", with: ".").split(separator: " ").joined()
        if let number = Double(bare), number.isFinite {
            let share = text.contains("%") || number > 1 ? number / 100 : number
            if share >= 0.01, share <= 1 { return share == 1 ? nil : share }
        }
        note(row.line, .share, .badShare)
        return nil
    }

    private mutating func hours(_ row: CSVTable.Row) -> Double? {
        guard let text = cell(.weeklyHours, row) else { return nil }
        if let hours = Double(text.replacing(",", with: ".")), (1...80).contains(hours) { return hours }
        note(row.line, .weeklyHours, .badHours)
        return nil
    }
}

// MARK: - Groups

extension PeopleReading {
    private static let categories: [(PeopleColumn, ProtectedCategory)] = [
        (.sex, .sex), (.ethnicity, .ethnicity), (.age, .age), (.born, .age), (.disability, .disability),
        (.veteran, .veteran), (.religion, .religion), (.nationality, .nationality), (.orientation, .orientation),
        (.parentalLeave, .parentalLeave), (.maritalStatus, .maritalStatus),
    ]

    /// The most characters that the name of a group may have.
    private static let longest = 60

    private mutating func groups(_ row: CSVTable.Row) -> [ProtectedCategory: String] {
        var groups: [ProtectedCategory: String] = [:]
        for (column, category) in Self.categories where columns[column] != nil && groups[category] == nil {
            guard let text = cell(column, row)?.lowercased(), !Self.unsaid.contains(PeopleColumn.folded(text)),
                text.contains(where: { $0.isLetter || $0.isNumber })
            else { continue }
            groups[category] = group(text, column, row)
        }
        return groups
    }

    private mutating func group(_ text: String, _ column: PeopleColumn, _ row: CSVTable.Row) -> String? {
        guard text.count <= Self.longest, !text.contains(where: \.isNewline) else {
            note(row.line, column, .longGroup(limit: Self.longest))
            return nil
        }
        let folded = PeopleColumn.folded(text)
        switch column {
        case .sex: return Self.sexes[folded] ?? text
        case .age:
            if let band = Self.ageBand(text) { return band }
            note(row.line, column, .badAge)
            return nil
        case .born:
            if let decade = Self.decade(text) { return decade }
            note(row.line, column, .badBirth)
            return nil
        case .disability, .veteran, .parentalLeave: return Self.answers[folded] ?? text
        default: return text
        }
    }

    /// Ways to say that nothing is said.
    private static let unsaid: Set<String> = [
        "na", "none", "unknown", "notstated", "notspecified", "undisclosed", "declined", "prefernottosay",
        "prefernottoanswer", "notdisclosed", "keineangabe",
    ]

    private static let sexes = [
        "f": "women", "female": "women", "w": "women", "woman": "women", "women": "women",
        "m": "men", "male": "men", "man": "men", "men": "men",
        "x": "another", "d": "another", "diverse": "another", "nonbinary": "another", "other": "another",
        "another": "another", "nb": "another",
    ]

    private static let answers = [
        "yes": "yes", "y": "yes", "true": "yes", "1": "yes", "ja": "yes", "no": "no", "n": "no", "false": "no",
        "0": "no", "nein": "no",
    ]

    /// Whole years become a band; bands stay as they are written.
    private static func ageBand(_ text: String) -> String? {
        if let years = Int(text) {
            guard (14...100).contains(years) else { return nil }
            switch years {
            case ..<30: return "under 30"
            case 30..<40: return "30–39"
            case 40..<50: return "40–49"
            case 50..<60: return "50–59"
            default: return "60 and over"
            }
        }
        let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
        guard (1...2).contains(numbers.count), numbers.allSatisfy({ (14...100).contains($0) }) else { return nil }
        return numbers.count == 2 ? "\(numbers[0])–\(numbers[1])" : text
    }

    /// Of a birthday only the decade is kept.
    private static func decade(_ text: String) -> String? {
        guard let year = text.utf8.count == 4 ? Int(text) : CivilDate(text)?.parts.year, (1920...2015).contains(year)
        else { return nil }
        return "born \(year / 10 * 10)–\(year / 10 * 10 + 9)"
    }
}
