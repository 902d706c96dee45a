/// Finds out whom a signal is about, and why.
///
/// What an author does is about the author, unless the words give it to somebody else. Recognition and feedback are
/// about whoever is named in the sentence that carries them; where nobody is, about the person whom the message answers.
///
/// Source: `docs/signals.md`, "Whom a signal is about".
struct SubjectResolution {
    let passage: Passage
    let talk: Talk
    private lazy var words = Sentence.words(passage.target.text[...])
    private lazy var people = PeopleInText(passage: passage, talk: talk).list(words: words)

    init(passage: Passage, talk: Talk) {
        self.passage = passage
        self.talk = talk
    }

    /// Probability of a kind for words that stood in the target's place.
    typealias Probability = (Substring, SignalKind) -> Double

    /// A subject and why it is one.
    struct About: Hashable {
        var subject: Subject
        var reason: SubjectReason

        init(_ subject: Subject, _ reason: SubjectReason) {
            self.subject = subject
            self.reason = reason
        }

        init(_ person: PersonInText) { self.init(.participant(person.who), person.reason) }
    }

    /// One or more subjects, none twice; none at all where a program is thanked.
    mutating func subjects(of kind: SignalKind, probability: Probability) -> [About] {
        switch kind {
        case .coaching, .ownership, .judgement: [About(.author, .own)]
        case .decision: actors(of: Cues.deciding) ?? [About(.author, .own)]
        case .upkeep: actors(of: Cues.keeping) ?? [About(.author, .own)]
        case .delivery: deliverers() ?? [About(.author, .own)]
        case .blocked: halted() ?? [About(.author, .own)]
        case .recognition, .feedback: addressed(kind, probability)
        }
    }

    private mutating func addressed(_ kind: SignalKind, _ probability: Probability) -> [About] {
        let sentences = Sentence.list(passage.target.text)
        let carriers = carriers(among: sentences, of: kind, probability)
        let inside = people.filter { person in carriers.contains { $0.bytes.contains(person.place) } }
        if !inside.isEmpty { return thanked(inside).map { About($0) } }
        if kind == .recognition {
            if carriers.contains(where: { $0.namesGroup }) || talk.root == nil && talk.before.isEmpty && opensToAll {
                return [About(.group, .group)]
            }
            if thanksProgram { return [] }
        }
        if let first = people.first, first.place <= 1 { return [About(first)] }
        let answered = answered(probability)
        if let first = answered.first {
            let isPair = kind == .recognition && carriers.contains { $0.namesPair }
            return (isPair ? Array(answered.prefix(2)) : [first]).map { About(.participant($0.who), $0.reason) }
        }
        if let first = people.first { return [About(first)] }
        return [About(.unknown, .unknown)]
    }

    /// Of several people in a thanking sentence, those whom the thanks go to: behind “thanks to”, or on the same side of
    /// an ellipsis.
    private mutating func thanked(_ inside: [PersonInText]) -> [PersonInText] {
        guard inside.count > 1, let cue = words.firstIndex(where: { Cues.thanks.contains($0.hash) }) else {
            return inside
        }
        if cue + 1 < words.count, words[cue + 1].hash == Cues.to {
            let behind = inside.filter { $0.place > words[cue].place }
            if !behind.isEmpty { return behind }
        }
        let text = Array(passage.target.text.utf8)
        func parted(_ person: PersonInText) -> Bool {
            let from = min(person.end, words[cue].place)
            let to = max(person.place, words[cue].end)
            guard from < to, to <= text.count else { return false }
            return zip(text[from..<to], text[from..<to].dropFirst()).contains {
                $0 == 46 && $1 == 46 || $0 == 0x80 && $1 == 0xA6
            }
        }
        let near = inside.filter { !parted($0) }
        return near.isEmpty ? inside : near
    }

    /// True when the message begins by greeting many.
    private var opensToAll: Bool {
        mutating get {
            guard let first = words.first, Cues.greetings.contains(first.hash) else { return false }
            return words.prefix(3).contains { Sentence.groups.contains($0.hash) || $0.hash == Sentence.all }
        }
    }

    /// True when only a program is mentioned.
    private var thanksProgram: Bool {
        !passage.target.mentions.isEmpty && passage.target.mentions.allSatisfy { PersonName.isProgram($0.who) }
    }

    /// The sentences that score highest for the kind; all of them where nobody is named and no group is spoken to, since
    /// then it makes no difference and scoring them would only cost time.
    private mutating func carriers(
        among sentences: [Sentence],
        of kind: SignalKind,
        _ probability: Probability
    ) -> [Sentence] {
        guard sentences.count > 1,
            !people.isEmpty || kind == .recognition && sentences.contains(where: { $0.namesGroup || $0.namesPair })
        else { return sentences }
        let weighed = sentences.map { (sentence: $0, weight: probability($0.words, kind)) }
        let best = weighed.map(\.weight).max() ?? 0
        return weighed.filter { $0.weight >= best * 0.8 }.map(\.sentence)
    }
}

// MARK: - Acts of others

extension SubjectResolution {
    /// People of the talk whose name stands just before one of the words: “Bo has reverted it”.
    private mutating func actors(of acts: Set<UInt64>) -> [About]? {
        for person in people where !person.isStranger {
            guard let next = words.firstIndex(where: { $0.place >= person.end }) else { continue }
            var index = next
            while index < words.count, index < next + 3, Cues.helping.contains(words[index].hash) { index += 1 }
            guard index < words.count, words[index].place - person.end < 24, acts.contains(words[index].hash),
                !isAddressed(person)
            else { continue }
            return [About(person)]
        }
        return nil
    }

    /// True for a name that only calls somebody: `@Bo: merged`, or followed by a comma.
    private func isAddressed(_ person: PersonInText) -> Bool {
        let next = passage.target.text.utf8.dropFirst(person.end).first
        return next == 58 || next == 44 || next == 10 || next == 33
    }

    /// Whose patch was merged, where the words or the talk tell (`docs/signals.md`, "Whom a signal is about").
    private mutating func deliverers() -> [About]? {
        if let actors = actors(of: Cues.delivering) { return actors }
        if let cue = words.firstIndex(where: { Cues.thanks.contains($0.hash) }), isMerged || isThanksTo(cue) {
            let thanked = people.filter {
                !$0.isStranger && $0.place > words[cue].place && $0.place < words[cue].end + 30
            }
            if !thanked.isEmpty { return thanked.map { About($0) } }
        }
        for person in people where ownsPatch(person) { return [About(person)] }
        if let first = words.first, Cues.us.contains(first.hash) { return [About(.group, .group)] }
        guard isMerged, !words.contains(where: { $0.hash == Cues.my }), people.isEmpty else { return nil }
        guard words.count <= 8, let answered = answered(thanks: { _ in false }).first,
            let said = talk.before.last(where: { $0.who == answered.who }) ?? talk.root,
            Sentence.words(said.text[...]).contains(where: { Cues.patches.contains($0.hash) })
                || said.text.contains("/pull/") || said.text.contains("/c/")
        else { return nil }
        return [About(.participant(answered.who), answered.reason)]
    }

    private var isMerged: Bool { mutating get { words.contains { Cues.merging.contains($0.hash) } } }

    private mutating func isThanksTo(_ cue: Int) -> Bool { cue + 1 < words.count && words[cue + 1].hash == Cues.to }

    /// True for “Bo's patch”, with at most three words between.
    private mutating func ownsPatch(_ person: PersonInText) -> Bool {
        let behind = passage.target.text.utf8.dropFirst(person.end).prefix(3)
        guard behind.first == 39 || behind.starts(with: [0xE2, 0x80, 0x99]) else { return false }
        return words.filter { $0.place >= person.end }.prefix(5).contains { Cues.patches.contains($0.hash) }
    }

    /// Somebody else of whom the words say that they cannot go on.
    private mutating func halted() -> [About]? {
        if let actors = actors(of: Cues.halting) { return actors }
        for person in people where !person.isStranger {
            guard let last = words.last(where: { $0.end <= person.place }), Cues.unblocking.contains(last.hash),
                person.place - last.end <= 3
            else { continue }
            return [About(person)]
        }
        return nil
    }
}

// MARK: - Whom the message answers

extension SubjectResolution {
    private typealias Answered = (who: String, reason: SubjectReason)

    /// Whom the target may answer, the likeliest first.
    ///
    /// Close by before far; rather somebody who spoke to the author than to another; hardly somebody who gives thanks or
    /// asks. Whom the author has just spoken to counts as present. Programs are passed over.
    private func answered(_ probability: Probability) -> [Answered] {
        let anybody = answered { _ in false }
        guard anybody.count > 1 else { return anybody }
        return answered { probability($0.text[...], .recognition) > 0.5 }
    }

    private func answered(thanks: (Utterance) -> Bool) -> [Answered] {
        let author = passage.target.who
        var said = talk.before
        if let root = talk.root { said.insert(root, at: 0) }
        var weights: [(who: String, weight: Double, reason: SubjectReason)] = []
        func offer(_ who: String, _ weight: Double, _ reason: SubjectReason) {
            guard !PersonName.same(who, author), !PersonName.isProgram(who) else { return }
            if let known = weights.firstIndex(where: { PersonName.same($0.who, who) }) {
                if weight > weights[known].weight { weights[known] = (weights[known].who, weight, reason) }
            } else {
                weights.append((who, weight, reason))
            }
        }
        for (distance, utterance) in said.reversed().enumerated() {
            var weight = -Double(distance)
            if utterance.who == author {
                for named in utterance.mentions.prefix(1) { offer(named.who, weight - 0.5, .helperBefore) }
                continue
            }
            if utterance.mentions.contains(where: { PersonName.same($0.who, author) }) {
                weight += 1.5
            } else if !utterance.mentions.isEmpty {
                weight -= 1.2
            }
            if thanks(utterance) { weight -= 1.6 }
            if utterance.text.utf8.last == 63 { weight -= 1.1 }
            offer(utterance.who, weight, isRoot(utterance) ? .threadRoot : .helperBefore)
        }
        return weights.sorted { $0.weight > $1.weight }.map { ($0.who, $0.reason) }
    }

    private func isRoot(_ utterance: Utterance) -> Bool {
        passage.root.map { $0.who == utterance.who && $0.text == utterance.text } ?? false
    }
}
