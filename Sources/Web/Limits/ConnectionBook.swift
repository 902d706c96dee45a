/// Which connections are open, and which one goes when there are too many.
///
/// Shape: plain values; connections are numbered in the order in which they came. One address has a bound of its own; where all
/// places are taken, the oldest connection of whoever holds most makes room, so that a hoarder pays and not the newcomer.
struct ConnectionBook: Sendable {
    /// Who is at the other end.
    enum End: Sendable, Hashable {
        case block(AddressBlock)
        /// A proxy of ours, or an end without an address; only the whole bounds it.
        case unbounded
    }

    /// What happens to a new connection.
    enum Verdict: Sendable, Hashable {
        case welcome
        /// Its address has too many.
        case refused
        /// Welcome, when this one is closed.
        case insteadOf(Int)
    }

    private let room: Int
    private let roomOfOne: Int
    private var ends: [Int: End] = [:]
    private var numbers: [End: [Int]] = [:]
    private var next = 0

    init(room: Int, roomOfOne: Int) {
        self.room = max(1, room)
        self.roomOfOne = max(1, min(room, roomOfOne))
    }

    /// How many are open.
    var count: Int { ends.count }

    /// Notes a new connection; a refused one is not noted and has no number that counts.
    mutating func open(_ end: End) -> (number: Int, verdict: Verdict) {
        next += 1
        if end != .unbounded, (numbers[end]?.count ?? 0) >= roomOfOne { return (next, .refused) }
        var verdict = Verdict.welcome
        if ends.count >= room, let oldest = oldestOfGreatest() {
            close(oldest)
            verdict = .insteadOf(oldest)
        }
        ends[next] = end
        numbers[end, default: []].append(next)
        return (next, verdict)
    }

    /// Forgets a connection that was closed.
    mutating func close(_ number: Int) {
        guard let end = ends.removeValue(forKey: number) else { return }
        numbers[end]?.removeAll { $0 == number }
        if numbers[end]?.isEmpty == true { numbers[end] = nil }
    }

    private func oldestOfGreatest() -> Int? {
        numbers.max { ($0.value.count, -($0.value.first ?? 0)) < ($1.value.count, -($1.value.first ?? 0)) }?.value.first
    }
}
