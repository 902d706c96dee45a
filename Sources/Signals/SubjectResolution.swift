/// Finds out whom a signal is about.
///
/// What an author does is about the author. Recognition and feedback are about whoever is named in the sentence that
/// carries them; where nobody is, about the person whom the message answers.
///
/// Source: `docs/signals.md`, "Whom a signal is about".
struct SubjectResolution {
    let passage: Passage
    let talk: Talk
    private lazy var people = listPeople()

    init(passage: Passage, talk: Talk) {
        self.passage = passage
        self.talk = talk
    }

    /// Probability of a kind for words that stood in the target's place.
    typealias Probability = (Substring, SignalKind) -> Double

    /// One or more subjects, none twice.
    mutating func subjects(of kind: SignalKind, probability: Probability) -> [Subject] {
        switch kind {
        case .coaching, .ownership, .judgement, .decision, .upkeep, .delivery, .blocked: [.author]
        case .recognition, .feedback: addressed(kind, probability)
        }
    }

    /// Somebody named in the target's text.
    private struct Named {
        var who: String
        var place: Int
    }

    private mutating func addressed(_ kind: SignalKind, _ probability: Probability) -> [Subject] {
        let sentences = Sentence.list(passage.target.text)
        let carriers = carriers(among: sentences, of: kind, probability)
        let inside = people.filter { person in carriers.contains { $0.bytes.contains(person.place) } }
        if !inside.isEmpty { return inside.map { .participant($0.who) } }
        if kind == .recognition, carriers.contains(where: { $0.namesGroup }) { return [.group] }
        if let first = people.first, first.place <= 1 { return [.participant(first.who)] }
        let answered = answered(probability)
        if let first = answered.first {
            let isPair = kind == .recognition && carriers.contains { $0.namesPair }
            return (isPair ? Array(answered.prefix(2)) : [first]).map { .participant($0) }
        }
        if let first = people.first { return [.participant(first.who)] }
        return [.unknown]
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

    /// Whom the target may answer, the likeliest first.
    ///
    /// Close by before far; rather somebody who spoke to the author than to another; hardly somebody who gives thanks or
    /// asks. Whom the author has just spoken to counts as present.
    private func answered(_ probability: Probability) -> [String] {
        let anybody = answered { _ in false }
        guard anybody.count > 1 else { return anybody }
        return answered { probability($0.text[...], .recognition) > 0.5 }
    }

    private func answered(thanks: (Utterance) -> Bool) -> [String] {
        let author = passage.target.who
        var said = talk.before
        if let root = talk.root { said.insert(root, at: 0) }
        var weights: [(who: String, weight: Double)] = []
        func offer(_ who: String, _ weight: Double) {
            guard !PersonName.same(who, author) else { return }
            if let known = weights.firstIndex(where: { PersonName.same($0.who, who) }) {
                weights[known].weight = max(weights[known].weight, weight)
            } else {
                weights.append((who, weight))
            }
        }
        for (distance, utterance) in said.reversed().enumerated() {
            var weight = -Double(distance)
            if utterance.who == author {
                for named in utterance.mentions.prefix(1) { offer(named.who, weight - 0.5) }
                continue
            }
            if utterance.mentions.contains(where: { PersonName.same($0.who, author) }) {
                weight += 1.5
            } else if !utterance.mentions.isEmpty {
                weight -= 1.2
            }
            if thanks(utterance) { weight -= 1.6 }
            if utterance.text.utf8.last == 63 { weight -= 1.1 }
            offer(utterance.who, weight)
        }
        return weights.sorted { $0.weight > $1.weight }.map(\.who)
    }

    private func listPeople() -> [Named] {
        let author = passage.target.who
        let speakers = talk.before.map(\.who) + (talk.root.map { [$0.who] } ?? [])
        var found: [Named] = []
        func add(_ who: String, _ place: Int) {
            guard !PersonName.same(who, author) else { return }
            let shown = speakers.first { PersonName.same($0, who) } ?? who
            if !found.contains(where: { PersonName.same($0.who, shown) }) {
                found.append(Named(who: shown, place: place))
            }
        }
        for mention in passage.target.mentions { add(mention.who, mention.span?.lowerBound ?? 0) }
        var parts: [(who: String, hashes: [UInt64])] = []
        for speaker in speakers where speaker != author && !parts.contains(where: { $0.who == speaker }) {
            var hashes: [UInt64] = []
            PersonName.addParts(of: speaker, to: &hashes)
            parts.append((speaker, hashes))
        }
        for word in Sentence.words(passage.target.text[...]) {
            for speaker in parts where speaker.hashes.contains(word.hash) { add(speaker.who, word.place) }
        }
        return found.sorted { $0.place < $1.place }
    }
}
