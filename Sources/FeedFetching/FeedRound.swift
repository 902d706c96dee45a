/// Fetches many feeds: several sites at a time, one feed of a site at a time, with a pause between.
public struct FeedRound: Sendable {
    private let fetcher: FeedFetcher
    private let sites: Int
    private let pause: Duration

    /// A round.
    ///
    /// - Parameters:
    ///   - fetcher: who fetches
    ///   - sites: sites at a time
    ///   - pause: between two feeds of one site
    public init(_ fetcher: FeedFetcher, sites: Int = 8, pause: Duration = .seconds(1)) {
        self.fetcher = fetcher
        self.sites = sites
        self.pause = pause
    }

    /// Fetches all; outcomes are handed over one after the other, as they come.
    public func run(_ requests: [FeedRequest], each: (FeedRequest, FeedOutcome) async throws -> Void) async throws {
        var bySite: [String: [FeedRequest]] = [:]
        for request in requests { bySite[Self.site(request.address), default: []].append(request) }
        let queues = bySite.sorted { $0.key < $1.key }.map(\.value)
        let (outcomes, line) = AsyncStream.makeStream(of: (FeedRequest, FeedOutcome).self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let fetcher = fetcher
            let pause = pause
            let sites = sites
            group.addTask {
                await withTaskGroup(of: Void.self) { inner in
                    var waiting = queues.makeIterator()
                    func start(_ queue: [FeedRequest]) {
                        inner.addTask {
                            for (index, request) in queue.enumerated() {
                                if index > 0 { try? await Task.sleep(for: pause) }
                                guard !Task.isCancelled else { return }
                                line.yield((request, await fetcher.fetch(request)))
                            }
                        }
                    }
                    for _ in 0..<sites { if let queue = waiting.next() { start(queue) } }
                    while await inner.next() != nil { if let queue = waiting.next() { start(queue) } }
                }
                line.finish()
            }
            for await (request, outcome) in outcomes { try await each(request, outcome) }
            group.cancelAll()
        }
    }

    private static func site(_ address: String) -> String {
        guard let slashes = address.firstRange(of: "//") else { return address }
        return address[slashes.upperBound...].prefix { $0 != "/" && $0 != "?" }.lowercased()
    }
}
