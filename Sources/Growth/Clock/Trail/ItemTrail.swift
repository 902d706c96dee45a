/// A person's items, prepared once for many looks.
///
/// Says the same as `LevelClock.assess` and `ShownState.replay`, to the last bit, in a fraction of the time.
public struct ItemTrail: Sendable {
    /// Items with a day, the oldest first; observers and episodes are numbered from 0.
    let items: [TrailItem]
    let clock: LevelClock
    /// Each observer's leniency.
    let leniency: [Double]
    /// Each observer's group of people who mostly praise each other, or a group of one's own.
    let group: [Int]
    let groups: Int
    let episodes: Int
    let hasConfidence: Bool
    /// False where a weight is no weight, so that nothing can be said in advance.
    let isOrdinary: Bool

    /// Prepares items with names.
    public init(_ observations: [Observation], clock: LevelClock) {
        let observers = Self.numbers(observations.map(\.observer))
        let teams = Self.numbers(observations.map(\.team))
        let episodes = Self.numbers(observations.map(\.episode))
        let items = observations.map { item in
            TrailItem(
                day: item.day,
                weight: item.confidence * item.work,
                next: item.next,
                observer: observers[item.observer] ?? 0,
                team: teams[item.team] ?? 0,
                episode: item.episode.isEmpty ? -1 : episodes[item.episode] ?? -1,
                isConfidential: item.isConfidential
            )
        }
        let names = observers.keys.sorted()
        self.init(
            items,
            clock: clock,
            leniency: { clock.leniency[names[Int($0)]] },
            ring: { observer in clock.rings.firstIndex { $0.contains(names[Int(observer)]) }.map(Int32.init) }
        )
    }

    /// Prepares items with numbers.
    ///
    /// - Parameters:
    ///   - items: all items about the person, in any order
    ///   - clock: dials, leave and settling; its leniency and rings are not looked at
    ///   - leniency: how generously an observer tends to write
    ///   - ring: a number for the group of people who mostly praise each other; nil for an observer in none
    public init(
        _ items: [TrailItem],
        clock: LevelClock,
        leniency: (Int32) -> Double = { _ in 0 },
        ring: (Int32) -> Int32? = { _ in nil }
    ) {
        self.clock = clock
        var sorted = items.filter(\.day.isFinite)
        sorted.sort { $0.day < $1.day }
        let observers = Self.distinct(sorted.map(\.observer))
        let shared = Self.distinct(sorted.lazy.map(\.episode).filter { $0 >= 0 })
        for index in sorted.indices {
            sorted[index].observer = Self.place(of: sorted[index].observer, in: observers)
            let episode = sorted[index].episode
            sorted[index].episode = episode < 0 ? -1 : Self.place(of: episode, in: shared)
        }
        self.items = sorted
        self.leniency = observers.map(leniency)
        episodes = shared.count
        hasConfidence = sorted.contains(where: \.isFavourableInConfidence)
        isOrdinary = sorted.allSatisfy { $0.weight >= 0 && $0.weight.isFinite }
        let rings = observers.map(ring)
        var numbers: [Int32: Int] = [:]
        var count = 0
        group = rings.map { ring in
            if let ring, let known = numbers[ring] { return known }
            if let ring { numbers[ring] = count }
            count += 1
            return count - 1
        }
        groups = count
    }

    private static func numbers(_ names: [String]) -> [String: Int32] {
        var numbers: [String: Int32] = [:]
        for name in Set(names).sorted() { numbers[name] = Int32(numbers.count) }
        return numbers
    }

    private static func distinct(_ values: some Sequence<Int32>) -> [Int32] {
        var sorted = Array(values)
        sorted.sort()
        var kept = 0
        for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
            sorted[kept] = sorted[index]
            kept += 1
        }
        sorted.removeLast(sorted.count - kept)
        return sorted
    }

    private static func place(of value: Int32, in sorted: [Int32]) -> Int32 {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return Int32(low)
    }
}
