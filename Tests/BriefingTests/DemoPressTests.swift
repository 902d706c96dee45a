import Briefing
import Demo
import Feeds
import Testing
import Workspace

/// The papers of the made-up company, read as everybody's feeds are.
@Suite struct `The made-up papers` {
    private func pool() async throws -> ItemPool {
        let end = DemoCompany.today.microseconds + 86_400_000_000
        var news: [NewsItem] = []
        for press in DemoPress.feeds {
            let source = NewsSource(id: press.address, name: press.title, tier: press.isPrimary ? .primary : .outlet)
            let feed = try Feed(reading: Array(press.rss.utf8), from: press.address, contentType: "application/rss+xml")
            news += feed.items.compactMap { NewsItem($0, of: source, seen: end) }
        }
        return await ItemPool(news, encoder: try NewsEncoder(), now: end, tasks: 1)
    }

    private func brief(_ role: String, _ track: Track) async throws -> Brief {
        let profile = ReaderProfile(role: role, track: track, level: 4, industry: "logistics")
        return try await pool().brief(for: BriefingReader(profile: profile), day: "2026-09-30", seed: 1)
    }

    @Test func `are feeds of which every story is an item`() async throws {
        let count = try await pool().items.count
        #expect(count == DemoPress.feeds.reduce(0) { $0 + $1.rss.split(separator: "<item>").count - 1 })
    }

    @Test(arguments: ["platform", "data", "design", "support", "product", "people"])
    func `fill everybody's page, at most two of a paper`(role: String) async throws {
        let items = try await brief(role, .ic).items
        #expect(items.count >= 5)
        #expect(Dictionary(grouping: items, by: \.source.name).values.allSatisfy { $0.count <= 2 })
        #expect(items.allSatisfy { !$0.happened.isEmpty && !$0.matters.isEmpty })
    }

    @Test func `give two people two different pages`() async throws {
        let engineer = try await brief("platform", .ic).items.map(\.headline)
        let manager = try await brief("people", .management).items.map(\.headline)
        #expect(Set(engineer) != Set(manager))
    }

    @Test func `lie where nobody answers`() {
        #expect(DemoPress.feeds.allSatisfy { $0.address.contains(".example/") })
    }
}
