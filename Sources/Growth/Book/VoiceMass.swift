import Statistics

/// What one speaker's items weigh, and how much of it is next-level work, in any order of the items.
struct VoiceMass: Sendable {
    private(set) var mass = ExactSum()
    private(set) var next = ExactSum()

    mutating func add(_ weight: Double, next share: Double) {
        mass.add(weight)
        next.add(weight * share)
    }
}
