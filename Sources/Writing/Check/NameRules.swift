/// Names of a sentence against its sources: who is named, who is said to have said it, who is said to have done it.
struct NameRules {
    let frame: CheckedText
    let source: CheckedSources
    let everybody: Set<String>

    var faults: [CitationCheck.Fault] {
        var faults: [CitationCheck.Fault] = []
        var place = 0
        while place < frame.words.count {
            guard isName(at: place) else {
                place += 1
                continue
            }
            var end = place + 1
            while end < frame.words.count, isName(at: end), frame.words[end].clause == frame.words[place].clause {
                end += 1
            }
            let name = frame.words[place..<end].map { Self.bare($0.small) }
            if let unknown = frame.words[place..<end].first(where: { !source.isName(Self.bare($0.small)) }) {
                faults.append(.name(unknown.text))
            } else if !frame.words[end - 1].small.hasSuffix("'s"), let fault = fault(of: name, from: place, to: end) {
                faults.append(fault)
            }
            place = end
        }
        return faults
    }

    private static func bare(_ word: String) -> String { word.hasSuffix("'s") ? String(word.dropLast(2)) : word }

    /// A capital that does not merely open the sentence, and is no month or weekday.
    private func isName(at place: Int) -> Bool {
        let word = frame.words[place]
        let small = Self.bare(word.small)
        if everybody.contains(small), word.isCapital { return true }
        guard word.isCapital, small != "i", !CheckWords.months.contains(small),
            !CheckWords.weekdays.contains(where: { small == $0 || small == $0 + "s" })
        else { return false }
        guard word.opens else { return true }
        if source.voices.contains(small) || source.subject.contains(small) { return true }
        if CheckWords.starters.contains(small) || source.hasStem(word.stem) { return false }
        // An unknown capital at the beginning is a name where another follows, or a verb.
        guard place + 1 < frame.words.count else { return false }
        let next = frame.words[place + 1]
        return next.isCapital || CheckWords.speech.contains(next.small)
            || (next.small.hasSuffix("ed") && next.isContent)
    }

    /// What is wrong with what a person is said to have said or done.
    private func fault(of name: [String], from start: Int, to end: Int) -> CitationCheck.Fault? {
        let isSubject = source.isSubject(name)
        let text = frame.words[start..<end].map(\.text).joined(separator: " ")
        if let verb = verb(after: end) {
            if CheckWords.speech.contains(verb.small) {
                return source.isVoice(name) || isToldToSpeak(name, verb) ? nil : .speaker(text)
            }
            return isPerson(name, text) && !did(name, verb, isSubject: isSubject) ? .actor(text) : nil
        }
        guard start > 0, frame.words[start - 1].small == "by" else { return nil }
        let before = frame.words[max(0, start - 4)..<start - 1].reversed()
        guard let verb = before.first(where: { $0.isContent || CheckWords.speech.contains($0.small) }) else {
            return nil
        }
        if CheckWords.speech.contains(verb.small) {
            return source.isVoice(name) ? nil : .speaker(text)
        }
        return did(name, verb, isSubject: isSubject) ? nil : .actor(text)
    }

    /// The word behind a name that says what its bearer did; nil where the name is the end or no agent.
    private func verb(after end: Int) -> CheckedText.Word? {
        guard let before = frame.words.indices.contains(end) ? frame.words[end] : nil else { return nil }
        let isLinked = ["also", "then", "has", "had", "have", "later", "first", "who", "both", "again"].contains(
            before.small
        )
        let place = isLinked ? end + 1 : end
        guard frame.words.indices.contains(place), frame.words[place].clause == before.clause else { return nil }
        let word = frame.words[place]
        if CheckWords.speech.contains(word.small) { return word }
        guard word.isContent, !word.isCapital else { return nil }
        let isVerb = word.small.hasSuffix("ed") || word.stem != word.small && !word.small.hasSuffix("ly")
        return isVerb ? word : nil
    }

    /// Short names all in capitals are things: QR, TC.
    private func isPerson(_ name: [String], _ text: String) -> Bool {
        source.isSubject(name) || source.isVoice(name) || text != text.uppercased()
    }

    /// The sources themselves tell that this person said it.
    private func isToldToSpeak(_ name: [String], _ verb: CheckedText.Word) -> Bool {
        name.contains { source.agents[verb.stem]?.contains(.named($0)) ?? false }
    }

    private func did(_ name: [String], _ verb: CheckedText.Word, isSubject: Bool) -> Bool {
        guard let told = source.agents[verb.stem] else {
            // The word is not theirs; whether it may stand at all is for the words to decide, whose act it is not.
            return isSubject
        }
        if name.contains(where: { told.contains(.named($0)) }) { return true }
        let isVoice = source.isVoice(name)
        if isVoice, told.contains(.speaker) || source.isOwn && isSubject && told.contains(.unsaid) { return true }
        return isSubject && (told.contains(.addressed) || told.contains(.unsaid))
    }
}
