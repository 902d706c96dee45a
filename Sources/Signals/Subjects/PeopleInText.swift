/// Somebody named in a text.
struct PersonInText: Hashable {
    /// The name or id as a speaker has it, or as it is written.
    var who: String
    /// The first byte of the name.
    var place: Int
    /// The byte behind it.
    var end: Int
    /// `mentioned` or `named`.
    var reason: SubjectReason
    /// True when nobody of the talk goes by the name: it was found behind a word of thanks.
    var isStranger = false
}

/// Finds the people whom a message names.
struct PeopleInText {
    let passage: Passage
    private let speakers: [String]
    private let parts: [(who: String, hashes: [UInt64])]

    init(passage: Passage, talk: Talk) {
        self.passage = passage
        let speakers = talk.before.map(\.who) + (talk.root.map { [$0.who] } ?? [])
        self.speakers = speakers
        var parts: [(who: String, hashes: [UInt64])] = []
        for speaker in speakers where speaker != passage.target.who && !parts.contains(where: { $0.who == speaker }) {
            var hashes: [UInt64] = []
            PersonName.addParts(of: speaker, to: &hashes)
            parts.append((speaker, hashes))
        }
        self.parts = parts
    }

    /// Everybody but the author and programs, in the order of the text, nobody twice.
    func list(words: [Sentence.Word]) -> [PersonInText] {
        var found: [PersonInText] = []
        func add(_ person: PersonInText) {
            guard !PersonName.same(person.who, passage.target.who), !PersonName.isProgram(person.who) else { return }
            var person = person
            person.who = speakers.first { PersonName.same($0, person.who) } ?? person.who
            guard !found.contains(where: { PersonName.same($0.who, person.who) }) else { return }
            found.append(person)
        }
        for mention in passage.target.mentions {
            let span = mention.span ?? 0..<0
            add(PersonInText(who: mention.who, place: span.lowerBound, end: span.upperBound, reason: .mentioned))
        }
        let spans = passage.target.mentions.compactMap(\.span)
        let words = words.filter { word in !spans.contains { $0.contains(word.place) } }
        let named = { (word: Sentence.Word) in parts.first { $0.hashes.contains(word.stem) } }
        for word in words {
            guard let speaker = named(word) else { continue }
            add(PersonInText(who: speaker.who, place: word.place, end: word.stemEnd, reason: .named))
        }
        if found.isEmpty { behindThanks(words).forEach(add) }
        return found.sorted { $0.place < $1.place }
    }

    /// Names behind a word of thanks, where nobody else is named: people of the talk by a short form, or strangers.
    ///
    /// Where speakers go by handles a given name may be anybody's, so nobody is a stranger there.
    private func behindThanks(_ words: [Sentence.Word]) -> [PersonInText] {
        guard let cue = words.firstIndex(where: { Cues.thanks.contains($0.hash) }) else { return [] }
        var found: [PersonInText] = []
        var index = cue + 1
        while index < words.count, index <= cue + 14 {
            let word = words[index]
            if Cues.joining.contains(word.hash), !word.isCapital {
                index += 1
                continue
            }
            guard isName(word), !startsSentence(words, index) else { break }
            var last = word
            if index + 1 < words.count, isName(words[index + 1]), words[index + 1].place == word.end + 1 {
                index += 1
                last = words[index]
            }
            guard endsName(last, next: index + 1 < words.count ? words[index + 1] : nil) else { break }
            found.append(person(word, last))
            index += 1
        }
        return found.filter { !$0.isStranger || !isTalkOfHandles }
    }

    private var isTalkOfHandles: Bool { speakers.contains { !$0.contains(" ") && !$0.contains("_") } }

    /// A capital letter, then small ones; no everyday word.
    private func isName(_ word: Sentence.Word) -> Bool {
        let letters = passage.target.text.utf8.dropFirst(word.place).prefix(word.end - word.place)
        return word.isCapital && letters.count >= 3 && !Cues.noNames.contains(word.hash)
            && letters.dropFirst().allSatisfy { !$0.isUppercase && $0 != 0xE2 }
    }

    /// True when what follows is no further part of the clause: a mark, the end, “and” or “for”.
    private func endsName(_ word: Sentence.Word, next: Sentence.Word?) -> Bool {
        guard let next else { return true }
        let between = passage.target.text.utf8.dropFirst(word.end).prefix(next.place - word.end)
        return between.contains { $0 != 32 } || Cues.afterName.contains(next.hash)
    }

    private func startsSentence(_ words: [Sentence.Word], _ index: Int) -> Bool {
        guard index > 0 else { return true }
        let bytes = passage.target.text.utf8.dropFirst(words[index - 1].end).prefix(
            words[index].place - words[index - 1].end
        )
        return bytes.contains { $0 == 10 || $0 == 33 || $0 == 46 || $0 == 63 || $0 == 58 || $0 >= 0x80 }
    }

    /// The speaker who goes by a short form of the name, else the name itself.
    private func person(_ word: Sentence.Word, _ last: Sentence.Word) -> PersonInText {
        let long = Cues.nicknames[word.hash] ?? []
        let text = passage.target.text.utf8.dropFirst(word.place).prefix(last.end - word.place)
        let name = String(decoding: text, as: UTF8.self)
        let speaker =
            parts.first { $0.hashes.contains { long.contains($0) } }?.who
            ?? speakers.first { PersonName.begins($0, name) }
        return PersonInText(
            who: speaker ?? name,
            place: word.place,
            end: last.end,
            reason: .named,
            isStranger: speaker == nil
        )
    }
}

extension PersonName {
    /// True for names that programs go by.
    static func isProgram(_ name: String) -> Bool {
        let low = name.lowercased()
        return low.hasSuffix("bot") || low.hasSuffix("[bot]") || low.hasSuffix("_bot") || low.hasSuffix(" app")
            || ["github", "gitlab", "jenkins", "jira", "slack", "travis", "circleci", "zapier", "pagerduty"].contains(
                low
            )
    }

    /// True when a speaker's name begins with the other name, as a part of its own or with four letters or more.
    static func begins(_ speaker: String, _ name: String) -> Bool {
        let left = speaker.lowercased().replacing("_", with: " ")
        let right = name.lowercased()
        return left.hasPrefix(right + " ") || right.utf8.count >= 4 && left.hasPrefix(right)
    }
}
