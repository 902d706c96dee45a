/// People who mostly praise each other.
///
/// Source: `docs/methods.md`, "Reciprocal pairs".
public enum ReciprocalPairs {
    /// Part of what is heard about a person from which on one voice is most of it.
    public static let part = 0.30

    /// Groups of people in which each gives more than 30 % of what is heard about the next.
    ///
    /// - Parameters:
    ///   - people: all items about each person, by the same keys as observers have
    ///   - now: the moment of the look, days since 1970 UTC
    ///   - parameters: the dials
    /// - Returns: groups of two and more that share nobody, by their first member
    public static func find(
        _ people: [String: [Observation]],
        now: Double,
        parameters: ClockParameters
    ) -> [Set<String>] {
        let leaning = people.mapValues { largeVoices($0, now: now, parameters: parameters) }
        var groups: [Set<String>] = []
        for (person, voices) in leaning.sorted(by: { $0.key < $1.key }) {
            for voice in voices where voice != person && leaning[voice]?.contains(person) == true {
                let touching = groups.filter { $0.contains(person) || $0.contains(voice) }
                groups.removeAll { touching.contains($0) }
                groups.append(touching.reduce([person, voice]) { $0.union($1) })
            }
        }
        return groups.sorted { ($0.min() ?? "") < ($1.min() ?? "") }
    }

    /// Observers whose voice is more than the part of what is heard about one person.
    private static func largeVoices(
        _ observations: [Observation],
        now: Double,
        parameters: ClockParameters
    ) -> Set<String> {
        let clock = LevelClock(parameters: parameters)
        let episodes = EpisodeSizes(observations, now: now, parameters: parameters)
        let voices = clock.cells(observations, now: now, episodes: episodes)
            .map { ($0.observer, $0.effectiveMass(parameters.observerCorrelation)) }
        let total = voices.reduce(0) { $0 + $1.1 }
        return Set(voices.filter { $0.1 > part * total }.map(\.0))
    }
}
