private import Statistics
public import Workspace

/// A sheet as it reads under some terms: one voice per speaker, nothing corrected yet.
///
/// Pages do not know of each other, so that many can be read at once.
public struct BookPage: Sendable {
    /// The evidence behind it.
    public let sheet: BookSheet
    /// Each speaker's voice, by key.
    let voices: [Voice]
    /// When something settles by time passing alone, microseconds since 1970 UTC; nil for never.
    public let nextSettling: Int64?

    /// One speaker's voice.
    struct Voice: Sendable {
        let key: String
        /// How many independent observations it is worth.
        let mass: Double
        /// Share at the next level.
        let share: Double
    }

    /// Whose.
    public var person: PersonID { sheet.person }

    /// Reads a sheet.
    public init(_ sheet: BookSheet, terms: BookTerms) {
        self.sheet = sheet
        if sheet.isEmpty {
            voices = []
            nextSettling = nil
            return
        }
        let found = sheet.items(terms)
        nextSettling = found.nextSettling
        voices = Self.voices(found, terms: terms)
    }

    /// The same sums as `LevelClock.cells`, to the last bit.
    private static func voices(_ found: SheetItems, terms: BookTerms) -> [Voice] {
        let now = terms.today
        let dials = terms.parameters
        let usable = found.items.filter { $0.day <= now && now - $0.day <= dials.maximumAgeDays }
        guard !usable.isEmpty else { return [] }
        var sizes = [Int](repeating: 0, count: Int((usable.map(\.episode).max() ?? -1) + 1))
        for item in usable where item.episode >= 0 { sizes[Int(item.episode)] += 1 }
        var sums = [VoiceMass](repeating: VoiceMass(), count: found.voices.count)
        for item in usable {
            let part = item.episode < 0 ? 1 : min(1, dials.episodeCap / Double(sizes[Int(item.episode)]))
            let decay = ItemWeight.decay(ageDays: now - item.day, halfLifeDays: dials.halfLifeDays)
            sums[Int(item.observer)].add(item.weight * part * decay, next: item.next)
        }
        return found.voiceOrder.compactMap { number in
            let sum = sums[Int(number)]
            let mass = sum.mass.value
            guard mass > 0 else { return nil }
            return Voice(
                key: found.voices[Int(number)],
                mass: ObserverCell.effective(mass, correlation: dials.observerCorrelation),
                share: min(1, max(0, sum.next.value / mass))
            )
        }
    }
}
