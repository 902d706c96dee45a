import Statistics
public import Workspace

/// Two people at one level whose evidence lies near each other.
public struct EvidencePair: Sendable, Hashable {
    /// One, by id.
    public let one: PersonID
    /// The other.
    public let other: PersonID
    /// Gower's distance, 0 (alike) to 1.
    public let distance: Double
    /// A quarter of all pairs at the level lies below this.
    public let quartile: Double

    /// True when they are nearer than three quarters of all pairs.
    public var isClose: Bool { distance < quartile }
}

/// The nearest by evidence among people at one level, whatever their track.
///
/// Gower's distance over scope, overall share, shares of shared competencies and how much was heard (three steps).
/// Source: Gower (1971); `docs/methods.md`, "Comparators".
public struct EvidenceTwins: Sendable, Hashable {
    /// The fewest others to choose from.
    public static let fewestCandidates = 6
    /// How many of the nearest count.
    public static let nearest = 3

    /// Pairs of which at least one is among the other's nearest; each pair once, in the order of ids.
    public let pairs: [EvidencePair]

    /// Compares people of one level; without evidence nobody is alike.
    public init(_ people: [RoomPerson]) {
        let people = people.filter { $0.evidence != nil }.sorted { $0.person.id < $1.person.id }
        guard people.count > Self.fewestCandidates else {
            pairs = []
            return
        }
        let gower = Gower(people)
        var distances = Array(repeating: Array(repeating: 0.0, count: people.count), count: people.count)
        var all: [Double] = []
        for one in people.indices {
            for other in people.indices where other > one {
                let distance = gower.distance(one, other)
                distances[one][other] = distance
                distances[other][one] = distance
                all.append(distance)
            }
        }
        let quartile = Sample.quantile(all, 0.25) ?? 0
        var chosen: Set<[Int]> = []
        for one in people.indices {
            let others = people.indices.filter { $0 != one }
            let elsewhere = others.filter { people[$0].person.manager != people[one].person.manager }
            let candidates = elsewhere.count >= Self.nearest ? elsewhere : others
            let near = candidates.sorted { (distances[one][$0], $0) < (distances[one][$1], $1) }.prefix(Self.nearest)
            for other in near { chosen.insert([min(one, other), max(one, other)]) }
        }
        pairs = chosen.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { pair in
            EvidencePair(
                one: people[pair[0]].person.id,
                other: people[pair[1]].person.id,
                distance: distances[pair[0]][pair[1]],
                quartile: quartile
            )
        }
    }
}

/// Mean of the differences in each thing that both sides have, each in units of its own range.
private struct Gower {
    private let columns: [[Double?]]
    private let ranges: [Double]

    init(_ people: [RoomPerson]) {
        let competencies = Set(people.flatMap { $0.evidence?.competencies.keys.map { $0 } ?? [] }).sorted()
        var columns: [[Double?]] = [
            people.map(\.scope), people.map { $0.evidence?.mean },
            people.map { person in
                person.evidence.map { $0.effectiveEvidence < 4 ? 0 : $0.effectiveEvidence < 10 ? 1 : 2 }
            },
        ]
        for key in competencies { columns.append(people.map { $0.evidence?.competencies[key] }) }
        self.columns = columns
        ranges = columns.map { column in
            let known = column.compactMap(\.self)
            return (known.max() ?? 0) - (known.min() ?? 0)
        }
    }

    func distance(_ one: Int, _ other: Int) -> Double {
        var (sum, count) = (0.0, 0.0)
        for (column, range) in zip(columns, ranges) {
            guard let a = column[one], let b = column[other] else { continue }
            sum += range > 0 ? abs(a - b) / range : 0
            count += 1
        }
        return count > 0 ? sum / count : 1
    }
}
