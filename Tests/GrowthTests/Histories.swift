import Growth
import Statistics

typealias Seeded = SeededRandom

/// Made-up histories of one person.
enum Histories {
    static let competencies = ["craft", "design", "judgement", "ownership"]

    /// Items over the days 0..<`days`, some of them in shared episodes.
    static func random(
        _ random: inout Seeded,
        items: Int,
        days: Double = 400,
        observers: Int = 8,
        next share: Double? = nil
    ) -> [Observation] {
        let rate = share ?? Double.random(in: 0.1...0.95, using: &random)
        return (0..<items)
            .map { _ in
                let observer = Int.random(in: 0..<observers, using: &random)
                let episode = Int.random(in: 0..<40, using: &random)
                return Observation(
                    day: Double.random(in: 0..<days, using: &random),
                    observer: "o\(observer)",
                    team: "t\(observer % 3)",
                    competency: competencies.randomElement(using: &random) ?? "craft",
                    next: Double.random(in: 0..<1, using: &random) < rate ? 1 : 0,
                    confidence: Double.random(in: 0.5...1, using: &random),
                    work: Double.random(in: 0.5...2, using: &random),
                    episode: episode < 15 ? "e\(episode)" : ""
                )
            }
    }

    /// Work that everybody sees as the next level's, for a year.
    static func sustained(observers: Int = 6, days: Int = 336, every step: Int = 8) -> [Observation] {
        stride(from: 4, to: days, by: step)
            .map { day in
                let observer = (day / step) % observers
                return Observation(
                    day: Double(day),
                    observer: "o\(observer)",
                    team: "t\(observer % 3)",
                    competency: competencies[(day / step) % competencies.count],
                    next: 1
                )
            }
    }
}
