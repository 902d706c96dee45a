/// Finds, for the words of a sentence, the words of its sources that they could come from: in their order, next to their neighbours.
///
/// A sentence is walked from left to right. Each word of matter takes a place in a source; what stands between two of its words
/// decides how the second may lie to the first. The walk with the fewest faults is taken, so that a sentence stands if there is
/// any way in which its sources say it, and falls if there is none.
struct Alignment {
    /// Where a word comes from.
    struct Place: Hashable {
        let source: Int
        let word: Int
    }

    /// Something that does not fit.
    enum Misfit: Hashable {
        /// Nothing in the sources says the word.
        case unknown
        /// It stands with other words there.
        case order
        /// Somebody else does it there.
        case actor
        /// It is only planned or asked for there.
        case plan
    }

    /// By word of the sentence.
    private(set) var places: [Int: Place] = [:]
    private(set) var misfits: [(word: Int, misfit: Misfit)] = []

    private static let price = 100

    init(_ sentence: PeopledText, items all: [Int], sources: CheckedSources) {
        var layers: [[Step]] = []
        let fit = Fit(sentence: sentence, sources: sources)
        let words = sentence.text.words
        let items = all.filter { !Self.isMovable(words[$0]) }
        var previous: [Step] = []
        var before: Int?
        for item in items {
            let found = fit.places(of: item)
            let link = before.map { Link(from: $0, to: item, in: sentence) }
            var steps: [Step] = []
            for place in found {
                let own = fit.misfits(of: item, at: place)
                var step = Step(
                    place: place,
                    cost: own.count * Self.price + fit.unlikeness(of: item, at: place),
                    misfits: own
                )
                var best: (cost: Int, back: Int, order: Bool)?
                for (number, earlier) in previous.enumerated() {
                    let way = link.map { fit.way(earlier.place, place, link: $0, item: item) } ?? 0
                    let cost = earlier.cost + (way ?? Self.price)
                    if best.map({ cost < $0.cost }) ?? true { best = (cost, number, way == nil) }
                }
                if let best {
                    step.cost += best.cost
                    step.back = best.back
                    if best.order { step.misfits.append(.order) }
                }
                steps.append(step)
            }
            if steps.isEmpty {
                // Nothing says it: the next word begins anew from what stood before.
                var step = Step(place: nil, cost: Self.price, misfits: [.unknown])
                if let best = previous.indices.min(by: { previous[$0].cost < previous[$1].cost }) {
                    step.back = best
                    step.cost += previous[best].cost
                }
                steps = [step]
            }
            layers.append(steps)
            previous = steps
            before = item
        }
        walk(back: layers, items)
        forgive(items, fit)
        place(all.filter { Self.isMovable(words[$0]) }, among: items, fit)
    }

    /// Words that may stand anywhere near what they belong to.
    private static func isMovable(_ word: CheckedText.Word) -> Bool {
        CheckWords.movable.contains(word.small) || CheckWords.quantifiers.contains(word.small) && word.number == nil
            || word.small.hasSuffix("ly") && !["family", "weekly", "daily", "monthly", "nightly"].contains(word.small)
    }

    /// A word behind a phrase may belong to what the phrase is of: `the ticket for two of them was closed`.
    private mutating func forgive(_ items: [Int], _ fit: Fit) {
        misfits.removeAll { word, misfit in
            guard misfit == .order, let number = items.firstIndex(of: word), number > 1, let place = places[word],
                fit.misfits(of: word, at: place).isEmpty
            else { return false }
            let nearest = Link(from: items[number - 1], to: word, in: fit.sentence)
            if fit.words[word].number != nil { return false }
            if nearest.isTight, !fit.words[word].isVerb, !fit.isJudged(word) { return false }
            for head in items[..<(number - 1)].indices.reversed().prefix(6) {
                let next = Link(from: items[head], to: items[head + 1], in: fit.sentence)
                guard !next.isBreak || next.hasPreposition else { return false }
                guard next.hasPreposition, let start = places[items[head]] else { continue }
                if fit.way(start, place, link: nearest.leaving(items[head]), item: word) != nil { return true }
            }
            return false
        }
    }

    /// Words that move: beside one of their neighbours, wherever it is.
    private mutating func place(_ moving: [Int], among items: [Int], _ fit: Fit) {
        for word in moving {
            let options = fit.places(of: word).filter { fit.isItself(word, $0) }
            guard !options.isEmpty else {
                misfits.append((word, .unknown))
                continue
            }
            let around = items.sorted { abs($0 - word) < abs($1 - word) }.prefix(4).compactMap { places[$0] }
            let best = options.min { distance($0, around) < distance($1, around) }
            places[word] = best
            if let best, !around.isEmpty, distance(best, around) > 6 { misfits.append((word, .order)) }
            if let best, isLoose(word, best, fit) { misfits.append((word, .unknown)) }
        }
        misfits.sort { $0.word < $1.word }
    }

    /// `every school` where the sources say `every` of something else.
    private func isLoose(_ word: Int, _ place: Place, _ fit: Fit) -> Bool {
        guard CheckWords.quantifiers.contains(fit.words[word].small), word + 1 < fit.words.count,
            fit.words[word + 1].clause == fit.words[word].clause, fit.words[word + 1].isContent,
            let counted = places[word + 1], counted.source == place.source
        else { return false }
        return abs(counted.word - place.word) > 3
    }

    private func distance(_ place: Place, _ others: [Place]) -> Int {
        others.filter { $0.source == place.source }.map { abs($0.word - place.word) }.min() ?? 99
    }

    private struct Step {
        let place: Place?
        var cost: Int
        var misfits: [Misfit]
        var back: Int?
    }

    private mutating func walk(back layers: [[Step]], _ items: [Int]) {
        guard let last = layers.last, var number = last.indices.min(by: { last[$0].cost < last[$1].cost }) else {
            return
        }
        for layer in layers.indices.reversed() {
            let step = layers[layer][number]
            places[items[layer]] = step.place
            misfits += step.misfits.map { (items[layer], $0) }
            number = step.back ?? 0
        }
        misfits.reverse()
    }

    /// What stands between two words of matter in the sentence.
    struct Link {
        private(set) var isTight: Bool
        /// A mark, a quote, a person, or a word that begins another thought.
        let isBreak: Bool
        let hasAnd: Bool
        let hasBeing: Bool
        let hasModal: Bool
        let hasPreposition: Bool
        private(set) var from: Int
        let to: Int

        /// The same, counted from an earlier word.
        func leaving(_ other: Int) -> Link {
            var link = self
            link.from = other
            link.isTight = false
            return link
        }

        /// `In the test 7 people …`, `After the filter the number …`: a new thought without a comma.
        private static func isFronted(_ place: Int, in words: [CheckedText.Word]) -> Bool {
            guard place > 1 else { return false }
            let isHead =
                words[place].number != nil && !words[place - 1].isPreposition && words[place - 1].isContent
                && words[place - 1].number == nil
                || CheckWords.articles.contains(words[place - 1].small) && place > 1 && words[place - 2].isContent
            guard isHead, let first = words.indices.first(where: { words[$0].clause == words[place].clause }),
                words[first].isPreposition
            else { return false }
            return !words[first..<place].contains { $0.isVerb || CheckWords.auxiliaries.contains($0.small) }
        }

        init(from: Int, to: Int, in sentence: PeopledText) {
            self.from = from
            self.to = to
            let words = sentence.text.words
            let between = words[(from + 1)..<to]
            isTight = between.isEmpty && words[from].clause == words[to].clause && !words[from].isPossessive
            let isApart =
                words[from].clause != words[to].clause
                || between.indices.contains {
                    sentence.isName[$0] || !sentence.people[$0].isEmpty && words[$0].small != "his"
                }
                || between.contains { CheckWords.breaks.contains($0.small) || $0.isContent || $0.isPlace }
            let isFronted = Self.isFronted(to, in: words)
            // `thinks 5.2 should ship`.
            let opens = ["think", "thinks", "thought", "believes"].contains(words[from].small)
            isBreak = isApart || isFronted || opens
            hasAnd = between.contains { $0.small == "and" || $0.small == "or" }
            hasBeing = between.contains { CheckWords.being.contains($0.small) }
            hasModal = between.contains { CheckWords.modals.contains($0.small) }
            hasPreposition = between.indices.contains { place in
                words[place].isPreposition
                    && !(words[place].small == "to"
                        && (words[place + 1].isVerb || CheckWords.being.contains(words[place + 1].small)))
            }
        }
    }
}
