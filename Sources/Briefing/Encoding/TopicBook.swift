private import CBriefing
private import Foundation

/// The topics, roles and industries that the program knows, and how words tell topics.
public struct TopicBook: Sendable {
    /// All topics in their order.
    public let topics: [Topic]
    /// All roles.
    public let roles: [Role]
    /// All industries.
    public let industries: [Industry]
    /// Which topics help to grow in a competency of the reference ladder.
    public let competencies: [String: [String]]
    let management: [String: Double]
    let senior: [String: Double]
    private let terms: TermRows
    private let places: [String: Int]

    /// A topic.
    public struct Topic: Sendable, Hashable, Decodable {
        /// Its id.
        public let id: String
        /// What it is called in a sentence.
        public let name: String
        /// Words that tell it.
        public let terms: [String]
    }

    /// A role.
    public struct Role: Sendable, Hashable, Decodable {
        /// Its id.
        public let id: String
        /// What it is called in a sentence.
        public let name: String
        /// A sentence about the work.
        public let words: String
        /// How much it has to do with topics.
        public let topics: [String: Double]
        /// Topics whose rules it answers for.
        public let duties: [String]
        /// Crafts of the people file that mean it.
        public let families: [String]
    }

    /// An industry.
    public struct Industry: Sendable, Hashable, Decodable {
        /// Its id.
        public let id: String
        /// What it is called in a sentence.
        public let name: String
        /// A sentence about it.
        public let words: String
        /// How much it has to do with topics.
        public let topics: [String: Double]
        /// Topics whose rules it answers for.
        public let duties: [String]
    }

    private struct Table: Decodable {
        let topics: [Topic]
        let roles: [Role]
        let industries: [Industry]
        let competencies: [String: [String]]
        let management: [String: Double]
        let senior: [String: Double]
    }

    /// The book that is part of the program.
    public static let embedded: Result<TopicBook, BriefingError> = Result { () throws(BriefingError) in
        let bytes = UnsafeBufferPointer(start: cbriefing_topics(), count: cbriefing_topics_count())
        return try TopicBook(json: Array(bytes))
    }

    private init(json: [UInt8]) throws(BriefingError) {
        let table: Table
        do { table = try JSONDecoder().decode(Table.self, from: Data(json)) } catch {
            throw .badTable(name: "topics", reason: "\(error)")
        }
        guard table.topics.count <= 64 else { throw .badTable(name: "topics", reason: "more than 64 topics") }
        topics = table.topics
        roles = table.roles
        industries = table.industries
        competencies = table.competencies
        management = table.management
        senior = table.senior
        places = Dictionary(uniqueKeysWithValues: table.topics.enumerated().map { ($1.id, $0) })
        var terms: [UInt64: [Int32]] = [:]
        for (index, topic) in table.topics.enumerated() {
            for term in topic.terms {
                let row = WordRow(term)
                guard row.count > 1 || row.bytes.count > 1 else { continue }
                terms[TermRows.hash(row, 0..<row.count), default: []].append(Int32(index))
            }
        }
        self.terms = TermRows(terms)
    }

    /// Where a topic stands.
    public func place(_ topic: String) -> Int? { places[topic] }

    /// How strongly a text speaks of each topic, 0 to 1.
    public func shares(title: String, text: String, filed: [String] = []) -> [Float] {
        var row = WordRow()
        row.cut(text, bytes: Self.textBytes, words: Self.textWords)
        return shares(title: WordRow(title, words: Self.textWords), text: row, filed: filed)
    }

    /// Bytes and words of a text that tell topics.
    static let textBytes = 600
    static let textWords = 120

    /// The same of words that are cut already.
    func shares(title: WordRow, text: WordRow, filed: [String]) -> [Float] {
        var sums = [Float](repeating: 0, count: topics.count)
        var seen: [Int32] = []
        terms.count(title, min(title.count, Self.textWords), weight: 1, &seen, &sums)
        terms.count(text, min(text.count(within: Self.textBytes), Self.textWords), weight: 0.45, &seen, &sums)
        for word in filed.prefix(12) {
            let row = WordRow(word, words: Self.textWords)
            terms.count(row, row.count, weight: 0.5, &seen, &sums)
        }
        for index in sums.indices { sums[index] = sums[index] > 0 ? 1 - Saturation.exp(-sums[index]) : 0 }
        return sums
    }

    /// Tells the role that a people file's craft and title mean; engineering when it says nothing else.
    public func role(family: String, title: String?) -> Role? {
        func words(_ text: String) -> Set<String> {
            Set(PlainWords.cut(text).map { String(decoding: $0, as: UTF8.self) })
        }
        let own = (title: words(title ?? ""), family: words(family))
        // What stands on the door says more than the craft.
        func hits(_ role: Role) -> Int {
            role.families.reduce(0) { sum, name in
                let wanted = words(name)
                return sum + (wanted.isSubset(of: own.title) ? 2 : 0) + (wanted.isSubset(of: own.family) ? 1 : 0)
            }
        }
        let best = roles.max { (hits($0), $0.id == "backend" ? 1 : 0) < (hits($1), $1.id == "backend" ? 1 : 0) }
        return best.flatMap { hits($0) > 0 ? $0 : nil } ?? roles.first { $0.id == "backend" }
    }
}

/// Terms of all topics, to be looked up by the hash of one to three words.
private struct TermRows: Sendable {
    private var places: HashRow
    /// For each term the topics that have it.
    private var topics: [[Int32]] = []

    init(_ terms: [UInt64: [Int32]]) {
        places = HashRow(room: terms.count)
        for (hash, topics) in terms.sorted(by: { $0.key < $1.key }) {
            places[hash] = Int32(self.topics.count)
            self.topics.append(topics)
        }
    }

    /// Adds what terms among the first words say of each topic; a term counts once.
    func count(_ row: WordRow, _ count: Int, weight: Float, _ seen: inout [Int32], _ sums: inout [Float]) {
        for start in 0..<count {
            var hash = PlainWords.seed
            for length in 1...3 where start + length <= count {
                hash = Self.add(row, start + length - 1, to: hash)
                guard let term = places[hash], !seen.contains(term) else { continue }
                seen.append(term)
                // A term of several words says more, one that several topics share says less.
                let found = topics[Int(term)]
                let each = weight * (length > 1 ? 1.3 : 0.8) / Float(found.count).squareRoot()
                for topic in found { sums[Int(topic)] += each }
            }
        }
    }

    static func hash(_ row: WordRow, _ words: Range<Int>) -> UInt64 {
        words.reduce(PlainWords.seed) { add(row, $1, to: $0) }
    }

    /// A word without the `s` of its plural, and the space after it.
    @inline(__always)
    private static func add(_ row: WordRow, _ word: Int, to hash: UInt64) -> UInt64 {
        let range = row.range(word)
        var end = range.upperBound
        if range.count > 3, row.bytes[end - 1] == 115, row.bytes[end - 2] != 115, row.bytes[end - 2] != 117 { end -= 1 }
        var hash = hash
        for index in range.lowerBound..<end { hash = (hash ^ UInt64(row.bytes[index])) &* 0x100_0000_01B3 }
        return (hash ^ 32) &* 0x100_0000_01B3
    }
}

/// The exponential function for small arguments, without the C library.
enum Saturation {
    static func exp(_ x: Float) -> Float {
        // (1 + x/256)^256 is within 1 % for the sums that occur.
        var value = max(0, 1 + x / 256)
        for _ in 0..<8 { value *= value }
        return value
    }
}
