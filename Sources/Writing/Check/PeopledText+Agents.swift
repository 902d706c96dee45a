/// Who does what each word says.
extension PeopledText {
    /// The nearest who can act before each verb.
    mutating func act(speaker: Int?) {
        let words = text.words
        var subject = Agent.unsaid
        var object = Agent.unsaid
        for place in words.indices {
            let word = words[place]
            if word.opens { (subject, object) = (.unsaid, .unsaid) }
            if begins(place) { subject = .unsaid }
            // Whoever thanks speaks.
            if let speaker, ["thank", "thanks", "thx", "kudos", "props", "thanking"].contains(word.small) {
                agents[place] = .people([speaker])
                continue
            }
            if let candidate = candidate(at: place) {
                if isSubject(at: place) {
                    subject = candidate
                } else if words[..<place].last(where: \.isFunction)?.small != "by" {
                    object = candidate
                }
                continue
            }
            guard word.isVerb || CheckWords.speech.contains(word.small) || isPredicate(place) else { continue }
            let before = (1...4).lazy.map { place - $0 }.prefix { $0 >= 0 && words[$0].clause == word.clause }
            let near = before.prefix { words[$0].isFunction || words[$0].isNegation || words[$0].isAside }
            isPassive[place] =
                near.contains { CheckWords.being.contains(words[$0].small) } && !word.small.hasSuffix("ing")
                && (word.small.hasSuffix("ed") || WordStem.isPast(word.small))
            agents[place] = agent(of: place, subject: subject, object: object)
            // `was asked to`: whoever is asked does the rest.
            if isPassive[place] { object = subject }
        }
    }

    /// True where somebody else may act from here on: `… said that`, `because`, `but the`.
    private func begins(_ place: Int) -> Bool {
        let words = text.words
        switch words[place].small {
        case "because", "when", "while", "whether", "if", "although", "whereas": return true
        case "that":
            return place > 0 && CheckWords.speech.contains(words[place - 1].small) || place > 1 && isName[place - 1]
        case "but": return place + 1 < words.count && CheckWords.articles.contains(words[place + 1].small)
        default: return false
        }
    }

    /// `is ill`.
    private func isPredicate(_ place: Int) -> Bool {
        let words = text.words
        guard words[place].isContent, words[place].number == nil else { return false }
        for near in words.indices[..<place].reversed().prefix(3) {
            guard words[near].clause == words[place].clause else { return false }
            if CheckWords.being.contains(words[near].small) { return true }
            guard words[near].isNegation || words[near].isAside else { return false }
        }
        return false
    }

    /// Who a word names that could act; nil for words that name nobody.
    private func candidate(at place: Int) -> Agent? {
        let word = text.words[place]
        guard !word.isPossessive else { return nil }
        if isName[place] {
            // `Ana Berg's rule`: the rule does it.
            var end = place
            while end + 1 < text.words.count, isName[end + 1], people[end + 1] == people[place] { end += 1 }
            return text.words[end].isPossessive ? nil : .people(people[place])
        }
        switch word.small {
        case "i", "me", "i'm", "i've", "i'll", "i'd", "he", "she", "him", "she's", "he's", "he'll", "she'll", "you",
            "you're", "you've",
            "you'll", "you'd", "u", "myself", "himself", "herself":
            // `he`, and it may be somebody else.
            return people[place].isEmpty ? .thing(place) : .people(people[place])
        case "we", "we've", "we're", "we'll", "we'd", "us": return .group
        case "them": return .unsaid
        default:
            guard word.isCapital, !word.opens, word.isContent, !word.hasDigit, !word.isVerb,
                !CheckWords.isDay(word.small), word.text != word.text.uppercased(),
                !isAttribute(place)
            else { return nil }
            return .named(word.small)
        }
    }

    /// `the Orsted RFP`: no person.
    private func isAttribute(_ place: Int) -> Bool {
        let words = text.words
        var before = place - 1
        while before >= 0, words[before].clause == words[place].clause, words[before].isCapital, words[before].isContent
        { before -= 1 }
        guard before >= 0, words[before].clause == words[place].clause else { return false }
        return CheckWords.articles.contains(words[before].small) && words[before].small != "that"
            || words[before].isPossessive
    }

    /// True for a name that is neither behind a preposition nor the object of the word before it.
    private func isSubject(at place: Int) -> Bool {
        let words = text.words
        var before = place - 1
        while before >= 0,
            isName[before]
                || words[before].isCapital && words[before].isContent && !words[before].opens
                    && words[before + 1].clause == words[before].clause
        {
            before -= 1
        }
        if ["me", "him", "them", "us", "myself", "himself", "herself"].contains(words[place].small) { return false }
        guard before >= 0, words[before].clause == words[place].clause else { return true }
        let word = words[before]
        if ["before", "after", "until", "since", "than", "as"].contains(word.small) { return true }
        if word.isPreposition || word.small == "thanks" || word.small == "thank" { return false }
        if word.small == "and" || word.small == "or" {
            // The second of two: whatever the first is.
            guard before > 0, isName[before - 1] || !people[before - 1].isEmpty else { return true }
            return isSubject(at: before - 1)
        }
        return !(word.isVerb || CheckWords.speech.contains(word.small))
    }

    private func agent(of place: Int, subject: Agent, object: Agent) -> Agent {
        let words = text.words
        let word = words[place]
        var before = place - 1
        var isInfinitive = false
        while before >= 0, words[before].clause == word.clause {
            let other = words[before]
            if other.isPreposition || other.small == "without", word.small.hasSuffix("ing") {
                return other.small == "for" && object != .unsaid ? object : subject
            } else if other.small == "to" {
                isInfinitive = true
            } else if !people[before].isEmpty || CheckWords.joined.contains(other.small) {
                break
            } else if !(CheckWords.auxiliaries.contains(other.small) || CheckWords.modals.contains(other.small)
                || other.isNegation || other.isAside && !other.isVerb)
            {
                break
            }
            before -= 1
        }
        guard before >= 0, words[before].clause == word.clause else {
            return isInfinitive && object != .unsaid ? object : subject
        }
        let other = words[before]
        if isInfinitive {
            guard other.isContent, !isName[before], !other.isVerb else { return object }
            // `wants the broker to fix it`.
            let isAsked = words[..<before].suffix(4).contains {
                CheckWords.wishes.contains($0.small) || $0.small == "got"
            }
            return isAsked && candidate(at: before) == nil ? .thing(before) : object
        }
        if let candidate = candidate(at: before) {
            if case .unsaid = candidate { return .unsaid }
            if !isSubject(at: before), isBare(word, before) { return object }
            // `the plan for Atlas is missing`: something before it does it.
            return isSubject(at: before) ? candidate : .unsaid
        }
        if other.isContent, !other.isVerb {
            let isNamed =
                other.isCapital && !other.hasDigit && !other.isPossessive && !CheckWords.isDay(other.small)
                && !isAttribute(before)
            if !isNamed { return .thing(before) }
            return other.opens ? .named(other.small) : .unsaid
        }
        if ["it", "this", "that", "which", "who", "these", "those", "what", "they"].contains(other.small) {
            return .thing(before)
        }
        return subject
    }

    /// `let me run`: a plain verb behind an object.
    private func isBare(_ word: CheckedText.Word, _ object: Int) -> Bool {
        guard object > 0 else { return false }
        return CheckWords.verbs.contains(word.small)
    }
}
