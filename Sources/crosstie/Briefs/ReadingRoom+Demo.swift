import Briefing
import Demo
import Feeds
import Reading
import Workspace

extension ReadingRoom {
    /// Gives everybody of the made-up company its made-up papers; they are never fetched, since nobody prints them.
    func keepDemoPress(for people: [Person]) async throws {
        let end = DemoCompany.today.microseconds + 86_400_000_000
        let sources = DemoPress.feeds.map {
            NewsSource(id: $0.address, name: $0.title, tier: $0.isPrimary ? .primary : .outlet)
        }
        for (source, press) in zip(sources, DemoPress.feeds) {
            let feed = try Feed(reading: Array(press.rss.utf8), from: press.address, contentType: "application/rss+xml")
            var kept = KeptFeed(source: source)
            kept.keep(feed.items.compactMap { NewsItem($0, of: source, seen: end) })
            kept.nextFetch = .max
            try await store.keep(kept)
        }
        for person in people {
            try await change(person) { notebook in
                let known = Set(notebook.feeds.map(\.id))
                notebook.feeds += sources.filter { !known.contains($0.id) }
                if notebook.profile?.industry == nil { notebook.profile?.industry = "logistics" }
            }
        }
    }
}
