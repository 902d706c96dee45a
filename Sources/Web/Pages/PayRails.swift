/// The pay ranges of both tracks at one level as two rails, with one person's pay as the tie.
///
/// Shape: geometry for a drawing 320 units wide.
struct PayRails: Sendable, Hashable {
    /// What the drawing says, for those who do not see it.
    let description: String
    /// The individual contributors' range.
    let individual: PayRail?
    /// The managers' range.
    let management: PayRail?
    /// Where the person's pay lies; nil where it is not known.
    let tieX: String?

    /// A range as a bar.
    struct PayRail: Sendable, Hashable {
        let x: String
        let width: String
        let middleX: String
        /// The range in words.
        let ends: String
    }

    /// A range in whole units of one currency.
    struct Range: Sendable, Hashable {
        let lower: Double
        let middle: Double
        let upper: Double
        /// In words.
        let ends: String
    }

    /// Draws one or two ranges on one scale; nil where there is none.
    init?(individual: Range?, management: Range?, pay: Double?, description: String) {
        let ranges = [individual, management].compactMap(\.self)
        let known = ranges.flatMap { [$0.lower, $0.upper] } + [pay].compactMap(\.self)
        guard !ranges.isEmpty, let low = known.min(), let high = known.max(), high > low, high.isFinite else {
            return nil
        }
        func place(_ amount: Double) -> Double { 12 + (amount - low) / (high - low) * 296 }
        func rail(_ range: Range) -> PayRail {
            PayRail(
                x: Self.decimal(place(range.lower)),
                width: Self.decimal(max(3, place(range.upper) - place(range.lower))),
                middleX: Self.decimal(place(range.middle)),
                ends: range.ends
            )
        }
        self.description = description
        self.individual = individual.map(rail)
        self.management = management.map(rail)
        tieX = pay.map { Self.decimal(place($0) - 3) }
    }

    /// One decimal, the same in every locale.
    private static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
