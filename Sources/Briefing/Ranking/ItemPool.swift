/// Items made ready to be ranked for many people: one block of numbers, one set of cues each.
public struct ItemPool: Sendable {
    /// The items, the freshest first.
    public let items: [NewsItem]
    /// How the items belong together.
    public let stories: StoryMap
    /// The moment for which the pool is made, in microseconds since 1970.
    public let now: Int64
    let encoder: NewsEncoder
    /// What each item means, and how much it speaks of each topic; together its vector.
    let meanings: [Float]
    let shares: [Float]
    /// Topics that an item speaks of clearly, as bits.
    let topics: [UInt64]
    let cues: [ItemCues]
    let names: ItemNames
    let fresh: [Double]
    /// Trust in each item's source, and which source it is.
    let trust: [Double]
    let source: [Int32]
    /// Numbers of the sources.
    let sources: [String: Int32]
    /// Items that stand for their story, the freshest first.
    let order: [Int32]
    /// Those of them that come from inside.
    let inside: [Int32]

    /// Reads items once for all who will be briefed.
    ///
    /// Items that are too old to matter (fresh below 1 in 1000) or still to come are left out, and so are those that nothing links to.
    public init(_ items: [NewsItem], encoder: NewsEncoder, now: Int64) {
        let kept = Self.kept(items, now)
        let directions = Directions(columns: encoder.words.columns)
        let reading = ItemReading(kept[...], encoder: encoder, directions: directions)
        let links = StoryLinks(kept, reading, encoder).links(part: 0, of: 1)
        self.init(kept, reading, StoryMap(kept, links: links), encoder, now)
    }

    /// The same, by several tasks side by side.
    public init(_ items: [NewsItem], encoder: NewsEncoder, now: Int64, tasks: Int) async {
        let kept = Self.kept(items, now)
        let directions = Directions(columns: encoder.words.columns)
        let tasks = max(1, min(tasks, kept.count / 256))
        let readings = await Self.side(tasks) { part in
            ItemReading(
                kept[kept.count * part / tasks..<kept.count * (part + 1) / tasks],
                encoder: encoder,
                directions: directions
            )
        }
        var reading = ItemReading()
        for part in readings { reading.add(part) }
        let finder = StoryLinks(kept, reading, encoder)
        var links = Links(kept.count)
        for part in await Self.side(tasks, { part in finder.links(part: part, of: tasks) }) { links.join(part) }
        self.init(kept, reading, StoryMap(kept, links: links), encoder, now)
    }

    /// Parts of a work, done side by side, in their order.
    private static func side<Part: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Part) async -> [Part] {
        await withTaskGroup(of: (Int, Part).self) { group in
            for part in 0..<count { group.addTask { (part, work(part)) } }
            var parts: [(Int, Part)] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private static func kept(_ items: [NewsItem], _ now: Int64) -> [NewsItem] {
        let kept = items.filter { item in
            let hours = Double(now - item.published) / 3_600_000_000
            return hours >= -1 && hours <= 10 * item.sort.halfLifeHours && (item.link != nil || item.sort.isInside)
        }
        // Ranking goes from the freshest on, and memory is quickest from front to back.
        let fresh = kept.map { Self.fresh($0, now) }
        return kept.indices.sorted { (fresh[$0], $1) > (fresh[$1], $0) }.map { kept[$0] }
    }

    private static func fresh(_ item: NewsItem, _ now: Int64) -> Double {
        BriefingScore(
            halfLifeHours: item.sort.halfLifeHours,
            ageHours: max(0, Double(now - item.published) / 3_600_000_000),
            roleFit: 0,
            consequence: 0,
            sourceTrust: 0
        ).fresh
    }

    private init(
        _ kept: [NewsItem],
        _ reading: ItemReading,
        _ stories: StoryMap,
        _ encoder: NewsEncoder,
        _ now: Int64
    ) {
        items = kept
        self.encoder = encoder
        self.now = now
        self.stories = stories
        meanings = reading.meanings
        shares = reading.shares
        topics = reading.topics
        cues = reading.cues
        names = reading.names
        fresh = kept.map { Self.fresh($0, now) }
        trust = kept.map(\.source.tier.trust)
        (source, sources) = Self.numbered(kept)
        order = kept.indices.filter { stories.lead(of: $0) == $0 }.map(Int32.init)
        inside = order.filter { kept[Int($0)].sort.isInside }
    }

    /// Each item's source as a number.
    static func numbered(_ items: [NewsItem]) -> (of: [Int32], all: [String: Int32]) {
        var numbers: [String: Int32] = [:]
        let of = items.map { item in
            if let known = numbers[item.source.id] { return known }
            let next = Int32(numbers.count)
            numbers[item.source.id] = next
            return next
        }
        return (of, numbers)
    }

    /// The cosine of two items.
    func likeness(_ one: Int, _ other: Int) -> Double {
        let (wide, room) = (encoder.words.columns, NewsEncoder.room)
        return Double(
            meanings.withUnsafeBufferPointer { meanings in
                shares.withUnsafeBufferPointer { shares in
                    guard let meanings = meanings.baseAddress, let shares = shares.baseAddress else { return 0 }
                    return Vectors.dot(meanings + one * wide, meanings + other * wide, count: wide)
                        + Vectors.dot(shares + one * room, shares + other * room, count: room)
                }
            }
        )
    }

    /// An item's vector.
    public func vector(_ item: Int) -> [Float] {
        let (wide, room) = (encoder.words.columns, NewsEncoder.room)
        return Array(meanings[item * wide..<(item + 1) * wide] + shares[item * room..<(item + 1) * room])
    }

    /// Ids of the topics that an item speaks of.
    public func topicIDs(_ item: Int) -> [String] {
        encoder.book.topics.indices.filter { topics[item] >> UInt64($0) & 1 == 1 }.map { encoder.book.topics[$0].id }
    }
}
