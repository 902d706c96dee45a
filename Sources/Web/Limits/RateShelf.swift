/// Token buckets for many keys in a fixed amount of memory.
///
/// Shape: a bucket is kept as the moment at which it is full again. A full one is the same as none, so only full ones are thrown out:
/// whoever has emptied theirs cannot get a new one by crowding the shelf. Where no place is free, newcomers share one bucket.
/// Units: microseconds. Source: generic cell rate algorithm, ITU-T I.371 (2004), annex A.
struct RateShelf<Key: Hashable & Sendable>: Sendable {
    /// Microseconds that a request takes to come back.
    private let interval: Int64
    /// Microseconds that an empty bucket takes to fill.
    private let depth: Int64
    private let room: Int
    private var places: [Key: Int] = [:]
    private var slots: [Slot] = []
    private var hand = 0
    /// What those without a place share: as much as sixteen would have.
    private var shared: Int64 = .min

    private struct Slot: Sendable {
        var key: Key
        var full: Int64
    }

    private static var sharers: Int64 { 16 }
    /// How many places are looked at for a free one; the next newcomer looks on from there.
    private static var looks: Int { 16 }

    init(_ rate: AskingLimits.Rate, room: Int) {
        interval = max(1, 60_000_000 / Int64(rate.perMinute))
        depth = interval * Int64(rate.burst)
        self.room = max(1, room)
    }

    /// How many keys have a place.
    var count: Int { slots.count }

    /// Takes a request out; nil where it may go on, else the microseconds until one may.
    mutating func take(_ key: Key, now: Int64) -> Int64? {
        guard let place = place(of: key, now: now) else {
            return Self.take(&shared, interval: interval / Self.sharers, depth: depth, now: now)
        }
        return Self.take(&slots[place].full, interval: interval, depth: depth, now: now)
    }

    /// Gives a request back that should not have counted.
    mutating func giveBack(_ key: Key) {
        if let place = places[key] { slots[place].full -= interval }
    }

    /// Microseconds until a request may come, nil where one may now; nothing is taken.
    func wait(_ key: Key, now: Int64) -> Int64? {
        guard let place = places[key] else { return nil }
        var full = slots[place].full
        return Self.take(&full, interval: interval, depth: depth, now: now)
    }

    private static func take(_ full: inout Int64, interval: Int64, depth: Int64, now: Int64) -> Int64? {
        // A clock that was set back frees nobody and holds nobody longer than an empty bucket would.
        let start = min(max(full, now), now + depth)
        let next = start + interval
        full = start
        guard next - now <= depth else { return next - now - depth }
        full = next
        return nil
    }

    /// Where a key's bucket lies; nil where it has to share.
    private mutating func place(of key: Key, now: Int64) -> Int? {
        if let place = places[key] { return place }
        guard slots.count == room else {
            slots.append(Slot(key: key, full: now))
            places[key] = slots.count - 1
            return slots.count - 1
        }
        for _ in 0..<min(Self.looks, room) {
            let place = hand
            hand = (hand + 1) % room
            guard slots[place].full <= now else { continue }
            places[slots[place].key] = nil
            slots[place] = Slot(key: key, full: now)
            places[key] = place
            return place
        }
        return nil
    }
}

/// The last few thousand things that were seen, at most twice `half`.
struct RecentSet<Element: Hashable & Sendable>: Sendable {
    private let half: Int
    private var young: Set<Element> = []
    private var old: Set<Element> = []

    init(half: Int) { self.half = max(1, half) }

    var count: Int { young.count + old.count }

    func contains(_ element: Element) -> Bool { young.contains(element) || old.contains(element) }

    mutating func insert(_ element: Element) {
        guard !young.contains(element) else { return }
        if young.count >= half { (old, young) = (young, []) }
        young.insert(element)
    }

    mutating func remove(_ element: Element) {
        young.remove(element)
        old.remove(element)
    }
}
