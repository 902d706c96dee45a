/// What tells whether items tell the same story, as numbers side by side: titles, long texts, meanings.
///
/// Every part of an item stands at a fixed distance, so that comparing two items touches no memory but theirs.
struct StoryPrints: Sendable {
    /// 64 least hashes of each title, their lower halves; all ones where there are no words.
    private(set) var titles: [UInt32] = []
    /// Words of each title that are numbers, mixed into one; 0 for none.
    private(set) var numbers: [UInt64] = []
    /// The bits of each long text.
    private(set) var texts: [UInt64] = []
    /// True where the text is long enough to be told by its bits.
    private(set) var isLong: [Bool] = []
    /// On which side of fixed directions each meaning lies: 140 bits in three numbers.
    private(set) var sides: [UInt64] = []
    /// The length of each meaning.
    private(set) var sizes: [Float] = []

    /// Shorter texts are not compared.
    static let textBytes = 120
    /// Bytes of a text that are compared.
    static let mostBytes = 2_000

    /// Takes the next item in.
    mutating func add(
        _ item: NewsItem,
        meaning: ArraySlice<Float>,
        directions: Directions,
        _ cutter: inout ShingleCutter
    ) {
        cutter.cut(item.title)
        for hash in MinHash(cutter.hashes).least { titles.append(UInt32(truncatingIfNeeded: hash)) }
        numbers.append(TitleNumbers.mixed(item.title))
        if item.text.utf8.count > Self.textBytes {
            cutter.cut(item.text, bytes: Self.mostBytes)
            let hash = SimHash(cutter.hashes)
            texts.append(hash.bits)
            isLong.append(hash.runs >= SimHash.least)
        } else {
            texts.append(0)
            isLong.append(false)
        }
        meaning.withUnsafeBufferPointer { own in
            guard let start = own.baseAddress else { return }
            sizes.append(Vectors.dot(start, start, count: own.count).squareRoot())
            sides.append(contentsOf: directions.sides(start))
        }
    }

    /// Takes over items that were read elsewhere, after the own ones.
    mutating func add(_ other: StoryPrints) {
        titles.append(contentsOf: other.titles)
        numbers.append(contentsOf: other.numbers)
        texts.append(contentsOf: other.texts)
        isLong.append(contentsOf: other.isLong)
        sides.append(contentsOf: other.sides)
        sizes.append(contentsOf: other.sizes)
    }

    /// True when an item has a title with words.
    func hasTitle(_ item: Int) -> Bool { titles[item * MinHash.size] != .max }
}

/// Fixed directions in the space of meanings, the same on every machine.
///
/// Two meanings lie on the same side of a direction the more often, the nearer they are (Charikar 2002).
struct Directions: Sendable {
    /// Groups of directions; meanings that agree in one whole group are compared.
    static let bands = 10
    /// Directions of a group.
    static let bits = 14
    /// Numbers that hold the sides of one item, four groups in each.
    static let words = 3
    private let rows: [Float]
    private let columns: Int

    init(columns: Int) {
        var state: UInt64 = 7
        self.columns = columns
        rows = (0..<Self.bands * Self.bits * columns).map { _ in
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

    /// The sides of a meaning, four groups to a number.
    func sides(_ meaning: UnsafePointer<Float>) -> [UInt64] {
        var sides = [UInt64](repeating: 0, count: Self.words)
        rows.withUnsafeBufferPointer { rows in
            guard let rows = rows.baseAddress else { return }
            for place in 0..<Self.bands * Self.bits
            where Vectors.dot(meaning, rows + place * columns, count: columns) > 0 {
                let (band, bit) = (place / Self.bits, place % Self.bits)
                sides[band / 4] |= 1 << UInt64(16 * (band % 4) + bit)
            }
        }
        return sides
    }
}

/// Numbers in a title; `18.1` and `18.2` are different things however alike the words are.
enum TitleNumbers {
    /// The set of numbers, mixed into one; 0 for none.
    static func mixed(_ title: String) -> UInt64 {
        var title = title
        var found: [UInt64] = []
        title.withUTF8 { utf8 in
            var start: Int?
            for at in 0...utf8.count {
                let byte = at < utf8.count ? utf8[at] : 32
                if byte &- 48 < 10 || byte == 46 {
                    if start == nil { start = at }
                } else if let from = start {
                    let end = utf8[at - 1] == 46 ? at - 1 : at
                    if end > from {
                        let hash = PlainWords.hash(UnsafeBufferPointer(rebasing: utf8[from..<end]))
                        if !found.contains(hash) { found.append(hash) }
                    }
                    start = nil
                }
            }
        }
        return found.isEmpty ? 0 : found.reduce(0) { $0 &+ MinHash.mixed($1) } | 1
    }
}
