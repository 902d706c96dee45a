import Evidence
import Signals

/// Who is said to have said something, and to whom.
struct SpeechRules {
    let sentence: PeopledText
    let sources: CheckedSources
    let quotes: [QuotedText.Quote]

    struct Outcome {
        var faults: [(CitationCheck.Fault, Range<Int>?)] = []
        /// Words that only tell who spoke.
        var used: Set<Int> = []
        /// Who is said to have spoken.
        var speakers: Set<Int> = []
    }

    private var words: [CheckedText.Word] { sentence.text.words }

    var outcome: Outcome {
        var outcome = Outcome()
        for place in words.indices where CheckWords.speech.contains(words[place].small) { judge(place, &outcome) }
        for place in words.indices where ["thank", "thanks"].contains(words[place].small) && !sources.hasStem("thank") {
            if sources.all.contains(where: { $0.entry.kind == .recognition }) { outcome.used.insert(place) }
        }
        for place in words.indices
        where CheckWords.frame.contains(words[place].small) && !sources.hasStem(words[place].stem) {
            // `in Gideon's view`, `pointed out`.
            let isTheirs =
                place > 0
                && (words[place - 1].isPossessive && sentence.isName[place - 1] || words[place - 1].small == "own"
                    || CheckWords.speech.contains(words[place - 1].small))
            if isTheirs { outcome.used.insert(place) }
        }
        return outcome
    }

    private func judge(_ place: Int, _ outcome: inout Outcome) {
        let word = words[place]
        // `started asking` is no report.
        if word.small.hasSuffix("ing"), place > 0, words[place - 1].isVerb, words[place - 1].clause == word.clause {
            return
        }
        guard let (people, named) = speaker(place) else { return }
        let voices = voices(near: word.span)
        let isVoice = !people.isDisjoint(with: Set(voices.map(\.voice)))
        let told = sources.all.flatMap { source in source.places(of: word).map { source.peopled.agents[$0] } }
        let isTold = !told.isEmpty
        if isVoice {
            let theirs = voices.filter { people.contains($0.voice) }
            let isOthers =
                isTold
                && !told.contains { agent in
                    switch agent {
                    case .people(let others): !others.isDisjoint(with: people)
                    case .group, .unsaid: true
                    case .named, .thing: false
                    }
                }
            if CheckWords.reporting.contains(word.stem) && isReport(place)
                || !isOthers && fits(word, theirs) && !hasThingAsObject(place)
            {
                outcome.used.insert(place)
                // `spoke up`, `pointed out`.
                if place + 1 < words.count, ["up", "out"].contains(words[place + 1].small) {
                    outcome.used.insert(place + 1)
                }
                outcome.speakers.formUnion(people.intersection(Set(voices.map(\.voice))))
                return
            }
            // It has to come from the sources like any other word.
            if !isTold, !fits(word, theirs) {
                outcome.faults.append((.added(word.text), word.span)); outcome.used.insert(place)
            }
            return
        }
        if !isTold {
            outcome.faults.append((.speaker(words[named].text), words[named].span))
            outcome.used.insert(place)
        }
    }

    /// Who is said to speak: people, and the word that names them.
    private func speaker(_ place: Int) -> (Set<Int>, Int)? {
        let word = words[place]
        // `according to Ana`, `wrote Ana`, `asked by Ana`.
        for near in [place + 1, place + 2] where near < words.count && sentence.isName[near] {
            let between = near == place + 2 ? words[place + 1].small : nil
            let isBehind =
                between == nil && (place == 0 || words[place - 1].clause != word.clause || word.followsQuote)
                && !word.small.hasSuffix("ing")
            if between == "by" || word.small == "according" && between == "to" || isBehind {
                return (sentence.people[near], near)
            }
        }
        // `thanks from Ana`.
        if word.small == "thanks", place + 2 < words.count, words[place + 1].small == "from", sentence.isName[place + 2]
        {
            return (sentence.people[place + 2], place + 2)
        }
        if sentence.isPassive[place] || place == 0 {
            if let by = words.indices.dropFirst(place).prefix(8).first(where: { words[$0].small == "by" }),
                by + 1 < words.count,
                sentence.isName[by + 1]
            {
                return (sentence.people[by + 1], by + 1)
            }
        }
        guard case .people(let people) = sentence.agents[place] else { return nil }
        let named =
            words[..<place].indices.last { sentence.people[$0] == people && sentence.isName[$0] }
            ?? words[..<place].indices.last { sentence.people[$0] == people } ?? place
        return (people, named)
    }

    /// Sources whose words stand beside the verb; all where it stands beside no quote.
    private func voices(near span: Range<Int>) -> [CheckedSource] {
        let behind = quotes.first { $0.span.lowerBound >= span.upperBound }
        let before = quotes.last { $0.span.upperBound <= span.lowerBound }
        guard let quote = behind ?? before else { return sources.all }
        let speaking = sources.all.filter { quote.isSaid(in: $0) }
        if speaking.isEmpty { return sources.all }
        guard behind != nil, let before else { return speaking }
        // Between two quotes: either may be meant.
        return speaking + sources.all.filter { before.isSaid(in: $0) }
    }

    /// `wrote that`, `said:`, `wrote in #ops`; not `wrote the page`.
    private func isReport(_ place: Int) -> Bool {
        guard place + 1 < words.count else { return true }
        if ["said", "says", "noted", "notes", "mentioned", "explained", "explains"].contains(words[place].small) {
            return true
        }
        let next = words[place + 1]
        if next.clause != words[place].clause || next.followsQuote || sentence.isName[place + 1] { return true }
        if ["that", "about", "in", "on", "to", "at", "what", "how", "why", "it", "as", "and", "this"].contains(
            next.small
        ) {
            return true
        }
        return !next.isContent && !CheckWords.articles.contains(next.small) && !CheckWords.pronouns.contains(next.small)
    }

    /// `told the planner`: whom is somebody else.
    private func hasThingAsObject(_ place: Int) -> Bool {
        guard
            [
                "told", "tells", "telling", "asked", "asks", "thanked", "reminded", "advised", "urged", "warned",
                "answered", "answers",
            ].contains(words[place].small),
            !sentence.isPassive[place]
        else { return false }
        for near in words.indices.dropFirst(place + 1).prefix(3) {
            guard words[near].clause == words[place].clause else { return false }
            if sentence.isName[near] || !sentence.people[near].isEmpty { return false }
            if words[near].isCapital, isCalled(words[near]) { return false }
            if words[near].isContent { return !words[near].isVerb }
            if !CheckWords.articles.contains(words[near].small) { return false }
        }
        return false
    }

    /// `Marc, say the name first`: whom a source speaks to by name.
    private func isCalled(_ word: CheckedText.Word) -> Bool {
        sources.all.contains { source in
            source.words.indices.contains { place in
                source.words[place].small == word.small && source.words[place].isCapital && source.words[place].opens
                    && place + 1 < source.words.count && source.words[place + 1].clause != source.words[place].clause
                    && source.words[place + 1].sentence == source.words[place].sentence
            }
        }
    }

    private static let thanking = CheckWords.set("thanked thanks thanking praised praises credited credits")
    private static let asking = CheckWords.set("asked asks asking requested urged reminded wanted wants")
    private static let deciding = CheckWords.set("decided decides")
    private static let finding = CheckWords.set("found finds saw heard noted observed")

    /// True where what was said is of the sort that the verb tells of.
    private func fits(_ word: CheckedText.Word, _ voices: [CheckedSource]) -> Bool {
        voices.contains { source in
            let kind = source.entry.kind
            if Self.thanking.contains(word.small) {
                return kind == .recognition || source.stems.contains("thank") || source.small.contains("kudos")
            }
            if Self.deciding.contains(word.small) { return kind == .decision || source.stems.contains("decid") }
            if Self.asking.contains(word.small) {
                return kind == .feedback || kind == .blocked || source.entry.quote.contains("?")
                    || ["please", "need", "could", "can", "ask", "would", "like"].contains { source.stems.contains($0) }
                    || source.stems.contains("pleas")
            }
            if Self.finding.contains(word.small) {
                return kind == .feedback || kind == .recognition || kind == .judgement
            }
            return true
        }
    }
}
