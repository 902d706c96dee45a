/// News of who comes, goes or rises; never part of a brief where a colleague is meant.
enum PeopleMoves {
    private static let words: Set<UInt64> = Set(
        [
            "joins", "joined", "joining", "leaves", "leaving", "left", "resigns", "resigned", "resignation", "promoted",
            "promotion", "hired",
            "fired", "dismissed", "farewell", "retires", "retirement", "quits", "appointed", "steps", "welcome",
            "goodbye",
            "offboarding",
            "reorg", "layoff", "layoffs", "redundancy", "salary", "bonus", "sick", "leave",
        ].map { PlainWords.hash($0.utf8) }
    )

    /// True for an item from inside that tells of somebody's coming, going, rising or absence.
    static func tells(_ item: NewsItem) -> Bool {
        var row = WordRow(item.title)
        if row.hashes.contains(where: words.contains) { return true }
        row.cut(item.text, bytes: 600)
        return row.hashes.contains(where: words.contains)
    }
}

/// Names of people who work here, read once for all who are briefed; news that name one of them never come.
public struct Colleagues: Sendable {
    private let names: Set<UInt64>
    private let lengths: [Int]

    /// Takes names; those of a single word are too common to look for.
    public init(_ names: [String]) {
        let rows = names.map { WordRow($0) }.filter { $0.count > 1 }
        self.names = Set(rows.map { Self.hash($0.hashes, 0, $0.count) })
        lengths = Set(rows.map(\.count)).sorted()
    }

    /// True when one of the names stands in the item's title or the first of its text.
    func stand(in item: NewsItem) -> Bool {
        guard !names.isEmpty else { return false }
        var row = WordRow(item.title)
        if stand(in: row) { return true }
        row.cut(item.text, bytes: 1_500)
        return stand(in: row)
    }

    private func stand(in row: WordRow) -> Bool {
        for start in 0..<row.count {
            for length in lengths where start + length <= row.count {
                if names.contains(Self.hash(row.hashes, start, length)) { return true }
            }
        }
        return false
    }

    private static func hash(_ words: [UInt64], _ start: Int, _ count: Int) -> UInt64 {
        (start..<start + count).reduce(7) { MinHash.mixed($0 ^ words[$1]) }
    }
}

extension Colleagues: ExpressibleByArrayLiteral {
    /// Takes names.
    public init(arrayLiteral names: String...) { self.init(names) }
}
