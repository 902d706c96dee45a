/// What the words of items say, as numbers side by side.
struct ItemReading: Sendable {
    private(set) var meanings: [Float] = []
    private(set) var shares: [Float] = []
    private(set) var topics: [UInt64] = []
    private(set) var cues: [ItemCues] = []
    private(set) var names = ItemNames()
    private(set) var prints = StoryPrints()

    /// From this share on an item counts as speaking of a topic.
    static let clear: Float = 0.3

    /// Nothing.
    init() {}

    /// Reads items, one after the other.
    init(_ items: ArraySlice<NewsItem>, encoder: NewsEncoder, directions: Directions) {
        let wide = encoder.words.columns
        meanings.reserveCapacity(items.count * wide)
        shares.reserveCapacity(items.count * NewsEncoder.room)
        var (title, text, cutter) = (WordRow(), WordRow(), ShingleCutter())
        for item in items {
            title.cut(item.title)
            text.cut(item.text, bytes: NewsEncoder.textBytes)
            let (vector, spoken) = encoder.encode(item, title: title, text: text)
            meanings.append(contentsOf: vector[..<wide])
            shares.append(contentsOf: vector[wide...])
            topics.append(Self.bits(spoken))
            cues.append(ItemCues(title: title, text: text, sort: item.sort))
            names.add(title: title, text: text)
            prints.add(item, meaning: vector[..<wide], directions: directions, &cutter)
        }
    }

    /// Takes over items that were read elsewhere, after the own ones.
    mutating func add(_ other: ItemReading) {
        meanings.append(contentsOf: other.meanings)
        shares.append(contentsOf: other.shares)
        topics.append(contentsOf: other.topics)
        cues.append(contentsOf: other.cues)
        names.add(other.names)
        prints.add(other.prints)
    }

    private static func bits(_ shares: [Float]) -> UInt64 {
        var bits: UInt64 = 0
        for index in shares.indices where shares[index] >= clear { bits |= 1 << UInt64(index) }
        return bits
    }
}

extension StoryLinks {
    init(_ items: [NewsItem], _ reading: ItemReading, _ encoder: NewsEncoder) {
        self.init(
            items,
            prints: reading.prints,
            meanings: reading.meanings,
            columns: encoder.words.columns
        )
    }
}
