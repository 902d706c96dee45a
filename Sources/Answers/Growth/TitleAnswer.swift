public import Titles

/// A reading of a title for programs.
public struct TitleAnswer: Codable, Sendable {
    struct Levels: Codable, Sendable {
        let from: Int
        let to: Int
    }
    struct Span: Codable, Sendable {
        let low: Int
        let typical: Int
        let high: Int
    }
    struct Fact: Codable, Sendable {
        let company: String
        let name: String
        let source: String
        let asOf: String
        let standing: String
    }

    let title: String
    let normalised: String
    let track: String
    let levels: Levels
    let basis: String
    let fact: Fact?
    let low: Int
    let mode: Int?
    let high: Int
    let depth: Double
    let scope: Double
    let both: Double
    let emphasis: String
    let technicalDepth: Span?
    let organisationalReach: Span?
    let archetypes: [String]
    let reasons: [String]
    let questions: [String]

    /// Reads it from what the desk gives.
    public init(_ title: String, _ reading: TitleReading) {
        func span(_ span: TitleSpan) -> Span { Span(low: span.low, typical: span.typical, high: span.high) }
        self.title = title
        normalised = reading.normalised
        track = reading.track.rawValue
        levels = Levels(from: reading.levels.lowerBound, to: reading.levels.upperBound)
        switch reading.basis {
        case .title: (basis, fact) = ("title", nil)
        case .company(let known):
            basis = "company"
            fact = Fact(
                company: known.company,
                name: known.name,
                source: known.source,
                asOf: known.asOf,
                standing: known.standing.rawValue
            )
        }
        (low, mode, high) = (reading.low, reading.mode, reading.high)
        (depth, scope, both) = (reading.mixture.depth, reading.mixture.scope, reading.mixture.both)
        emphasis = reading.emphasis.rawValue
        technicalDepth = reading.technicalDepth.map(span)
        organisationalReach = reading.organisationalReach.map(span)
        archetypes = reading.archetypes.map(\.id)
        reasons = reading.reasons.map(\.sentence)
        questions = reading.questions.map(\.words)
    }
}
