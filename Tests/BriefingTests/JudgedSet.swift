import Briefing
import Foundation
import Workspace

/// Items and personas of the judged set: invented items of real shape, judged 0 to 3 by reading, twice.
struct JudgedSet: Decodable {
    let items: [Item]
    let personas: [Persona]

    struct Item: Decodable {
        let id: String
        let title: String
        let text: String
        let source: String
        let tier: NewsSource.Tier
        let sort: NewsItem.Sort
        let hours: Double
        let points: Int
    }

    struct Persona: Decodable {
        let id: String
        /// `choose` where constants were chosen on it, `hold` where not.
        let set: String
        let role: String
        let track: Track
        let level: Int
        let industry: String
        let growing: [String]
        let tools: [String]
        let followed: [String]
        let words: String
        let items: [String]
        let first: [Double]
        let second: [Double]

        var profile: ReaderProfile {
            ReaderProfile(
                role: role,
                track: track,
                level: level,
                industry: industry,
                growing: growing,
                tools: tools,
                followed: followed,
                words: words
            )
        }

        /// The mean of the two judgements.
        var gains: [Double] { zip(first, second).map { ($0 + $1) / 2 } }
    }

    init(beside file: String = #filePath) throws {
        let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Judged/judged.json")
        self = try JSONDecoder().decode(JudgedSet.self, from: Data(contentsOf: url))
    }

    static let now: Int64 = 1_795_262_400_000_000

    func news(_ ids: [String]) -> [NewsItem] {
        ids.compactMap { id in items.first { $0.id == id } }.map { item in
            let source =
                item.sort.isInside
                ? NewsSource.inside
                : NewsSource(id: "https://\(item.source).example/", name: item.source, tier: item.tier, sort: item.sort)
            return NewsItem(
                id: item.id,
                source: source,
                title: item.title,
                text: item.text,
                link: "https://news.example/\(item.id)",
                published: Self.now - Int64(item.hours * 3_600_000_000),
                sort: item.sort,
                points: item.points
            )
        }
    }
}

/// The usual way to find texts for words, as something to beat.
///
/// Source: Robertson and Zaragoza (2009), k1 = 1.2, b = 0.75.
struct WordRanking {
    private let texts: [[String]]
    private let holding: [String: Int]

    init(_ texts: [String]) {
        self.texts = texts.map(Self.words)
        var holding: [String: Int] = [:]
        for text in self.texts { for word in Set(text) { holding[word, default: 0] += 1 } }
        self.holding = holding
    }

    static func words(_ text: String) -> [String] {
        let stop: Set<String> = [
            "a", "the", "of", "and", "in", "on", "at", "to", "for", "with", "is", "are", "by", "from", "that", "it",
            "as",
        ]
        return text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !stop.contains($0) }
            .map { $0.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : $0 }
    }

    func scores(_ query: String) -> [Double] {
        let mean = Double(texts.reduce(0) { $0 + $1.count }) / Double(max(1, texts.count))
        let wanted = Set(Self.words(query))
        return texts.map { text in
            var count: [String: Double] = [:]
            for word in text { count[word, default: 0] += 1 }
            return wanted.reduce(0) { sum, word in
                guard let tf = count[word], let df = holding[word] else { return sum }
                let idf = log(1 + (Double(texts.count - df) + 0.5) / (Double(df) + 0.5))
                return sum + idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * Double(text.count) / mean))
            }
        }
    }
}
