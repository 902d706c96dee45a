import Workspace

extension CallGraph {
    /// How much of somebody's ties lead back to the same people, by place; nil for those who have none.
    ///
    /// Source: Burt's constraint (1992), on ties that add both directions.
    public var constraint: [Double?] {
        let ties = mutualTies
        let totals = ties.map { $0.reduce(0) { $0 + $1.weight } }
        let shares = ties.enumerated().map { place, ties in
            Dictionary(uniqueKeysWithValues: ties.map { ($0.to, $0.weight / totals[place]) })
        }
        return people.indices.map { person in
            guard !ties[person].isEmpty else { return nil }
            return ties[person].reduce(0) { sum, tie in
                let direct = shares[person][tie.to] ?? 0
                let around = ties[person].reduce(0) { sum, other in
                    guard other.to != tie.to, let back = shares[other.to][tie.to] else { return sum }
                    return sum + (shares[person][other.to] ?? 0) * back
                }
                return sum + (direct + around) * (direct + around)
            }
        }
    }

    /// How many of somebody's contacts are not contacts of each other, roughly, by place; 0 for those who have none.
    ///
    /// Source: effective size (Burt 1992) on undirected ties without weights, in Borgatti's (1997) form n − 2t / n.
    public var effectiveSize: [Double] {
        let contacts = mutualTies.map { Set($0.map(\.to)) }
        return contacts.map { own in
            guard !own.isEmpty else { return 0 }
            let between = own.reduce(0) { $0 + contacts[$1].intersection(own).count } / 2
            return Double(own.count) - 2 * Double(between) / Double(own.count)
        }
    }

    /// The share of shortest ways from anybody to anybody that lead over each person, by place.
    ///
    /// Source: Freeman (1977) by Brandes' (2001) algorithm, on directed calls without weights.
    public var betweenness: [Double] {
        let count = people.count
        var total = Array(repeating: 0.0, count: count)
        guard count > 2 else { return total }
        let targets = edges.reduce(into: Array(repeating: [Int](), count: count)) { $0[$1.from].append($1.to) }
        for start in 0..<count {
            var order: [Int] = []
            var before: [[Int]] = Array(repeating: [], count: count)
            var ways = Array(repeating: 0.0, count: count)
            var depth = Array(repeating: -1, count: count)
            ways[start] = 1
            depth[start] = 0
            var queue = [start]
            var head = 0
            while head < queue.count {
                let place = queue[head]
                head += 1
                order.append(place)
                for next in targets[place] {
                    if depth[next] < 0 {
                        depth[next] = depth[place] + 1
                        queue.append(next)
                    }
                    guard depth[next] == depth[place] + 1 else { continue }
                    ways[next] += ways[place]
                    before[next].append(place)
                }
            }
            var share = Array(repeating: 0.0, count: count)
            for place in order.reversed() {
                for earlier in before[place] { share[earlier] += ways[earlier] / ways[place] * (1 + share[place]) }
                if place != start { total[place] += share[place] }
            }
        }
        return total.map { $0 / Double((count - 1) * (count - 2)) }
    }

    /// Ties of each person, both directions added, by place of the other.
    private var mutualTies: [[Edge]] {
        var sums: [[Int: Double]] = Array(repeating: [:], count: people.count)
        for edge in edges {
            sums[edge.from][edge.to, default: 0] += edge.weight
            sums[edge.to][edge.from, default: 0] += edge.weight
        }
        return sums.enumerated().map { place, others in
            others.sorted { $0.key < $1.key }.map { Edge(from: place, to: $0.key, weight: $0.value) }
        }
    }
}
