import Workspace

/// Days of a sentence against its sources: said there, or the day on which they were said.
struct DayRules {
    let sentence: PeopledText
    let sources: CheckedSources
    /// People who are said to have spoken.
    let speakers: Set<Int>

    struct Outcome {
        var faults: [(CitationCheck.Fault, Range<Int>?)] = []
        /// Words that are decided here.
        var used: Set<Int> = []
        /// Words of days that a source says, and that stand there with others.
        var said: Set<Int> = []
    }

    var words: [CheckedText.Word] { sentence.text.words }

    var outcome: Outcome {
        var outcome = Outcome()
        for place in words.indices where !outcome.used.contains(place) {
            month(at: place, &outcome)
            weekday(at: place, &outcome)
            relative(at: place, &outcome)
        }
        outcome.used.subtract(outcome.said)
        return outcome
    }

    // MARK: 9 September

    private func month(at place: Int, _ outcome: inout Outcome) {
        let word = words[place]
        guard word.isCapital, let month = CheckWords.months.firstIndex(of: word.small) else { return }
        let day = [place - 1, place + 1].first {
            words.indices.contains($0) && !outcome.used.contains($0) && Self.day(words[$0].small) != nil
                && words[$0].clause == word.clause
                // `In September 4 of 10`.
                && !($0 > place && $0 + 1 < words.count && words[$0 + 1].small == "of")
        }
        let year = [place + 1, place + 2].first { words.indices.contains($0) && Self.year(words[$0].small) != nil }
        let all = [place, day, year].compactMap(\.self)
        let isItem = all.allSatisfy { place in sources.words.contains { CheckedSource.agree(words[place], $0) } }
        outcome.used.formUnion(all)
        let wanted = (
            month: month + 1, day: day.flatMap { Self.day(words[$0].small) },
            year: year.flatMap { Self.year(words[$0].small) }
        )
        if isSaid(month: word.small, day: wanted.day, year: wanted.year, before: all.min() ?? place) {
            // Said there: it stands beside the same words as well.
            if isItem { outcome.said.formUnion(all) }
            return
        }
        let first = all.min() ?? place
        // A month by itself is one that the sources speak of, where they speak of any.
        let speaksOfMonths =
            wanted.day == nil && sources.words.contains { $0.isCapital && CheckWords.months.contains($0.small) }
        if !speaksOfMonths, stands(on: { Self.fits($0, wanted) }, at: first, isWhole: wanted.day != nil) { return }
        let text = all.sorted().map { words[$0].text }.joined(separator: " ")
        outcome.faults.append(
            (.date(text), (words[first].span.lowerBound)..<(words[all.max() ?? place].span.upperBound))
        )
    }

    static func fits(_ date: CivilDate, _ wanted: (month: Int, day: Int?, year: Int?)) -> Bool {
        let parts = date.parts
        return parts.month == wanted.month && wanted.day.map { $0 == parts.day } ?? true
            && wanted.year.map { $0 == parts.year } ?? true
    }

    /// The words of a source have this day, under the same preposition where one of time stands before it.
    private func isSaid(month: String, day: Int?, year: Int?, before first: Int) -> Bool {
        let binding = Self.binding(before: first, in: words)
        for source in sources.all {
            for place in source.words.indices {
                let word = source.words[place]
                let isMonth = word.small == month || word.small.utf8.count >= 3 && month.hasPrefix(word.small)
                if isMonth {
                    let near = [place - 2, place - 1, place + 1, place + 2].filter { source.words.indices.contains($0) }
                    let at = near.first { Self.day(source.words[$0].small) == day }
                    guard day == nil || at != nil else { continue }
                    if let year, let said = near.lazy.compactMap({ Self.year(source.words[$0].small) }).first,
                        said != year
                    {
                        continue
                    }
                    if Self.agree(binding, Self.binding(before: min(place, at ?? place), in: source.words)) {
                        return true
                    }
                }
                if let date = Self.date(word.small) {
                    let wanted = (month: (CheckWords.months.firstIndex(of: month) ?? 0) + 1, day: day, year: year)
                    if Self.fits(date, wanted) { return true }
                }
            }
        }
        return false
    }

    /// `2027-02-01`.
    private static func date(_ word: String) -> CivilDate? {
        word.count == 10 && word.contains("-") ? CivilDate(word) : nil
    }

    // MARK: Monday

    private func weekday(at place: Int, _ outcome: inout Outcome) {
        let single = Self.weekdayName(words[place].small)
        guard let single, let number = CheckWords.weekdays.firstIndex(of: single) else { return }
        outcome.used.insert(place)
        let binding = Self.binding(before: place, in: words)
        var isNamed = false
        for source in sources.all {
            for near in source.words.indices {
                guard let said = Self.weekdayName(source.words[near].small) else { continue }
                isNamed = true
                if said == single, Self.agree(binding, Self.binding(before: near, in: source.words)) {
                    if CheckedSource.agree(words[place], source.words[near]) { outcome.said.insert(place) }
                    return
                }
            }
        }
        if !isNamed, stands(on: { $0.weekday == number + 1 }, at: place, isWhole: true) { return }
        outcome.faults.append((.date(words[place].text), words[place].span))
    }

    /// `Monday` for `monday`, `mondays`, `mon`.
    static func weekdayName(_ small: String) -> String? {
        let bare = small.hasSuffix("days") ? String(small.dropLast()) : small
        if CheckWords.weekdays.contains(bare) { return bare }
        guard ["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri"].contains(bare) else { return nil }
        return CheckWords.weekdays.first { $0.hasPrefix(bare) }
    }

    // MARK: Words

    /// The word that binds a day: `since`, `until`, `before`; nil for none.
    static func binding(before place: Int, in words: [CheckedText.Word]) -> String? {
        var before = place - 1
        while before >= 0, place - before < 4, words[before].clause == words[place].clause {
            let small = words[before].small
            if CheckWords.prepositions.contains(small) { return small }
            guard
                CheckWords.articles.contains(small) || day(small) != nil
                    || ["last", "next", "early", "late"].contains(small)
            else { return nil }
            before -= 1
        }
        return nil
    }

    static let strict: Set<String> = ["since", "until", "till", "before", "after", "from", "by"]

    static func agree(_ left: String?, _ right: String?) -> Bool {
        if left == right || left.map({ !strict.contains($0) }) ?? true || right == nil { return true }
        guard let left, let right else { return true }
        return !strict.contains(right) || Set([left, right]) == ["until", "till"]
            || Set([left, right]) == ["since", "from"]
    }

    static func day(_ word: String) -> Int? {
        let digits = word.prefix { $0.isNumber }
        guard let number = Int(digits), (1...31).contains(number) else { return nil }
        return ["", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count))) ? number : nil
    }

    static func year(_ word: String) -> Int? { Int(word).flatMap { (1990...2199).contains($0) ? $0 : nil } }
}
