import Workspace

/// Brings evidence of one thing that happened together, so that ten voices about one launch are one episode.
///
/// Source: `docs/methods.md`, "Episodes".
public enum Episodes {
    /// How long an episode can go on without news, in microseconds.
    static let reach: Int64 = 7 * 86_400_000_000
    /// How close two messages of one channel must be to be about the same thing without any other sign.
    static let breath: Int64 = 45 * 60_000_000
    /// How alike the words of two messages must be, as the share of the smaller one's content words.
    static let likeness = 0.5
    /// Fewer words than this tell nothing by being alike.
    static let fewestWords = 4
    /// How many of the latest messages that hold a word are looked at; a word in more of them tells nothing.
    static let latestWithWord = 12

    /// The episode of every trace of one person.
    ///
    /// Shape: the answer does not depend on the order of the traces; an episode is named after its first entry.
    /// What says most decides: the same thread, then the same matter, then the same channel within minutes, then words.
    public static func group(_ traces: [EpisodeTrace]) -> [EntryID: EpisodeID] {
        let ordered = traces.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        var search = EpisodeSearch(ordered)
        var assigned: [EntryID: EpisodeID] = [:]
        assigned.reserveCapacity(ordered.count)
        for place in ordered.indices {
            let episode = search.place(place)
            assigned[ordered[place].id] = EpisodeID(ordered[episode].id.text)
        }
        return assigned
    }

    /// The episode of every entry about one person.
    public static func group(_ entries: [LedgerEntry]) -> [EntryID: EpisodeID] { group(entries.map(EpisodeTrace.init)) }
}

/// Finds the episode of one trace after the other; an episode is known by the place of its first trace.
private struct EpisodeSearch {
    private let traces: [EpisodeTrace]
    private var episodes: [Int] = []
    private var lastNews: [Int: Int64] = [:]
    private var byThread: [MessageID: Int] = [:]
    private var byMatter: [String: Int] = [:]
    private var latestInChannel: [ChannelID: Int] = [:]
    private var byWord: [UInt64: [Int]] = [:]

    init(_ traces: [EpisodeTrace]) {
        self.traces = traces
        episodes.reserveCapacity(traces.count)
    }

    /// The episode of the next trace; traces come in order.
    mutating func place(_ place: Int) -> Int {
        let trace = traces[place]
        let thread = trace.thread.map { MessageID(channel: trace.channel, time: $0) }
        let episode =
            open(thread.flatMap { byThread[$0] }, at: trace.moment)
            ?? first(of: trace.matters.map { byMatter[$0] }, at: trace.moment)
            ?? neighbour(of: trace)
            ?? alike(trace)
            ?? place
        episodes.append(episode)
        lastNews[episode] = trace.moment
        if let thread { byThread[thread] = episode }
        for matter in trace.matters { byMatter[matter] = episode }
        latestInChannel[trace.channel] = place
        for word in trace.words {
            var known = byWord[word] ?? []
            if known.count == Episodes.latestWithWord { known.removeFirst() }
            known.append(place)
            byWord[word] = known
        }
        return episode
    }

    /// The episode if it is still going on.
    private func open(_ episode: Int?, at moment: Int64) -> Int? {
        guard let episode, let last = lastNews[episode], moment - last <= Episodes.reach else { return nil }
        return episode
    }

    private func first(of episodes: [Int?], at moment: Int64) -> Int? {
        for episode in episodes { if let open = open(episode, at: moment) { return open } }
        return nil
    }

    private func neighbour(of trace: EpisodeTrace) -> Int? {
        guard let latest = latestInChannel[trace.channel], trace.moment - traces[latest].moment <= Episodes.breath
        else {
            return nil
        }
        return episodes[latest]
    }

    private func alike(_ trace: EpisodeTrace) -> Int? {
        guard trace.words.count >= Episodes.fewestWords else { return nil }
        var shared: [Int: Int] = [:]
        for word in trace.words { for place in byWord[word] ?? [] { shared[place, default: 0] += 1 } }
        let near = shared.filter { place, count in
            let smaller = min(traces[place].words.count, trace.words.count)
            return smaller >= Episodes.fewestWords && Double(count) >= Episodes.likeness * Double(smaller)
        }
        return first(of: near.keys.sorted(by: >).map { episodes[$0] }, at: trace.moment)
    }
}
