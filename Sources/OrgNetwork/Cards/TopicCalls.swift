import Evidence
public import Workspace

/// What people call for in one channel, in numbers about many; named are only those who chose to be.
///
/// Shape: made only where at least five different people called.
public struct TopicCalls: Sendable, Hashable {
    /// The channel.
    public let channel: ChannelID
    /// How many different people called.
    public let callers: Int
    /// How many calls there were in 90 days.
    public let calls: Int
    /// How many of them were answered.
    public let answered: Int
    /// Who can be asked: at most three who chose to be named, by id.
    public let toAsk: [PersonID]

    /// How many different people have to call before anything is told.
    public static let leastCallers = 5
    /// How many different people have to have called somebody before others are sent there.
    static let leastCallersOfOne = 2
    /// How many are named.
    static let mostNamed = 3

    /// All topics of a moment, the most called first.
    public static func topics(in graph: CallGraph, optedIn: Set<PersonID>, now: Int64) -> [TopicCalls] {
        let recent = graph.calls.wanting(since: now - Int64(CallCard.days) * 86_400_000_000)
        let pull = optedIn.isEmpty ? [] : graph.pull
        return Dictionary(grouping: recent, by: \.channel).compactMap { channel, calls in
            let callers = Set(calls.map(\.asker)).count
            guard callers >= leastCallers else { return nil }
            let byHelper = Dictionary(grouping: calls.filter { optedIn.contains($0.helper) }, by: \.helper)
            let called = byHelper.filter { Set($0.value.map(\.asker)).count >= leastCallersOfOne }.keys
            let ordered = called.sorted { left, right in
                let pulls = [left, right].map { graph.place(of: $0).map { pull[$0] } ?? 0 }
                return pulls[0] == pulls[1] ? left < right : pulls[0] > pulls[1]
            }
            return TopicCalls(
                channel: channel,
                callers: callers,
                calls: calls.count,
                answered: calls.count { $0.outcome != .none },
                toAsk: ordered.prefix(mostNamed).sorted()
            )
        }
        .sorted { ($1.calls, $0.channel) < ($0.calls, $1.channel) }
    }
}
