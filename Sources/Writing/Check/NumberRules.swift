import Workspace

/// Numbers and days of a sentence against its sources.
struct NumberRules {
    let frame: CheckedText
    let source: CheckedSources

    var faults: [CitationCheck.Fault] {
        let (dates, used) = dates
        return dates + numbers(passing: used) + days
    }

    /// `9 September` and `September 9`, with a year or without: the day of a source, or as a source says it.
    private var dates: (faults: [CitationCheck.Fault], used: Set<Int>) {
        var faults: [CitationCheck.Fault] = []
        var used: Set<Int> = []
        for (place, word) in frame.words.enumerated() {
            guard word.isCapital, let month = CheckWords.months.firstIndex(of: word.small) else { continue }
            let around = [place - 1, place + 1].filter { frame.words.indices.contains($0) && !used.contains($0) }
            let day = around.first { Self.day(frame.words[$0].small) != nil }
            let number = day.flatMap { Self.day(frame.words[$0].small) }
            let year = [place + 1, place + 2].first { near in
                frame.words.indices.contains(near) && Self.year(frame.words[near].small) != nil
            }
            used.formUnion([day, year].compactMap(\.self))
            let wanted = (month + 1, number, year.flatMap { Self.year(frame.words[$0].small) })
            if !source.days.contains(where: { Self.fits($0, wanted) }), !isSaid(month: word.small, day: number) {
                faults.append(.date(([number.map(String.init), word.text].compactMap(\.self)).joined(separator: " ")))
            }
        }
        return (faults, used)
    }

    private static func fits(_ date: CivilDate, _ wanted: (month: Int, day: Int?, year: Int?)) -> Bool {
        let parts = date.parts
        return parts.month == wanted.month && wanted.day.map { $0 == parts.day } ?? true
            && wanted.year.map { $0 == parts.year } ?? true
    }

    private func isSaid(month: String, day: Int?) -> Bool {
        source.text.words.indices.contains { place in
            let word = source.text.words[place].small
            guard word == month || (word.count >= 3 && month.hasPrefix(word)) else { return false }
            guard let day else { return true }
            return [place - 1, place + 1].contains {
                source.text.words.indices.contains($0) && Self.day(source.text.words[$0].small) == day
            }
        }
    }

    private static func day(_ word: String) -> Int? {
        let digits = word.prefix { $0.isNumber }
        guard let number = Int(digits), (1...31).contains(number) else { return nil }
        return ["", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count))) ? number : nil
    }

    private static func year(_ word: String) -> Int? { Int(word).flatMap { (1990...2199).contains($0) ? $0 : nil } }

    /// Days of the week: that of a source, or as a source says it; `yesterday` and the like only as a source says it.
    private var days: [CitationCheck.Fault] {
        frame.words.compactMap { word in
            let bare = word.small.hasSuffix("'s") ? String(word.small.dropLast(2)) : word.small
            let single = bare.hasSuffix("days") ? String(bare.dropLast()) : bare
            if let weekday = CheckWords.weekdays.firstIndex(of: single) {
                let isDay = source.days.contains { $0.weekday == weekday + 1 }
                return isDay || source.says(single) || source.says(bare) ? nil : .date(word.text)
            }
            return CheckWords.relativeDays.contains(bare) && !source.says(bare) ? .date(word.text) : nil
        }
    }

    /// Every number as the sources have it, with the same thing behind it.
    private func numbers(passing used: Set<Int>) -> [CitationCheck.Fault] {
        frame.words.indices.compactMap { place in
            guard !used.contains(place), let number = Self.number(frame.words[place]) else { return nil }
            let found = source.text.words.indices.filter { Self.number(source.text.words[$0]) == number }
            if found.isEmpty {
                // A year beside nothing may be that of a source; a place may carry its number in its name.
                let word = frame.words[place].small
                let isYear = Self.year(word).map { year in source.days.contains { $0.parts.year == year } } ?? false
                return isYear || source.isName(word) ? nil : .number(frame.words[place].text)
            }
            guard let thing = counted(after: place, in: frame) else { return nil }
            let things = found.compactMap { counted(after: $0, in: source.text) }
            return things.isEmpty || things.contains(thing) || things.count < found.count
                ? nil : .number("\(frame.words[place].text) \(thing)")
        }
    }

    private func counted(after place: Int, in text: CheckedText) -> String? {
        guard place + 1 < text.words.count, text.words[place + 1].clause == text.words[place].clause else { return nil }
        let next = text.words[place + 1]
        return next.isContent || Self.units.contains(next.small) ? next.stem : nil
    }

    private static let units: Set<String> = [
        "day", "days", "week", "weeks", "time", "times", "people", "person", "team", "teams", "minutes", "hours",
    ]

    /// A number in one form: `1,200` and `1200`, `three` and `3`, `40%` and `40`; nil for other words.
    private static func number(_ word: CheckedText.Word) -> String? {
        if word.hasDigit { return word.small.filter { $0 != "," && $0 != "%" } }
        return CheckWords.numbers[word.small]
    }
}
