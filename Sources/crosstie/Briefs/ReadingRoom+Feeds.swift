import Briefing
import FeedFetching
import Feeds
import Reading
import Workspace

extension ReadingRoom {
    /// Adds a feed to somebody's own, by its address or that of a page that names it; what it holds is kept at once.
    func add(
        _ address: String,
        for person: Person,
        allowsOwnNetwork: Bool,
        now: Int64
    ) async throws -> (NewsSource, items: Int) {
        let fetcher = FeedFetcher(allowsOwnNetwork: allowsOwnNetwork)
        let (found, feed) = try await Self.find(address, fetcher)
        let known = catalogue.feeds.first { $0.address == found }?.source
        let source = known ?? NewsSource(id: found, name: feed.title ?? found, tier: .outlet)
        try await change(person) { notebook in
            if !notebook.feeds.contains(where: { $0.id == source.id }) { notebook.feeds.append(source) }
        }
        var kept = try await store.feeds().first { $0.source.id == source.id } ?? KeptFeed(source: source)
        kept.keep(feed.items.compactMap { NewsItem($0, of: source, seen: now) })
        try await store.keep(kept)
        return (source, feed.items.count)
    }

    /// Takes over a list of feeds; returns how many were new.
    func add(_ outline: Outline, for person: Person) async throws -> Int {
        var added = 0
        try await change(person) { notebook in
            var known = Set(notebook.feeds.map(\.id))
            for entry in outline.feeds where known.insert(entry.address).inserted {
                let source = catalogue.feeds.first { $0.address == entry.address }?.source
                notebook.feeds.append(source ?? NewsSource(id: entry.address, name: entry.title, tier: .outlet))
                added += 1
            }
        }
        return added
    }

    /// Removes one of somebody's own feeds, or mutes a starter feed.
    func remove(_ address: String, for person: Person) async throws {
        let isKnown = catalogue.feeds.contains { $0.address == address }
        var isThere = true
        try await change(person) { notebook in
            let count = notebook.feeds.count
            notebook.feeds.removeAll { $0.id == address }
            guard notebook.feeds.count == count else { return }
            isThere = isKnown
            if isKnown, notebook.profile?.mutedSources.contains(address) == false {
                notebook.profile?.mutedSources.append(address)
            }
        }
        if !isThere {
            throw Failure(.noInput, "no feed has the address \(address). `crosstie feeds list` shows them.")
        }
    }

    /// Somebody's feeds as a list for other readers.
    func outline(of person: Person) async throws -> Outline {
        let notebook = try await store.notebook(of: person.id)
        let own = Set(notebook.feeds.map(\.id))
        let entries = sources(for: profile(of: person, notebook), notebook).map { source in
            Outline.Entry(
                address: source.id,
                title: source.name,
                folders: [own.contains(source.id) ? "Own" : "Starter"]
            )
        }
        return Outline(title: "Feeds", feeds: entries)
    }

    /// Changes what somebody stated; the profile that the people file gives becomes their own with it.
    func change(_ person: Person, _ work: (inout ReadingNotebook) throws -> Void) async throws {
        var notebook = try await store.notebook(of: person.id)
        if notebook.profile == nil { notebook.profile = profile(of: person, notebook) }
        try work(&notebook)
        try await store.keep(notebook, of: person.id)
    }

    /// The feed at the address, else the first of those that the page names.
    private static func find(_ address: String, _ fetcher: FeedFetcher) async throws -> (String, Feed) {
        let outcome = await fetcher.fetch(FeedRequest(address: address))
        guard case .document(let document) = outcome else { throw Failure(.unavailable, words(outcome, address)) }
        let bytes = try Unpacking.bytes(document.bytes, packing: document.packing)
        do {
            return (address, try Feed(reading: bytes, from: document.address, contentType: document.contentType))
        } catch {
            guard case .page = error else { throw error }
        }
        let page = FeedDiscovery(page: bytes, from: document.address, contentType: document.contentType)
        for candidate in page.candidates.prefix(12).map(\.address) {
            guard case .document(let inner) = await fetcher.fetch(FeedRequest(address: candidate)),
                let plain = try? Unpacking.bytes(inner.bytes, packing: inner.packing),
                let feed = try? Feed(reading: plain, from: inner.address, contentType: inner.contentType)
            else { continue }
            return (inner.movedTo ?? candidate, feed)
        }
        throw Failure(.data, "the page \(address) names no feed, and none lies where sites usually keep them.")
    }

    private static func words(_ outcome: FeedOutcome, _ address: String) -> String {
        switch outcome {
        case .failed(let problem): "\(address): \(problem)"
        case .gone: "\(address) is gone for good."
        case .later: "\(address) is busy. Try again later."
        case .document, .unchanged: "\(address) gave nothing."
        }
    }
}
