/// Finds which items to link; the work falls into parts that can be done side by side.
///
/// Nobody compares all with all: items that agree in a part of their prints are compared with the few that came before them.
struct StoryLinks: Sendable {
    private let items: [NewsItem]
    private let prints: StoryPrints
    private let meanings: [Float]
    private let columns: Int
    /// Items by time.
    private let order: [Int32]
    private let marks: [Mark]

    /// What two items are first compared by, in one line of memory.
    private struct Mark {
        let sides: (UInt64, UInt64, UInt64)
        let published: Int64
        let numbers: UInt64
        let size: Float
        let source: Int32
        let isInside: Bool
    }

    init(_ items: [NewsItem], prints: StoryPrints, meanings: [Float], columns: Int) {
        self.items = items
        self.prints = prints
        self.meanings = meanings
        self.columns = columns
        let published = items.map(\.published)
        order = items.indices.sorted { (published[$0], $0) < (published[$1], $1) }.map(Int32.init)
        let source = ItemPool.numbered(items).of
        marks = items.indices.map { item in
            let side = item * Directions.words
            return Mark(
                sides: (prints.sides[side], prints.sides[side + 1], prints.sides[side + 2]),
                published: published[item],
                numbers: prints.numbers[item],
                size: prints.sizes[item],
                source: source[item],
                isInside: items[item].sort.isInside
            )
        }
    }

    /// Steps of the work: bands of titles, quarters of texts, groups of directions, and addresses.
    private static let titleBands = MinHash.size / 2
    private static let quarters = 4

    /// The links that one of several parts of the work finds.
    func links(part: Int, of parts: Int) -> Links {
        var links = Links(items.count)
        var chains = Chains(items: items.count)
        if part == 0 { sameAddress(&links) }
        let steps = Self.titleBands + Self.quarters + Directions.bands
        for step in 0..<steps where step % parts == part {
            if step < Self.titleBands {
                sameTitles(step, &chains, &links)
            } else if step < Self.titleBands + Self.quarters {
                sameTexts(step - Self.titleBands, &chains, &links)
            } else {
                sameMeaning(step - Self.titleBands - Self.quarters, &chains, &links)
            }
        }
        return links
    }

    private func areNear(_ one: Int, _ other: Int) -> Bool { Self.areNear(marks[one], marks[other]) }

    @inline(__always)
    private static func areNear(_ one: Mark, _ other: Mark) -> Bool {
        abs(one.published - other.published) <= Int64(StoryMap.hours * 3_600_000_000)
            && one.isInside == other.isInside
    }

    private func sameAddress(_ links: inout Links) {
        var last: [String: Int] = [:]
        for item in order.lazy.map(Int.init) {
            guard let link = items[item].link else { continue }
            if let other = last.updateValue(item, forKey: link), areNear(item, other) { links.join(item, other) }
        }
    }

    /// Titles that share runs of words: bands of two least hashes find nearly all pairs at half.
    private func sameTitles(_ band: Int, _ chains: inout Chains, _ links: inout Links) {
        chains.clear()
        prints.titles.withUnsafeBufferPointer { titles in
            guard let titles = titles.baseAddress else { return }
            let least = Int((StoryMap.jaccard * Double(MinHash.size)).rounded(.up))
            for item in order.lazy.map(Int.init) where prints.hasTitle(item) {
                let own = titles + item * MinHash.size
                let key = UInt64(own[2 * band]) << 32 | UInt64(own[2 * band + 1])
                chains.meet(key, item) { other in
                    guard areNear(item, other), links.root(item) != links.root(other) else { return }
                    let theirs = titles + other * MinHash.size
                    var same = 0
                    for index in 0..<MinHash.size { same += own[index] == theirs[index] ? 1 : 0 }
                    if same >= least { links.join(item, other) }
                }
            }
        }
    }

    /// Long texts within three bits: one of four quarters of the bits is the same then.
    private func sameTexts(_ quarter: Int, _ chains: inout Chains, _ links: inout Links) {
        chains.clear()
        for item in order.lazy.map(Int.init) where prints.isLong[item] {
            let own = prints.texts[item]
            chains.meet(own >> UInt64(16 * quarter) & 0xFFFF, item) { other in
                guard (own ^ prints.texts[other]).nonzeroBitCount <= SimHash.nearBits, areNear(item, other) else {
                    return
                }
                links.join(item, other)
            }
        }
    }

    /// Meanings nearer than .85: sides of fixed directions find the pairs, the cosine decides.
    private func sameMeaning(_ band: Int, _ chains: inout Chains, _ links: inout Links) {
        chains.clear()
        meanings.withUnsafeBufferPointer { all in
            marks.withUnsafeBufferPointer { marks in
                guard let all = all.baseAddress, let marks = marks.baseAddress else { return }
                for item in order.lazy.map(Int.init) where marks[item].size > 0 {
                    let own = marks[item]
                    let key = prints.sides[item * Directions.words + band / 4] >> UInt64(16 * (band % 4)) & 0xFFFF
                    chains.meet(key, item) { other in
                        guard Self.mayMeanTheSame(own, marks[other]), links.root(item) != links.root(other) else {
                            return
                        }
                        let cosine = Vectors.dot(all + item * columns, all + other * columns, count: columns)
                        if cosine >= StoryMap.cosine * own.size * marks[other].size { links.join(item, other) }
                    }
                }
            }
        }
    }

    /// Of 140 directions two meanings at cosine .85 lie on different sides of 25, give or take 4.5: more than 48 once in ten
    /// million pairs.
    private static let farSides = 48

    @inline(__always)
    private static func mayMeanTheSame(_ one: Mark, _ other: Mark) -> Bool {
        let apart =
            (one.sides.0 ^ other.sides.0).nonzeroBitCount + (one.sides.1 ^ other.sides.1).nonzeroBitCount
            + (one.sides.2 ^ other.sides.2).nonzeroBitCount
        return apart <= farSides && one.source != other.source
            && (one.numbers == other.numbers || one.numbers == 0 || other.numbers == 0) && areNear(one, other)
    }
}

/// Items by a key, in the order in which they come; of those before with the same key the latest few are met.
private struct Chains {
    private var keys: [UInt64]
    private var heads: [Int32]
    private var before: [Int32]
    private let mask: Int
    private static let most = 24

    init(items: Int) {
        var size = 64
        while size < items * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        heads = [Int32](repeating: -1, count: size)
        before = [Int32](repeating: -1, count: items)
        mask = size - 1
    }

    /// Lets all items go.
    mutating func clear() {
        for slot in heads.indices { heads[slot] = -1 }
    }

    /// Hands over the items met before under the key, the latest first, and remembers this one.
    @inline(__always)
    mutating func meet(_ key: UInt64, _ item: Int, _ each: (Int) -> Void) {
        var slot = Int(truncatingIfNeeded: MinHash.mixed(key)) & mask
        while heads[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        var other = heads[slot]
        before[item] = other
        keys[slot] = key
        heads[slot] = Int32(item)
        for _ in 0..<Self.most where other >= 0 {
            each(Int(other))
            other = before[Int(other)]
        }
    }
}
