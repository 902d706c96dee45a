import Statistics

/// What voices say together, in any order; a voice can be taken out again without a trace.
struct VoiceSums {
    private var next = ExactSum()
    private var present = ExactSum()
    private var mass = ExactSum()

    /// How many independent observations the voices are worth.
    var effectiveEvidence: Double { mass.value }

    /// Share of next-level work in what they say; nil where they say nothing.
    var share: Double? { mass.value > 0 ? next.value / mass.value : nil }

    /// Adds a voice.
    mutating func add(mass effective: Double, share: Double) {
        next.add(effective * share)
        present.add(effective * (1 - share))
        mass.add(effective)
    }

    /// Takes a voice out that was added before.
    mutating func remove(mass effective: Double, share: Double) {
        next.add(-(effective * share))
        present.add(-(effective * (1 - share)))
        mass.add(-effective)
    }

    /// What is known of the share, on top of what was assumed before.
    func posterior(mean: Double, strength: Double) -> BetaDistribution {
        BetaDistribution(alpha: strength * mean + next.value, beta: strength * (1 - mean) + present.value)
    }
}
