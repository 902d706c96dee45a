/// A text with its people: which words name somebody, and who does what each word says.
struct PeopledText {
    let text: CheckedText
    /// Whom each word names or stands for; empty for other words.
    ///
    /// Of a name of several words each has it.
    var people: [Set<Int>]
    /// True for a word that is part of a name of somebody in the cast.
    var isName: [Bool]
    /// Who does what each word says.
    var agents: [Agent]
    /// True for a word of a verb that is done to its subject: `was left`.
    var isPassive: [Bool]
    /// Names that mix two people's, by place.
    var mixed: [Int]

    /// - Parameters:
    ///   - text: the words.
    ///   - cast: who may take part.
    ///   - speaker: whom `I` means; nil for a text that nobody speaks.
    ///   - addressed: whom `you` means.
    ///   - isTelling: true for a sentence that is checked, false for a source.
    init(_ text: CheckedText, cast: Cast, speaker: Int?, addressed: Int?, isTelling: Bool) {
        self.text = text
        let words = text.words
        people = Array(repeating: [], count: words.count)
        isName = Array(repeating: false, count: words.count)
        agents = Array(repeating: .unsaid, count: words.count)
        isPassive = Array(repeating: false, count: words.count)
        mixed = []
        name(cast)
        pronouns(speaker: speaker, addressed: addressed, isTelling: isTelling)
        act(speaker: isTelling ? nil : speaker)
    }

    /// Runs of parts of names; each run is one person.
    private mutating func name(_ cast: Cast) {
        let words = text.words
        var place = 0
        while place < words.count {
            var holders = cast.holders(of: words[place])
            guard !holders.isEmpty else {
                place += 1
                continue
            }
            var end = place + 1
            while end < words.count, words[end].clause == words[place].clause,
                words[end].isCapital || cast.isParticle(words[end]),
                !words[end - 1].isPossessive
            {
                let next = cast.isParticle(words[end]) ? holders : cast.holders(of: words[end])
                if next.isEmpty { break }
                if holders.isDisjoint(with: next) {
                    mixed.append(end)
                } else {
                    holders.formIntersection(next)
                }
                end += 1
            }
            for part in place..<end {
                people[part] = holders
                isName[part] = true
            }
            place = end
        }
    }

    /// A capital that acts: `Benno was not happy`, not `the Fjordline demo`.
    private func isPersonLike(_ place: Int) -> Bool {
        let words = text.words
        guard words[place].isCapital, words[place].isContent, !words[place].hasDigit, !words[place].isVerb,
            !words[place].opens,
            words[place].text != words[place].text.uppercased(), !CheckWords.isDay(words[place].small),
            place + 1 < words.count
        else { return false }
        let next = words[place + 1]
        let acts =
            next.isVerb || CheckWords.auxiliaries.contains(next.small) || CheckWords.modals.contains(next.small)
            || ["with", "to"].contains(Fit.preposition(of: place, in: words)) && !next.isContent
        let before = place > 0 && words[place - 1].clause == words[place].clause ? words[place - 1] : nil
        return acts && !(before.map { CheckWords.articles.contains($0.small) || $0.isPossessive } ?? false)
    }

    private mutating func pronouns(speaker: Int?, addressed: Int?, isTelling: Bool) {
        var last: Set<Int> = []
        // Whom the text spoke of last, whoever else came up since: `he` at the beginning of a sentence.
        var main: Set<Int> = []
        for (place, word) in text.words.enumerated() {
            if word.opens { last = main }
            if isName[place] { main = isTelling ? main.union(people[place]) : people[place] }
            if isName[place] {
                last = isTelling ? last.union(people[place]) : people[place]
                continue
            }
            switch word.small {
            case "i", "me", "my", "mine", "myself", "i'm", "i've", "i'll", "i'd":
                if let speaker { people[place] = [speaker] }
            case "you", "your", "yours", "you're", "you've", "you'll", "you'd", "yourself":
                if let addressed { people[place] = [addressed] }
            case "he", "him", "his", "himself", "she", "her", "hers", "herself", "she's", "he's", "he'll", "she'll":
                people[place] = last
            default:
                // Another name: `he` may be theirs.
                if isPersonLike(place), !isTelling { last = [] }
            }
        }
    }
}
