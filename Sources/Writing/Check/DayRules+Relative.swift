/// Days that depend on when they are said.
extension DayRules {
    static let spans = ["day", "week", "month", "year", "morning", "night", "afternoon", "evening"]

    /// `the week before` for `last week`, `that day` for `today`; `yesterday` only as a source has it.
    func relative(at place: Int, _ outcome: inout Outcome) {
        let word = words[place]
        if CheckWords.relativeDays.contains(word.small) {
            outcome.used.insert(place)
            if !sources.says(word.small) { outcome.faults.append((.date(word.text), word.span)) }
            return
        }
        whichSpan(at: place, &outcome)
        guard Self.spans.contains(word.small), place + 1 < words.count else { return }
        let next = words[place + 1].small
        let said: [String]
        switch (word.small, next) {
        case ("day", "before"), ("night", "before"): said = ["yesterday", "last night", "day before", "night before"]
        case ("day", "after"): said = ["tomorrow", "next day", "day after"]
        case (let span, "before"): said = ["last \(span)", "\(span) before", "previous \(span)", "\(span) earlier"]
        case (let span, "after"): said = ["next \(span)", "\(span) after", "following \(span)"]
        default:
            // `that week`, `that day`.
            guard place > 0, words[place - 1].small == "that" else { return }
            let isSaid =
                holds(["this \(word.small)", "that \(word.small)"]) || word.small == "day" && sources.says("today")
            if isSaid { outcome.used.insert(place) }
            return
        }
        outcome.used.formUnion([place, place + 1])
        if !holds(said) {
            outcome.faults.append(
                (.date("\(word.text) \(next)"), word.span.lowerBound..<words[place + 1].span.upperBound)
            )
        }
    }

    /// `this year` where the sources speak of last year.
    private func whichSpan(at place: Int, _ outcome: inout Outcome) {
        let which = ["this", "last", "next"]
        guard Self.spans.contains(words[place].small), place > 0, which.contains(words[place - 1].small) else { return }
        let span = words[place].small
        let others = which.filter { $0 != words[place - 1].small }
        guard !holds(["\(words[place - 1].small) \(span)"]), holds(others.map { "\($0) \(span)" }) else { return }
        outcome.used.formUnion([place - 1, place])
        outcome.faults.append((.date(words[place].text), words[place].span))
    }

    /// True where a source has one of these in its words.
    private func holds(_ phrases: [String]) -> Bool {
        sources.all.contains { source in
            phrases.contains { phrase in
                let parts = phrase.split(separator: " ").map(String.init)
                return source.words.indices.contains { place in
                    place + parts.count <= source.words.count
                        && zip(parts, source.words[place...]).allSatisfy { $0 == $1.small }
                }
            }
        }
    }
}
