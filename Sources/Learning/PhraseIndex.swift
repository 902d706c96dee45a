/// Finds, among many sets of features, those that can be like enough to a given one.
///
/// Two sets whose likeness reaches t share one of the rarest |x| − ⌈t·|x|⌉ + 1 features of each, in any fixed order of
/// rarity; so only these are looked up.
///
/// Source: prefix filtering, Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007.
struct PhraseIndex: Sendable {
    private let lengths: [Int32]
    private let likeness: Double
    /// How many sets hold a feature.
    private let spread: [UInt32: UInt32]
    /// Which sets have a feature among their rarest.
    private let places: [UInt32: [Int32]]

    init(_ sets: [[UInt32]], likeness: Double) {
        lengths = sets.map { Int32($0.count) }
        self.likeness = likeness
        var spread: [UInt32: UInt32] = [:]
        for set in sets {
            for feature in set { spread[feature, default: 0] += 1 }
        }
        var places: [UInt32: [Int32]] = [:]
        for (place, set) in sets.enumerated() {
            let rarest = set.sorted { (spread[$0] ?? 0, $0) < (spread[$1] ?? 0, $1) }
            for feature in rarest.prefix(Self.prefix(set.count, likeness)) {
                places[feature, default: []].append(Int32(place))
            }
        }
        self.spread = spread
        self.places = places
    }

    /// The places of the sets that may be like enough, ascending, none twice.
    func candidates(_ features: [UInt32]) -> [Int] {
        guard !lengths.isEmpty, !features.isEmpty else { return [] }
        // Features that nobody has are the rarest of all; they use up what may differ.
        var left = Self.prefix(features.count, likeness)
        // Spread above, feature below: one number that sorts by rarity.
        var known: [UInt64] = []
        known.reserveCapacity(features.count)
        for feature in features {
            if let count = spread[feature] {
                known.append(UInt64(count) << 32 | UInt64(feature))
            } else {
                left -= 1
                if left == 0 { return [] }
            }
        }
        known.sort()
        var found: [Int32] = []
        for feature in known.prefix(left) {
            for place in places[UInt32(truncatingIfNeeded: feature)] ?? [] {
                if isAsLong(Int(lengths[Int(place)]), features.count) { found.append(place) }
            }
        }
        return found.count > 1 ? Set(found).sorted().map(Int.init) : found.map(Int.init)
    }

    private func isAsLong(_ one: Int, _ two: Int) -> Bool {
        Double(min(one, two)) >= likeness * Double(max(one, two)) - 1e-9
    }

    private static func prefix(_ count: Int, _ likeness: Double) -> Int {
        guard count > 0 else { return 0 }
        return count - Int((likeness * Double(count) - 1e-9).rounded(.up)) + 1
    }
}
