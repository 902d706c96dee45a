public import Evidence
import Foundation
public import Workspace

/// Who calls whom, weighted: from each asker to each helper the logarithm of what was called, older calls for less.
///
/// Shape: everybody is in it, called or not. Never leaves the program: cards and topics tell counts, not edges.
/// Source: `docs/methods.md`, "Calls".
public struct CallGraph: Sendable {
    /// Everybody, by id.
    public let people: [PersonID]
    /// Team of each person, by place in `people`; nil where none is known.
    public let teams: [String?]
    /// Calls that count, oldest first.
    public let calls: [Ask]
    /// Weights, by caller, then by helper.
    public let edges: [Edge]
    private let places: [PersonID: Int]

    /// One person's pull on another.
    public struct Edge: Sendable, Hashable {
        /// Place of the caller in `people`.
        public let from: Int
        /// Place of the helper in `people`.
        public let to: Int
        /// log(1 + Σ kind · outcome · 2^(−age / half-life)).
        public let weight: Double
    }

    /// Weighs calls between people; calls by or to anybody else are left out.
    ///
    /// Units: `now` in microseconds since 1970 UTC. `named` is how often anybody is named in each channel.
    public init(
        asks: [Ask],
        people: [PersonID: String?],
        named: [ChannelID: Int] = [:],
        now: Int64,
        rules: CallRules = .standard
    ) {
        let sorted = people.keys.sorted()
        self.people = sorted
        teams = sorted.map { people[$0] ?? nil }
        places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
        let places = places
        calls = rules.counted(asks, named: named, now: now).filter {
            places[$0.asker] != nil && places[$0.helper] != nil
        }
        var sums: [Pair: (weight: Double, count: Int)] = [:]
        for call in calls {
            guard let from = places[call.asker], let to = places[call.helper] else { continue }
            let age = Double(now - call.moment) / Double(rules.halfLife)
            let weight = CallRules.weight(of: call.kind) * CallRules.weight(of: call.outcome) * exp2(-age)
            sums[Pair(from: from, to: to), default: (0, 0)].weight += weight
            sums[Pair(from: from, to: to), default: (0, 0)].count += 1
        }
        edges = sums.map { pair, sum in
            let back = sums[Pair(from: pair.to, to: pair.from)]?.count ?? 0
            let isMutual = min(sum.count, back) > rules.reciprocalLimit
            return Edge(
                from: pair.from,
                to: pair.to,
                weight: log1p(sum.weight) * (isMutual ? rules.reciprocalShare : 1)
            )
        }
        .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    private struct Pair: Hashable {
        let from: Int
        let to: Int
    }

    /// The place of somebody in `people`.
    public func place(of person: PersonID) -> Int? { places[person] }

    /// How strongly one person calls another; 0 where they never do.
    public func weight(from caller: PersonID, to helper: PersonID) -> Double {
        guard let from = places[caller], let to = places[helper] else { return 0 }
        return edges.first { $0.from == from && $0.to == to }?.weight ?? 0
    }

    /// How many different people call each person, by place.
    public var callers: [Int] {
        edges.reduce(into: Array(repeating: 0, count: people.count)) { $0[$1.to] += 1 }
    }

    /// How many teams, of equal pull, would pull as variedly as the other teams that call each person; 0 where none does.
    ///
    /// Source: the exponential of Shannon's entropy, Hill's (1973) number of order 1.
    public var effectiveTeams: [Double] {
        var pulls: [[String: Double]] = Array(repeating: [:], count: people.count)
        for edge in edges {
            guard let team = teams[edge.from], team != teams[edge.to] else { continue }
            pulls[edge.to][team, default: 0] += edge.weight
        }
        return pulls.map { Self.effectiveNumber(of: $0.sorted { $0.key < $1.key }.map(\.value)) }
    }

    /// log(1 + number of calls by other teams during incidents or for decisions), by place.
    public var incidentPull: [Double] {
        var counts = Array(repeating: 0.0, count: people.count)
        for call in calls where call.kind == .incident || call.kind == .decision {
            guard let from = places[call.asker], let to = places[call.helper], isAcross(from, to) else { continue }
            counts[to] += 1
        }
        return counts.map(log1p)
    }

    /// True when two people are known to be of different teams.
    func isAcross(_ left: Int, _ right: Int) -> Bool {
        guard let one = teams[left], let other = teams[right] else { return false }
        return one != other
    }

    /// exp of the entropy of shares; 0 for nothing.
    static func effectiveNumber(of parts: [Double]) -> Double {
        let total = parts.reduce(0, +)
        guard total > 0 else { return 0 }
        return exp(-parts.reduce(0) { $1 > 0 ? $0 + $1 / total * log($1 / total) : $0 })
    }
}
