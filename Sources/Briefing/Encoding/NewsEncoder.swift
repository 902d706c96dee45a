private import Workspace

/// Puts items and profiles into one space, where nearness is fit.
///
/// A vector has two parts: meaning, from word vectors, and topics. Both have length 1 before they are weighted, so the cosine of
/// two vectors is the weighted mean of the cosines of their parts.
public struct NewsEncoder: Sendable {
    /// Topics, roles and industries.
    public let book: TopicBook
    let words: WordVectors
    let settings: Settings
    /// Numbers in a vector.
    public let columns: Int
    /// Numbers of a vector that are for topics.
    static let room = 64
    private let roleMeans: [String: [Float]]

    /// The constants of the encoder, chosen on the six personas for choosing; see `docs/methods.md`.
    public struct Settings: Sendable, Hashable {
        /// The share of topics in the cosine; the rest is meaning.
        public var topicShare: Float = 0.65
        /// Cosines up to this count as no fit.
        public var low: Double = 0.10
        /// Cosines from this on count as full fit.
        public var high: Double = 0.65
        /// The chosen constants.
        public init() {}
    }

    /// The encoder of the program.
    ///
    /// Errors: `BriefingError`: what is built in does not read, which a test rules out.
    public init(settings: Settings = Settings()) throws(BriefingError) {
        book = try TopicBook.embedded.get()
        words = try WordVectors.embedded.get()
        self.settings = settings
        columns = words.columns + Self.room
        var means: [String: [Float]] = [:]
        for role in book.roles { means[role.id] = words.vector(role.words) }
        roleMeans = means
    }

    /// Bytes and words of a text that tell its meaning.
    static let textBytes = 700
    static let textWords = 70
    static let titleWords = 40

    /// An item's vector and its topics, from words that are cut already.
    func encode(_ item: NewsItem, title: WordRow, text: WordRow) -> (vector: [Float], topics: [Float]) {
        var meaning = [Float](repeating: 0, count: words.columns)
        words.add(title, min(title.count, Self.titleWords), weight: 2, to: &meaning)
        words.add(text, min(text.count(within: Self.textBytes), Self.textWords), weight: 1, to: &meaning)
        var topics = book.shares(title: title, text: text, filed: item.filed)
        for topic in item.source.topics {
            if let place = book.place(topic) { topics[place] = max(topics[place], 0.25) }
        }
        return (joined(meaning, topics), topics)
    }

    /// A profile's vector.
    ///
    /// Errors: role, industry or topic that nobody knows.
    func encode(_ profile: ReaderProfile, taste: ReaderTaste) throws(BriefingError) -> [Float] {
        guard let role = book.roles.first(where: { $0.id == profile.role }) else {
            throw .unknownRole(profile.role, known: book.roles.map(\.id))
        }
        var meaning = [Float](repeating: 0, count: words.columns)
        add(roleMeans[role.id] ?? [], 1, to: &meaning)
        var topics = [Float](repeating: 0, count: book.topics.count)
        for (topic, weight) in role.topics { raise(&topics, topic, weight) }
        if profile.track == .management { for (topic, weight) in book.management { raise(&topics, topic, weight) } }
        if profile.track == .ic, (profile.level ?? 0) >= 5 {
            for (topic, weight) in book.senior { raise(&topics, topic, weight) }
        }
        if let id = profile.industry {
            guard let industry = book.industries.first(where: { $0.id == id }) else {
                throw .unknownIndustry(id, known: book.industries.map(\.id))
            }
            add(words.vector(industry.words), 0.5, to: &meaning)
            for (topic, weight) in industry.topics { raise(&topics, topic, weight * 0.9) }
        }
        for competency in profile.growing {
            for topic in book.competencies[competency] ?? [] { raise(&topics, topic, 0.6) }
        }
        for topic in profile.followed {
            guard let place = book.place(topic) else { throw .unknownTopic(topic, known: book.topics.map(\.id)) }
            topics[place] = 1.4
            add(
                words.vector(book.topics[place].name + " " + book.topics[place].terms.prefix(8).joined(separator: " ")),
                0.5,
                to: &meaning
            )
        }
        if !profile.tools.isEmpty { add(words.vector(profile.tools.joined(separator: " ")), 0.5, to: &meaning) }
        if !profile.words.isEmpty {
            add(words.vector(profile.words), 0.8, to: &meaning)
            let said = book.shares(title: profile.words, text: "")
            for index in said.indices { topics[index] = max(topics[index], said[index]) }
        }
        var vector = joined(meaning, topics)
        // Three parts of what was declared to one of what was learned.
        var liked = taste.liked
        if liked.count == vector.count {
            Vectors.normalise(&liked)
            for index in vector.indices { vector[index] = 0.75 * vector[index] + 0.25 * liked[index] }
            Vectors.normalise(&vector)
        }
        return vector
    }

    /// Cosine to fit, 0 to 1.
    @inline(__always)
    func fit(_ cosine: Float) -> Double {
        min(1, max(0, (Double(cosine) - settings.low) / (settings.high - settings.low)))
    }

    func joined(_ meaning: [Float], _ topics: [Float]) -> [Float] {
        var one = meaning
        var other = topics
        let spoken = other.contains { $0 > 0 }
        Vectors.normalise(&one, to: (spoken ? 1 - settings.topicShare : 1).squareRoot())
        Vectors.normalise(&other, to: settings.topicShare.squareRoot())
        return one + other + [Float](repeating: 0, count: Self.room - other.count)
    }

    private func add(_ other: [Float], _ weight: Float, to sum: inout [Float]) {
        for index in other.indices { sum[index] += weight * other[index] }
    }

    private func raise(_ topics: inout [Float], _ topic: String, _ weight: Double) {
        if let place = book.place(topic) { topics[place] = max(topics[place], Float(weight)) }
    }
}

extension NewsEncoder {
    /// What somebody's answers make of the taste: topics as they were shown, meaning from the headline alone.
    public func taste(_ answers: [(headline: String, topics: [String], useful: Bool)]) -> ReaderTaste {
        var taste = ReaderTaste()
        for answer in answers {
            var meaning = [Float](repeating: 0, count: words.columns)
            words.add(answer.headline, weight: 1, to: &meaning)
            var topics = [Float](repeating: 0, count: book.topics.count)
            for topic in answer.topics { if let place = book.place(topic) { topics[place] = 1 } }
            taste.add(answer.useful, topics: answer.topics, vector: joined(meaning, topics))
        }
        return taste
    }
}
