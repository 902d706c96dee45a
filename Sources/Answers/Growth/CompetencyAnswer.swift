import Evidence
public import Growth

/// What is seen of one competency.
public struct CompetencyAnswer: Codable, Sendable {
    let id: String
    let name: String
    let state: String
    let words: String
    let evidence: [String]

    /// Reads it from a reading of the clock.
    public init(_ competency: ClockReading.CompetencyReading) {
        id = competency.id
        name = competency.name
        state = competency.state.rawValue
        words = competency.words
        evidence = competency.entries.map(\.text)
    }
}
