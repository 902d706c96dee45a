/// Whether whoever does something in a sentence does it in a source.
struct Acting {
    let sentence: PeopledText
    let source: CheckedSource
    let cast: Cast

    func agrees(_ item: Int, _ place: Int) -> Bool {
        if sentence.isPassive[item] {
            guard let agent = byWhom(item) else { return true }
            return agrees(.people(agent), place, item)
        }
        return agrees(sentence.agents[item], place, item)
    }

    /// Whom it is done to, where both name somebody right behind it: `asked me`.
    func agreeOnObject(_ item: Int, _ place: Int) -> Bool {
        guard item + 1 < sentence.text.words.count, place + 1 < source.words.count, sentence.isName[item + 1],
            !sentence.text.words[item + 1].isPossessive, !source.words[place + 1].isPossessive,
            !["my", "your", "his", "her"].contains(source.words[place + 1].small)
        else { return true }
        let theirs = source.peopled.people[place + 1]
        return theirs.isEmpty || !theirs.isDisjoint(with: sentence.people[item + 1])
    }

    /// `was left by Jory`.
    private func byWhom(_ item: Int) -> Set<Int>? {
        let words = sentence.text.words
        for place in words.indices.dropFirst(item + 1).prefix(14) where words[place].small == "by" {
            guard place + 1 < words.count, sentence.isName[place + 1], words[place].clause == words[item].clause else {
                continue
            }
            return sentence.people[place + 1]
        }
        return nil
    }

    private func agrees(_ agent: Agent, _ place: Int, _ item: Int) -> Bool {
        let theirs = source.peopled.agents[place]
        let isAct = source.words[place].isVerb || theirs != .unsaid
        switch agent {
        case .people(let people):
            if source.peopled.isPassive[place] {
                return people.contains(Cast.subject) || by(place).map { !$0.isDisjoint(with: people) } ?? false
            }
            switch theirs {
            case .people(let others): return !people.isDisjoint(with: others)
            case .named: return !isAct
            case .group: return people.contains(source.voice) || people.contains(Cast.subject) && source.isOwn
            case .thing(let thing): return !isAct || owns(people, thing) || isDoneTo(thing, by: people, item, place)
            case .unsaid: return people.contains(source.isOwn ? source.voice : Cast.subject)
            }
        case .named(let name):
            switch theirs {
            case .named(let other): return name == other
            case .people: return !isAct || isPronoun(before: place, standingFor: name)
            default: return true
            }
        case .thing(let thing):
            if case .thing(let other) = theirs, isOtherThing(thing, before: item, other, before: place) { return false }
            // A thing, a team or somebody without a name does it: not what a person did.
            guard isAct, case .people = theirs, !source.peopled.isPassive[place] else { return true }
            let word = sentence.text.words[thing]
            return !word.isContent
        case .group, .unsaid: return true
        }
    }

    /// `the nitrate cannot wait, the acetate can`: the acetate is said to do elsewhere what the nitrate does here.
    private func isOtherThing(_ thing: Int, before item: Int, _ other: Int, before place: Int) -> Bool {
        let (words, theirs) = (sentence.text.words, source.words)
        guard words[item].isVerb, theirs[place].isVerb, words[thing].isContent, theirs[other].isContent,
            !sentence.isPassive[item], !source.peopled.isPassive[place], words[thing].number == nil,
            theirs[other].number == nil
        else { return false }
        let subject = Self.subject(before: place, in: theirs)
        // `the boards on which he swapped the part survived`: whatever stands before it may do it.
        let own = words.indices[..<item].filter { words[$0].clause == words[item].clause && words[$0].isContent }
        guard !own.contains(where: { one in subject.contains { CheckedSource.agree(words[one], theirs[$0]) } }) else {
            return false
        }
        // Only where the source speaks of it, and of something else before its verb.
        return theirs.indices.contains { place in
            theirs[place].clause != theirs[other].clause && CheckedSource.agree(words[thing], theirs[place])
        }
    }

    /// The words of matter before a verb in its clause.
    private static func subject(before place: Int, in words: [CheckedText.Word]) -> [Int] {
        words.indices[..<place].reversed().prefix(8).prefix {
            words[$0].clause == words[place].clause && !words[$0].isVerb
        }
        .filter { words[$0].isContent }
    }

    private func by(_ place: Int) -> Set<Int>? {
        let words = source.words
        for near in words.indices.dropFirst(place + 1).prefix(8) where words[near].small == "by" {
            guard near + 1 < words.count, !source.peopled.people[near + 1].isEmpty else { continue }
            return source.peopled.people[near + 1]
        }
        return nil
    }

    /// `Wren … when she explained`: she may be either.
    private func isPronoun(before place: Int, standingFor name: String) -> Bool {
        let words = source.words
        let isPronoun = words[..<place].suffix(4).contains { $0.small == "he" || $0.small == "she" }
        return isPronoun && words[..<place].contains { $0.small == name && $0.sentence == words[place].sentence }
    }

    /// `11 features dropped`, from whoever dropped them: a report without its verb of being; the sentence does it to the same thing.
    private func isDoneTo(_ thing: Int, by people: Set<Int>, _ item: Int, _ place: Int) -> Bool {
        guard source.isOwn, people.contains(Cast.subject), source.words[place].small.hasSuffix("ed"),
            source.words[thing].clause == source.words[place].clause
                || source.words[thing].sentence == source.words[place].sentence
        else { return false }
        let words = sentence.text.words
        return words.indices.dropFirst(item + 1).prefix(5).contains {
            words[$0].clause == words[item].clause && CheckedSource.agree(words[$0], source.words[thing])
        }
    }

    /// True where a thing is theirs: `Ilya's patch cut …`.
    private func owns(_ people: Set<Int>, _ thing: Int) -> Bool {
        var place = thing
        while place >= 0, source.words[place].clause == source.words[thing].clause, thing - place < 5 {
            if !source.peopled.people[place].isDisjoint(with: people) { return true }
            place -= 1
        }
        return false
    }
}
