import Briefing
import FeedFetching
import Feeds
import Reading

extension ReadingRoom {
    /// What a round of fetching did.
    struct Round: Sendable, Encodable {
        var fetched = 0
        var unchanged = 0
        var failed = 0
        var items = 0
        var problems: [String] = []
    }

    /// Fetches all feeds that are due; problems are kept with the feed.
    func fetch(
        _ sources: [NewsSource],
        all: Bool,
        allowsOwnNetwork: Bool,
        now: @Sendable () -> Int64
    ) async throws -> Round {
        var kept = Dictionary(try await store.feeds().map { ($0.source.id, $0) }) { first, _ in first }
        for source in sources where kept[source.id] == nil { kept[source.id] = KeptFeed(source: source) }
        let due = kept.values.filter { !$0.gone && (all || $0.nextFetch <= now()) }
        let byAddress = Dictionary(due.map { ($0.address, $0) }) { first, _ in first }
        var round = Round()
        let requests = byAddress.values.map {
            FeedRequest(address: $0.address, entityTag: $0.entityTag, lastModified: $0.lastModified)
        }
        try await FeedRound(FeedFetcher(allowsOwnNetwork: allowsOwnNetwork)).run(requests) { request, outcome in
            guard var feed = byAddress[request.address] else { return }
            Self.take(outcome, into: &feed, &round, now: now())
            let wait = FetchSchedule.wait(after: outcome, failures: feed.failures, address: request.address)
            feed.nextFetch = wait.map { now() + Int64($0) * 1_000_000 } ?? .max
            try await store.keep(feed)
        }
        return round
    }

    private static func take(_ outcome: FeedOutcome, into feed: inout KeptFeed, _ round: inout Round, now: Int64) {
        func failed(_ words: String) {
            feed.failures += 1
            feed.problem = words
            round.failed += 1
            round.problems.append("\(feed.source.name): \(words)")
        }
        switch outcome {
        case .document(let document):
            do throws(FeedError) {
                let bytes = try Unpacking.bytes(document.bytes, packing: document.packing)
                let read = try Feed(reading: bytes, from: document.address, contentType: document.contentType)
                let news = read.items.compactMap { NewsItem($0, of: feed.source, seen: now) }
                feed.keep(news)
                feed.entityTag = document.entityTag
                feed.lastModified = document.lastModified
                if let moved = document.movedTo { feed.address = moved }
                feed.failures = 0
                feed.problem = nil
                round.fetched += 1
                round.items += news.count
            } catch { failed("\(error)") }
        case .unchanged:
            feed.failures = 0
            feed.problem = nil
            round.unchanged += 1
        case .gone:
            feed.gone = true
            failed("The site says that the feed is gone for good.")
        case .later: failed("The site is busy and asks to come back later.")
        case .failed(let problem): failed(problem.description)
        }
    }
}
