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
    public var colleagues: Colleagues

    /// Somebody to brief.
    public init(
        profile: ReaderProfile,
        taste: ReaderTaste = ReaderTaste(),
        shown: Set<String> = [],
        colleagues: Colleagues = []
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
        var heap = BestFew(most: most)
        let (wide, room) = (encoder.words.columns, NewsEncoder.room)
        meanings.withUnsafeBufferPointer { meanings in
            shares.withUnsafeBufferPointer { shares in
                lens.vector.withUnsafeBufferPointer { own in
                    guard let meanings = meanings.baseAddress, let shares = shares.baseAddress,
                        let own = own.baseAddress
                    else { return }
                    for item in insideOnly ? inside : order {
                        let item = Int(item)
                        if heap.isFull, fresh[item] <= heap.least { break }
                        guard !lens.mutes(item, in: self) else { continue }
                        // What costs little is asked first: most items cannot enter whatever the rest says.
                        let certain = 0.15 * trust[item] + 0.20 * lens.taste(topics[item])
                        let most = fresh[item] * (0.25 + certain)
                        if heap.isFull, fresh[item] * 0.40 + most <= heap.least { continue }
                        let topical = Vectors.dot(shares + item * room, own + wide, count: room)
                        if heap.isFull, fresh[item] * 0.40 * encoder.fit(topical + lens.reach) + most <= heap.least {
                            continue
                        }
                        let fit = encoder.fit(topical + Vectors.dot(meanings + item * wide, own, count: wide))
                        if heap.isFull, fresh[item] * 0.40 * fit + most <= heap.least { continue }
                        let score = score(item, fit: fit, lens)
                        // Names are looked for last: the words are read for it, and few items come so far.
                        if heap.isFull, score <= heap.least { continue }
                        if !lens.names(item, in: self) { heap.add(score, item) }
                    }
                }
            }
        }
        return heap.sorted.map { score, item in ranked(item, score, lens) }
    }

    private func score(_ item: Int, fit: Double, _ lens: ReaderLens) -> Double {
        BriefingScore.value(
            fresh: fresh[item],
            roleFit: fit,
            consequence: consequence(of: item, lens).value,
            trust: trust[item],
            taste: lens.taste(topics[item]),
            seen: lens.wasShown(item, in: self)
        )
    }

    /// In the same two parts as the walk, so that a score and its parts agree to the last bit.
    private func fit(of item: Int, _ lens: ReaderLens) -> Double {
        let own = vector(item)
        let wide = encoder.words.columns
        return encoder.fit(
            Vectors.dot(Array(own[wide...]), Array(lens.vector[wide...]))
                + Vectors.dot(Array(own[..<wide]), Array(lens.vector[..<wide]))
        )
    }

    private func consequence(of item: Int, _ lens: ReaderLens) -> Consequence {
        lens.duties.consequence(topics: topics[item], cues: cues[item]) { names.hold($0, in: item) }
    }

    private func ranked(_ item: Int, _ score: Double, _ lens: ReaderLens) -> RankedItem {
        let own = items[item]
        let consequence = consequence(of: item, lens)
        let answers = lens.answers(topics[item])
        let parts = BriefingScore(
            halfLifeHours: own.sort.halfLifeHours,
            ageHours: max(0, Double(now - own.published) / 3_600_000_000),
            roleFit: fit(of: item, lens),
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
    /// The most that meanings can add to a cosine: the length of the profile's own, since no item's is longer than 1.
    let reach: Float
    let duties: ReaderDuties
    private let muted: UInt64
    /// True for each source that never comes.
    private let mutedSources: [Bool]
    private let counted: UInt64
    private let useful: [Double]
    private let notUseful: [Double]
    private let shown: Set<Int>
    private let colleagues: Colleagues

    init(_ reader: BriefingReader, pool: ItemPool) throws(BriefingError) {
        let book = pool.encoder.book
        vector = try pool.encoder.encode(reader.profile, taste: reader.taste)
        reach = vector[..<pool.encoder.words.columns].reduce(0) { $0 + $1 * $1 }.squareRoot() * 1.0001
        duties = ReaderDuties(reader.profile, book: book)
        muted = reader.profile.muted.reduce(0) { bits, topic in book.place(topic).map { bits | 1 << UInt64($0) } ?? bits
        }
        var silent = [Bool](repeating: false, count: pool.sources.count)
        for id in reader.profile.mutedSources { if let source = pool.sources[id] { silent[Int(source)] = true } }
        mutedSources = silent
        useful = book.topics.map { Double(reader.taste.topics[$0.id]?.useful ?? 0) }
        notUseful = book.topics.map { Double(reader.taste.topics[$0.id]?.notUseful ?? 0) }
        var counted: UInt64 = 0
        for index in useful.indices where useful[index] + notUseful[index] > 0 { counted |= 1 << UInt64(index) }
        self.counted = counted
        shown = pool.stories.stories(of: reader.shown)
        colleagues = reader.colleagues
    }

    /// True for topics and sources that the person does not want.
    @inline(__always)
    func mutes(_ item: Int, in pool: ItemPool) -> Bool {
        pool.topics[item] & muted != 0 || mutedSources[Int(pool.source[item])]
    }

    /// True for what tells of a colleague as a person.
    func names(_ item: Int, in pool: ItemPool) -> Bool {
        let own = pool.items[item]
        return own.sort.isInside ? PeopleMoves.tells(own) : colleagues.stand(in: own)
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
