/// One item with what it is worth to one person, and why.
public struct RankedItem: Sendable, Hashable {
    /// Its place in the pool.
    public let item: Int
    /// The score.
    public let score: Double
    /// The parts of the score.
    public let parts: BriefingScore
    /// What follows from it for this person.
    public let consequence: Consequence
}

/// What is known of somebody when items are ranked.
public struct BriefingReader: Sendable {
    /// What the person stated.
    public var profile: ReaderProfile
    /// What the person answered.
    public var taste: ReaderTaste
    /// Ids of items that were shown in the last seven days.
    public var shown: Set<String>
    /// Names of colleagues; what names one of them in the news never comes.
    public var colleagues: [String]

    /// Somebody to brief.
    public init(
        profile: ReaderProfile,
        taste: ReaderTaste = ReaderTaste(),
        shown: Set<String> = [],
        colleagues: [String] = []
    ) {
        self.profile = profile
        self.taste = taste
        self.shown = shown
        self.colleagues = colleagues
    }
}

extension ItemPool {
    /// The best items for somebody, the best first; one for each story.
    ///
    /// Exact: items are met from the freshest on, and the walk ends where even the best item of that age could not enter.
    /// Errors: role, industry or topic that nobody knows.
    /// Shape: at most `most` items; with `insideOnly` those from inside the company alone.
    public func ranking(
        for reader: BriefingReader,
        most: Int = 40,
        insideOnly: Bool = false
    ) throws(BriefingError) -> [RankedItem] {
        let lens = try ReaderLens(reader, pool: self)
        let order = insideOnly ? inside : order
        var heap = BestFew(most: most)
        let columns = encoder.columns
        vectors.withUnsafeBufferPointer { all in
            lens.vector.withUnsafeBufferPointer { own in
                guard let all = all.baseAddress, let own = own.baseAddress else { return }
                for item in order {
                    let fresh = fresh[item]
                    if heap.isFull, fresh <= heap.least { break }
                    guard !lens.hides(item, in: self) else { continue }
                    let trust = items[item].source.tier.trust
                    let taste = lens.taste(topics[item])
                    let fit = encoder.fit(Vectors.dot(all + item * columns, own, count: columns))
                    // Consequence is asked last: it costs most, and most items cannot enter whatever it is.
                    if heap.isFull, fresh * (0.40 * fit + 0.25 + 0.15 * trust + 0.20 * taste) <= heap.least { continue }
                    let consequence = lens.duties.consequence(
                        topics: topics[item],
                        cues: cues[item],
                        names: names[item]
                    )
                    let score = BriefingScore.value(
                        fresh: fresh,
                        roleFit: fit,
                        consequence: consequence.value,
                        trust: trust,
                        taste: taste,
                        seen: lens.wasShown(item, in: self)
                    )
                    heap.add(score, item)
                }
            }
        }
        return heap.sorted.map { score, item in ranked(item, score, lens) }
    }

    private func ranked(_ item: Int, _ score: Double, _ lens: ReaderLens) -> RankedItem {
        let own = items[item]
        let consequence = lens.duties.consequence(topics: topics[item], cues: cues[item], names: names[item])
        let answers = lens.answers(topics[item])
        let parts = BriefingScore(
            halfLifeHours: own.sort.halfLifeHours,
            ageHours: max(0, Double(now - own.published) / 3_600_000_000),
            roleFit: encoder.fit(Vectors.dot(vector(item), lens.vector)),
            consequence: consequence.value,
            sourceTrust: own.source.tier.trust,
            useful: answers.useful,
            notUseful: answers.notUseful,
            seen: lens.wasShown(item, in: self)
        )
        return RankedItem(item: item, score: score, parts: parts, consequence: consequence)
    }
}

/// A reader made ready for a pool.
struct ReaderLens {
    let vector: [Float]
    let duties: ReaderDuties
    private let muted: UInt64
    private let mutedSources: Set<String>
    private let counted: UInt64
    private let useful: [Double]
    private let notUseful: [Double]
    private let shown: Set<Int>
    private let names: [[String]]

    init(_ reader: BriefingReader, pool: ItemPool) throws(BriefingError) {
        let book = pool.encoder.book
        vector = try pool.encoder.encode(reader.profile, taste: reader.taste)
        duties = ReaderDuties(reader.profile, book: book)
        muted = reader.profile.muted.reduce(0) { bits, topic in book.place(topic).map { bits | 1 << UInt64($0) } ?? bits
        }
        mutedSources = Set(reader.profile.mutedSources)
        useful = book.topics.map { Double(reader.taste.topics[$0.id]?.useful ?? 0) }
        notUseful = book.topics.map { Double(reader.taste.topics[$0.id]?.notUseful ?? 0) }
        var counted: UInt64 = 0
        for index in useful.indices where useful[index] + notUseful[index] > 0 { counted |= 1 << UInt64(index) }
        self.counted = counted
        shown = pool.stories.stories(of: reader.shown)
        names = reader.colleagues.map { PlainWords.cut($0).map { String(decoding: $0, as: UTF8.self) } }.filter {
            $0.count > 1
        }
    }

    func hides(_ item: Int, in pool: ItemPool) -> Bool {
        if muted != 0, pool.topics[item] & muted != 0 { return true }
        if !mutedSources.isEmpty, mutedSources.contains(pool.items[item].source.id) { return true }
        let own = pool.items[item]
        if own.sort.isInside { return PeopleMoves.tells(own) }
        return !names.isEmpty && PeopleMoves.names(names, in: own)
    }

    func wasShown(_ item: Int, in pool: ItemPool) -> Bool {
        !shown.isEmpty && shown.contains(pool.stories.story(of: item))
    }

    func taste(_ topics: UInt64) -> Double {
        guard topics & counted != 0 else { return 0.5 }
        let answers = answers(topics)
        return BriefingScore.taste(useful: answers.useful, notUseful: answers.notUseful)
    }

    /// Answers to all topics of an item together.
    func answers(_ topics: UInt64) -> (useful: Double, notUseful: Double) {
        var left = topics & counted
        var sums = (useful: 0.0, notUseful: 0.0)
        while left != 0 {
            let index = left.trailingZeroBitCount
            sums.useful += useful[index]
            sums.notUseful += notUseful[index]
            left &= left - 1
        }
        return sums
    }
}

/// News of who comes, goes or rises; never part of a brief where a colleague is meant.
enum PeopleMoves {
    private static let words: Set<String> = [
        "joins", "joined", "joining", "leaves", "leaving", "left", "resigns", "resigned", "resignation", "promoted",
        "promotion", "hired",
        "fired", "dismissed", "farewell", "retires", "retirement", "quits", "appointed", "steps", "welcome", "goodbye",
        "offboarding",
        "reorg", "layoff", "layoffs", "redundancy", "salary", "bonus", "sick", "leave",
    ]

    /// True for an item from inside that tells of somebody's coming, going, rising or absence.
    static func tells(_ item: NewsItem) -> Bool {
        PlainWords.cut(item.title + " " + item.text.prefix(600)).contains {
            words.contains(String(decoding: $0, as: UTF8.self))
        }
    }

    /// True when one of the names, each of two words or more, stands in the item.
    static func names(_ names: [[String]], in item: NewsItem) -> Bool {
        let all = PlainWords.cut(item.title + " \u{1F} " + item.text.prefix(1_500)).map {
            String(decoding: $0, as: UTF8.self)
        }
        let set = Set(all)
        return names.contains { name in
            guard name.allSatisfy(set.contains) else { return false }
            return all.indices.contains { at in at + name.count <= all.count && Array(all[at..<at + name.count]) == name
            }
        }
    }
}

/// The few best of many, by a heap with the least on top; ties go to the one met first.
struct BestFew {
    private var heap: [(score: Double, item: Int, met: Int)] = []
    private let most: Int
    private var met = 0

    init(most: Int) {
        self.most = most
        heap.reserveCapacity(most + 1)
    }

    var isFull: Bool { heap.count >= most }
    var least: Double { heap.first?.score ?? 0 }

    mutating func add(_ score: Double, _ item: Int) {
        met += 1
        if heap.count < most {
            heap.append((score, item, met))
            var at = heap.count - 1
            while at > 0, less(heap[at], heap[(at - 1) / 2]) {
                heap.swapAt(at, (at - 1) / 2)
                at = (at - 1) / 2
            }
        } else if most > 0, score > heap[0].score {
            heap[0] = (score, item, met)
            sink()
        }
    }

    private mutating func sink() {
        var at = 0
        while true {
            var least = at
            for child in [2 * at + 1, 2 * at + 2] where child < heap.count && less(heap[child], heap[least]) {
                least = child
            }
            if least == at { return }
            heap.swapAt(at, least)
            at = least
        }
    }

    private func less(
        _ one: (score: Double, item: Int, met: Int),
        _ other: (score: Double, item: Int, met: Int)
    ) -> Bool {
        one.score != other.score ? one.score < other.score : one.met > other.met
    }

    /// The best first.
    var sorted: [(Double, Int)] { heap.sorted { less($1, $0) }.map { ($0.score, $0.item) } }
}
