import ArgumentParser
import Briefing
import Workspace

/// How long it takes to read many items and to brief many people; items, sources and people are invented.
struct FeedsMeasure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Measure reading and ranking on invented items: 200,000 of 10,000 feeds for 5,000 people."
    )
    @OptionGroup var globals: GlobalOptions
    @Option(help: "Items.")
    var items = 200_000
    @Option(help: "Feeds that they come from.")
    var feeds = 10_000
    @Option(help: "People who are briefed.")
    var people = 5_000
    @Option(help: "Tasks side by side.")
    var tasks = 2

    func validate() throws {
        guard items > 0, feeds > 0, people > 0, tasks > 0 else { throw ValidationError("counts are 1 or more.") }
    }

    func run() async throws {
        let encoder = try NewsEncoder()
        let now: Int64 = 1_795_262_400_000_000
        var invention = Invention(encoder.book, now: now)
        let news = invention.items(items, of: feeds)
        let profiles = (0..<people).map { invention.profile($0) }
        let clock = ContinuousClock()
        let start = clock.now
        let pool = await ItemPool(news, encoder: encoder, now: now, tasks: tasks)
        let read = clock.now
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for part in 0..<tasks {
                let some = profiles[people * part / tasks..<people * (part + 1) / tasks]
                group.addTask {
                    try some.reduce(0) {
                        try $0 + pool.brief(for: BriefingReader(profile: $1), day: "d", seed: 1).items.count
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        let end = clock.now
        let answer = Answer(
            items: pool.items.count,
            stories: pool.stories.count,
            people: people,
            shown: count,
            readSeconds: start.seconds(to: read),
            rankSeconds: read.seconds(to: end)
        )
        if globals.json { return try Console.json(answer) }
        Console.table(
            ["items", "stories", "people", "shown", "read, s", "rank, s", "whole, s"],
            [
                [answer.items, answer.stories, answer.people, answer.shown].map { "\($0)" }
                    + [answer.readSeconds, answer.rankSeconds, answer.readSeconds + answer.rankSeconds].map {
                        "\(($0 * 10).rounded() / 10)"
                    }
            ]
        )
    }

    struct Answer: Encodable {
        let items: Int
        let stories: Int
        let people: Int
        let shown: Int
        let readSeconds: Double
        let rankSeconds: Double
    }
}

extension ContinuousClock.Instant {
    fileprivate func seconds(to end: ContinuousClock.Instant) -> Double {
        let parts = (end - self).components
        return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }
}

/// Items of real shape out of the program's own words: each about a few things, one in five a near copy of an earlier one.
private struct Invention {
    private var state: UInt64 = 42
    private let words: [String]
    private let book: TopicBook
    private let now: Int64
    private static let small =
        "a new way to run trains on time while costs fall and people ask for more of what works well in practice today"
        .split(separator: " ").map(String.init)

    init(_ book: TopicBook, now: Int64) {
        self.book = book
        self.now = now
        words = Set(book.topics.flatMap(\.terms).flatMap { $0.split(separator: " ") }.map(String.init)).sorted()
    }

    private mutating func next(_ most: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(most))
    }

    private mutating func words(_ count: Int, about subject: [String]) -> String {
        var text: [String] = []
        for _ in 0..<count {
            text.append(
                next(10) < 3
                    ? Self.small[next(Self.small.count)] : subject[min(next(subject.count), next(subject.count))]
            )
        }
        return text.joined(separator: " ")
    }

    mutating func items(_ count: Int, of feeds: Int) -> [NewsItem] {
        let tiers: [NewsSource.Tier] = [.primary, .outlet, .outlet, .forum]
        let sorts: [NewsItem.Sort] = [.news, .news, .release, .essay, .discussion]
        let sources = (0..<feeds).map {
            NewsSource(id: "https://s\($0).example/feed", name: "s\($0)", tier: tiers[$0 % 4], sort: sorts[$0 % 5])
        }
        var items: [NewsItem] = []
        items.reserveCapacity(count)
        for index in 0..<count {
            let subject = (0..<14).map { _ in words[next(words.count)] }
            var title = words(6 + next(6), about: subject)
            var text = words(30 + next(40), about: subject)
            if index > 100, next(5) == 0 {
                let other = items[index - 1 - next(100)]
                title = other.title + (next(2) == 0 ? "" : " again")
                if next(2) == 0 { text = other.text + " again" }
            }
            items.append(
                NewsItem(
                    id: "i\(index)",
                    source: sources[next(feeds)],
                    title: title,
                    text: text,
                    link: "https://x.example/\(index)",
                    published: now - Int64(next(168 * 3_600)) * 1_000_000
                )
            )
        }
        return items
    }

    mutating func profile(_ place: Int) -> ReaderProfile {
        ReaderProfile(
            role: book.roles[place % book.roles.count].id,
            level: 3 + place % 4,
            industry: book.industries[place % book.industries.count].id,
            tools: ["Kafka", "Figma"],
            followed: [book.topics[next(book.topics.count)].id, book.topics[next(book.topics.count)].id],
            words: "works on \(words[next(words.count)]) and \(words[next(words.count)])"
        )
    }
}
