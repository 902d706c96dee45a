import Workspace

/// The day of a source: on which it was said, and which its words mean.
extension DayRules {
    /// `today`, `now`, `this morning`.
    static func isNow(_ place: Int, in words: [CheckedText.Word]) -> Bool {
        if ["today", "now", "tonight"].contains(words[place].small) { return true }
        return spans.contains(words[place].small) && place > 0 && words[place - 1].small == "this"
    }

    /// True where the day is that of a source that was said by whoever is named as the speaker; or one that its words name.
    func stands(on fits: (CivilDate) -> Bool, at place: Int, isWhole: Bool) -> Bool {
        let binding = Self.binding(before: place, in: words)
        let speaking = sources.all.filter { speakers.isEmpty || speakers.contains($0.voice) }
        if isSpan(binding, fits) { return true }
        if binding == "on" || binding == nil || binding == "in" || binding == "of" {
            for source in speaking where fits(source.day) {
                if !hasOwnTime(source) || isOfSpeech(place) { return true }
            }
        } else {
            // `from 5 February` where the source says from today.
            for source in sources.all where fits(source.day) {
                for near in source.words.indices where Self.isNow(near, in: source.words) {
                    let start = source.words[near].small == "today" || near == 0 ? near : near - 1
                    let other = Self.binding(before: start, in: source.words)
                    if other == binding || Set([other, binding]) == ["since", "from"] || other == "of" || other == "as"
                    {
                        return true
                    }
                    if binding == "from" || binding == "of" { return true }
                }
            }
        }
        return isWhole && sources.all.contains { source in resolved(source).contains(where: fits) }
    }

    /// `between 27 July and 7 September`, `from 27 July to 7 September`: the first and the last day of several sources.
    private func isSpan(_ binding: String?, _ fits: (CivilDate) -> Bool) -> Bool {
        let days = sources.all.map(\.day).sorted { $0.days < $1.days }
        guard days.count > 1, let first = days.first, let last = days.last else { return false }
        switch binding {
        case "between": return fits(first) || fits(last)
        case "from", "since": return fits(first)
        case "to", "until": return fits(last)
        default: return false
        }
    }

    /// Days that a source's words mean: yesterday, tomorrow, the Monday before it.
    private func resolved(_ source: CheckedSource) -> [CivilDate] {
        source.words.flatMap { word -> [CivilDate] in
            switch word.small {
            case "yesterday": return [CivilDate(days: source.day.days - 1)]
            case "tomorrow": return [CivilDate(days: source.day.days + 1)]
            default:
                guard let name = Self.weekdayName(word.small), let number = CheckWords.weekdays.firstIndex(of: name)
                else { return [] }
                return (1...7).map { CivilDate(days: source.day.days - $0) }.filter { $0.weekday == number + 1 }
            }
        }
    }

    /// True where a source tells of another day than its own.
    private func hasOwnTime(_ source: CheckedSource) -> Bool {
        if source.words.indices.contains(where: { Self.isNow($0, in: source.words) }) { return false }
        return source.words.indices.contains { place in
            let word = source.words[place]
            if word.small == "yesterday" { return true }
            if word.isCapital, let month = CheckWords.months.firstIndex(of: word.small) {
                let day = [place - 1, place + 1].filter { source.words.indices.contains($0) }.compactMap {
                    Self.day(source.words[$0].small)
                }.first
                return day.map { !Self.fits(source.day, (month + 1, $0, nil)) } ?? false
            }
            if let binding = Self.binding(before: place, in: source.words), Self.strict.contains(binding) {
                return false
            }
            guard let name = Self.weekdayName(word.small), let number = CheckWords.weekdays.firstIndex(of: name) else {
                return false
            }
            return source.day.weekday != number + 1
        }
    }

    /// True where the day stands with a word of speech, or in front of one.
    private func isOfSpeech(_ place: Int) -> Bool {
        // `On 4 March Mira took …`.
        if place <= 2 { return true }
        let near = words.indices.filter { abs($0 - place) <= 9 }
        return near.contains { CheckWords.speech.contains(words[$0].small) || words[$0].followsQuote }
            || place < 6 && near.contains { words[$0].isPlace }
    }
}
