/// Which items tell the same story.
///
/// Two items are linked when they came out at most 72 hours apart and their titles share half of their runs of three words, or
/// their long texts differ in at most three bits, or their meanings are nearer than .85; stories are what links join (single
/// link). Titles that name different numbers (versions, amounts) are never linked by meaning.
/// Source: `docs/methods.md`, "The briefing"; Manku, Jain and Das Sarma (2007); Broder (1997).
public struct StoryMap: Sendable {
    private let storyOf: [Int]
    private let leadOf: [Int]
    private let membersOf: [[Int]]
    private let placeOf: [String: Int]

    /// Hours that items of one story may lie apart, from one to the next.
    public static let hours = 72.0
    /// Likeness of titles from which on they are one story.
    public static let jaccard = 0.5
    /// Cosine of meanings from which on they are one story.
    public static let cosine: Float = 0.85

    init(_ items: [NewsItem], vectors: [Float], columns: Int, meaning: Int) {
        var links = Links(items.count)
        SameTitles.link(items, &links)
        SameTexts.link(items, &links)
        SameMeaning.link(items, vectors, columns, meaning, &links)
        var members: [Int: [Int]] = [:]
        for index in items.indices { members[links.root(index), default: []].append(index) }
        var storyOf = [Int](repeating: 0, count: items.count)
        var leadOf: [Int] = []
        var membersOf: [[Int]] = []
        for (_, inside) in members.sorted(by: { $0.key < $1.key }) {
            // The most primary source leads; among equals the one that had it first.
            let sorted = inside.sorted { Self.before(items[$0], items[$1]) }
            for index in inside { storyOf[index] = leadOf.count }
            leadOf.append(sorted[0])
            membersOf.append(sorted)
        }
        self.storyOf = storyOf
        self.leadOf = leadOf
        self.membersOf = membersOf
        placeOf = Dictionary(items.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    private static func before(_ one: NewsItem, _ other: NewsItem) -> Bool {
        (one.source.tier.rank, one.published, one.id) < (other.source.tier.rank, other.published, other.id)
    }

    /// The story of an item.
    func story(of item: Int) -> Int { storyOf[item] }
    /// The item that stands for an item's story.
    func lead(of item: Int) -> Int { leadOf[storyOf[item]] }
    /// All items of an item's story, the most primary first.
    public func members(of item: Int) -> [Int] { membersOf[storyOf[item]] }
    /// How many stories there are.
    public var count: Int { leadOf.count }
    /// The stories of items by their ids.
    func stories(of ids: Set<String>) -> Set<Int> { Set(ids.compactMap { placeOf[$0].map { storyOf[$0] } }) }
}

/// Joined sets with short ways to their roots.
struct Links {
    private var parent: [Int]

    init(_ count: Int) { parent = Array(0..<count) }

    mutating func root(_ item: Int) -> Int {
        var at = item
        while parent[at] != at {
            parent[at] = parent[parent[at]]
            at = parent[at]
        }
        return at
    }

    mutating func join(_ one: Int, _ other: Int) {
        let a = root(one)
        let b = root(other)
        if a != b { parent[max(a, b)] = min(a, b) }
    }
}

extension NewsItem {
    fileprivate func isNear(_ other: NewsItem) -> Bool {
        abs(published - other.published) <= Int64(StoryMap.hours * 3_600_000_000)
            && sort.isInside == other.sort.isInside
    }
}

/// Pairs that share a key, without going through all pairs: keys of the same bucket are compared with the few before them.
private struct Buckets {
    private var last: [UInt64: [Int32]] = [:]
    private let most = 24

    /// Items met before under the key, the latest first.
    mutating func meet(_ key: UInt64, _ item: Int) -> [Int32] {
        let before = last[key] ?? []
        var now = before
        if now.count >= most { now.removeFirst() }
        now.append(Int32(item))
        last[key] = now
        return before
    }
}

/// Titles that share runs of words: bands of two least hashes find nearly all pairs at half.
private enum SameTitles {
    static func link(_ items: [NewsItem], _ links: inout Links) {
        let order = items.indices.sorted { items[$0].published < items[$1].published }
        let hashes = items.map { MinHash(Shingles($0.title)) }
        let addresses = items.map { $0.link }
        var byLink: [String: Int] = [:]
        for item in order {
            guard let link = addresses[item] else { continue }
            if let other = byLink[link], items[item].isNear(items[other]) { links.join(item, other) }
            byLink[link] = item
        }
        for band in 0..<(MinHash.size / 2) {
            var buckets = Buckets()
            for item in order {
                let least = hashes[item].least
                guard least[0] != .max else { continue }
                let key = MinHash.mixed(least[2 * band]) ^ least[2 * band + 1]
                for other in buckets.meet(key, item) {
                    let other = Int(other)
                    guard links.root(item) != links.root(other), items[item].isNear(items[other]) else { continue }
                    if hashes[item].estimate(hashes[other]) >= StoryMap.jaccard { links.join(item, other) }
                }
            }
        }
    }
}

/// Long texts within three bits: one of four quarters of the bits is the same then.
private enum SameTexts {
    static func link(_ items: [NewsItem], _ links: inout Links) {
        let long = items.indices.filter { items[$0].text.utf8.count > 120 }.sorted {
            items[$0].published < items[$1].published
        }
        var hashes: [Int: SimHash] = [:]
        for item in long {
            let hash = SimHash(Shingles(items[item].text.prefix(2_000)))
            if hash.runs >= SimHash.least { hashes[item] = hash }
        }
        for quarter in 0..<4 {
            var buckets = Buckets()
            for item in long {
                guard let hash = hashes[item] else { continue }
                for other in buckets.meet(hash.bits >> UInt64(16 * quarter) & 0xFFFF, item) {
                    let other = Int(other)
                    guard let second = hashes[other], hash.distance(second) <= SimHash.nearBits,
                        items[item].isNear(items[other])
                    else { continue }
                    links.join(item, other)
                }
            }
        }
    }
}

/// Meanings nearer than .85: signs of random directions find the pairs, the cosine decides.
private enum SameMeaning {
    static let bands = 10
    static let bits = 14

    static func link(_ items: [NewsItem], _ vectors: [Float], _ columns: Int, _ meaning: Int, _ links: inout Links) {
        guard items.count > 1 else { return }
        let order = items.indices.sorted { items[$0].published < items[$1].published }
        let directions = directions(meaning)
        let numbers = items.map { Self.numbers($0.title) }
        var keys = [UInt64](repeating: 0, count: items.count * bands)
        var sizes = [Float](repeating: 0, count: items.count)
        vectors.withUnsafeBufferPointer { all in
            directions.withUnsafeBufferPointer { directions in
                guard let all = all.baseAddress, let directions = directions.baseAddress else { return }
                for item in items.indices {
                    let own = all + item * columns
                    sizes[item] = Vectors.dot(own, own, count: meaning).squareRoot()
                    for band in 0..<bands {
                        var key = UInt64(band)
                        for bit in 0..<bits {
                            key =
                                key << 1
                                | (Vectors.dot(own, directions + (band * bits + bit) * meaning, count: meaning) > 0
                                    ? 1 : 0)
                        }
                        keys[item * bands + band] = key
                    }
                }
                for band in 0..<bands {
                    var buckets = Buckets()
                    for item in order where sizes[item] > 0 {
                        for other in buckets.meet(keys[item * bands + band], item) {
                            let other = Int(other)
                            guard sizes[other] > 0, items[item].isNear(items[other]),
                                items[item].source.id != items[other].source.id,
                                numbers[item] == numbers[other] || numbers[item].isEmpty || numbers[other].isEmpty
                            else { continue }
                            let cosine = Vectors.dot(all + item * columns, all + other * columns, count: meaning)
                            if cosine >= StoryMap.cosine * sizes[item] * sizes[other] { links.join(item, other) }
                        }
                    }
                }
            }
        }
    }

    /// Numbers in a title; `18.1` and `18.2` are different things however alike the words are.
    private static func numbers(_ title: String) -> Set<String> {
        Set(
            title.split { !($0.isNumber || $0 == ".") }.map { $0.hasSuffix(".") ? $0.dropLast() : $0 }.filter {
                !$0.isEmpty
            }.map(String.init)
        )
    }

    /// Fixed directions with entries of both signs, the same on every machine.
    private static func directions(_ columns: Int) -> [Float] {
        var state: UInt64 = 7
        return (0..<bands * bits * columns).map { _ in
            state = state &+ 1
            var sum: Float = 0
            var bits = MinHash.mixed(state)
            for _ in 0..<4 {
                sum += Float(bits & 0xFFFF) / 65_536 - 0.5
                bits >>= 16
            }
            return sum
        }
    }
}
