/// How the text reads.
extension DraftMeters {
    var specificity: DraftMeter {
        let weak = claims.filter { $0.parts < 2 }
        let isMet = quality.specificity >= 0.7499
        let missing = claims.filter { $0.parts == 2 }
        return DraftMeter(
            .specificity,
            value: quality.specificity,
            gate: 0.75...1,
            isMet: isMet,
            words: isMet
                ? "The sentences say when, what was done and what it changed."
                : "Many sentences leave out what the work changed.",
            advice: "Say what was so afterwards, or choose a moment in which somebody says it.",
            add: entries(
                best(30) { _ in true }.filter { work.materials[$0]?.parts == 3 }
            ),
            lines: (weak + missing).map(\.key)
        )
    }

    var personality: DraftMeter {
        let found = lines.filter { line in
            Self.speaksOfCharacter(line)
        }
        return DraftMeter(
            .personality,
            value: quality.personalityRate,
            gate: 0...0,
            isMet: found.isEmpty,
            words: found.isEmpty
                ? "No sentence is about character."
                : "\(found.count == 1 ? "One sentence speaks" : "\(found.count) sentences speak") about character.",
            advice: "Say which behaviour was seen instead.",
            lines: found.map(\.key)
        )
    }

    /// Within half a sentence of its share, or within the gate: a text of twenty sentences cannot be finer.
    var upkeep: DraftMeter {
        let all = work.moments.reduce(0) { $0 + $1.weight }
        let seen = all > 0 ? work.moments.filter(\.isUpkeep).reduce(0) { $0 + $1.weight } / all : 0
        // In order, so that the sum is the same in every run.
        let cited = cited.sorted()
        let citedWeight = cited.reduce(0) { $0 + work.moments[$1].weight }
        let told =
            citedWeight > 0
            ? cited.filter { work.moments[$0].isUpkeep }.reduce(0) { $0 + work.moments[$1].weight } / citedWeight : 0
        let value = seen > 0 ? told / seen : told > 0 ? 2 : 1
        let near = abs(told - seen) * Double(max(1, cited.count)) <= 0.75
        let isMet = (0.8...1.25).contains(value) || near
        let isLess = told < seen
        return DraftMeter(
            .upkeep,
            value: value,
            gate: 0.8...1.25,
            isMet: isMet,
            words: isMet
                ? (0.8...1.25).contains(value)
                    ? "Upkeep has the place in the text that it has in the evidence."
                    : "Upkeep is as near to its place as so few sentences allow."
                : isLess ? "Upkeep is told less than it was seen." : "Upkeep is told more than it was seen.",
            advice: isLess ? "Add a moment of upkeep." : "Add a moment of other work.",
            add: entries(best { $0.isUpkeep == isLess })
        )
    }

    var length: DraftMeter {
        let words = lines.reduce(0) { $0 + Excerpt.wordCount($1.text) }
        let fits = words <= DraftComposer.mostWords && (words >= 350 || cited.count >= work.moments.count)
        return DraftMeter(
            .length,
            value: Double(words),
            gate: 350...Double(DraftComposer.mostWords),
            isMet: fits,
            words: "\(words) words.",
            advice: words > DraftComposer.mostWords
                ? "Drop a moment that says what another says, too."
                : "There is room for more; keep moments that matter, or ask those who were there.",
            add: words < 350 ? entries(best { _ in true }) : [],
            lines: words > DraftComposer.mostWords ? longest.map(\.key) : []
        )
    }

    var readability: [DraftMeter] {
        let text = lines.map(\.text).joined(separator: " ")
        let found = Readability(text)
        guard found.words > 0 else { return [] }
        let grade = found.grade
        let isLong = found.sentenceLength > 20
        return [
            DraftMeter(
                .readability,
                value: grade,
                gate: 6...10,
                isMet: grade <= 10,
                words: grade <= 10 ? "It reads easily." : "It takes some effort to read.",
                advice: "Shorter sentences and plainer words would help; begin with the longest.",
                lines: longest.map(\.key)
            ),
            DraftMeter(
                .sentenceLength,
                value: found.sentenceLength,
                gate: 0...20,
                isMet: !isLong,
                words: "A sentence has \(Int(found.sentenceLength.rounded())) words on average.",
                advice: "Cut or part the longest sentences.",
                lines: longest.map(\.key)
            ),
        ]
    }

    var longest: [DraftLine] {
        lines.enumerated().map { (line: $1, words: Excerpt.wordCount($1.text), place: $0) }
            .sorted { ($1.words, $0.place) < ($0.words, $1.place) }.prefix(3).map(\.line)
    }
}
