public import Evidence
public import Workspace

/// Something that several teams call for and that one person alone is called for.
///
/// To the person first; to the manager only once it has held for a week. It is about the load, never about the person.
/// Source: `docs/methods.md`, "Calls".
public struct LoadCue: Sendable, Hashable {
    /// What is called for.
    public let topic: Topic
    /// Who is called.
    public let person: PersonID
    /// Calls for it in 90 days that went to the person, oldest first.
    public let calls: [Ask]
    /// All calls for it in 90 days.
    public let all: Int
    /// Teams that called the person for it, by name.
    public let teams: [String]

    /// What people call for.
    public enum Topic: Sendable, Hashable, Comparable {
        /// What is talked about in a channel.
        case channel(ChannelID)
        /// What a team is called for by other teams.
        case team(String)
    }

    /// How many calls in 90 days one person gets at least.
    static let leastCalls = 8
    /// The share of a topic's calls from which on it hangs on one person.
    static let share = 0.6
    /// How many teams pull at least, in effect.
    static let leastTeams = 3.0
    /// How long it has to hold before anybody but the person is told, in microseconds.
    public static let headStart: Int64 = 7 * 86_400_000_000

    /// All cues of a moment, by topic.
    public static func find(in graph: CallGraph, now: Int64) -> [LoadCue] {
        let recent = graph.calls.wanting(since: now - Int64(CallCard.days) * 86_400_000_000).filter { $0.moment <= now }
        let teamOf = { (person: PersonID) in graph.place(of: person).flatMap { graph.teams[$0] } }
        let across = recent.filter { call in
            guard let own = teamOf(call.helper), let other = teamOf(call.asker) else { return false }
            return own != other
        }
        let sizes = graph.teams.reduce(into: [String: Int]()) { if let team = $1 { $0[team, default: 0] += 1 } }
        var topics: [Topic: [Ask]] = [:]
        for call in recent { topics[.channel(call.channel), default: []].append(call) }
        for call in across {
            guard let team = teamOf(call.helper), sizes[team, default: 0] > 1 else { continue }
            topics[.team(team), default: []].append(call)
        }
        return topics.sorted { $0.key < $1.key }.compactMap { cue($0.key, $0.value, teamOf) }
    }

    private static func cue(_ topic: Topic, _ calls: [Ask], _ teamOf: (PersonID) -> String?) -> LoadCue? {
        let byHelper = Dictionary(grouping: calls, by: \.helper)
        guard let (person, own) = byHelper.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
            own.count >= leastCalls, Double(own.count) > share * Double(calls.count)
        else { return nil }
        let team = teamOf(person)
        let pulls = own.reduce(into: [String: Double]()) { sums, call in
            if let other = teamOf(call.asker), other != team { sums[other, default: 0] += 1 }
        }
        guard CallGraph.effectiveNumber(of: pulls.sorted { $0.key < $1.key }.map(\.value)) >= leastTeams else {
            return nil
        }
        return LoadCue(topic: topic, person: person, calls: own, all: calls.count, teams: pulls.keys.sorted())
    }

    /// The cue in two sentences, to the person or to their manager.
    public func sentence(to addressee: Addressee, channelName: (ChannelID) -> String) -> CallSentence {
        let what =
            switch topic {
            case .channel(let id): "calls in #\(channelName(id))"
            case .team(let name): "calls to \(name) by other teams"
            }
        let fact =
            "Of \(all) \(what) in \(CallCard.days) days, \(calls.count == all ? "all" : "\(calls.count)") went to "
            + "\(addressee.object), from \(Counted.list(teams))."
        let next =
            addressee.name == nil
            ? "If you would like to share the load, name who could learn it next."
            : "Share the load: ask \(addressee.object) who could be the second name, and make room for it."
        return CallSentence("\(fact) \(next)", messages: calls.messages)
    }
}
