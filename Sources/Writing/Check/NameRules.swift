/// Names of a sentence against its sources: people, conversations, and words for those whom a source calls `we`.
struct NameRules {
    let sentence: PeopledText
    let sources: CheckedSources

    private var words: [CheckedText.Word] { sentence.text.words }

    /// Words that need no place in a source of their own.
    var used: Set<Int> {
        let isGroup = sources.words.contains {
            ["we", "us", "our", "ours", "we're", "we've", "we'll", "they", "their", "them"].contains($0.small)
        }
        return Set(
            words.indices.filter { place in
                let word = words[place]
                // `31 percent` where the source has `31%`.
                if word.small == "percent", place > 0, let number = words[place - 1].number {
                    return sources.words.contains { $0.number == number && $0.text.hasSuffix("%") }
                }
                if CheckWords.group.contains(word.small) { return isGroup && !sources.hasStem(word.stem) }
                // `one hour` where the source has `an hour`.
                if word.small == "one" || word.small == "1", place + 1 < words.count,
                    !sources.words.contains(where: { $0.number == "1" })
                {
                    return sources.words.indices.dropFirst().contains {
                        ["a", "an"].contains(sources.words[$0 - 1].small)
                            && sources.words[$0].stem == words[place + 1].stem
                    }
                }
                return false
            }
        )
    }

    var faults: [CheckDesk.Found] {
        let known = sources.people
        var found: [CheckDesk.Found] = sentence.mixed.map { (.name(words[$0].text), words[$0].span) }
        for place in words.indices {
            let word = words[place]
            if sentence.isName[place], sentence.people[place].isDisjoint(with: known) {
                found.append((.name(word.text), word.span))
            } else if word.isPlace, !sources.places.contains(word.small) {
                found.append((.name("#\(word.text)"), word.span))
            } else if !sentence.isName[place], word.isCapital, sources.cast.everybody.contains(word.small),
                !sources.says(word.small),
                !word.opens || !CheckWords.function.contains(word.small), !CheckWords.months.contains(word.small)
            {
                found.append((.name(word.text), word.span))
            }
        }
        return found
    }
}

/// Whose a thing is said to be.
struct OwnerRules {
    let sentence: PeopledText
    let sources: CheckedSources
    let alignment: Alignment

    var faults: [CheckDesk.Found] {
        let words = sentence.text.words
        return words.indices.compactMap { place in
            guard sentence.isName[place], words[place].isPossessive else { return nil }
            let people = sentence.people[place]
            let things = words.indices.dropFirst(place + 1).prefix(4).prefix { words[$0].clause == words[place].clause }
            guard let thing = things.first(where: { alignment.places[$0] != nil }), let target = alignment.places[thing]
            else {
                return nil
            }
            let source = sources.all[target.source]
            let isTheirs =
                owners(of: target.word, source).map { !$0.isDisjoint(with: people) } ?? isLikely(people, source)
            return isTheirs ? nil : (.actor(words[place].text), words[place].span)
        }
    }

    /// Whose it is in the source; nil where it does not say.
    private func owners(of place: Int, _ source: CheckedSource) -> Set<Int>? {
        let words = source.words
        for near in words.indices[..<place].reversed().prefix(5) {
            guard words[near].sentence == words[place].sentence, words[near].clause == words[place].clause else {
                break
            }
            let isOwner = words[near].isPossessive || ["my", "your", "his", "her", "our"].contains(words[near].small)
            if isOwner {
                if words[near].small == "our" { return [source.voice, Cast.subject] }
                return source.peopled.people[near]
            }
            if words[near].isPreposition || words[near].isVerb { break }
        }
        // `the patch from Ilya`.
        for near in words.indices[place...].dropFirst().prefix(4)
        where ["from", "by", "of"].contains(words[near].small) {
            guard near + 1 < words.count else { break }
            if !source.peopled.people[near + 1].isEmpty { return source.peopled.people[near + 1] }
        }
        return nil
    }

    private func isLikely(_ people: Set<Int>, _ source: CheckedSource) -> Bool {
        people.contains(Cast.subject) || source.isOwn && people.contains(source.voice)
    }
}
