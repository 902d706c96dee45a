/// Under which preposition words stand, and which stand for each other.
extension Fit {
    func prepositionsAgree(_ item: Int, _ place: Alignment.Place) -> Bool {
        let source = sources.all[place.source]
        let own = Self.preposition(of: item, in: words)
        let other = Self.preposition(of: place.word, in: source.words)
        switch (own, other) {
        case (nil, _): return true
        case (let own?, let other?):
            if own == other { return true }
            if words[item].number != nil, ["from", "to"].contains(own) || ["from", "to"].contains(other) {
                return false
            }
            let loose = CheckWords.looseProperties
            if loose.contains(own), loose.contains(other) { return true }
            if own == "to", loose.contains(other), other != "with" { return true }
            return loose.contains(own) && ["to", "after", "since", "towards"].contains(other) && own == "of"
                || Self.alike.contains([own, other])
        case (let own?, nil):
            if words[item].number != nil, own == "to" { return false }
            if CheckWords.looseProperties.contains(own) { return true }
            // Elsewhere in the source's sentence: `the night before` tells of before.
            let near = source.words.filter { $0.sentence == source.words[place.word].sentence }
            if own == "by" { return true }
            return near.contains { $0.small == own } || ["after", "before", "to", "than", "from"].contains(own)
        }
    }

    private static let alike: Set<Set<String>> = [
        ["till", "until"], ["against", "versus"], ["via", "through"], ["since", "from"], ["via", "with"],
        ["off", "from"],
        ["between", "of"], ["towards", "to"], ["by", "with"], ["onto", "to"], ["into", "to"], ["than", "of"],
        ["until", "to"], ["of", "off"],
    ]

    /// The preposition under which a word stands; nil where there is none.
    static func preposition(of place: Int, in words: [CheckedText.Word]) -> String? {
        guard !words[place].isVerb || words[place].small.hasSuffix("ing") else { return nil }
        var before = place - 1
        while before >= 0, words[before].clause == words[place].clause {
            let word = words[before]
            if word.isPreposition {
                // `to fix` is no place.
                return word.small == "to" && words[place].isVerb ? nil : word.small
            }
            let isWithin =
                CheckWords.articles.contains(word.small) || word.isContent && !word.isVerb && before == place - 1
                || word.isPossessive || CheckWords.pronouns.contains(word.small) || word.number != nil
                || CheckWords.quantifiers.contains(word.small)
            guard isWithin, place - before < 5 else { return nil }
            before -= 1
        }
        return nil
    }
}
