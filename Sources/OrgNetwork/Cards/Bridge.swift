public import Evidence
public import Workspace

/// Two teams that both call one person and hardly call each other; told on request only.
public struct Bridge: Sendable, Hashable {
    /// The teams, by name.
    public let teams: [String]
    /// Calls of both teams to the person in a year, oldest first.
    public let calls: [Ask]

    /// How many calls each team makes at least.
    static let leastCalls = 3
    /// How many calls there are between them at most, others than by the person.
    static let mostBetween = 1

    /// Bridges of a person, the most called first; at most five.
    public static func bridges(of person: PersonID, in graph: CallGraph, now: Int64) -> [Bridge] {
        let year = now - 365 * 86_400_000_000
        let recent = graph.calls.wanting(since: year)
        let teamOf = { (person: PersonID) in graph.place(of: person).flatMap { graph.teams[$0] } }
        let own = teamOf(person)
        var called: [String: [Ask]] = [:]
        var between: [Set<String>: Int] = [:]
        for call in recent {
            guard let from = teamOf(call.asker) else { continue }
            if call.helper == person {
                if from != own { called[from, default: []].append(call) }
            } else if call.asker != person, let to = teamOf(call.helper), to != from {
                between[[from, to], default: 0] += 1
            }
        }
        let teams = called.filter { $0.value.count >= leastCalls }.keys.sorted()
        var found: [Bridge] = []
        for (index, left) in teams.enumerated() {
            for right in teams[(index + 1)...] where between[[left, right], default: 0] <= mostBetween {
                let calls = (called[left] ?? []) + (called[right] ?? [])
                found.append(
                    Bridge(
                        teams: [left, right],
                        calls: calls.sorted { ($0.moment, $0.message) < ($1.moment, $1.message) }
                    )
                )
            }
        }
        return Array(
            found.sorted { ($1.calls.count, $0.teams[0], $0.teams[1]) < ($0.calls.count, $1.teams[0], $1.teams[1]) }
                .prefix(5)
        )
    }

    /// The bridge in a sentence.
    public func sentence(to addressee: Addressee) -> CallSentence {
        CallSentence(
            "\(Counted.list(teams)) both call \(addressee.object) and hardly call each other.",
            messages: calls.messages
        )
    }
}
