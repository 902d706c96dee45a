import Foundation
import Statistics
import Workspace

extension CallGraph {
    /// The stationary share of a walk that follows calls and now and then starts anew, by place; the sum is 1.
    ///
    /// Whoever calls spreads one vote, however often they call. The share of those who call nobody goes where walks start.
    /// Source: Page, Brin, Motwani and Winograd (1998), with personalised starts.
    public func pageRank(
        starts: [Double]? = nil,
        damping: Double = 0.85,
        tolerance: Double = 1e-12,
        rounds: Int = 1000
    ) -> [Double] {
        let count = people.count
        guard count > 0 else { return [] }
        let start = starts.map(Self.shares) ?? Array(repeating: 1 / Double(count), count: count)
        var out = Array(repeating: 0.0, count: count)
        for edge in edges { out[edge.from] += edge.weight }
        let votes = edges.map { $0.weight / out[$0.from] }
        var present = start
        for _ in 0..<rounds {
            var idle = 0.0
            for place in 0..<count where out[place] == 0 { idle += present[place] }
            var next = start.map { (damping * idle + 1 - damping) * $0 }
            for (index, edge) in edges.enumerated() { next[edge.to] += damping * present[edge.from] * votes[index] }
            let change = zip(next, present).reduce(0) { $0 + abs($1.0 - $1.1) }
            present = next
            if change < tolerance { break }
        }
        return present
    }

    /// Starts that give every team the same share, equal inside it, so that a large team cannot outvote a small one.
    ///
    /// People without a team are taken as one.
    public var teamStarts: [Double] {
        let sizes = teams.reduce(into: [String?: Int]()) { $0[$1, default: 0] += 1 }
        return teams.map { 1 / Double(sizes.count * (sizes[$0] ?? 1)) }
    }

    /// How far each person is called from everywhere, as a mean of ranks; for ordering inside the program, never shown.
    ///
    /// .5 of the rank by page rank, .25 by effective teams, .25 by calls in incidents and for decisions; ties share a rank.
    var pull: [Double] {
        let ranks = [pageRank(starts: teamStarts).map(log), effectiveTeams, incidentPull].map { values in
            Sample.ranks(values).map { ($0 - 0.5) / Double(values.count) }
        }
        return people.indices.map { 0.5 * ranks[0][$0] + 0.25 * ranks[1][$0] + 0.25 * ranks[2][$0] }
    }

    private static func shares(_ parts: [Double]) -> [Double] {
        let total = parts.reduce(0, +)
        return parts.map { $0 / total }
    }
}
