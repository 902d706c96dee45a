import Workspace

/// Numbers and days of a sentence against its sources.
struct NumberRules {
    let frame: CheckedText
    let source: CheckedSources

    var faults: [CitationCheck.Fault] {
        let (dates, used) = dates
        return dates + numbers(passing: used) + days + comparisons
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
            // A month by itself is the one that the sources speak of, where they speak of any.
            let isOwnDay = source.days.contains { Self.fits($0, wanted) } && (number != nil || !speaksOfMonths)
            if !isOwnDay, !isSaid(month: word.small, day: number) {
                faults.append(.date(([number.map(String.init), word.text].compactMap(\.self)).joined(separator: " ")))
            }
        }
        return (faults, used)
    }

    private var speaksOfMonths: Bool {
        source.text.words.contains { $0.isCapital && CheckWords.months.contains($0.small) }
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
            return [place - 2, place - 1, place + 1, place + 2].contains {
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
        let said = Set(source.text.words.map(\.small)).filter { word in
            word.count >= 3
                && CheckWords.weekdays.contains { $0.hasPrefix(word) || word == $0 + "s" || word == $0 + "'s" }
        }
        return frame.words.compactMap { word in
            let bare = word.small.hasSuffix("'s") ? String(word.small.dropLast(2)) : word.small
            let single = bare.hasSuffix("days") ? String(bare.dropLast()) : bare
            if let weekday = CheckWords.weekdays.firstIndex(of: single) {
                // Where the sources name days of the week, it has to be one of theirs.
                if !said.isEmpty {
                    return said.contains { single.hasPrefix($0) || $0.hasPrefix(single) } ? nil : .date(word.text)
                }
                return source.days.contains { $0.weekday == weekday + 1 } ? nil : .date(word.text)
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
            guard let thing = counted(after: place) else { return nil }
            return found.contains { isNear(thing, $0) } ? nil : .number("\(frame.words[place].text) \(thing.small)")
        }
    }

    /// What is counted: a unit, or a word in the plural right behind the number.
    private func counted(after place: Int) -> CheckedText.Word? {
        guard place + 1 < frame.words.count, frame.words[place + 1].clause == frame.words[place].clause else {
            return nil
        }
        let next = frame.words[place + 1]
        let isPlural = next.isContent && next.small.hasSuffix("s") && !next.small.hasSuffix("ss")
        return isPlural || Self.units.contains(next.small) ? next : nil
    }

    private func isNear(_ thing: CheckedText.Word, _ place: Int) -> Bool {
        source.text.words[max(0, place - 4)..<min(source.text.words.count, place + 4)].contains {
            $0.stem == thing.stem
        }
    }

    /// `from 6 to 2`, `4 instead of 50`: two numbers against each other stand as the sources have them, in that order.
    private var comparisons: [CitationCheck.Fault] {
        let pairs = Self.compared(frame)
        guard !pairs.isEmpty else { return [] }
        let said = Self.compared(source.text)
        return pairs.filter { pair in !said.contains { $0 == pair } }.map { .number("\($0.0) … \($0.1)") }
    }

    /// Pairs of a number before and a number after.
    private static func compared(_ text: CheckedText) -> [(String, String)] {
        var pairs: [(String, String)] = []
        let numbers = text.words.indices.filter { number(text.words[$0]) != nil && !text.words[$0].small.contains("-") }
        for (one, other) in zip(numbers, numbers.dropFirst()) where other - one <= 8 {
            guard let first = number(text.words[one]), let second = number(text.words[other]) else { continue }
            let between = Set(text.words[one..<other].map(\.small))
            let before = Set(text.words[max(0, one - 3)..<one].map(\.small))
            if !between.isDisjoint(with: ["instead", "than", "not", "was"]) {
                pairs.append((second, first))
            } else if !between.isDisjoint(with: ["to", "now", "into", "until", "till"]) || between.contains("→"),
                before.contains("from") || !between.isDisjoint(with: ["down", "up", "now"])
                    || !before.isDisjoint(with: [
                        "cut", "dropped", "went", "took", "was", "used", "grew", "fell", "rose",
                    ])
            {
                pairs.append((first, second))
            }
        }
        return pairs
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
