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
    private let terms: [UInt64: [Int32]]
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
                let words = PlainWords.cut(term).map(Self.stem)
                guard words.count > 1 || (words.first?.count ?? 0) > 1 else { continue }
                terms[Self.hash(words[...]), default: []].append(Int32(index))
            }
        }
        self.terms = terms
    }

    /// Where a topic stands.
    public func place(_ topic: String) -> Int? { places[topic] }

    /// How strongly a text speaks of each topic, 0 to 1.
    public func shares(title: String, text: String, filed: [String] = []) -> [Float] {
        var sums = [Float](repeating: 0, count: topics.count)
        var seen: Set<UInt64> = []
        count(title, weight: 1, &seen, &sums)
        count(text.prefix(600), weight: 0.45, &seen, &sums)
        for word in filed.prefix(12) { count(word, weight: 0.5, &seen, &sums) }
        for index in sums.indices { sums[index] = sums[index] > 0 ? 1 - Saturation.exp(-sums[index]) : 0 }
        return sums
    }

    private func count(_ text: some StringProtocol, weight: Float, _ seen: inout Set<UInt64>, _ sums: inout [Float]) {
        let words = PlainWords.cut(text, limit: 120).map(Self.stem)
        for start in words.indices {
            for length in 1...3 where start + length <= words.count {
                let hash = Self.hash(words[start..<start + length])
                guard let found = terms[hash], seen.insert(hash).inserted else { continue }
                // A term of several words says more, one that several topics share says less.
                let each = weight * (length > 1 ? 1.3 : 0.8) / Float(found.count).squareRoot()
                for topic in found { sums[Int(topic)] += each }
            }
        }
    }

    /// A word without the `s` of its plural.
    private static func stem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard word.count > 3, word.last == 115, word.dropLast().last != 115, word.dropLast().last != 117 else {
            return word
        }
        return word.dropLast()
    }

    private static func hash(_ words: ArraySlice<ArraySlice<UInt8>>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for word in words {
            hash = PlainWords.hash(word, seed: hash)
            hash = (hash ^ 32) &* 0x100_0000_01B3
        }
        return hash
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

/// The exponential function for small arguments, without the C library.
enum Saturation {
    static func exp(_ x: Float) -> Float {
        // (1 + x/256)^256 is within 1 % for the sums that occur.
        var value = max(0, 1 + x / 256)
        for _ in 0..<8 { value *= value }
        return value
    }
}
