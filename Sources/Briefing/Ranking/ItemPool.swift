/// Items made ready to be ranked for many people: one block of numbers, one set of cues each.
public struct ItemPool: Sendable {
    /// The items.
    public let items: [NewsItem]
    /// How the items belong together.
    public let stories: StoryMap
    /// The moment for which the pool is made, in microseconds since 1970.
    public let now: Int64
    let encoder: NewsEncoder
    let vectors: [Float]
    /// Topics that an item speaks of clearly, as bits.
    let topics: [UInt64]
    let cues: [ItemCues]
    let names: [ItemNames]
    let fresh: [Double]
    /// Items that stand for their story, the freshest first.
    let order: [Int]
    /// Those of them that come from inside.
    let inside: [Int]

    /// From this share on an item counts as speaking of a topic.
    static let clear: Float = 0.3

    /// Reads items once for all who will be briefed.
    ///
    /// Items that are too old to matter (fresh below 1 in 1000) or still to come are left out, and so are those that nothing links to.
    public init(_ items: [NewsItem], encoder: NewsEncoder, now: Int64) {
        let kept = items.filter { item in
            let hours = Double(now - item.published) / 3_600_000_000
            return hours >= -1 && hours <= 10 * item.sort.halfLifeHours && (item.link != nil || item.sort.isInside)
        }
        var vectors: [Float] = []
        vectors.reserveCapacity(kept.count * encoder.columns)
        var topics: [UInt64] = []
        var cues: [ItemCues] = []
        var names: [ItemNames] = []
        for item in kept {
            let (vector, shares) = encoder.encode(item)
            vectors.append(contentsOf: vector)
            topics.append(Self.bits(shares))
            cues.append(ItemCues(item))
            names.append(ItemNames(item))
        }
        self.items = kept
        self.encoder = encoder
        self.now = now
        self.vectors = vectors
        self.topics = topics
        self.cues = cues
        self.names = names
        let fresh = kept.map { item in
            let hours = max(0, Double(now - item.published) / 3_600_000_000)
            return BriefingScore(
                halfLifeHours: item.sort.halfLifeHours,
                ageHours: hours,
                roleFit: 0,
                consequence: 0,
                sourceTrust: 0
            ).fresh
        }
        self.fresh = fresh
        let stories = StoryMap(kept, vectors: vectors, columns: encoder.columns, meaning: encoder.words.columns)
        self.stories = stories
        let order = kept.indices.filter { stories.lead(of: $0) == $0 }.sorted { (fresh[$0], $1) > (fresh[$1], $0) }
        self.order = order
        inside = order.filter { kept[$0].sort.isInside }
    }

    private static func bits(_ shares: [Float]) -> UInt64 {
        var bits: UInt64 = 0
        for index in shares.indices where shares[index] >= clear { bits |= 1 << UInt64(index) }
        return bits
    }

    /// The cosine of two items.
    func likeness(_ one: Int, _ other: Int) -> Double {
        Double(
            vectors.withUnsafeBufferPointer { all in
                guard let base = all.baseAddress else { return 0 }
                return Vectors.dot(base + one * encoder.columns, base + other * encoder.columns, count: encoder.columns)
            }
        )
    }

    /// An item's vector.
    public func vector(_ item: Int) -> [Float] { Array(vectors[item * encoder.columns..<(item + 1) * encoder.columns]) }

    /// Ids of the topics that an item speaks of.
    public func topicIDs(_ item: Int) -> [String] {
        encoder.book.topics.indices.filter { topics[item] >> UInt64($0) & 1 == 1 }.map { encoder.book.topics[$0].id }
    }
}
