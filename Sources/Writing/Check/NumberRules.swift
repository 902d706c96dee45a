/// Which of several: `at counter 6` where the sources have counter 4 for it, and counter 6 for something else.
struct NumberRules {
    let sentence: PeopledText
    let sources: CheckedSources
    let alignment: Alignment

    var faults: [CheckDesk.Found] {
        let words = sentence.text.words
        return words.indices.dropFirst().compactMap { place in
            guard words[place].number != nil, words[place - 1].clause == words[place].clause,
                words[place - 1].isContent, words[place - 1].number == nil, let number = alignment.places[place],
                let named = alignment.places[place - 1], named.source == number.source
            else { return nil }
            // What stands before it in the sentence, and where that stands in the source.
            let before = words.indices[..<(place - 1)].reversed().prefix(6).first {
                words[$0].clause == words[place].clause && alignment.places[$0]?.source == named.source
            }
            guard let before, let head = alignment.places[before] else { return nil }
            let theirs = sources.all[named.source].words
            guard theirs[head.word].sentence != theirs[named.word].sentence else { return nil }
            let hasOther = theirs.indices.dropLast().contains { near in
                theirs[near].sentence == theirs[head.word].sentence
                    && CheckedSource.agree(words[place - 1], theirs[near]) && theirs[near + 1].number != nil
                    && !CheckedSource.agree(words[place], theirs[near + 1])
            }
            return hasOther ? (.number(words[place].text), words[place].span) : nil
        }
    }
}
