/// Which items tell the same story.
///
/// Two items are linked when they came out at most 72 hours apart and their titles share half of their runs of three words, or
/// their long texts differ in at most three bits, or their meanings are nearer than .85; stories are what links join (single
/// link). Titles that name different numbers (versions, amounts) are never linked by meaning.
/// Source: `docs/methods.md`, "The briefing"; Manku, Jain and Das Sarma (2007); Broder (1997).
public struct StoryMap: Sendable {
    private let storyOf: [Int32]
    /// Items by story, the most primary first; where each story ends.
    private let membersOf: [Int32]
    private let ends: [Int32]
    private let placeOf: [String: Int]

    /// Hours that items of one story may lie apart, from one to the next.
    public static let hours = 72.0
    /// Likeness of titles from which on they are one story.
    public static let jaccard = 0.5
    /// Cosine of meanings from which on they are one story.
    public static let cosine: Float = 0.85

    init(_ items: [NewsItem], links: consuming Links) {
        var storyOf = [Int32](repeating: 0, count: items.count)
        // Roots are the first items of their stories, so that stories are numbered in the order of items.
        var sizes: [Int32] = []
        for index in items.indices {
            let root = links.root(index)
            if root == index {
                storyOf[index] = Int32(sizes.count)
                sizes.append(1)
            } else {
                storyOf[index] = storyOf[root]
                sizes[Int(storyOf[root])] += 1
            }
        }
        var next = [Int32](repeating: 0, count: sizes.count)
        for story in sizes.indices.dropFirst() { next[story] = next[story - 1] + sizes[story - 1] }
        var members = [Int32](repeating: 0, count: items.count)
        for index in items.indices {
            let story = Int(storyOf[index])
            members[Int(next[story])] = Int32(index)
            next[story] += 1
        }
        for story in sizes.indices where sizes[story] > 1 {
            // The most primary source leads; among equals the one that had it first.
            let range = Int(next[story] - sizes[story])..<Int(next[story])
            members[range].sort { Self.before(items[Int($0)], items[Int($1)]) }
        }
        self.storyOf = storyOf
        membersOf = members
        ends = next
        placeOf = Dictionary(items.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    private static func before(_ one: NewsItem, _ other: NewsItem) -> Bool {
        (one.source.tier.rank, one.published, one.id) < (other.source.tier.rank, other.published, other.id)
    }

    /// The story of an item.
    func story(of item: Int) -> Int { Int(storyOf[item]) }
    /// The item that stands for an item's story.
    func lead(of item: Int) -> Int { Int(membersOf[range(story(of: item)).lowerBound]) }
    /// All items of an item's story, the most primary first.
    public func members(of item: Int) -> [Int] { membersOf[range(story(of: item))].map(Int.init) }
    /// How many stories there are.
    public var count: Int { ends.count }
    /// The stories of items by their ids.
    func stories(of ids: Set<String>) -> Set<Int> { Set(ids.compactMap { placeOf[$0].map(story) }) }

    private func range(_ story: Int) -> Range<Int> { (story == 0 ? 0 : Int(ends[story - 1]))..<Int(ends[story]) }
}

/// Joined sets with short ways to their roots; a root is the first of its set.
struct Links: Sendable {
    private var parent: [Int32]

    init(_ count: Int) { parent = (0..<count).map(Int32.init) }

    mutating func root(_ item: Int) -> Int {
        var at = item
        while Int(parent[at]) != at {
            parent[at] = parent[Int(parent[at])]
            at = Int(parent[at])
        }
        return at
    }

    mutating func join(_ one: Int, _ other: Int) {
        let a = root(one)
        let b = root(other)
        if a != b { parent[max(a, b)] = Int32(min(a, b)) }
    }

    /// Joins all that are joined elsewhere.
    mutating func join(_ other: consuming Links) {
        for item in parent.indices { join(item, other.root(item)) }
    }
}
